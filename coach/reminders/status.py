"""What the window, the tray and `remind status` show of the desk: plain values, and the same as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from coach.reminders.explain import Explanation
from coach.reminders.policy import Observation
from coach.reminders.state import State
from coach.reminders.words import supposed_in_words


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What a reminder did today, and why. `what` as in the store."""

    at: datetime
    id: str
    title: str
    what: str
    why: str

    def repeats(self, before: Sequence[LogEntry]) -> bool:
        """Whether it says the same as the entry before: one absence may be the break of several reminders."""
        last = before[-1] if before else None
        return last is not None and self.what == last.what == "natural-break" and self.why == last.why


def title_of_a_gone_one(reminder_id: str) -> str:
    """What a reminder is called whose file is there no longer: the words of its id."""
    return f"{reminder_id.replace('-', ' ').capitalize()} (no longer there)"


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """The desk at this moment.

    next: the line that comes first (None where none ever comes); lines: one a reminder, also those switched off; quiet:
    the keys of all reasons to be quiet now, `paused` and `outside-hours` (when it holds for all) included; paused_until
    is None while not paused and while paused until resumed; idle_is_known: whether this machine tells that a person is
    away; why: one sentence that answers "why did nothing come?"; log: today, oldest first.
    """

    at_desk_seconds: float
    is_away: bool
    idle_is_known: bool
    next: Explanation | None
    lines: tuple[Explanation, ...]
    quiet: tuple[str, ...]
    paused: bool
    paused_until: datetime | None
    why: str
    log: tuple[LogEntry, ...]

    @property
    def next_id(self) -> str | None:
        """The id of the reminder that comes first, or None where none ever comes."""
        return self.next.reminder_id if self.next else None

    @property
    def next_title(self) -> str | None:
        """What the reminder that comes first is called, or None where none ever comes."""
        return self.next.title if self.next else None

    @property
    def next_in_seconds(self) -> float | None:
        """How long until the first one comes if nothing changes; None where that cannot be told."""
        return self.next.due_in if self.next else None

    def as_json(self) -> dict[str, Any]:
        """The status as JSON values; moments in ISO 8601 with their offset."""
        return {
            "at_desk_seconds": round(self.at_desk_seconds, 1),
            "away": self.is_away,
            "idle_known": self.idle_is_known,
            "next": None if self.next is None else _line(self.next),
            "reminders": [_line(line) for line in self.lines],
            "quiet": list(self.quiet),
            "paused": self.paused,
            "paused_until": None if self.paused_until is None else self.paused_until.isoformat(timespec="seconds"),
            "why": self.why,
            "today": [{**asdict(entry), "at": entry.at.isoformat(timespec="seconds")} for entry in self.log],
        }


def quiet_now(state: State, observation: Observation, lines: Sequence[Explanation]) -> tuple[str, ...]:
    """The keys of all reasons to be quiet; `outside-hours` when that holds for every reminder switched on."""
    keys = set(observation.quiet) | ({"paused"} if state.paused else set())
    live = [line for line in lines if line.enabled]
    if live and all({"outside-hours", "not-today"} & {*line.reasons} for line in live):
        keys.add("outside-hours")
    return tuple(sorted(keys))


def answer_of(following: Explanation | None) -> str:
    """One sentence that answers "why did nothing come?", by the line of the reminder that comes first."""
    if following is None:
        return "No reminder is switched on."
    return f"{following.title} {following.why}." if following.is_due else f"{following.title}: {following.why}."


_ANSWERED = {
    "done": "it was done",
    "started": "its offer was taken",
    "snoozed": "it was snoozed",
    "skipped": "it was skipped",
    "natural-break": "a break counted as it",
    "missed": "it was missed",
    "shown": "nobody answered it in time",
    "deferred": "it waits",
}


def why_not_open(reminder_id: str | None, known: Mapping[str, str], log: Sequence[LogEntry]) -> str:
    """Why an answer to this reminder, or (None) to the one that is open, is for none; `known` gives the titles."""
    if reminder_id is not None and reminder_id not in known:
        there_are = f"the reminders are {', '.join(known)}" if known else "there is none in the library"
        return f"{reminder_id} is not a reminder; {there_are}"
    last = next((entry for entry in reversed(log) if reminder_id in (None, entry.id)), None)
    if last is None:
        return "no reminder has come yet" if reminder_id is None else f"{known[reminder_id]} has not come yet"
    what = f"{_ANSWERED.get(last.what, last.what)} at {last.at:%H:%M}"
    return f"no reminder is open; {last.title}: {what}" if reminder_id is None else f"{last.title} is not open: {what}"


def _line(line: Explanation) -> dict[str, Any]:
    return {
        "id": line.reminder_id,
        "title": line.title,
        "enabled": line.enabled,
        "due": line.is_due,
        "due_in_seconds": None if line.due_in is None else round(line.due_in, 1),
        "due_at": None if line.due_at is None else line.due_at.isoformat(timespec="seconds"),
        "supposing": supposed_in_words(line.supposed, line.sits_down),
        "reasons": list(line.reasons),
        "why": line.why,
        "at_desk_seconds": round(line.at_desk, 1),
    }
