"""What the desk asks of whoever knows the library and the person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from coach.content.model import Reminder
from coach.progression.barred import Barred
from coach.reminders.desk_hours import DeskHours
from coach.reminders.nudge import Offer
from coach.values import replace


class DeskLibrary(Protocol):
    """What the desk has to know of the library and of the person: as it is now, each time it is asked."""

    @property
    def reminders(self) -> Mapping[str, Reminder]:
        """The reminders in force, as their files have them."""
        ...

    @property
    def language(self) -> str:
        """The tag of the language in which a nudge speaks."""
        ...

    def is_yours(self, reminder_id: str) -> bool:
        """Whether it is a file of the person's own."""
        ...

    @property
    def barred(self) -> Barred:
        """The exercises that no reminder may ask for or show."""
        ...

    @property
    def asking_for_a_test(self) -> frozenset[str]:
        """The reminders that offer a test: nothing is left of them where none may begin."""
        ...

    def offer(self, reminder: Reminder) -> Offer | None:
        """What it may offer to this person: the answers do not lock, they have what it needs, and their conditions
        leave something of it.
        """
        ...


def as_they_come(library: DeskLibrary, switches: Mapping[str, bool], hours: DeskHours | None) -> tuple[Reminder, ...]:
    """All reminders as they come for a person: switched on or off, and at their hours. A file of their own has the
    hours that they wrote there.
    """
    found = (replace(one, enabled=switches.get(one.id, one.enabled)) for one in library.reminders.values())
    if hours is None:
        return tuple(found)
    return tuple(one if library.is_yours(one.id) else hours.of(one) for one in found)
