"""Which figure stands for what: an exercise, a routine, a reminder, an area of the body. Nothing is painted here."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Protocol

from coach.content.laid_doses import exercise_steps
from coach.content.model import (
    Coaching,
    ContactPoint,
    Exercise,
    Figure,
    Lesson,
    Reminder,
    Routine,
    Test,
    Text,
)
from coach.progression.barred import NOTHING_BARRED, Barred
from coach.session.routine_lines import lines
from coach.values import replace


class Figures(Protocol):
    """The part of a catalogue that has figures."""

    @property
    def figures(self) -> Mapping[str, Figure]: ...


class Coached(Figures, Protocol):
    """The part of a catalogue that says who shows what has no file of its own."""

    @property
    def coaching(self) -> Coaching: ...


class Faces(Figures, Protocol):
    """The part of a catalogue that gives a routine its face."""

    @property
    def exercises(self) -> Mapping[str, Exercise]: ...

    @property
    def routines(self) -> Mapping[str, Routine]: ...


class Offers(Faces, Protocol):
    """The part of a catalogue that a reminder may offer something of."""

    @property
    def tests(self) -> Mapping[str, Test]: ...


STANDING = Figure(id="standing", title=Text(""), base="standing", start={}, view="three-quarter")

RISING = Figure(
    id="rising",
    title=Text(""),
    base="standing",
    start={
        "thoracic": {"flex": 27},
        "neck": {"flex": 2},
        "head": {"forward": 6, "flex": -8},
        "scapula": {"retract": -10},
        "shoulder": {"flex": 27},
        "elbow": 10,
    },
    end={
        "thoracic": {"flex": 4},
        "neck": {"flex": 0},
        "head": {"forward": 0, "flex": 0},
        "scapula": {"retract": 2},
        "shoulder": {"flex": 4},
        "elbow": 6,
    },
    view=(14.0, 4.0),
)
"""Somebody who straightens up: what it is all about."""

RISEN = replace(RISING, id="risen", highlight=("shoulders-top",))
"""The same, with what holds up aglow."""

_LEG_WORK = ("hips-front", "hips-outer", "glutes", "thighs", "thighs-back", "calves")
_SEEN_FROM = {"chest": "front", "hips-front": "front", "neck": "three-quarter-back", "side-back": "three-quarter-back"}


def figure_named(catalogue: Figures, name: str | None) -> Figure | None:
    """The figure of that id, where the library holds it."""
    return catalogue.figures.get(name or "")


def figure_of(catalogue: Figures, exercise: Exercise | None) -> Figure | None:
    """The exercise's figure; None where it has none."""
    return figure_named(catalogue, exercise.figure) if exercise is not None else None


def at_the_desk(catalogue: Coached) -> Figure | None:
    """Who shows work at a desk."""
    return figure_named(catalogue, catalogue.coaching.figures.get("desk"))


class Emblems:
    """The figures that tell the routines of a catalogue from one another, of exercises that are not `barred`; for who
    asks for many of them: how many routines share an exercise is counted once.
    """

    def __init__(self, catalogue: Faces, barred: Container[str] = frozenset()) -> None:
        self._catalogue, self._barred = catalogue, barred
        self._shared: Mapping[str, int] | None = None

    def of(self, routine: Routine | None) -> Figure | None:
        """The figure of the exercise that fewest of the others share, a standing one if there is a choice. Of two that
        take turns it is the one that takes longer: a walk with some running shows somebody who walks.
        """
        if routine is None:
            return None
        if self._shared is None:
            self._shared = _shared(self._catalogue.routines)
        taking_turns = _seconds_of_two(self._catalogue, routine)
        found = []
        for order, ident in enumerate(dict.fromkeys(_exercises(routine))):
            exercise = self._catalogue.exercises.get(ident)
            figure = figure_of(self._catalogue, exercise)
            if figure is not None and ident not in self._barred:
                lasts = taking_turns.get(ident, 0.0)
                found.append((-lasts, self._shared.get(ident, 0), figure.base != "standing", order, figure))
        return min(found, key=lambda entry: entry[:4])[4] if found else None


def emblem(catalogue: Faces, routine: Routine | None, barred: Container[str] = frozenset()) -> Figure | None:
    """The emblem of one routine alone."""
    return Emblems(catalogue, barred).of(routine)


def figure_for_reminder(
    catalogue: Offers,
    reminder: Reminder | None,
    barred: Barred = NOTHING_BARRED,
    offered: Routine | Test | None = None,
) -> Figure | None:
    """What a nudge shows: its own figure, or that of what is `offered` now, without that of the first thing that its
    file offers; where it has neither, what is done at the desk. Somebody who just stands, where that would be a barred
    exercise, and whatever it is while the answers lock.
    """
    if reminder is None:
        return None
    if barred.locked:
        return STANDING
    found = _shown_by(catalogue, reminder, offered, barred)
    if found is not None:
        return STANDING if _is_of(found, catalogue, barred) else found
    return None if _shown_by(catalogue, reminder, offered) is None else STANDING


def _is_of(figure: Figure, catalogue: Faces, barred: Container[str]) -> bool:
    """Whether a figure shows the movement of one of these exercises."""
    return any(one.figure == figure.id and ident in barred for ident, one in catalogue.exercises.items())


def _shown_by(
    catalogue: Offers, reminder: Reminder, offered: Routine | Test | None, barred: Container[str] = frozenset()
) -> Figure | None:
    if (own := figure_named(catalogue, reminder.figure)) is not None:
        return own
    match offered or next(iter(reminder.offered(catalogue.routines, catalogue.tests)), None):
        case Routine() as routine:
            return emblem(catalogue, routine, barred)
        case Test() as test:
            return at_the_wall(catalogue, test)
    at_desk = next((each for each in catalogue.routines.values() if each.goal == "desk"), None)
    return emblem(catalogue, at_desk, barred)


def figure_for_lesson(catalogue: Figures, lesson: Lesson) -> Figure:
    """What a lesson is about; somebody standing where it names no figure."""
    return figure_named(catalogue, lesson.figure) or STANDING


def at_the_wall(catalogue: Figures, test: Test) -> Figure | None:
    """Who stands at the wall in a test."""
    return figure_named(catalogue, test.figures.wall)


def touching(figure: Figure | None, point: ContactPoint) -> Figure | None:
    """Who stands at the wall with one point of contact lit: the target that `point` names, else the area behind it."""
    if figure is None:
        return None
    if point.mark is not None:
        return replace(figure, marks=(point.mark,), highlight=())
    return replace(figure, marks=(), highlight=(point.area,) if point.area else ())


def one_step_forward(catalogue: Figures, test: Test) -> Figure | None:
    """Who steps away from the wall in a test and keeps the shape."""
    return figure_named(catalogue, test.figures.step)


def hips_up(figure: Figure | None) -> bool:
    """Whether head, trunk and arms tell the movement, so that a picture may leave out the legs."""
    if figure is None or figure.base not in ("standing", "sitting") or figure.cycle:
        return False
    return not any(area.removeprefix("left-").removeprefix("right-") in _LEG_WORK for area in figure.highlight)


def area_figure(area: str) -> Figure:
    """Somebody standing, seen from where the area shows, with the area aglow."""
    return Figure(
        id=f"area-{area}",
        title=Text(""),
        base="standing",
        start={},
        view=_SEEN_FROM.get(area, "back"),
        highlight=(area,),
    )


def _seconds_of_two(catalogue: Faces, routine: Routine) -> Mapping[str, float]:
    """How long a routine of two exercises does each of them, where both are done for a time; else nothing."""
    seconds: dict[str, float] = {}
    for line in lines(routine, catalogue.exercises):
        if line.dose.for_seconds is None:
            return {}
        lasts = line.dose.for_seconds * line.dose.sets * line.rounds
        seconds[line.exercise.id] = seconds.get(line.exercise.id, 0.0) + lasts
    return seconds if len(seconds) == 2 else {}


def _shared(routines: Mapping[str, Routine]) -> dict[str, int]:
    """In how many routines each exercise is."""
    counts: dict[str, int] = {}
    for routine in routines.values():
        for ident in set(_exercises(routine)):
            counts[ident] = counts.get(ident, 0) + 1
    return counts


def _exercises(routine: Routine) -> list[str]:
    return [step.exercise for step in exercise_steps(routine.steps)]
