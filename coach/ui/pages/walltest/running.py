"""A wall test under way in the window: who conducts it, and what is shown of it."""

from __future__ import annotations

from coach.at_the_wall import WallTest
from coach.content.model import CheckStep, MeasureStep, RecheckStep
from coach.ui.pages.session.room import RoomScene
from coach.ui.pages.walltest.presses import Remote
from coach.ui.pages.walltest.scenes import Scenes
from coach.ui.pages.walltest.sections import Sections, Where
from coach.ui.words.common import LANGUAGE
from coach.values import dataclass
from coach.walltest.course import Ask
from coach.words.at_the_wall import after_the_hold, before_the_hold, once_more, when_named
from coach.words.walltest import held


@dataclass(slots=True)
class RunningTest:
    """There is one for as long as a test runs. `shown` is what the pages show now, None before the first picture."""

    test: WallTest
    sections: Sections
    scenes: Scenes
    remote: Remote
    shown: Ask | None = None

    @classmethod
    def of(cls, test: WallTest) -> RunningTest:
        """A test that has not started."""
        sections = Sections(test.test)
        return cls(test, sections, Scenes(test.test, sections), Remote())

    def scene(self) -> RoomScene:
        """What the room view shows now."""
        return self.scenes.room(self.test.view(), self.test.just_held, self.cut)

    def held_words(self) -> str:
        """How long the shape was kept, right after a hold; else nothing."""
        hold = self.test.just_held
        return "" if hold is None else held(LANGUAGE, hold)

    def over(self, step: CheckStep | RecheckStep) -> str:
        """Over a point that is asked for: at which moment of the test it is meant."""
        again = isinstance(step, RecheckStep)
        if self.test.from_memory:
            return after_the_hold(LANGUAGE) if again else before_the_hold(LANGUAGE)
        return once_more(LANGUAGE) if again else when_named(LANGUAGE, afterwards=False)

    @property
    def cut(self) -> frozenset[int]:
        """The steps whose shape was lost."""
        return frozenset(step for step, hold in self.test.held.items() if hold.was_lost)

    def where(self) -> Where:
        """The section of what is said, held or asked now; behind the last one where a measurement follows all."""
        current = self.test.course.current
        if current is None or isinstance(current.step, MeasureStep):
            return self.sections.done(self.cut)
        return self.sections.where(current.step_index, self.cut)
