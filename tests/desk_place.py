"""A desk with a person and a machine whose clock, hands and calls a test moves; what came and was noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone

from coach.content.model import Answer, CheckStep, ContactPoint, Reminder, Routine, SayStep, Test, Text
from coach.desk import Desk
from coach.desk_library import WholeLibrary
from coach.progress.store import Store
from coach.reminders.nudge import Nudge
from coach.session.compile import compile_routine, compile_test
from coach.session.timeline import Timeline
from tests.fakes import EMPTY, FakeClock, FakeIdle, FakeLibrary, FakeQuiet
from tests.reminders.simulator import reminder
from tests.stores import memory_store

VIENNA = timezone(timedelta(hours=2))
ROUTINE = Routine("desk-reset", Text("Desk reset"), (SayStep(Text("Sit tall."), 120.0),))
POINT = ContactPoint("head", Text("Head"), Text("Does it touch?"), (Answer(Text("Yes"), 2), Answer(Text("No"), 0)))
TEST = Test("wall-test", Text("Wall test"), (CheckStep("contact", POINT.ask, POINT.answers, (POINT,)),))
STRETCH = reminder("stretch", every=30)
WALK = reminder("walk", at=("10:30",), offer="desk-reset", snooze=(300.0,), show="notification")
REST = reminder("rest", every=60)


@dataclass
class Place:
    """A desk with everything around it."""

    reminders: tuple[Reminder, ...] = (STRETCH, WALK)
    clock: FakeClock = field(default_factory=lambda: FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=VIENNA)))
    idle: FakeIdle = field(default_factory=FakeIdle)
    quiet: FakeQuiet = field(default_factory=FakeQuiet)

    def __post_init__(self) -> None:
        self.store: Store = memory_store(self.clock)
        self.library = FakeLibrary(EMPTY)
        self.have(*self.reminders)
        self.sit_down()

    def have(self, *reminders: Reminder) -> None:
        self.library.catalogue = replace(
            EMPTY,
            reminders={r.id: r for r in reminders},
            routines={ROUTINE.id: ROUTINE},
            tests={TEST.id: TEST},
        )

    def sit_down(self) -> None:
        self.desk = Desk(self.clock, self.known(), self.store, self.idle, self.quiet)

    def known(self, has_kit_for: Callable[[str], bool] = lambda _ident: True) -> WholeLibrary:
        return WholeLibrary(self.clock, self.library, self.store, self.timeline, has_kit_for)

    def timeline(self, kind: str, ident: str) -> Timeline:
        catalogue = self.library.catalogue
        return compile_test(TEST, catalogue) if kind == "test" else compile_routine(ROUTINE, catalogue)

    def wait(self, minutes: float) -> list[Nudge]:
        """As the window does: a tick whenever the desk asks for one."""
        left, nudges = minutes * 60, []
        while left > 0:
            step = min(left, self.desk.next_wake())
            self.clock.pass_time(step)
            left -= step
            nudges += self.desk.tick()
        return nudges

    @property
    def noted(self) -> list[tuple[str, str, str]]:
        day = self.clock.wall() - timedelta(days=2)
        return [(record.reminder_id, record.what, record.why) for record in self.store.reminders(day)]


def moved(place: Place) -> list[str]:
    """The reminders for which a change of position was counted."""
    return [reminder_id for reminder_id, what, _ in place.noted if what == "natural-break"]
