"""A session in words: what its parts are called, where one stands among others, and how much is to be done in it.

What stands alone in one line of a terminal says more in it than what stands on a stage beside a figure and a ring;
where the two differ, an argument says which is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from coach.content.model import Exercise
from coach.session.timeline import Interval
from coach.words.durations import counted, in_words
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list


class Exercises(Protocol):
    """The part of a catalogue that words are taken from."""

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises, by id."""
        ...


def exercise_title(ident: str | None, catalogue: Exercises, language: Language = ENGLISH) -> str:
    """An exercise's title; the id where the library does not hold it, an empty text where there is none."""
    exercise = catalogue.exercises.get(ident or "")
    return exercise.title.in_language(language.tag) if exercise else ident or ""


def interval_name(interval: Interval, language: Language = ENGLISH) -> str:
    """The name of what `interval` is, without its exercise; the same on every screen."""
    match interval.kind:
        case "prepare":
            return language.translate("Session", "Get ready")
        case "work":  # without an exercise, as in a test
            return language.translate("Session", "Hold")
        case "rest":
            return language.translate("Session", "Rest")
        case "switch":
            return language.translate("Session", "Other side")
        case "between":
            return language.translate("Session", "Change over")
        case "say" if interval.wait:
            return language.translate("Session", "Your turn")
        case "say":
            return language.translate("Session", "Listen")


def title(interval: Interval, catalogue: Exercises, language: Language = ENGLISH) -> str:
    """What is done in this interval, beside what a stage shows of it: the exercise, or the interval's name."""
    own = exercise_title(interval.exercise, catalogue, language) if interval.kind == "work" else ""
    return own or interval_name(interval, language)


def heading(interval: Interval, catalogue: Exercises, language: Language = ENGLISH) -> str:
    """What this interval is, where one line is all there is for it."""
    exercise = exercise_title(interval.exercise, catalogue, language)
    name = title(interval, catalogue, language)
    match interval.kind:
        case "prepare" if exercise:
            return language.translate("Session", "{name}: {exercise}").format(name=name, exercise=exercise)
        case "between":
            return coming(exercise, language)  # what is and what comes
        case "say" if interval.wait:
            return language.translate("Session", "Read")  # no stage shows it large
        case _:
            return name


def coming(what: str, language: Language = ENGLISH) -> str:
    """`Next: Plank`."""
    return language.translate("Session", "Next: {what}").format(what=what)


def place(interval: Interval, language: Language = ENGLISH) -> str:
    """Which round, set and side this is: `set 1 of 3, left`. Empty where there is but one."""
    side = side_name(interval.side, language, is_short=True)
    parts = (round_of(interval, language), set_of(interval, language), side)
    return comma_list((part for part in parts if part), language)


def set_of(interval: Interval, language: Language = ENGLISH) -> str:
    """`set 1 of 3`; empty where there is but one."""
    if not interval.sets or interval.sets == 1:
        return ""
    return language.translate("Session", "set {n} of {all}").format(n=interval.set, all=interval.sets)


def round_of(interval: Interval, language: Language = ENGLISH) -> str:
    """`round 1 of 3`; empty where there is but one."""
    if not interval.rounds or interval.rounds == 1:
        return ""
    return language.translate("Session", "round {n} of {all}").format(n=interval.round, all=interval.rounds)


def repetition_of(number: int, repetitions: int, language: Language = ENGLISH) -> str:
    """`repetition 2 of 8`."""
    return language.translate("Session", "repetition {n} of {all}").format(n=number, all=repetitions)


def side_name(side: str | None, language: Language = ENGLISH, *, is_short: bool = False) -> str:
    """`left side`, in short `left`; empty where it is no side, or both by turns."""
    match side:
        case "left" if is_short:
            return language.translate("Session", "left")
        case "left":
            return language.translate("Session", "left side")
        case "right" if is_short:
            return language.translate("Session", "right")
        case "right":
            return language.translate("Session", "right side")
        case _:
            return ""


def repetitions(work: Interval, language: Language = ENGLISH) -> str:
    """How many of them: `8 repetitions`, `6 each side`; empty where they are not counted."""
    if work.reps is None:
        return ""
    if work.side == "alternate":
        return language.translate("Session", "{n} each side").format(n=work.reps)
    return counted(work.reps, "repetition", language)


def as_long_as_you_can(most: str = "", language: Language = ENGLISH) -> str:
    """That it lasts as long as one can; `most` is the longest, told as its place wants it."""
    if not most:
        return language.translate("Session", "as long as you can")
    return language.translate("Session", "as long as you can, up to {length}").format(length=most)


def amount(interval: Interval, language: Language = ENGLISH) -> str:
    """How much is to be done in this interval, as one part of a line."""
    length = in_words(interval.seconds, language)
    if interval.open == "max":
        return as_long_as_you_can(length, language)
    told = repetitions(interval, language)
    if told and interval.open == "own" and interval.side != "alternate":
        return language.translate("Session", "{repetitions} at your own pace").format(repetitions=told)
    return told or length


def line(interval: Interval, catalogue: Exercises, language: Language = ENGLISH) -> str:
    """The interval in one line, what is told besides with its first set; empty for a `say`, whose own text tells it."""
    if interval.kind == "say":
        return ""
    parts = (heading(interval, catalogue, language), place(interval, language), amount(interval, language))
    told = comma_list((part for part in parts if part), language)
    beside = noted(interval)
    return f"{told}. {beside}" if beside and interval.kind == "work" and interval.set == 1 else told


def noted(interval: Interval) -> str:
    """What the routine says of the exercise besides, at work or to come: with which load, and its note."""
    load = (interval.load or "").rstrip(".")
    return " ".join(part for part in (f"{load[:1].upper()}{load[1:]}." if load else "", interval.note or "") if part)
