"""A reminder as it is put on the screen, with what it offers to start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from coach.content.model import Reminder
from coach.reminders.decision import Decision
from coach.reminders.why import Why
from coach.values import as_dict, dataclass, replace

if TYPE_CHECKING:
    from coach.session.timeline import SessionKind


Unseen = Literal["no-screen", "never-seen", "had-to-be-ended", "ended-unanswered", "display-gone"]
"""Why a nudge is over that nobody has answered: no screen was left, or what showed it never did, did not end, ended, or
lost its display.
"""


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine or a test that begins where it is taken. `seconds` is a guess where it `is_estimate`, and None where
    nobody can tell."""

    id: str
    kind: SessionKind
    title: str
    seconds: float | None = None
    is_estimate: bool = False


@dataclass(frozen=True, slots=True)
class Nudge:
    """A reminder to be shown now. `offer` is the id of a routine or test (`offer_kind`) to start from it, which takes
    `offer_seconds` (a guess where `offer_is_estimate`; None where nobody can tell); snoozes in seconds; show: nudge,
    notification or full-screen; why it came; whether none came before it today."""

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
    is_first_today: bool = False

    def as_json(self) -> dict[str, Any]:
        """As it goes to the process that shows it; why it came, nobody there asks for."""
        return {name: value for name, value in as_dict(self).items() if name != "why"}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Nudge:
        """What `as_json` gave. ValueError for anything else."""
        try:
            return cls(**{**value, "why": "asked-for", "snoozes": tuple(value["snoozes"])})
        except (TypeError, KeyError) as error:
            raise ValueError(f"no nudge: {error!r}") from None


def nudge_of(decision: Decision, reminder: Reminder, offer: Offer | None, language: str = "en") -> Nudge:
    """The nudge of this reminder that `decision` shows, with what it may offer to this person now, in
    the language of this tag.
    """
    said = reminder.title if decision.message is None else reminder.messages[decision.message].say
    nudge = Nudge(
        reminder.id,
        reminder.title.in_language(language),
        said.in_language(language),
        decision.why,
        reminder.snooze,
        reminder.show,
    )
    if offer is None:
        return nudge
    return replace(
        nudge,
        offer=offer.id,
        offer_kind=offer.kind,
        offer_title=offer.title,
        offer_seconds=offer.seconds,
        offer_is_estimate=offer.is_estimate,
    )
