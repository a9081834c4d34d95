"""What a result asks for: change against noise, the routines it asks for, when to stop. Values, no words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Literal, Protocol

from coach.content.model import Area, MeasureStep, Routine, Test
from coach.values import dataclass
from coach.walltest.score import Result

BEYOND_NOISE_POINTS = 2  # of a 0-10 rating; less is noise (Ostelo, Spine 2008, by analogy)
BONE_CHECK_CM = 5.0  # this, and the age below: docs/evidence.md, section 1
BONE_CHECK_AGE = 50
OCCIPUT = "occiput"  # what a test calls this measure: docs/format.md

StopReason = Literal["dizzy", "tingling", "pain"]
BoneCheck = Literal["far-from-wall", "lost-height"]


class Areas(Protocol):
    """The part of a catalogue that this asks for."""

    @property
    def areas(self) -> Mapping[str, Area]:
        """All areas of the body, by id."""
        ...

    @property
    def routines(self) -> Mapping[str, Routine]:
        """All routines, by id."""
        ...


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a 0-10 rating: `points` more than before, less where it is below 0; whether it may tell anything.

    One test after another can say no more than `perhaps`; whether it stays is told by `staying.stayed`.
    """

    kind: Literal["same", "noise", "perhaps"]
    points: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much more a result has than the one before, less where it is below 0; `tension` by area, only areas that
    both rated."""

    hold_seconds: int
    contact: int
    carry_over: int
    tension: Mapping[str, Change]


def change(before: int, after: int) -> Change:
    """What became of a 0-10 rating since the test before. A change under two points is noise, and is called so."""
    points = after - before
    if points == 0:
        return Change("same", points)
    return Change("noise" if abs(points) < BEYOND_NOISE_POINTS else "perhaps", points)


def compare(before: Result, after: Result) -> Comparison:
    """What became of every part. Seconds are compared as they are shown: whole."""
    return Comparison(
        round(after.hold_seconds) - round(before.hold_seconds),
        after.contact - before.contact,
        after.carry_over - before.carry_over,
        {area: change(before.tension[area], now) for area, now in after.tension.items() if area in before.tension},
    )


def routines_for(focus: Sequence[str], catalogue: Areas) -> tuple[str, ...]:
    """The routines that areas.yaml names for the focus areas, the best answer first; none that does not exist.

    The best answer of the strongest area, then that of the next one, then their second ones, and so on. How many of the
    areas name a routine does not count: what is the last choice of each is no good answer to any.
    """
    areas = [catalogue.areas[ident] for ident in focus if ident in catalogue.areas]
    ranked = [[ident for ident in area.routines if ident in catalogue.routines] for area in areas]
    turns = zip_longest(*ranked)
    return tuple(dict.fromkeys(ident for turn in turns for ident in turn if ident is not None))


def is_occiput(step: MeasureStep) -> bool:
    """Whether it measures the distance from the back of the head to the wall, in centimetres."""
    return step.id == OCCIPUT and step.unit == "cm"


def occiput_cm(test: Test, result: Result) -> float | None:
    """The distance from the back of the head to the wall, where the test measures it and it was measured."""
    if not any(isinstance(step, MeasureStep) and is_occiput(step) for step in test.steps):
        return None
    return result.answers.measures.get(OCCIPUT)


def bone_check(occiput_cm: float | None, age_years: int | None, lost_height: bool = False) -> BoneCheck | None:
    """Why to have the bones checked, or None. A distance alone says nothing while the age is not known: its cut-off
    comes from elderly people."""
    old_enough = age_years is not None and age_years >= BONE_CHECK_AGE
    if old_enough and occiput_cm is not None and occiput_cm > BONE_CHECK_CM:
        return "far-from-wall"
    return "lost-height" if lost_height else None
