"""Intervals and moments in the words that a terminal shows, for the full screen and for plain lines alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from coach.content.model import Exercise
from coach.session.timeline import Interval
from coach.words.durations import counted, in_words
from coach.words.session import interval_name


class Exercises(Protocol):
    """The part of a catalogue that words are taken from."""

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises, by id."""
        ...


def exercise_title(ident: str | None, catalogue: Exercises) -> str:
    """An exercise's title; an empty text where there is none."""
    exercise = catalogue.exercises.get(ident) if ident else None
    return str(exercise.title) if exercise else ident or ""


def heading(interval: Interval, catalogue: Exercises) -> str:
    """What this interval is, in a few words."""
    title, name = exercise_title(interval.exercise, catalogue), interval_name(interval)
    match interval.kind:
        case "prepare":
            return f"{name}: {title}" if title else name
        case "work":
            return title or name
        case "between":
            return f"Next: {title}"  # there is one line for what is and what comes
        case "say" if interval.wait:
            return "Read"  # and no stage that shows it large
        case _:
            return name


def place(interval: Interval) -> str:
    """Which set, side and round this is: `set 1 of 3, left`. Empty where there is but one."""
    parts = []
    if interval.rounds and interval.rounds > 1:
        parts.append(f"round {interval.round} of {interval.rounds}")
    if interval.sets and interval.sets > 1:
        parts.append(f"set {interval.set} of {interval.sets}")
    if interval.side in ("left", "right"):
        parts.append(interval.side)
    return ", ".join(parts)


def amount(interval: Interval) -> str:
    """How much is to be done in this interval."""
    if interval.open == "max":
        return f"as long as you can, up to {in_words(interval.seconds)}"
    if interval.reps is None:
        return in_words(interval.seconds)
    if interval.side == "alternate":
        return f"{interval.reps} each side"
    repetitions = counted(interval.reps, "repetition")
    return f"{repetitions} at your own pace" if interval.open == "own" else repetitions


def line(interval: Interval, catalogue: Exercises) -> str:
    """The interval in one line, as the plain form prints it."""
    if interval.kind == "say":
        return ""
    return ", ".join(part for part in (heading(interval, catalogue), place(interval), amount(interval)) if part)
