"""Every page that the window can show: its name, the place of the rail that it belongs to, and how it is made.

A page is imported when it is first shown: the hidden window of a program in the tray holds none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from coach.ui.look.window_look import WindowLook
from coach.ui.pages.page import Page, Paths
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.pages.walltest.page import WallTestPage
    from coach.wiring import Parts

Shown: TypeAlias = "Page | WallTestPage"
"""What the window shows beside its rail."""


@dataclass(frozen=True, slots=True)
class Route:
    """The page `name`. One `within` a place of the rail is about one thing, whose id it is shown with.

    `names_back`: a page that one comes to from this one may say the name of its thing, or of this place, on the way
    back.
    """

    name: str
    make: Callable[[Parts, WindowLook, Paths], Shown]
    within: str = ""
    names_back: bool = False

    @property
    def place(self) -> str:
        """The place of the rail at which one is."""
        return self.within or self.name


def _today(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.today import TodayPage

    return TodayPage(parts, look, to)


def _wall_test(parts: Parts, look: WindowLook, to: Paths) -> WallTestPage:
    from coach.ui.pages.walltest.page import WallTestPage

    page = WallTestPage(parts, look)
    page.start_routine.connect(lambda name: to.start.emit("routine", name))
    page.pages.result.to.routine.connect(to.routine)
    page.pages.result.to.safety.connect(to.safety)
    page.cover.connect(lambda covers: to.fill.emit(page if covers else None))
    return page


def _routines(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.routines import RoutinesPage

    return RoutinesPage(parts, look, to)


def _routine(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.routine import RoutinePage

    return RoutinePage(parts, look, to)


def _exercise(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.exercise import ExercisePage

    return ExercisePage(parts, look, to)


def _received(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.received import ReceivedPage

    return ReceivedPage(parts, look, to)


def _plan(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.plan import PlanPage

    return PlanPage(parts, look, to)


def _reminders(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.reminders import RemindersPage

    return RemindersPage(parts, look, to)


def _reminder(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.reminder.page import ReminderPage

    return ReminderPage(parts, look, to)


def _progress(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.progress import ProgressPage

    return ProgressPage(parts, look, to)


def _learn(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.learn import LearnPage

    return LearnPage(parts, look, to)


def _settings(parts: Parts, look: WindowLook, to: Paths) -> Page:
    from coach.ui.pages.settings import SettingsPage

    return SettingsPage(parts, look, to)


def _named(routes: Iterable[Route]) -> dict[str, Route]:
    return {route.name: route for route in routes}


ROUTES = _named(
    (
        Route("today", _today, names_back=True),
        Route("walltest", _wall_test, names_back=True),
        Route("routines", _routines),
        Route("routine", _routine, within="routines", names_back=True),
        Route("exercise", _exercise, within="routines", names_back=True),
        Route("plan", _plan, within="routines"),
        Route("received", _received, within="routines"),
        Route("reminders", _reminders),
        Route("reminder", _reminder, within="reminders"),
        Route("progress", _progress),
        Route("learn", _learn),
        Route("settings", _settings),
    )
)
"""By name. Those that lie within no other are the places of the rail (widgets/rail.py)."""
