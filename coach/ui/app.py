"""The program with a window: joins the window, the tray, the nudges and the timers, and ends them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from coach.handover import Handover, Json
from coach.reminders.nudge import Nudge
from coach.settings import WITHOUT_TRAY, WithoutTray
from coach.ui.apart import start_apart
from coach.ui.application import make_application
from coach.ui.front import put_to_front
from coach.ui.leaving import Leaving
from coach.ui.look.icons import app_icon
from coach.ui.look.window_look import look_from, take_motion
from coach.ui.nudge.either import EitherScreen, can_float
from coach.ui.nudge.in_window import InWindowScreen
from coach.ui.nudge.morning import MorningNudge
from coach.ui.nudge.morning_process import MorningProcess
from coach.ui.nudge.nudging import Nudging
from coach.ui.nudge.on_card import CardScreen
from coach.ui.nudge.process import ProcessScreen
from coach.ui.on_screen import OnScreen
from coach.ui.reminder_key import ReminderKey
from coach.ui.remote import Remote
from coach.ui.routes import ROUTES
from coach.ui.signals import listen_for_signals
from coach.ui.tray import ARRIVED_MS, Tray
from coach.ui.watching import watch_file
from coach.ui.window import MainWindow
from coach.ui.words.qt_language import LANGUAGE
from coach.wiring.way_out import offered_at_once

if TYPE_CHECKING:
    from coach.wiring import Parts

_LOOK_AROUND_MS = 2000  # how often a visible window looks for changed files and times
_SETTLED_MS = 1500  # after the first page: its pictures are there, and a person looks around

Start = tuple[str, str, int]
"""Kind, id and the index of the interval to begin with."""


class Program(QObject):
    """Everything that runs while the program does. `parts.single` must be claimed before."""

    def __init__(self, app: QApplication, parts: Parts) -> None:
        super().__init__()
        self.app, self.parts = app, parts
        parts.watcher = watch_file
        LANGUAGE.speak(parts.language)
        self.look = look_from(parts.store)
        app.setWindowIcon(app_icon())
        app.setQuitOnLastWindowClosed(False)
        self.look.dress(app)
        self.look.changed.connect(self._look_changed)
        self.window = MainWindow(parts, self.look)
        self._on_screen = OnScreen(self.window)
        self.tray = Tray(parts, lambda: offered_at_once(parts), self)
        self.tray.dress(self.look.palette())
        self.morning: MorningNudge | MorningProcess = MorningNudge(parts, self.look, self)
        if not can_float():
            self.morning = MorningProcess(self._morning_to_ask, self)
        within = InWindowScreen(parts, self.look, self.window)
        screen = EitherScreen(CardScreen(parts, self.look), within, ProcessScreen())
        self.nudging = Nudging(parts.desk, screen, self.morning, self)
        self.remote = Remote(parts, self)
        self.key = ReminderKey(parts.reminder_key, parts.store, self)
        self._timer = QTimer(self.window)  # what looks at the window ends with it
        self._timer.setInterval(_LOOK_AROUND_MS)
        self._timer.timeout.connect(self._look_around)
        self._settled = QTimer(self.window, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._prepare_openings)
        self._openings = parts.prepare_openings()
        self._is_greeted = False
        self._question: QWidget | None = None  # what becomes of the program without a window
        self.leaving = Leaving(parts, self.nudging, self.remote, self.window, self._run)
        self._connect()

    def _connect(self) -> None:
        self.window.closed.connect(self._closed)
        self.window.session_changed.connect(self._session_changed)
        self.parts.when_exercising = self._exercising
        self.window.desk_changed.connect(self._desk_changed)
        self.window.nudge_wanted.connect(self.nudging.show_now)
        self.window.nudge_answered.connect(self.nudging.answer)
        self.tray.answered.connect(self.nudging.answer)
        self.tray.open.connect(self.show)
        self.tray.start.connect(self.play)
        self.tray.quit.connect(self.quit)
        self.tray.changed.connect(self._desk_changed)
        self.nudging.start.connect(self.play)
        self.nudging.changed.connect(self._desk_changed)
        self.nudging.open.connect(self._open_nudge)
        self.morning.told.connect(self.window.refresh)
        self.morning.is_asked_already = lambda: self.window.isActiveWindow() and self.window.shows("today")
        self.remote.is_busy = lambda: self.window.is_covered
        self.remote.is_in_front = self.window.isActiveWindow
        self.remote.show.connect(self.show)
        self.remote.play.connect(self.play)
        self.remote.nudged.connect(self.nudging.show)
        self.remote.exercising.connect(self.nudging.put_away)
        self.remote.changed.connect(self._desk_changed)
        self.leaving.gone.connect(self._leave)
        self.leaving.left.connect(self.key.rest)
        self.leaving.back.connect(self.key.begin)
        self.key.pressed.connect(self._to_waiting)
        self.key.changed.connect(self.window.tell_desk)

    # --- running

    def begin(self, start: Start | None = None, handover: Handover | None = None) -> None:
        """Show the window on Today, or on what `start` names, and begin to remind. Somebody new is welcomed first. With
        a `handover` it goes on where the program before was.
        """
        handed = handover or Handover({})
        start = start or handed.start
        self.parts.store.take_unsaved(handed.unsaved)
        self.tray.show()
        self._go_on(handed.run)
        self.show()
        self._timer.start()
        self.nudging.go_on(None if handed.nudge is None else Nudge.from_json(handed.nudge))
        if start is not None:
            self.play(*start)
        elif handed.run.get("waiting") is True and not self.parts.is_new:
            self._show_waiting()
        else:
            if self.parts.is_new and not self._is_greeted:
                self.window.covers.welcome()
            self._settled.start()
        self._is_greeted = True
        QTimer.singleShot(ARRIVED_MS, self.window, self._arrive)  # not where it is gone by then

    def _arrive(self) -> None:
        """The older one ends, unless it lost patience with this one and has gone on."""
        if not self.parts.single.arrived():
            self.window.hide()
            self._leave()
        else:
            self.key.begin()
            take_motion(self.look, self.parts.store, self.parts.less_motion)  # now: the window is painted and waits

    def _go_on(self, run: Json) -> None:
        """Where and how the window was when it was closed; what cannot be used is as at a start."""
        page, place = run.get("page"), run.get("place")
        self._is_greeted = run.get("greeted") is True
        self.window.go(page if page in ROUTES and not ROUTES[page].within else "today")
        if isinstance(place, list) and len(place) == 4 and all(isinstance(one, int) for one in place):
            self.window.setGeometry(*place)
            self._on_screen.bring_into_sight()

    def _run(self) -> Json:
        """What `_go_on` takes, and what the start of the program gave it."""
        place = self.window.geometry()
        return {
            **self.parts.run_options,
            "page": self.window.page,
            "place": [place.x(), place.y(), place.width(), place.height()],
            "greeted": self._is_greeted,
        }

    def show(self) -> None:
        """The window in front, on its first page if it has none."""
        self.leaving.stay()
        if not self.window.page:
            self.window.go("today")
        if self.window.isMinimized():
            self.window.showNormal()
        if not self.window.isVisible():
            self._on_screen.bring_into_sight()
        put_to_front(self.window)
        self._timer.start()

    def play(self, kind: str, ident: str, first: int = 0) -> None:
        """A session in the window, unless one runs already."""
        self.show()
        if not self.window.is_covered:
            self.window.start(kind, ident, first)

    def quit(self) -> None:
        """End the program. A session under way keeps what it finished and is offered at the next start."""
        try:
            self.nudging.stop()
            self.tray.hide()
            self.window.leave_session()
            self.window.hide()
            self.parts.silence()  # whoever ends the program does not wait for a sound
            self.rest()
        finally:  # whatever fails on the way, it ends
            self.app.quit()

    def lose(self) -> None:
        """The display went away, which Qt ends the loop for. A session is offered at the next start."""
        if not self.remote.has_moved:
            self.nudging.lose()
        self.window.leave_session()

    def rest(self) -> None:
        """Nothing happens by itself any more."""
        self.nudging.stop()
        self.key.rest()
        self._timer.stop()
        self._settled.stop()
        self.parts.when_exercising = None

    def _morning_to_ask(self) -> str | None:
        session = self.parts.mornings.to_ask()
        return None if session is None else session.uid

    def _prepare_openings(self) -> None:
        """A step, between two events. Not beside a session or a routine's page, whose own sentences come first."""
        if self.window.page == "today" and not self.window.is_covered and next(self._openings, self) is not self:
            self._settled.start(0)

    # --- what happens

    def _closed(self) -> None:
        """The window was closed: into the tray where there is one, else as the person wants it; they are asked once."""
        if self._question is not None and self.window.covers.page is self._question:
            self.quit()  # closed once more: this time it ends, and the next time it is asked again
            return
        if self.window.is_covered:
            self.window.ask_to_end()
            if self.window.is_covered:
                return
        way = "go-on" if self.tray.exists else self.parts.store.get(WITHOUT_TRAY)
        if way is None or (way == "minimise" and self.window.isMinimized()):
            self._question = self.window.covers.ask_without_tray(self._close_for_good)
            self.show()
        else:
            self._close(way)

    def _close_for_good(self, way: WithoutTray) -> None:
        """The person was asked: so it is from now on."""
        self.parts.store.keep(WITHOUT_TRAY, way)
        self._close(way)

    def _close(self, way: WithoutTray) -> None:
        if way == "end":
            self.quit()
        elif way == "minimise":
            self.window.showMinimized()
        else:
            self.window.hide()
            self._timer.stop()
            self.leaving.begin()

    def _leave(self) -> None:
        """Another program has taken over."""
        self.parts.store.give_away_unsaved()
        self.tray.hide()
        self.rest()
        self.app.quit()

    def _session_changed(self, covers: bool) -> None:
        """A card makes room for the page of a session; whether one runs, the session itself tells the desk."""
        if covers:
            self.nudging.put_away()

    def _exercising(self, goes_on: bool, _seconds: float) -> None:
        if goes_on:
            self.nudging.put_away()
        self.nudging.look()

    def _to_waiting(self) -> None:
        self.show()
        self._show_waiting()

    def _show_waiting(self) -> None:
        """The reminder that waits, with the keyboard on its first answer; what comes next where none does. What covers
        the window, or fills it, stays.
        """
        from coach.ui.pages.reminders import RemindersPage

        if self.window.is_covered:
            return
        self.window.go("reminders")
        page = self.window.pages["reminders"]
        if isinstance(page, RemindersPage):
            page.take_keyboard()

    def _open_nudge(self) -> None:
        self.show()
        self.nudging.show_again()

    def _desk_changed(self) -> None:
        self.tray.refresh()
        self.window.tell_desk()
        self.nudging.look()

    def _look_changed(self) -> None:
        self.look.dress(self.app)
        self.tray.dress(self.look.palette())

    def _look_around(self) -> None:
        if self.window.isVisible() and not self.window.isMinimized():
            self.window.tick()


def run(parts: Parts, start: Start | None = None, handover: Handover | None = None) -> int:
    """Run the program with its window until the person ends it, or closes it to the tray: 0; another number where its
    display went away. `handover` is what the program gave from which this one takes over.
    """
    app = make_application()
    program = Program(app, parts)
    listener = listen_for_signals(program.quit)
    if parts.single.trouble is None:  # else nobody could take over, and both would remind
        program.leaving.start = lambda: start_apart("--hidden")
    parts.single.serve(program.remote.handle, program.leaving)
    QTimer.singleShot(0, lambda: program.begin(start, handover))
    code = app.exec()
    if code:
        program.lose()
    program.rest()
    listener.close()
    program.window.deleteLater()
    return code
