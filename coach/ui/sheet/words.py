"""What stands on a routine's printed sheet, in words and figures; where it stands is layout.py's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

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
from coach.session.timeline import Timeline
from coach.ui.words import common as words
from coach.words import plan as plan_words
from coach.words import tempo

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue


def tr(text: str) -> str:
    """A word of the sheet in the person's language."""
    return QCoreApplication.translate("Sheet", text)


@dataclass(frozen=True)
class Row:
    """One exercise as it is printed. `before` is said before it; `works` are the muscles at work, since a
    grey print hides what glows; `own` is what the routine's author tells; `told` are (word, text) pairs: think of,
    hear, avoid.
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
    numbers; these three from the library's safety file.
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


def sheet_of(routine: Routine, timeline: Timeline, catalogue: Catalogue) -> Sheet:
    """What is printed of `routine`, which takes as long as `timeline`."""
    needs = [words.need(thing) for thing in routine_lines.needs(routine, catalogue.exercises)]
    place = place_of(routine.id, catalogue)
    week = [plan_words.span(place.weeks, words.LANGUAGE)] if place is not None else []
    facts = [*week, words.total(timeline), words.count_exercises(timeline.exercises), *needs]
    phrases = Phrases(catalogue.coaching.phrases, words.language())
    lines = routine_lines.lines(routine, catalogue.exercises)
    heard = _heard(timeline) if chosen_length(routine, catalogue.exercises) is not None else ""
    spoken = _spoken(routine.steps)
    return Sheet(
        words.say(routine.title),
        words.language_of(routine.title),
        words.say(routine.summary),
        "  ·  ".join(facts),
        words.say(routine.why),
        " ".join(words.say(one) for one in catalogue.safety.stop),
        tuple(_row(line, phrases, catalogue, heard, spoken.get(line.number, ())) for line in lines),
        spoken.get(0, ()),
        _first(lines, catalogue.safety.conditions),
        words.say(catalogue.safety.disclaimer),
    )


def _row(line: routine_lines.Line, phrases: Phrases, catalogue: Catalogue, heard: str, before: tuple[str, ...]) -> Row:
    exercise = line.exercise
    dose = words.dose(line.dose, phrases)
    if line.rounds > 1:
        dose = tr("{dose}, {rounds} rounds").format(dose=dose, rounds=line.rounds)
    own = "" if heard else "  ".join(tempo.told(line.cues, words.LANGUAGE))
    told = (
        (tr("Think"), _joined(exercise.cues)),
        (tr("On the way"), heard),
        (tr("Avoid"), _joined(exercise.mistakes)),
    )
    return Row(
        line.number,
        words.say(exercise.title),
        _works(exercise, catalogue.areas),
        dose,
        tempo.tempo(line.dose, exercise.phases, words.LANGUAGE),
        own,
        words.say(exercise.describe),
        tuple((word, text) for word, text in told if text),
        catalogue.figures.get(exercise.figure or ""),
        is_mirrored(line.dose),
        before,
    )


def _works(exercise: Exercise, areas: Mapping[str, Area]) -> str:
    """The muscles at work; where the exercise names none, the areas that it is for."""
    where = (words.say(areas[area].title) for area in exercise.areas if area in areas)
    return ", ".join(words.say(muscle) for muscle in exercise.muscles) or "; ".join(where)


def _spoken(steps: Sequence[RoutineStep]) -> dict[int, tuple[str, ...]]:
    """What `say` and `rest` steps and rounds tell, by the number of the exercise that follows; 0 is the end."""
    found: dict[int, tuple[str, ...]] = {}
    waiting: tuple[str, ...] = ()
    number = 0
    for step in _in_order(_without_trailing_rest(steps)):
        if isinstance(step, ExerciseStep):
            number += 1
            found[number], waiting = waiting, ()
        elif isinstance(step, SayStep):
            waiting = (*waiting, words.say(step.say))
        elif isinstance(step, RoundsStep):
            waiting = (*waiting, *_circuit(step, number + 1))
        elif step.seconds:
            waiting = (*waiting, tr("Rest {time}.").format(time=words.length(step.seconds)))
    return {**found, 0: waiting}


def _without_trailing_rest(steps: Sequence[RoutineStep]) -> Sequence[RoutineStep]:
    """The steps without what no session has: a rest at its end."""
    while steps and isinstance(steps[-1], RestStep):
        steps = steps[:-1]
    return steps


def _circuit(step: RoundsStep, first: int) -> tuple[str, ...]:
    """That the exercises from `first` on come in rounds, and how long the rest between these is."""
    last = first + count_exercises(step.steps) - 1
    if step.rounds == 1 or last < first:
        return ()
    if not step.rest:
        told = tr("{rounds} rounds of {numbers}.")
    else:
        told = tr("{rounds} rounds of {numbers}, with a rest of {time} between them.")
    numbers = str(first) if first == last else tr("{first} to {last}").format(first=first, last=last)
    return (told.format(rounds=step.rounds, numbers=numbers, time=words.length(step.rest)),)


def _in_order(steps: Sequence[RoutineStep]) -> Iterator[RoutineStep]:
    """Every step, rounds before what is in them."""
    for step in steps:
        yield step
        if isinstance(step, RoundsStep):
            yield from _in_order(step.steps)


def _first(lines: Sequence[routine_lines.Line], conditions: Mapping[str, Text]) -> str:
    """Each question once, with the numbers of the exercises before which it is asked."""
    numbers: dict[str, list[int]] = {}
    for line in lines:
        for name in line.exercise.check_first:
            if name in conditions:
                numbers.setdefault(name, []).append(line.number)
    asked = [
        f"{words.say(conditions[name])} ({', '.join(str(number) for number in sorted(set(where)))})"
        for name, where in numbers.items()
    ]
    return "  ".join(asked)


def _joined(texts: Sequence[Text]) -> str:
    return "  ".join(words.say(text) for text in texts)


def _heard(timeline: Timeline) -> str:
    """An author's cues of a run, each with its time."""
    cues = [cue for cue in timeline.cues if cue.event == "cue" and cue.say]
    return "  ".join(f"{words.clock(cue.at)} {words.say(cue.say)}" for cue in cues)
