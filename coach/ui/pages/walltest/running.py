"""A wall test under way in the window: who conducts it, and what is shown of it."""

from __future__ import annotations

from dataclasses import dataclass

from coach.at_the_wall import WallTest
from coach.ui.pages.session.room import RoomScene
from coach.ui.pages.walltest.parts import TestParts
from coach.walltest.course import Ask


@dataclass(slots=True)
class RunningTest:
    """There is one for as long as a test runs. `shown` is what the pages show now, None before the first picture."""

    test: WallTest
    names: TestParts
    shown: Ask | None = None

    def scene(self) -> RoomScene:
        """What the room view shows now."""
        return self.names.room(self.test.view())
