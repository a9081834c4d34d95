"""What the engine remembers between two looks. Plain values that survive a restart as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class ReminderState:
    """One reminder. All times in seconds.

    count: time at the desk since it last came or a break was taken; pending: the clock time (ISO, local) that is due
    and has not come yet; snooze_left: None unless snoozed; waiting: the reasons it waited for, free_for: for how long
    they have been gone; day and shown: how often it came on which day; said: how many messages were used so far; fired:
    the clock times dealt with lately, so that a clock set back repeats none.
    """

    count: float = 0.0
    pending: str | None = None
    snooze_left: float | None = None
    snoozed_for: float = 0.0
    waiting: tuple[str, ...] = ()
    free_for: float | None = None
    day: str = ""
    shown: int = 0
    said: int = 0
    fired: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """All reminders and what they share.

    open: the nudge on the screen and open_for how long; closed_for: how long ago the last one went; paused: by the
    person, for pause_left seconds or (None) until resumed; at_desk: time at the desk since the last break; away_for and
    broke: the absence under way and the reminders for which it counts as the break; monotonic (None after a restart),
    wall and asleep: the last look.
    """

    reminders: Mapping[str, ReminderState] = field(default_factory=dict)
    open: str | None = None
    open_for: float = 0.0
    closed_for: float | None = None
    paused: bool = False
    pause_left: float | None = None
    at_desk: float = 0.0
    away_for: float = 0.0
    broke: tuple[str, ...] = ()
    monotonic: float | None = None
    wall: datetime | None = None
    asleep: float | None = None

    def of(self, reminder_id: str) -> ReminderState:
        """The state of one reminder, also of one never seen before."""
        return self.reminders.get(reminder_id, ReminderState())

    def having(self, reminder_id: str, **changes: Any) -> State:
        """This state with one reminder changed."""
        changed = replace(self.of(reminder_id), **changes)
        return replace(self, reminders={**self.reminders, reminder_id: changed})

    def as_json(self) -> dict[str, Any]:
        """The state as JSON values."""
        return {
            "reminders": {reminder_id: asdict(state) for reminder_id, state in self.reminders.items()},
            "paused": self.paused,
            "pause_left": self.pause_left,
            "at_desk": self.at_desk,
            "wall": None if self.wall is None else self.wall.isoformat(),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> State:
        """The state as a new start finds it: no nudge is open, and the time in between was not at the desk.

        What cannot be understood (an older or a damaged record) is a fresh state.
        """
        try:
            wall = value["wall"]
            return cls(
                {reminder_id: _reminder(entry) for reminder_id, entry in value["reminders"].items()},
                paused=bool(value["paused"]),
                pause_left=None if value["pause_left"] is None else float(value["pause_left"]),
                at_desk=float(value["at_desk"]),
                wall=None if wall is None else _aware(wall),
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            return cls()


def _reminder(entry: Mapping[str, Any]) -> ReminderState:
    pending, snooze_left, free_for = entry["pending"], entry["snooze_left"], entry["free_for"]
    return ReminderState(
        count=float(entry["count"]),
        pending=None if pending is None else _local(pending),
        snooze_left=None if snooze_left is None else float(snooze_left),
        snoozed_for=float(entry["snoozed_for"]),
        waiting=tuple(str(reason) for reason in entry["waiting"]),
        free_for=None if free_for is None else float(free_for),
        day=str(entry["day"]),
        shown=int(entry["shown"]),
        said=int(entry["said"]),
        fired=tuple(_local(moment) for moment in entry["fired"]),
    )


def _local(text: str) -> str:
    if datetime.fromisoformat(text).utcoffset() is not None:
        raise ValueError("a local moment with an offset")
    return text


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError("a moment without its offset")
    return moment
