"""What the engine decides: at most one nudge, what is worth noting, why, and when to look again."""

from __future__ import annotations

from typing import Literal

from coach.reminders.why import Why
from coach.values import dataclass

What = Literal["shown", "done", "started", "snoozed", "skipped", "missed", "deferred", "natural-break"]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something worth noting, with its reason."""

    reminder_id: str
    what: What
    why: Why


@dataclass(frozen=True, slots=True)
class Decision:
    """`show` is the id of the reminder to show now with its message number `message`; None for none. Without a number
    its title is what it says; `beside` are those that came due with it and are told in the same nudge. `next_wake` is
    in seconds from now, always more than zero."""

    show: str | None
    message: int | None
    why: Why
    happened: tuple[Happening, ...]
    next_wake: float
    beside: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """All reminders of the nudge, the one that it shows first; empty where there is none."""
        return () if self.show is None else (self.show, *self.beside)
