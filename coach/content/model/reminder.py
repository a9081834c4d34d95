"""When to nudge, and with what words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from coach.content.model.text import Text
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.content.model.routine import Routine
    from coach.content.model.walltest import Test

DAY_MINUTES = 24 * 60
USUAL_AWAY_SECONDS = 300.0
"""Away from the desk so long is a break, where no file says another length."""

FOCUS_OFFER = "focus"
"""What a file says to offer the routine that is put together for the person's focus areas."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


Position = Literal["sitting", "standing"]


def the_other(position: Position) -> Position:
    """Standing for sitting, and sitting for standing."""
    return "standing" if position == "sitting" else "sitting"


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of a day, minutes after midnight. `end` below or equal to `start` crosses midnight; 0-1440 is all day."""

    start: int = 0
    end: int = DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Message:
    """What a reminder says, and where that asks for the movement of an exercise, its id: it is not for everybody. `to`:
    the position that it asks for; it is for whoever is in the other one.
    """

    say: Text
    exercise: str | None = None
    to: Position | None = None

    def __str__(self) -> str:
        return str(self.say)


@dataclass(frozen=True, slots=True)
class Reminder:
    """Exactly one of `every` (seconds at the desk) and `at` (minutes after midnight) is set. `standing` takes the place
    of `every` for somebody who stands.
    """

    id: str
    title: Text
    messages: tuple[Message, ...]
    every: float | None = None
    at: tuple[int, ...] = ()
    summary: Text | None = None
    days: tuple[str, ...] = WEEKDAYS
    between: Window = Window()
    away_counts: float = USUAL_AWAY_SECONDS
    enabled: bool = True
    offer: str | tuple[str, ...] | None = None  # as the file has it: a routine's or a test's id, or several
    figure: str | None = None
    icon: str = "reminders"
    snooze: tuple[float, ...] = (300.0, 600.0, 900.0)
    at_most: int | None = None  # a day
    show: str = "nudge"
    sources: tuple[str, ...] = ()
    standing: float | None = None

    @property
    def begins(self) -> Position | None:
        """In which position somebody is to whom it asks first; None where it asks for none."""
        first = next((one.to for one in self.messages if one.to is not None), None)
        return None if first is None else the_other(first)

    def every_for(self, position: Position | None) -> float | None:
        """The time at the desk between two for somebody who sits or stands."""
        return self.standing if self.standing is not None and position == "standing" else self.every

    @property
    def offers(self) -> tuple[str, ...]:
        """The ids of all that it may offer to start: of several, what fits the person."""
        if isinstance(self.offer, tuple):
            return self.offer
        return (self.offer,) if self.offer else ()

    def offered(self, routines: Mapping[str, Routine], tests: Mapping[str, Test]) -> tuple[Routine | Test, ...]:
        """What is known of that; a routine goes before a test of the same id."""
        found = (routines.get(ident) or tests.get(ident) for ident in self.offers)
        return tuple(one for one in found if one is not None)
