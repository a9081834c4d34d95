"""A reminder as it is put on the screen, with what it offers to start."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from coach.content.catalogue import Catalogue
from coach.reminders.decision import Decision
from coach.session.compile import compile_routine, compile_test


@dataclass(frozen=True, slots=True)
class Nudge:
    """A reminder to be shown now. `offer` is the id of a routine or test (`offer_kind`) to start from it, of about
    `offer_minutes`; snoozes in seconds; show: nudge, notification or full-screen; why it came, in words."""

    id: str
    title: str
    message: str
    why: str
    snoozes: tuple[float, ...] = ()
    show: str = "nudge"
    offer: str | None = None
    offer_kind: Literal["routine", "test"] | None = None
    offer_title: str | None = None
    offer_minutes: int | None = None


def nudge_of(decision: Decision, catalogue: Catalogue) -> Nudge:
    """The nudge that `decision` shows. An offer that is not in the catalogue is left out."""
    assert decision.show is not None
    reminder = catalogue.reminders[decision.show]
    offer = reminder.offer or ""
    nudge = Nudge(
        reminder.id,
        str(reminder.title),
        str(reminder.messages[decision.message]),
        decision.why,
        reminder.snooze,
        reminder.show,
    )
    if offer in catalogue.routines:
        routine = catalogue.routines[offer]
        timeline = compile_routine(routine, catalogue)
        nudge = replace(nudge, offer=routine.id, offer_kind="routine", offer_title=str(routine.title))
    elif offer in catalogue.tests:
        test = catalogue.tests[offer]
        timeline = compile_test(test, catalogue)
        nudge = replace(nudge, offer=test.id, offer_kind="test", offer_title=str(test.title))
    else:
        return nudge
    return replace(nudge, offer_minutes=max(1, round(timeline.seconds / 60)))
