"""A wall test under way in the window: who conducts it, and what is shown of it."""

from __future__ import annotations

from dataclasses import dataclass

from coach.at_the_wall import WallTest
from coach.ui.pages.session.room import RoomScene
from coach.ui.pages.walltest.scenes import Scenes
from coach.ui.pages.walltest.sections import Sections
from coach.walltest.course import Ask


@dataclass(slots=True)
class RunningTest:
    """There is one for as long as a test runs. `shown` is what the pages show now, None before the first picture."""

    test: WallTest
    sections: Sections
    scenes: Scenes
    shown: Ask | None = None

    @classmethod
    def of(cls, test: WallTest) -> RunningTest:
        """A test that has not started."""
        sections = Sections(test.test)
        return cls(test, sections, Scenes(test.test, sections))

    def scene(self) -> RoomScene:
        """What the room view shows now."""
        return self.scenes.room(self.test.view())
