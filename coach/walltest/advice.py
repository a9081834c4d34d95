"""What to say about a result: real change against noise, the routine it asks for, when to stop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from coach.content.model import Area, Routine
from coach.walltest.score import Result

REAL_CHANGE_POINTS = 2  # of a 0-10 rating; less is noise (Ostelo, Spine 2008, by analogy)
STOP_PAIN = 6  # of 10 and more; this, and the bones below: docs/evidence.md, section 1
BONE_CHECK_CM = 5.0
BONE_CHECK_AGE = 50

PLACE_TO_START = "A focus area is where you felt most tension: a place to start, not a finding about your body."


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
class Comparison:
    """A result beside the one before, in words; `tension` by area, only areas that both rated."""

    hold: str
    contact: str
    carry_over: str
    tension: Mapping[str, str]


def change(before: int, after: int) -> str:
    """What became of a 0-10 rating. A change under two points is noise, and is called so."""
    difference = after - before
    if difference == 0:
        return "The same as last time."
    amount = f"{abs(difference)} {'more' if difference > 0 else 'less'} than last time"
    if abs(difference) < REAL_CHANGE_POINTS:
        return f"{amount}. A change under {REAL_CHANGE_POINTS} points is noise."
    return f"{amount}: a real change."


def compare(before: Result, after: Result) -> Comparison:
    """Both results in words, part by part."""
    seconds = round(after.hold_seconds) - round(before.hold_seconds)
    return Comparison(
        f"{abs(seconds)} s {'longer' if seconds > 0 else 'shorter'} than last time" if seconds else "the same",
        _count(before.contact, after.contact),
        _count(before.carry_over, after.carry_over),
        {area: change(before.tension[area], now) for area, now in after.tension.items() if area in before.tension},
    )


def _count(before: int, after: int) -> str:
    if before == after:
        return "the same"
    return f"{abs(after - before)} {'more' if after > before else 'fewer'} than last time"


def routine_for(focus: Sequence[str], catalogue: Areas) -> str | None:
    """The routine that areas.yaml names for most of the focus areas; on ties the one of the stronger area, then the
    one named first. None where it names none that exists."""
    votes: dict[str, int] = {}
    for area_id in focus:
        area = catalogue.areas.get(area_id)
        for routine in dict.fromkeys(area.routines if area else ()):
            if routine in catalogue.routines:
                votes[routine] = votes.get(routine, 0) + 1
    return max(votes, key=lambda routine: votes[routine]) if votes else None


def stop_reason(*, pain: int | None = None, dizzy: bool = False, tingling: bool = False) -> str | None:
    """Why the test ends here, in words for the person; None while it may go on."""
    if dizzy:
        return "You feel dizzy: stop here, sit down and breathe calmly. If it does not pass soon, get medical help."
    if tingling:
        return "Your arm tingles: stop here. Have it checked before you go on with exercises."
    if pain is not None and pain >= STOP_PAIN:
        return f"Pain of {STOP_PAIN} or more is too much: stop here. If it stays or comes back, have it checked."
    return None


def bone_check(occiput_cm: float | None, age_years: int | None, lost_height: bool = False) -> str | None:
    """Advice to have the bones checked, or None. A distance alone says nothing while the age is not known: its cut-off
    comes from elderly people."""
    old_enough = age_years is not None and age_years >= BONE_CHECK_AGE
    if old_enough and occiput_cm is not None and occiput_cm > BONE_CHECK_CM:
        return "Your head rests more than 5 cm from the wall: at 50 or over, ask a doctor whether to check your bones."
    if lost_height:
        return "You have lost height: ask a doctor whether to check your bones."
    return None
