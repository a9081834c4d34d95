"""The program with a window: joins the window, the tray, the nudges and the timers, and ends them in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from coach import bytecode
from coach.collector import resume_collector
from coach.handover import Handover, Json
from coach.ui.apart import start_apart
from coach.ui.application import make_application
from coach.ui.closing_window import ClosingWindow
from coach.ui.front import put_to_front
from coach.ui.joined import join
from coach.ui.look.icons import app_icon
from coach.ui.look.window_look import look_from, take_motion
from coach.ui.on_screen import OnScreen
from coach.ui.routes import ROUTES
from coach.ui.signals import listen_for_signals
from coach.ui.watching import watch_file
from coach.ui.window import MainWindow
from coach.ui.words.qt_language import LANGUAGE

if TYPE_CHECKING:
    from coach.ui.beside import Beside
    from coach.ui.leaving import Leaving
    from coach.ui.nudge.morning import MorningNudge
    from coach.ui.nudge.morning_process import MorningProcess
    from coach.ui.nudge.nudging import Nudging
    from coach.ui.reminder_key import ReminderKey
    from coach.ui.remote import Remote
    from coach.ui.tray import Tray
    from coach.wiring import Parts

_LOOK_AROUND_MS = 2000  # how often a visible window looks for changed files and times
_SETTLED_MS = 1500  # after the first page: its pictures are there, and a person looks around
_UNSEEN_MS = 1000  # a window that a desktop shows nobody is not waited for any longer; our choice

Start = tuple[str, str, int]
"""Kind, id and the index of the interval to begin with."""


class Program(QObject):
    """Everything that runs while the program does. `parts.single` must be claimed before.

    The window is there first: what is beside it is made once it is painted, or when it is asked for (`accompanied`).
    """

    accompanied = Signal()

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
        self._beside: Beside | None = None
        self._handed: Handover | None = None  # what the program before gave, until somebody goes on with it
        self._timer = QTimer(self.window)  # what looks at the window ends with it
        self._timer.setInterval(_LOOK_AROUND_MS)
        self._timer.timeout.connect(self._look_around)
        self._settled = QTimer(self.window, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._prepare_openings)
        self._openings: Iterator[None] | None = None
        self._unseen = QTimer(self.window, singleShot=True, interval=_UNSEEN_MS)
        self._unseen.timeout.connect(self._accompany)
        self._is_greeted = False
        self._closing = ClosingWindow(
            self.window, parts.store, lambda: self.tray.exists, show=self.show, hide=self._hide, end=self.quit
        )
        self._connect()

    def _connect(self) -> None:
        self.window.painted.connect(self._accompany)
        self.window.closed.connect(self._closing.close)
        self.window.quit_wanted.connect(self._closing.quit)
        self.window.session_changed.connect(self._session_changed)
        self._exercises = False
        self.parts.when_exercising = self._exercising
        self.window.desk_changed.connect(self._desk_changed)

    # --- what is beside the window

    @property
    def beside(self) -> Beside:
        """Made when it is first asked for."""
        if self._beside is None:
            from coach.ui.beside import Beside

            self.parts.desk_waits = False
            self._beside = Beside(self.parts, self.look, self.window, self._run, self)
            self._connect_beside(self._beside)
        return self._beside

    def _connect_beside(self, beside: Beside) -> None:
        tray, nudging, morning, remote = beside.tray, beside.nudging, beside.morning, beside.remote
        join(tray, nudging, remote, show=self.show, play=self.play, end=self.quit, changed=self._desk_changed)
        self.window.nudge_wanted.connect(nudging.show_now)
        self.window.nudge_answered.connect(nudging.answer)
        nudging.changed.connect(self._desk_looked)
        nudging.open.connect(self._open_nudge)
        morning.told.connect(self.window.refresh)
        morning.is_asked_already = lambda: self.window.isActiveWindow() and self.window.shows("today")
        remote.is_busy = lambda: self.window.is_covered
        remote.is_in_front = self.window.isActiveWindow
        beside.leaving.gone.connect(self._leave)
        beside.leaving.left.connect(beside.key.rest)
        beside.leaving.back.connect(beside.key.begin)
        beside.key.pressed.connect(self._to_waiting)
        beside.key.changed.connect(self.window.tell_desk)

    def _accompany(self) -> None:
        """The window is there: begin to remind, and to answer."""
        self._unseen.stop()
        handed, self._handed = self._handed, None
        if handed is None:
            return
        bytecode.note()
        from coach.reminders.nudge import Nudge
        from coach.ui.tray import ARRIVED_MS

        self.tray.show()
        self.nudging.go_on(None if handed.nudge is None else Nudge.from_json(handed.nudge))
        self.window.tell_desk()
        self.accompanied.emit()
        QTimer.singleShot(ARRIVED_MS, self.window, self._arrive)  # not where it is gone by then

    @property
    def tray(self) -> Tray:
        """The icon of the tray and its menu."""
        return self.beside.tray

    @property
    def nudging(self) -> Nudging:
        """The reminders as they come."""
        return self.beside.nudging

    @property
    def morning(self) -> MorningNudge | MorningProcess:
        """The question of the morning after."""
        return self.beside.morning

    @property
    def remote(self) -> Remote:
        """Who answers other programs of ours."""
        return self.beside.remote

    @property
    def key(self) -> ReminderKey:
        """The key of the whole desktop."""
        return self.beside.key

    @property
    def leaving(self) -> Leaving:
        """What becomes of the program when its window is closed."""
        return self.beside.leaving

    # --- running

    def begin(self, start: Start | None = None, handover: Handover | None = None) -> None:
        """Show the window on Today, or on what `start` names, and begin to remind. Somebody new is welcomed first. With
        a `handover` it goes on where the program before was.
        """
        handed = self._handed = handover or Handover({})
        start = start or handed.start
        self.parts.store.take_unsaved(handed.unsaved)
        self.parts.desk_waits = self._beside is None
        self._go_on(handed.run)
        is_new = self.parts.is_new
        if start is None and is_new and not self._is_greeted:
            self.window.covers.welcome()
        self.show()
        self._timer.start()
        if start is not None:
            self._accompany()  # the desk has to know of a session
            self.play(*start)
        elif handed.run.get("waiting") is True and not is_new:
            self._accompany()
            self._show_waiting()
        elif self.window.is_painted:
            self._accompany()
        else:
            self._unseen.start()
        if start is None:
            self._settled.start()
        self._is_greeted = True

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
        if self._beside is not None:
            self._beside.leaving.stay()
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
            if self._beside is not None:
                self._beside.nudging.stop()
                self._beside.tray.hide()
            self.window.leave_session()
            self.window.hide()
            self.parts.silence()  # whoever ends the program does not wait for a sound
            self.rest()
        finally:  # whatever fails on the way, it ends
            self.app.quit()

    def lose(self) -> None:
        """The display went away, which Qt ends the loop for. A session is offered at the next start."""
        if self._beside is not None and not self._beside.remote.has_moved:
            self._beside.nudging.lose()
        self.window.leave_session()

    def rest(self) -> None:
        """Nothing happens by itself any more."""
        if self._beside is not None:
            self._beside.nudging.stop()
            self._beside.key.rest()
        self._handed = None
        for timer in (self._timer, self._settled, self._unseen):
            timer.stop()
        self.parts.when_exercising = None

    def _prepare_openings(self) -> None:
        """A step, between two events. Not beside a session or a routine's page, whose own sentences come first."""
        if self.window.page != "today" or self.window.is_covered:
            return
        self._openings = self._openings or self.parts.prepare_openings()
        if next(self._openings, self) is not self:
            self._settled.start(0)

    # --- what happens

    def _hide(self) -> None:
        """The window is closed, and the program goes on without it."""
        self.window.hide()
        self._timer.stop()
        self.leaving.begin()

    def _leave(self) -> None:
        """Another program has taken over."""
        self.parts.store.give_away_unsaved()
        if self._beside is not None:
            self._beside.tray.hide()
        self.rest()
        self.app.quit()

    def _session_changed(self, covers: bool) -> None:
        """A card makes room for the page of a session; whether one runs, the session itself tells the desk."""
        if covers and self._beside is not None:
            self._beside.nudging.put_away()

    def _exercising(self, goes_on: bool, _seconds: float) -> None:
        self._exercises = goes_on
        if self._beside is None:
            return
        if goes_on:
            self._beside.nudging.put_away()
        self._desk_looked()

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

    def _desk_looked(self) -> None:
        """By itself. What comes when is told after an exercise: a cue would be late by the time that takes."""
        (self.nudging.look if self._exercises else self._desk_changed)()

    def _desk_changed(self) -> None:
        self.tray.refresh()
        self.window.tell_desk()
        self.nudging.look()

    def _look_changed(self) -> None:
        self.look.dress(self.app)
        if self._beside is not None:
            self._beside.tray.dress(self.look.palette())

    def _look_around(self) -> None:
        if self.window.isVisible() and not self.window.isMinimized():
            self.window.tick()


def run(parts: Parts, start: Start | None = None, handover: Handover | None = None) -> int:
    """Run the program with its window until the person ends it, or closes it to the tray: 0; another number where its
    display went away. `handover` is what the program gave from which this one takes over.
    """
    app = make_application()
    program = Program(app, parts)
    program.accompanied.connect(lambda: _answer(program))
    listener = listen_for_signals(program.quit)
    QTimer.singleShot(0, lambda: program.begin(start, handover))
    code = app.exec()
    if code:
        program.lose()
    program.rest()
    listener.close()
    program.window.deleteLater()
    return code


def _answer(program: Program) -> None:
    """From now on other programs are answered, and what is over for good may be thrown away."""
    single = program.parts.single
    if single.trouble is None:  # else nobody could take over, and both would remind
        program.leaving.start = lambda: start_apart("--hidden")
    single.serve(program.remote.handle, program.leaving)
    resume_collector()
