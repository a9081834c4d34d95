"""What of a person's reminders would be set to come as the breaks of the other program did."""

from __future__ import annotations

from collections.abc import Iterable

from coach.coming_from.breaks import Breaks, Rhythm
from coach.content.model import Reminder
from coach.content.reminder_file import keys_of, length
from coach.content.round_trip import Plain
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """A reminder, and the rhythm that it would have. `lifts_limit`: how often it comes a day at most goes, since it
    would stop long before evening then; `switches_on`: it is off now.
    """

    reminder: Reminder
    rhythm: Rhythm
    lifts_limit: bool
    switches_on: bool

    def keys(self) -> dict[str, Plain | None]:
        """What a file would have to say otherwise."""
        keys: dict[str, Plain | None] = {"every": length(self.rhythm.every)}
        if self.rhythm.away is not None:
            keys["away_counts"] = length(self.rhythm.away)
        if self.lifts_limit:
            keys["at_most"] = None
        if self.switches_on:
            keys["enabled"] = True
        were = keys_of(self.reminder)
        return {key: value for key, value in keys.items() if value != were[key]}


def proposals(breaks: Breaks, reminders: Iterable[Reminder]) -> tuple[Proposal, ...]:
    """The short breaks become the reminder that comes most often, the long ones the one that comes most rarely; those
    that are switched on go first. None for what the other program had not, and where nothing would change.
    """
    left = [one for one in reminders if one.every is not None]
    found = []
    for rhythm, is_short in ((breaks.short, True), (breaks.long, False)):
        if rhythm is None or not left:
            continue
        one = min(left, key=lambda each: (not each.enabled, (each.every or 0.0) * (1 if is_short else -1)))
        left.remove(one)
        found.append(Proposal(one, rhythm, _stops_early(one, rhythm), not one.enabled))
    return tuple(one for one in found if one.keys())


def _stops_early(reminder: Reminder, rhythm: Rhythm) -> bool:
    return reminder.at_most is not None and rhythm.every < (reminder.every or 0.0)
