"""Every page as a picture, without a screen: for the README, for reviews, and to see a change before it is shipped."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from coach.clock import Clock
from coach.content.catalogue import Catalogue
from coach.content.model import Reminder
from coach.content.order import in_order
from coach.demonstration.which_figure import emblem, figure_for_reminder
from coach.desktop.at_login import NullAtLogin
from coach.desktop.global_key import NullKey
from coach.desktop.how import How
from coach.desktop.media import NullMedia
from coach.desktop.protocol import NullAwake, NullIdle, NullLessMotion, NullLock, NullQuiet
from coach.files import written_aside
from coach.progression.focus import FOCUS
from coach.session.timeline import Timeline
from coach.today.suggestion import daily_routine
from coach.ui.application import make_application
from coach.ui.days import DAYS, PLAN_DAYS, example_answers
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.look.window_look import WindowLook
from coach.ui.nudge.card import NudgeCard
from coach.ui.offscreen import without_platform_notes
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.session.page import SessionPage
from coach.ui.pages.walltest.page import WallTestPage
from coach.ui.pages.welcome.page import WelcomePage
from coach.ui.stills.pictures import pictures_of
from coach.ui.widgets.rail import places
from coach.ui.window import MainWindow
from coach.ui.words.common import say
from coach.ui.words.qt_language import LANGUAGE
from coach.walltest.score import score
from coach.zone import keeping_offset

if TYPE_CHECKING:
    from coach.wiring import Parts

_Pictures = Iterator[tuple[str, QImage]]
"""Each with the name of its file."""

SIZE = QSize(1180, 760)
FIRST_DAY = datetime(2026, 5, 12, 10, 0)  # noqa: DTZ001 (a Tuesday morning, wherever it is painted)
_NOT_ASKED = How("nothing-tells")  # a picture asks nobody
_SHOWN_AFTER = 16  # seconds into an exercise
_ROUNDS = 5  # of events, until every layout has settled


def first_day(parts: Parts) -> Parts:
    """The same library for somebody of whom nothing is kept yet, on one and the same morning: so pictures of today and
    of another day differ only where the program does. Nothing of it is kept; to be closed like all parts.
    """
    return _rehearsal(parts, _RehearsalClock(FIRST_DAY.astimezone()))


def render(
    parts: Parts,
    folder: Path,
    theme: str = "light",
    size: QSize = SIZE,
    scale: float = 1.0,
    *,
    is_reversed: bool = False,
) -> Iterator[Path]:
    """Write a PNG of every page into `folder` (made if missing), laid out from right to left where `is_reversed`, in
    the language of `parts`. Yields each path as it is written. OSError where it cannot.
    """
    app = make_application()
    LANGUAGE.speak(parts.language)
    if is_reversed:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    folder.mkdir(parents=True, exist_ok=True)
    look = WindowLook(theme, scale, reduced_motion=True)
    look.dress(app)
    with without_platform_notes():
        for pictures in (_pages, _days, _result, _covering):
            for name, image in pictures(app, parts, look, size):
                yield _written(image, folder / f"{name}.png")


def render_sheets(parts: Parts, folder: Path, theme: str = "light", only: Collection[str] = ()) -> Iterator[Path]:
    """Write a PNG a figure into `folder` (made if missing): start, middle, end and mistake from four views. Yields each
    path as it is written. `only` these ids, where there are any. OSError where it cannot.
    """
    app = make_application()
    app.setFont(WindowLook(theme, reduced_motion=True).font(BODY))
    from coach.ui.figure.sheet import sheet  # numpy and the engine

    folder.mkdir(parents=True, exist_ok=True)
    for figure in parts.library.catalogue.figures.values():
        if only and figure.id not in only:
            continue
        yield _written(sheet(figure, theme), folder / f"{figure.id}.png")


def _written(image: QImage, path: Path) -> Path:
    with written_aside(path) as part:
        if not image.save(str(part)):
            raise OSError(0, "the picture could not be written", str(path))
    return path


def _pages(app: QApplication, parts: Parts, look: WindowLook, size: QSize) -> _Pictures:
    """What the main window shows: the places of the rail, then a routine, an exercise, a plan and a reminder's form."""
    window = MainWindow(parts, look)
    window.resize(size)
    window.show()
    window.tell_desk()
    routine, exercise = _example(parts)
    plans = [("plan", plan) for plan in list(parts.library.catalogue.plans)[:1]]
    reminder = example_reminder(parts.library.catalogue)
    forms = [] if reminder is None else [("reminder", reminder.id)]
    within = [("routine", routine), ("exercise", exercise), *plans, *forms]
    for page, argument in [*((place.page, "") for place in places()), *within]:
        window.go(page, argument)
        yield page, _picture(app, window, look)
    window.hide()
    window.deleteLater()


def _days(app: QApplication, parts: Parts, look: WindowLook, size: QSize) -> _Pictures:
    """Today in each of its states, and the plan's page in some."""
    for name, live in DAYS.items():
        clock = _RehearsalClock(parts.clock.wall())
        rehearsal = _rehearsal(parts, clock)
        live(rehearsal, clock)
        window = MainWindow(rehearsal, look)
        window.resize(size)
        window.show()
        window.go("today")
        window.tell_desk()
        yield name, _picture(app, window, look)
        week = rehearsal.week().plan
        if name in PLAN_DAYS and week is not None:
            window.go("plan", week.plan.id)
            yield PLAN_DAYS[name], _picture(app, window, look)
        window.hide()
        window.deleteLater()
        rehearsal.close()


def _covering(app: QApplication, parts: Parts, look: WindowLook, size: QSize) -> _Pictures:
    """What covers the window or stands beside it: the welcome, safety questions, a session, the nudge."""
    yield "welcome", _alone(app, WelcomePage(parts, look), look, size)
    yield "safety", _alone(app, SafetyPage(parts, look), look, size)
    routine, exercise = _example(parts)
    if routine:
        yield from _session(app, parts, look, size, routine, exercise)
    card = example_nudge(parts.library.catalogue, look)
    if card is not None:
        yield "nudge", _alone(app, card, look, card.sizeHint())


def _result(app: QApplication, parts: Parts, look: WindowLook, size: QSize) -> _Pictures:
    """A result of the first test, and what is made for it; nothing of it is kept."""
    test = next(iter(in_order(parts.library.catalogue.tests.values())), None)
    if test is None:
        return
    rehearsal = _rehearsal(parts, _RehearsalClock(parts.clock.wall()))
    answers = example_answers(test)
    rehearsal.store.add_test(test.id, score(test, answers).as_json())
    window = MainWindow(rehearsal, look)
    window.resize(size)
    window.show()
    window.go("walltest")
    page = window.pages["walltest"]
    if isinstance(page, WallTestPage) and page.pages.intro.last_button is not None:
        page.pages.intro.last_button.click()
        yield "walltest-result", _picture(app, window, look)
    window.go("routine", FOCUS)
    yield "focus", _picture(app, window, look)
    window.hide()
    window.deleteLater()
    rehearsal.close()


def _example(parts: Parts) -> tuple[str, str]:
    """The routine that is put first, and the exercise that stands for it; empty where the library holds none."""
    catalogue = parts.library.catalogue
    if not catalogue.routines:
        return "", next(iter(catalogue.exercises), "")
    routine = daily_routine(catalogue)
    works = [i.exercise for i in parts.timeline("routine", routine).intervals if i.kind == "work" and i.exercise]
    face = emblem(catalogue, catalogue.routines[routine])
    shown = next((name for name in works if face is not None and catalogue.exercises[name].figure == face.id), None)
    return routine, shown or next(iter(works), "")


def example_reminder(catalogue: Catalogue) -> Reminder | None:
    """The one whose nudge is shown: the first that comes without being switched on; None where there is none."""
    return min(catalogue.reminders.values(), key=lambda each: not each.enabled, default=None)


def example_nudge(catalogue: Catalogue, look: Look) -> NudgeCard | None:
    """Its card, in the person's language; None where there is no reminder."""
    reminder = example_reminder(catalogue)
    if reminder is None:
        return None
    figure = figure_for_reminder(catalogue, reminder)
    message = next((one.say for one in reminder.messages), reminder.title)
    return NudgeCard(look, say(reminder.title), say(message), "", reminder.snooze, figure=figure)


def _done_until(rehearsal: Parts, timeline: Timeline, first: int) -> int:
    """A session of the rehearsal's store in which everything before the interval `first` was done."""
    store = rehearsal.store
    session = store.begin_session("routine", timeline.id, timeline.title, timeline.seconds, len(timeline.intervals))
    for index, interval in enumerate(timeline.intervals[:first]):
        store.add_interval(session, index, interval, interval.seconds, "done", interval.repetitions)
    return session


def _session(app: QApplication, parts: Parts, look: WindowLook, size: QSize, routine: str, exercise: str) -> _Pictures:
    """A session in the middle of its first repetition of `exercise`; nothing of it is kept or heard."""
    clock = _RehearsalClock(parts.clock.wall())
    rehearsal = _rehearsal(parts, clock)
    look = WindowLook(look.wanted, look.scale, reduced_motion=True)  # until it is there: what glides takes real time
    page = SessionPage(rehearsal, look)
    page.resize(size)
    page.setPalette(look.palette())
    page.setAutoFillBackground(True)
    timeline = parts.timeline("routine", routine)
    is_it = [interval.kind == "work" and interval.exercise == exercise for interval in timeline.intervals]
    page.show()
    first = max(0, is_it.index(True) - 1) if any(is_it) else 0
    page.begin(timeline, first, _done_until(rehearsal, timeline, first))
    page.skip()
    for _ in range(_SHOWN_AFTER):
        clock.seconds += 1.0
        page.advance()
    look.set_reduced_motion(False)  # one figure, as it moves
    page.show_moment()
    yield "session", _picture(app, page, look)
    page.toggle_room()
    yield "room", _picture(app, page, look)
    page.leave()
    rehearsal.close()
    page.hide()
    page.deleteLater()


class _RehearsalClock:
    """Goes on when it is told to."""

    speed = 1.0

    def __init__(self, now: datetime) -> None:
        self._began, self.seconds = now, 0.0

    def monotonic(self) -> float:
        return self.seconds

    def wall(self) -> datetime:
        return self._began + timedelta(seconds=self.seconds)

    def local(self, moment: datetime) -> datetime:
        return keeping_offset(self._began)(moment)

    def awake(self) -> float:
        return self.seconds

    def asleep(self) -> float | None:
        return 0.0


def _rehearsal(parts: Parts, clock: Clock) -> Parts:
    """Parts that play a session of the same library without keeping or sounding anything."""
    from coach.progress.store import memory_store
    from coach.sound.others.protocol import NullOthers
    from coach.sound.protocol import NullCues
    from coach.sound.voice.protocol import NullVoice
    from coach.wiring import Given, Parts

    silent = Given(
        library=parts.library,
        language=parts.language,
        store=memory_store(clock),
        cues=NullCues(),
        voice=NullVoice(),
        others=NullOthers(),
        idle=NullIdle(_NOT_ASKED),
        lock=NullLock(_NOT_ASKED),
        quiet=NullQuiet(_NOT_ASKED),
        awake=NullAwake(_NOT_ASKED),
        at_login=NullAtLogin(_NOT_ASKED),
        media=NullMedia(),
        reminder_key=NullKey(_NOT_ASKED),
        less_motion=NullLessMotion(_NOT_ASKED),
    )
    return Parts(parts.home, clock, given=silent)


def _alone(app: QApplication, widget: QWidget, look: WindowLook, size: QSize) -> QImage:
    widget.setPalette(look.palette())
    widget.resize(size)
    if not widget.isWindow() or not isinstance(widget, NudgeCard):
        widget.setAutoFillBackground(True)
    widget.show()
    picture = _picture(app, widget, look)
    widget.hide()
    widget.deleteLater()
    return picture


def _picture(app: QApplication, widget: QWidget, look: WindowLook) -> QImage:
    for _ in range(_ROUNDS):
        app.processEvents()
    widget.grab()  # every place asks for its figure
    pictures_of(look).finish()
    app.processEvents()
    return widget.grab().toImage()
