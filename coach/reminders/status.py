"""What the window, the tray and `remind status` show of the desk: plain values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from coach.content.model import Position
from coach.reminders.explain import Explanation
from coach.reminders.policy import Observation, Policy
from coach.reminders.position import position_of
from coach.reminders.quiet import QuietReason
from coach.reminders.state import State
from coach.values import dataclass
from coach.zone import Local


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What a reminder did today, and why. `what` and `why` as in the store: the sentence that was written then."""

    at: datetime
    id: str
    title: str
    what: str
    why: str

    def repeats(self, before: Sequence[LogEntry]) -> bool:
        """Whether it says the same as the entry before: one absence may be the break of several reminders."""
        last = before[-1] if before else None
        return last is not None and self.what == last.what == "natural-break" and self.why == last.why


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """The desk at this moment.

    next: the line that comes first (None where none ever comes); lines: one a reminder, also those switched off; quiet:
    the keys of all reasons to be quiet now, `paused` and `outside-hours` (when it holds for all) included; paused_until
    is None while not paused and while paused until resumed; idle_is_known: whether this machine tells that a person is
    away; log: today, oldest first; position: in which the person is, as far as is known, where a reminder asks for one.
    """

    at_desk_seconds: float
    is_away: bool
    idle_is_known: bool
    next: Explanation | None
    lines: tuple[Explanation, ...]
    quiet: tuple[QuietReason, ...]
    paused: bool
    paused_until: datetime | None
    log: tuple[LogEntry, ...]
    position: Position | None = None

    @property
    def next_id(self) -> str | None:
        """The id of the reminder that comes first, or None where none ever comes."""
        return self.next.reminder_id if self.next else None

    @property
    def next_in_seconds(self) -> float | None:
        """How long until the first one comes if nothing changes; None where that cannot be told."""
        return self.next.due_in if self.next else None


def status_of(
    policy: Policy,
    state: State,
    observation: Observation,
    lines: Sequence[Explanation],
    *,
    log: Sequence[LogEntry],
    idle_is_known: bool,
    local: Local,
) -> DeskStatus:
    """The desk as `state` is after a look at `observation`, with what `explain` says of each reminder. `local` gives a
    moment the offset of its own day.
    """
    coming = [line for line in lines if line.due_in is not None]
    left = state.pause_left if state.paused else None
    return DeskStatus(
        at_desk_seconds=state.at_desk,
        is_away=state.absent >= policy.away_counts or "away" in observation.quiet,
        idle_is_known=idle_is_known,
        next=min(coming, key=lambda line: line.due_in or 0.0, default=None),
        lines=tuple(lines),
        quiet=quiet_now(state, observation, lines),
        paused=state.paused,
        paused_until=None if left is None else local(observation.wall + timedelta(seconds=left)),
        log=tuple(log),
        position=position_of(policy.reminders, state),
    )


def quiet_now(state: State, observation: Observation, lines: Sequence[Explanation]) -> tuple[QuietReason, ...]:
    """The keys of all reasons to be quiet; `outside-hours` when that holds for every reminder switched on."""
    keys: set[QuietReason] = set(observation.quiet)
    if state.paused:
        keys.add("paused")
    live = [line for line in lines if line.enabled]
    if live and all({"outside-hours", "not-today"} & {*line.reasons} for line in live):
        keys.add("outside-hours")
    return tuple(sorted(keys))
