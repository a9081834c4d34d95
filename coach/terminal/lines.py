"""A session in plain lines, one an event, for a pipe, a log or a screen reader. Nobody can press anything here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from coach.conductor import Conductor
from coach.session.events import (
    Ended,
    Event,
    IntervalStarted,
    Paused,
    RepetitionStarted,
    Resumed,
    Say,
    Sound,
)
from coach.terminal.keys import Keys
from coach.words import terminal as words
from coach.words.durations import clock, in_words, rough
from coach.words.language import ENGLISH, Language
from coach.words.session import Exercises, line, side_name

LONGEST_WAIT_SECONDS = 1.0
"""The player takes a longer silence for a machine that slept."""


def play_lines(
    conductor: Conductor,
    catalogue: Exercises,
    keys: Keys,
    out: TextIO,
    *,
    has_sound: Callable[[], bool],
    warn: Callable[[str], None],
    speed: float = 1.0,
    language: Language = ENGLISH,
) -> None:
    """Run the session to its end, printing each event as it happens; the sounds too while there are none.

    `warn` is told, once, what the machine lacks.
    """
    _print(conductor.start(), catalogue, out, language, has_sound=has_sound())
    told = None
    while conductor.ended is None:
        due = conductor.seconds_until_next()
        keys.wait(min(LONGEST_WAIT_SECONDS, due if due is not None else LONGEST_WAIT_SECONDS) / speed)
        events = conductor.advance()
        _print(events, catalogue, out, language, has_sound=has_sound())
        if any(isinstance(event, Paused) for event in events):  # nobody is there to say when to go on
            _print(conductor.resume(), catalogue, out, language, has_sound=has_sound())
        if conductor.trouble and conductor.trouble != told:
            told = conductor.trouble
            warn(told)


def _print(events: list[Event], catalogue: Exercises, out: TextIO, language: Language, *, has_sound: bool) -> None:
    for event in events:
        text = describe(event, catalogue, language, has_sound=has_sound)
        if text:
            _write(out, f"{clock(event.at)} {text}")


def describe(event: Event, catalogue: Exercises, language: Language = ENGLISH, *, has_sound: bool) -> str:
    """One event in words; an empty text where there is nothing to tell."""
    match event:
        case IntervalStarted(interval=interval):
            return line(interval, catalogue, language)
        case RepetitionStarted(number=number, of=of, side=side):
            named = side_name(side, language, is_short=True) or side or ""
            return words.repetition(language, number, of, named)
        case Say(text=text):
            return words.said(language, text)
        case Sound(name=name):
            return "" if has_sound else f"[{name}]"
        case Paused(reason=reason, gap_seconds=gap):
            return (
                words.stood_still(language, in_words(rough(gap), language))
                if reason == "gap"
                else words.paused(language)
            )
        case Resumed():
            return words.going_on(language)
        case Ended(how=how):
            return words.ending(language, how)
    return ""


def _write(out: TextIO, text: str) -> None:
    printable = "".join(c if c.isprintable() else " " for c in text)
    encoding = out.encoding or "utf-8"
    out.write(printable.encode(encoding, "replace").decode(encoding) + "\n")
    out.flush()
