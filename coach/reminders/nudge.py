"""A reminder as it is put on the screen, with what it offers to start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from coach.content.catalogue import Catalogue
from coach.content.model import Routine, Test
from coach.reminders.decision import Decision
from coach.reminders.why import Why
from coach.session.timeline import SessionKind, Timeline

TimelineOf = Callable[[SessionKind, str], Timeline]
"""What a session of this kind (routine, test) and id would be if it began now, at the length that the person chose."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """A reminder to be shown now. `offer` is the id of a routine or test (`offer_kind`) to start from it, which takes
    `offer_seconds` (a guess where `offer_is_estimate`; None where nobody can tell); snoozes in seconds; show: nudge,
    notification or full-screen; why it came."""

    id: str
    title: str
    message: str
    why: Why
    snoozes: tuple[float, ...] = ()
    show: str = "nudge"
    offer: str | None = None
    offer_kind: SessionKind | None = None
    offer_title: str | None = None
    offer_seconds: float | None = None
    offer_is_estimate: bool = False

    @property
    def offer_minutes(self) -> int | None:
        """The same where there is room for a number only: at least 1."""
        return None if self.offer_seconds is None else max(1, round(self.offer_seconds / 60))


def kind_of(offered: Routine | Test) -> SessionKind:
    """What begins where it is taken."""
    return "test" if isinstance(offered, Test) else "routine"


def nudge_of(
    decision: Decision, catalogue: Catalogue, timeline_of: TimelineOf | None, *, may_offer: bool = True
) -> Nudge:
    """The nudge that `decision` shows, without an offer where that is not in the catalogue, has nothing for this
    person to do, or none `may_offer`.
    """
    assert decision.show is not None
    reminder = catalogue.reminders[decision.show]
    offered = reminder.offered(catalogue.routines, catalogue.tests)
    nudge = Nudge(
        reminder.id,
        str(reminder.title),
        str(reminder.title if decision.message is None else reminder.messages[decision.message]),
        decision.why,
        reminder.snooze,
        reminder.show,
    )
    if offered is None or not may_offer:
        return nudge
    kind = kind_of(offered)
    offering = replace(nudge, offer=offered.id, offer_kind=kind, offer_title=str(offered.title))
    if timeline_of is None:
        return offering
    timeline = timeline_of(kind, offered.id)
    if not timeline.intervals:
        return nudge
    return replace(offering, offer_seconds=timeline.seconds, offer_is_estimate=timeline.estimated)
