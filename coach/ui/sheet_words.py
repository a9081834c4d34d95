"""What stands on a routine's printed sheet, in words and figures; where it stands is sheet_layout's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from coach.content.model import Figure, Routine, Text
from coach.session.length import chosen_length
from coach.session.phrases import Phrases
from coach.session.planned import place_of
from coach.session.timeline import Timeline
from coach.ui import plan_words, words
from coach.ui.posing import is_mirrored


def tr(text: str) -> str:
    return QCoreApplication.translate("Sheet", text)


@dataclass(frozen=True)
class Row:
    """One exercise as it is printed. `told` are (word, text) pairs: think of, hear, avoid."""

    number: int
    title: str
    dose: str
    describe: str
    told: tuple[tuple[str, str], ...]
    figure: Figure | None
    mirrored: bool


@dataclass(frozen=True)
class Sheet:
    """`stop` is the stop rule, `about` what the program is and is not, `first` what to ask a professional about before
    some exercises, with their numbers; all from the library's safety file.
    """

    title: str
    summary: str
    facts: str
    stop: str
    rows: tuple[Row, ...]
    first: str
    about: str


def sheet_of(routine: Routine, timeline: Timeline, catalogue) -> Sheet:
    """What is printed of `routine`, which takes as long as `timeline`."""
    needs = [words.need(thing) for thing in words.needs(routine, catalogue.exercises)]
    place = place_of(routine.id, catalogue)
    week = [plan_words.span(place.weeks)] if place is not None else []
    facts = [*week, words.total(timeline), words.count_exercises(timeline.exercises), *needs]
    phrases = Phrases(catalogue.coaching.phrases, words.language())
    lines = words.lines(routine, catalogue.exercises)
    heard = _heard(timeline) if chosen_length(routine, catalogue.exercises) is not None else ""
    return Sheet(
        words.say(routine.title),
        words.say(routine.summary),
        "  ·  ".join(facts),
        " ".join(words.say(one) for one in catalogue.safety.stop),
        tuple(_row(line, phrases, catalogue, heard) for line in lines),
        _first(lines, catalogue.safety.conditions),
        words.say(catalogue.safety.disclaimer),
    )


def _row(line: words.Line, phrases: Phrases, catalogue, heard: str) -> Row:
    exercise = line.exercise
    dose = words.dose(line.dose, phrases)
    if line.rounds > 1:
        dose = tr("{dose}, {rounds} rounds").format(dose=dose, rounds=line.rounds)
    told = (
        (tr("Think"), _joined(exercise.cues)),
        (tr("On the way"), heard),
        (tr("Avoid"), _joined(exercise.mistakes)),
    )
    return Row(
        line.number,
        words.say(exercise.title),
        dose,
        words.say(exercise.describe),
        tuple((word, text) for word, text in told if text),
        catalogue.figures.get(exercise.figure or ""),
        is_mirrored(line.dose),
    )


def _first(lines: Sequence[words.Line], conditions: Mapping[str, Text]) -> str:
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


def _joined(texts: Sequence) -> str:
    return "  ".join(words.say(text) for text in texts)


def _heard(timeline: Timeline) -> str:
    """An author's cues of a run, each with its time."""
    cues = [cue for cue in timeline.cues if cue.event == "cue" and cue.say]
    return "  ".join(f"{words.clock(cue.at)} {words.say(cue.say)}" for cue in cues)
