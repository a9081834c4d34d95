"""What the person wants of reminders, and what the machine shows at one moment."""

from __future__ import annotations

from datetime import datetime

from coach.content.model import Reminder
from coach.content.model.reminder import USUAL_AWAY_SECONDS
from coach.reminders.quiet import QuietReason
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """The reminders (`enabled` as the person set it) and this project's own choices, in seconds.

    grace: between the end of the last reason to be quiet, or of another nudge, and the reminder that waited for it
    missed_after: a clock time that passed this long ago while the machine was off is missed, not late
    answer_within: an open nudge without an answer for this long makes room for the next
    typing_pause: so long without a touch is a pause in which a nudge disturbs nobody's typing
    longest_hold: so long it waits for such a pause, then it comes all the same
    poll: how often to look whether a reason to be quiet has gone, while something waits for it
    poll_away: how often to look whether the person is back
    longest_sleep: a timer may stand still while the machine sleeps, so look at least this often
    worth_noting: a break after less time at the desk than this is not noted
    """

    reminders: tuple[Reminder, ...]
    grace: float = 20.0
    missed_after: float = 1800.0
    answer_within: float = 120.0
    typing_pause: float = 3.0
    longest_hold: float = 60.0
    poll: float = 10.0
    poll_away: float = 30.0
    longest_sleep: float = 60.0
    worth_noting: float = 60.0

    def in_order(self) -> list[Reminder]:
        """Those switched on, the one that goes first first: appointed clock times, then the rarest (it asks for the
        longest break), then the order given."""
        live = [reminder for reminder in self.reminders if reminder.enabled]
        return sorted(live, key=lambda reminder: (reminder.every is not None, -(reminder.every or 0.0)))

    @property
    def away_counts(self) -> float:
        """From how many idle seconds on the person is not at the desk: the least of all reminders."""
        return min((reminder.away_counts for reminder in self.in_order()), default=USUAL_AWAY_SECONDS)


@dataclass(frozen=True, slots=True)
class Observation:
    """One look at the machine.

    monotonic: seconds that stand still while the machine sleeps; wall: aware; idle: seconds since the last input, None
    where that cannot be known (then the person counts as at the desk); quiet: the keys of all reasons to be quiet now;
    asleep: seconds slept since the machine was started, None where the system does not say (then wall time that ran
    ahead of monotonic time counts as sleep); locked: the ids of the reminders that ask for what may not be begun now.
    """

    monotonic: float
    wall: datetime
    idle: float | None = None
    quiet: frozenset[QuietReason] = frozenset()
    asleep: float | None = None
    locked: frozenset[str] = frozenset()

    @property
    def local(self) -> datetime:
        """What the clock on the wall shows."""
        return self.wall.replace(tzinfo=None)
