"""What the engine remembers between two looks. Plain values that survive a restart as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from coach.content.model import Position
from coach.reminders.quiet import QuietReason, known
from coach.values import as_dict, dataclass, field, replace

LONGEST_PAUSE_SECONDS = 30 * 86400.0
"""The longest pause or snooze; who wants to be quiet for longer switches a reminder off (our choice)."""

MOST_SECONDS = 366 * 86400.0  # no other time that is kept can be longer
NEAR = timedelta(days=8)  # clock times are kept for two days; a machine may have been off for some more
FIRST_YEAR, LAST_YEAR = 1970, 2999  # a clock that has lost its battery begins in 1970


@dataclass(frozen=True, slots=True)
class ReminderState:
    """One reminder. All times in seconds.

    count: time at the desk since it last came or a break was taken; pending: the clock time (ISO, local) that is due
    and has not come yet; snooze_left: None unless snoozed; waiting: the reasons it waited for, free_for: for how long
    they have been gone; day and shown: how often it came on which day; said: how many messages were used so far; fired:
    the clock times dealt with lately, so that a clock set back repeats none; skipped: whether no clock showed the
    pending one, because it was put forward past it; named: whether another one's nudge but named it the last time.
    """

    count: float = 0.0
    pending: str | None = None
    snooze_left: float | None = None
    snoozed_for: float = 0.0
    waiting: tuple[QuietReason, ...] = ()
    free_for: float | None = None
    day: str = ""
    shown: int = 0
    said: int = 0
    fired: tuple[str, ...] = ()
    skipped: bool = False
    named: bool = False


_NEVER_SEEN = ReminderState()


@dataclass(frozen=True, slots=True)
class State:
    """All reminders and what they share.

    open: the nudge on the screen, beside: the reminders told in it, too, and open_for how long; held_for: for how long
    what may come has waited for a pause in the typing, None where nothing does; closed_for: how long ago the last one
    went; paused: by the person, for pause_left seconds or (None) until resumed; at_desk: time at the desk since the
    last break; absent: for how long nobody has touched the machine, sleep included; away_for and broke: the absence
    under way that counts as a break, and the reminders for which it does; position: the one that the person told last,
    None where they told none since they came; monotonic (None after a restart), wall,
    asleep and idle: the last look.
    """

    reminders: Mapping[str, ReminderState] = field(default_factory=dict)
    open: str | None = None
    beside: tuple[str, ...] = ()
    held_for: float | None = None
    open_for: float = 0.0
    closed_for: float | None = None
    paused: bool = False
    pause_left: float | None = None
    at_desk: float = 0.0
    absent: float = 0.0
    away_for: float = 0.0
    broke: tuple[str, ...] = ()
    position: Position | None = None
    monotonic: float | None = None
    wall: datetime | None = None
    asleep: float | None = None
    idle: float | None = None

    def of(self, reminder_id: str) -> ReminderState:
        """The state of one reminder, also of one never seen before."""
        return self.reminders.get(reminder_id, _NEVER_SEEN)

    @property
    def told(self) -> tuple[str, ...]:
        """All reminders of the nudge on the screen, the one that it shows first."""
        return () if self.open is None else (self.open, *self.beside)

    def closing(self, reminder_id: str) -> State:
        """This state with the nudge of that reminder just gone. One that is but named in it leaves it there."""
        if self.open != reminder_id:
            return replace(self, beside=tuple(other for other in self.beside if other != reminder_id))
        return replace(self, open=None, beside=(), open_for=0.0, closed_for=0.0)

    def having(self, reminder_id: str, **changes: Any) -> State:
        """This state with one reminder changed; the same object where nothing is another, as at most looks."""
        one = self.of(reminder_id)
        if reminder_id in self.reminders and all(getattr(one, name) == value for name, value in changes.items()):
            return self
        changed = replace(one, **changes)
        return replace(self, reminders={**self.reminders, reminder_id: changed})

    def as_json(self) -> dict[str, Any]:
        """The state as JSON values."""
        return {
            "reminders": {reminder_id: as_dict(state) for reminder_id, state in self.reminders.items()},
            "paused": self.paused,
            "pause_left": self.pause_left,
            "at_desk": self.at_desk,
            "position": self.position,
            "closed_for": self.closed_for if self.open is None else 0.0,
            "wall": None if self.wall is None else self.wall.isoformat(),
        }

    @classmethod
    def from_json(cls, value: Any) -> State:
        """The state as a new start finds it: no nudge is open, and the time in between was not at the desk.

        What cannot be understood (an older or a damaged record) is a fresh state.
        """
        try:
            return cls.read(value)
        except ValueError:
            return cls()

    @classmethod
    def read(cls, value: Any) -> State:
        """The state that `as_json` made. ValueError for anything else, and for times beyond sense: they would stop
        whoever reckons with them."""
        try:
            wall = None if value["wall"] is None else _aware(value["wall"])
            return cls(
                {str(reminder_id): _reminder(entry, wall) for reminder_id, entry in value["reminders"].items()},
                paused=value["paused"] is True,
                pause_left=_or_none(value["pause_left"], LONGEST_PAUSE_SECONDS),
                at_desk=_seconds(value["at_desk"]),
                position=_position(value.get("position")),
                closed_for=_or_none(value.get("closed_for")),
                wall=wall,
            )
        except (KeyError, TypeError, AttributeError, OverflowError) as error:
            raise ValueError(f"no state of the reminders: {error!r}") from None


def _reminder(entry: Mapping[str, Any], wall: datetime | None) -> ReminderState:
    pending = None if entry["pending"] is None else _local(entry["pending"])
    return ReminderState(
        count=_seconds(entry["count"]),
        pending=pending if pending is not None and _is_near(pending, wall) else None,
        snooze_left=_or_none(entry["snooze_left"], LONGEST_PAUSE_SECONDS),
        snoozed_for=_seconds(entry["snoozed_for"], LONGEST_PAUSE_SECONDS),
        waiting=known(entry["waiting"]),
        free_for=_or_none(entry["free_for"]),
        day=str(entry["day"]),
        shown=_count(entry["shown"]),
        said=_count(entry["said"]),
        fired=tuple(text for moment in entry["fired"] if _is_near(text := _local(moment), wall)),
        skipped=entry.get("skipped") is True,
        named=entry.get("named") is True,
    )


def _seconds(value: Any, most: float = MOST_SECONDS) -> float:
    """Seconds that can have been counted; NaN and infinity are none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise ValueError(f"{value!r} is no length of time from 0 to {most:g} seconds")
    return float(value)


def _or_none(value: Any, most: float = MOST_SECONDS) -> float | None:
    return None if value is None else _seconds(value, most)


def _count(value: Any) -> int:
    return int(_seconds(value))


def _position(value: Any) -> Position | None:
    """None as well for an older record, which has none."""
    positions: tuple[Position, ...] = ("sitting", "standing")
    return next((one for one in positions if one == value), None)


def _local(text: str) -> str:
    if datetime.fromisoformat(text).utcoffset() is not None:
        raise ValueError("a local moment with an offset")
    return text


def _is_near(text: str, wall: datetime | None) -> bool:
    """Whether a clock time can matter at `wall`: those of a reminder whose file went away are never cleared."""
    return wall is not None and abs(datetime.fromisoformat(text) - wall.replace(tzinfo=None)) <= NEAR


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError("a moment without its offset")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("a moment beyond sense")
    return moment
