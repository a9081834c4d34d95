"""Everything that a person or the program may set: the names in the store, what each may be, and its default.

    store.get(VOLUME)            what was kept, or the default where nothing was, or nothing that a volume may be
    store.keep(VOLUME, 0.5)

The one place that knows them. The lengths that a person chose for routines stand in progress/lengths.py, one a routine,
what they use for exercises in progress/loads.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, get_args

from coach.progress.setting import (
    Setting,
    number,
    one_of,
    or_none,
    plain_word,
    plain_words,
    table,
    text,
    texts,
    truth,
    truths,
)
from coach.progression.aim import AIMS, Aim
from coach.reminders.desk_hours import DeskHours
from coach.reminders.state import State
from coach.sound.voice.amount import AMOUNTS, Amount
from coach.sound.voice.who_speaks import SPEAKS as WHO_SPEAKS
from coach.sound.voice.who_speaks import Speaks
from coach.unfit import UnfitError
from coach.values import dataclass
from coach.walltest.age import ToldAge

LOUDNESS = 0.8
"""Volume of cues and voice before anybody has chosen one."""


def _amount(value: Any) -> Amount:
    return next(amount for amount in AMOUNTS if amount == one_of(*AMOUNTS)(value))


def _passed(value: Any) -> date | Literal[True] | None:
    """The day on which they let the person begin; True where the day is not known; None where they did not."""
    if value is None or value is True:
        return value
    if isinstance(value, str):
        return datetime.fromisoformat(value).date()
    raise UnfitError("no-day")


def _lateness(value: Any) -> tuple[int, float, float]:
    seconds = number(-86400, 86400)
    if not isinstance(value, list) or len(value) != 3:
        raise UnfitError("no-lateness")
    return int(number(0, 1e6)(value[0])), seconds(value[1]), seconds(value[2])


@dataclass(frozen=True, slots=True)
class Swap:
    """Where in its timeline a session was taken over, from which exercise of the file, and by which one."""

    at: int
    named: str
    exercise: str


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What took over in the session with this id, one after the other."""

    session: int = 0
    swaps: tuple[Swap, ...] = ()

    def as_json(self) -> Mapping[str, Any]:
        """As it is kept."""
        return {"session": self.session, "swaps": [[one.at, one.named, one.exercise] for one in self.swaps]}


def _taken_over(value: Any) -> TakenOver:
    try:
        swaps = tuple(Swap(int(at), str(named), str(exercise)) for at, named, exercise in table(value)["swaps"])
        return TakenOver(int(value["session"]), swaps)
    except (KeyError, TypeError) as error:
        raise UnfitError("no-takeover") from error


# how it looks
LANGUAGE = Setting("language", plain_word, "system")
"""`system`, or the tag of a language; one that is not offered any more is English (`languages/choosing.py`)."""
THEME = Setting("theme", one_of("system", "light", "dark", "contrast"), "system")
TEXT_SIZE = Setting("text-size", number(1.0, 2.0), 1.0)
REDUCED_MOTION: Setting[bool | None] = Setting("reduced-motion", or_none(truth), None)
"""None: nobody chose it here, and what the desktop wishes holds."""

# how it sounds; volumes from 0 to 1
VOLUME = Setting("volume", number(0.0, 1.0), LOUDNESS)
MUTED = Setting("muted", truth, False)
VOICE_VOLUME = Setting("voice-volume", number(0.0, 1.0), LOUDNESS)
VOICE_SPEED = Setting("voice-speed", number(0.5, 2.0), 1.0)
VOICE_AMOUNT: Setting[Amount] = Setting("voice-amount", _amount, AMOUNTS[0])
SPEAKS: Setting[Speaks | None] = Setting("speaks", or_none(one_of(*WHO_SPEAKS)), None)
"""Who says a session's sentences; None: nobody was asked yet."""
LOWER_OTHERS = Setting("lower-others", truth, False)

LATENESS: Setting[tuple[int, float, float] | None] = Setting("last-lateness", _lateness, None)
"""Of the last session: how many sounds, their median and their worst, in seconds."""

# the safety questions, as versions before kept them: they become records (safety_answers.take_over)
SAFETY_ANSWERS: Setting[Mapping[str, Any]] = Setting("safety", table, {})
SAFETY_PASSED: Setting[date | Literal[True] | None] = Setting("safety-passed", _passed, None)

# the reminders at the desk
REMINDERS_STATE: Setting[State] = Setting("reminders-state", State.read, State())
REMINDERS_ENABLED: Setting[Mapping[str, bool]] = Setting("reminders-enabled", truths, {})
"""What the engine remembers, and the switches that overrule the files."""

REMINDERS_ON_SCREEN: Setting[tuple[str, ...]] = Setting("reminders-on-screen", texts, ())
"""Those that nobody has answered yet: of a program that is no longer there, they are over."""

DESK_HOURS: Setting[DeskHours | None] = Setting("desk-hours", DeskHours.read, None)
"""When the person sits at the desk, in place of the hours of the shipped reminders; None: as their files have it."""

REMINDER_KEY = Setting("reminder-key", truth, False)
"""Whether the person chose a key of the whole desktop that leads to what waits; which it is, the desktop knows."""

# what the person wants it for, and has
AIM: Setting[Aim | None] = Setting("aim", or_none(one_of(*AIMS)), None)
KIT_MISSING: Setting[frozenset[str]] = Setting("kit-missing", plain_words, frozenset())
"""The things that exercises need and the person has not got. Nothing, before anybody has said so: nothing is kept from
those who were never asked."""

WithoutTray = Literal["go-on", "minimise", "end"]
WITHOUT_TRAY_WAYS: tuple[WithoutTray, ...] = get_args(WithoutTray)
WITHOUT_TRAY: Setting[WithoutTray | None] = Setting("without-tray", or_none(one_of(*WITHOUT_TRAY_WAYS)), None)
"""What becomes of the program when its window is closed where no icon can be shown; None: it is asked."""

WELCOMED = Setting("welcomed", truth, False)
"""Whether the welcome was gone through, or skipped."""

TAKEN_OVER: Setting[TakenOver] = Setting("taken-over", _taken_over, TakenOver())
"""The session in which another exercise took over last, so that it goes on with that where it was cut short."""

PROGRESS_AS = Setting("progress-as", one_of("picture", "table"), "picture")
"""How Progress shows what was done."""

FOCUS_MINUTES = Setting("focus-minutes", number(1, 60), 8.0)
"""How long the focus routine shall be."""

AGE: Setting[ToldAge | None] = Setting("age", or_none(ToldAge.read), None)
LOST_HEIGHT = Setting("lost-height", truth, False)
AGE_ASKED = Setting("age-asked", truth, False)
"""What the advice on bones needs to know, where the person has told it; whether a test has asked for it once."""

ASK_AFTERWARDS = Setting("ask-afterwards", truth, False)
"""Whether a wall test asks its questions at its end, from memory, and not at the wall."""

MORNING_ASKED = Setting("morning-asked", text, "")
"""The session whose morning a card has asked about last."""

CALENDAR_NAME = Setting("calendar-name", plain_word, "")
"""What tells this person's calendar entries from those of others: a word at random, made with the first export."""

ALL: tuple[Setting[Any], ...] = tuple(one for one in tuple(vars().values()) if isinstance(one, Setting))
"""All that stand above."""

OF_THE_PROGRAM = frozenset(
    {LATENESS.name, REMINDERS_STATE.name, REMINDERS_ON_SCREEN.name, MORNING_ASKED.name, CALENDAR_NAME.name}
)
"""What it keeps by itself: who has nothing else is new."""
