"""What stands on a routine's printed sheet, in words and figures; where it stands is layout.py's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from coach.content.model import (
    Area,
    Exercise,
    ExerciseStep,
    Figure,
    RestStep,
    RoundsStep,
    Routine,
    RoutineStep,
    SayStep,
    Text,
)
from coach.demonstration.posing import is_mirrored
from coach.session import routine_lines
from coach.session.layout import count_exercises
from coach.session.length import chosen_length
from coach.session.phrases import Phrases
from coach.session.planned import place_of
from coach.session.routine_lines import RoutineLine
from coach.session.timeline import Timeline
from coach.values import dataclass
from coach.words import durations, library, tempo
from coach.words import plan as plan_words
from coach.words.language import ENGLISH, Language
from coach.words.safety import stop_rules
from coach.words.sentences import apart_list, comma_list

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue


@dataclass(frozen=True)
class Row:
    """One exercise as it is printed. `before` is said before it; `works` are the muscles at work, since a
    grey print hides what glows; `own` is what the routine's author tells; `told` are (word, text) pairs: think of,
    hear, avoid, the easier one.
    """

    number: int
    title: str
    works: str
    dose: str
    tempo: str
    own: str
    describe: str
    told: tuple[tuple[str, str], ...]
    figure: Figure | None
    mirrored: bool
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """`language` is that of the title, a tag; `why` it is worth doing; `after` is said at its end; `stop` is the rule,
    `about` what the program is and is not, `first` what to ask a professional about before some exercises, with their
    numbers; these three from the library's safety file. `for_you` is what is left out or replaced for this person.
    """

    title: str
    language: str
    summary: str
    facts: str
    why: str
    stop: str
    rows: tuple[Row, ...]
    after: tuple[str, ...]
    first: str
    about: str
    for_you: str = ""


def sheet_of(
    routine: Routine, timeline: Timeline, catalogue: Catalogue, language: Language = ENGLISH, for_you: str = ""
) -> Sheet:
    """What is printed of `routine`, which takes as long as `timeline`; `for_you` is printed as it is."""
    needs = [library.need(thing, language) for thing in routine_lines.needs(routine, catalogue.exercises)]
    place = place_of(routine.id, catalogue)
    week = [plan_words.span(place.weeks, language)] if place is not None else []
    facts = [*week, library.total(timeline, language), library.count_exercises(timeline.exercises, language), *needs]
    lines = routine_lines.lines(routine, catalogue.exercises)
    heard = _heard(timeline, language) if chosen_length(routine, catalogue.exercises) is not None else ""
    spoken = _spoken(routine.steps, language)
    return Sheet(
        library.say(routine.title, language),
        library.language_of(routine.title, language),
        library.say(routine.summary, language),
        "  ·  ".join(facts),
        library.say(routine.why, language),
        stop_rules(language, catalogue.safety),
        tuple(_row(line, catalogue, heard, spoken.get(line.number, ()), language) for line in lines),
        spoken.get(0, ()),
        _first(lines, catalogue.safety.conditions, language),
        " ".join(
            text for text in (library.say(catalogue.safety.disclaimer, language), _reviewed(lines, language)) if text
        ),
        for_you,
    )


def _reviewed(lines: Sequence[RoutineLine], language: Language) -> str:
    """Which exercises a physiotherapist has reviewed: by whom and when; nothing of those that none has."""
    told = language.translate("Sheet", "{exercise}: reviewed {by}.")
    each = {
        line.exercise.id: told.format(
            exercise=library.say(line.exercise.title, language), by=library.reviewed(line.exercise.reviewed, language)
        )
        for line in lines
        if line.exercise.reviewed
    }
    return " ".join(each.values())


def _row(line: RoutineLine, catalogue: Catalogue, heard: str, before: tuple[str, ...], language: Language) -> Row:
    exercise = line.exercise
    dose = library.dose(line.dose, Phrases(catalogue.coaching.phrases, language.tag), language)
    if line.rounds > 1:
        dose = language.translate("Sheet", "{dose}, {rounds} rounds").format(dose=dose, rounds=line.rounds)
    dose = library.with_load(dose, line.load, language)
    note = (library.say(line.note, language),) if line.note else ()
    own = "  ".join((*note, *(() if heard else tempo.told(line.cues, line.exercise.phases, language))))
    told = (
        (language.translate("Sheet", "Think"), _joined(exercise.cues, language)),
        (language.translate("Sheet", "On the way"), heard),
        (language.translate("Sheet", "Avoid"), _joined(exercise.mistakes, language)),
        (language.translate("Sheet", "Easier"), _easier(exercise, catalogue, language)),
    )
    return Row(
        line.number,
        library.say(exercise.title, language),
        _works(exercise, catalogue.areas, language),
        dose,
        tempo.tempo(line.dose, exercise.phases, language),
        own,
        library.say(exercise.described(line.dose.sides), language),
        tuple((word, text) for word, text in told if text),
        catalogue.figures.get(exercise.figure or ""),
        is_mirrored(line.dose),
        before,
    )


def _easier(exercise: Exercise, catalogue: Catalogue, language: Language) -> str:
    """The easier one by its title; nothing where it asks for something to be looked at first that this one does not."""
    one = catalogue.exercises.get(exercise.easier or "")
    if one is None or not set(one.check_first) <= set(exercise.check_first):
        return ""
    return library.say(one.title, language)


def _works(exercise: Exercise, areas: Mapping[str, Area], language: Language) -> str:
    """The muscles at work; where the exercise names none, the areas that it is for."""
    where = (library.say(areas[area].title, language) for area in exercise.areas if area in areas)
    return comma_list((library.say(muscle, language) for muscle in exercise.muscles), language) or apart_list(
        where, language
    )


def _spoken(steps: Sequence[RoutineStep], language: Language) -> dict[int, tuple[str, ...]]:
    """What `say` and `rest` steps and rounds tell, by the number of the exercise that follows; 0 is the end."""
    found: dict[int, tuple[str, ...]] = {}
    waiting: tuple[str, ...] = ()
    number = 0
    for step in _in_order(_without_trailing_rest(steps)):
        if isinstance(step, ExerciseStep):
            number += 1
            found[number], waiting = waiting, ()
        elif isinstance(step, SayStep):
            waiting = (*waiting, library.say(step.say, language))
        elif isinstance(step, RoundsStep):
            waiting = (*waiting, *_circuit(step, number + 1, language))
        elif step.seconds:
            rest = language.translate("Sheet", "Rest {time}.")
            waiting = (*waiting, rest.format(time=durations.short(step.seconds, language)))
    return {**found, 0: waiting}


def _without_trailing_rest(steps: Sequence[RoutineStep]) -> Sequence[RoutineStep]:
    """The steps without what no session has: a rest at its end."""
    while steps and isinstance(steps[-1], RestStep):
        steps = steps[:-1]
    return steps


def _circuit(step: RoundsStep, first: int, language: Language) -> tuple[str, ...]:
    """That the exercises from `first` on come in rounds, and how long the rest between these is."""
    last = first + count_exercises(step.steps) - 1
    if step.rounds == 1 or last < first:
        return ()
    if not step.rest:
        told = language.translate("Sheet", "{rounds} rounds of {numbers}.")
    else:
        told = language.translate("Sheet", "{rounds} rounds of {numbers}, with a rest of {time} between them.")
    span = language.translate("Sheet", "{first} to {last}").format(first=first, last=last)
    numbers = str(first) if first == last else span
    return (told.format(rounds=step.rounds, numbers=numbers, time=durations.short(step.rest, language)),)


def _in_order(steps: Sequence[RoutineStep]) -> Iterator[RoutineStep]:
    """Every step, rounds before what is in them."""
    for step in steps:
        yield step
        if isinstance(step, RoundsStep):
            yield from _in_order(step.steps)


def _first(lines: Sequence[RoutineLine], conditions: Mapping[str, Text], language: Language) -> str:
    """Each question once, with the numbers of the exercises before which it is asked."""
    numbers: dict[str, list[int]] = {}
    for line in lines:
        for name in line.exercise.check_first:
            if name in conditions:
                numbers.setdefault(name, []).append(line.number)
    asked = [
        f"{library.say(conditions[name], language)} ({comma_list(map(str, sorted(set(where))), language)})"
        for name, where in numbers.items()
    ]
    return "  ".join(asked)


def _joined(texts: Sequence[Text], language: Language) -> str:
    return "  ".join(library.say(text, language) for text in texts)


def _heard(timeline: Timeline, language: Language) -> str:
    """An author's cues of a run, each with its time."""
    cues = [cue for cue in timeline.cues if cue.event == "cue" and cue.say]
    return "  ".join(f"{durations.clock(cue.at)} {library.say(cue.say, language)}" for cue in cues)
