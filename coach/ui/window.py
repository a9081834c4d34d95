"""The main window: the rail, the pages beside it, and the session, which covers all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.ui.above import Above
from coach.ui.beginning import Beginning
from coach.ui.covers import Covers, Filling
from coach.ui.dropped import Dropped
from coach.ui.key_places import add_shortcut
from coach.ui.look.window_look import WindowLook
from coach.ui.look_around import LookAround
from coach.ui.pages.page import Paths
from coach.ui.rail_week import FollowedWeek
from coach.ui.routes import ROUTES, Shown
from coach.ui.shown_keys import Seen, ShownKeys
from coach.ui.widgets.fade import Fade
from coach.ui.widgets.focus import note_pressed
from coach.ui.widgets.rail import Rail, places
from coach.ui.widgets.role import Role, be_told_as
from coach.ui.widgets.scroll import ScrolledByKeys
from coach.words.keys import Ground

if TYPE_CHECKING:
    from coach.wiring import Parts

NARROW_BELOW = 960


class MainWindow(QMainWindow):
    """`go(page)` shows a place; `start(kind, id)` begins a session, after the safety questions where they are due."""

    closed = Signal()  # by the person; the application decides between tray and end
    quit_wanted = Signal()  # by the person's key
    session_changed = Signal(bool)  # the page of a session covers the window, or is gone; it may stand or be over
    desk_changed = Signal()  # the person paused, resumed or switched reminders
    nudge_wanted = Signal(str)
    nudge_answered = Signal(str, str, float)
    painted = Signal()  # once: its first picture is with the screen

    def __init__(self, parts: Parts, look: WindowLook) -> None:
        super().__init__()
        self.parts, self.look = parts, look
        self.setWindowTitle(self.tr("Posture Coach"))
        self.setMinimumSize(640, 480)
        self.resize(1180, 760)
        self.pages: dict[str, Shown] = {}
        self._path: list[tuple[str, str]] = []
        self._filling: Filling | None = None
        self.is_painted = self._is_begun = False
        self.to = Paths(self)
        self._look_around = LookAround(parts, self, lambda: not self.is_covered)
        self._look_around.changed.connect(self.refresh)
        self._build()
        self._connect()
        self._repaint()
        look.changed.connect(self._repaint)

    def sizeHint(self) -> QSize:
        return QSize(1180, 760)

    # --- building

    def _build(self) -> None:
        within = ScrolledByKeys()
        self.setCentralWidget(within)
        self.layers = QStackedLayout(within)
        self.layers.setContentsMargins(0, 0, 0, 0)
        shell = QWidget()
        row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail(self.look)
        self._week = FollowedWeek(self.parts, self.rail)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._above = Above(self.look)
        column.addLayout(self._above)
        self.stage = QStackedWidget()
        be_told_as(self.stage, Role.Client)  # else Orca 43 says "layered pane" as the keyboard comes back from a cover
        column.addWidget(self.stage, 1)
        row.addLayout(column, 1)
        self.layers.addWidget(shell)
        self._shell = shell
        self.covers = Covers(self.parts, self.look, self.layers, self)
        self.covers.covered.connect(self._retitle)
        self.covers.began.connect(lambda: self.session_changed.emit(True))
        self.covers.ended.connect(self._uncovered)
        self.covers.instead.connect(self.to.routine)
        self.covers.to_test.connect(self._to_test)
        self.beginning = Beginning(self.parts, self.covers, self)
        self.beginning.refused.connect(self.tell)
        self.beginning.changed.connect(self.refresh)
        self.beginning.to_test.connect(self._to_test)
        self.beginning.to_half_test.connect(lambda: self.go("walltest"))
        self._fade = Fade(self.look, self.stage)

    def _connect(self) -> None:
        self.rail.go.connect(self.go)
        self.rail.plan.connect(self._go_to_plan)
        self.to.go.connect(self.go)
        self.to.routine.connect(lambda name: self.go("routine", name))
        self.to.exercise.connect(lambda name: self.go("exercise", name))
        self.to.plan.connect(lambda name: self.go("plan", name))
        self.to.received.connect(lambda path: self.go("received", path))
        Dropped(self, lambda: not self.is_covered).file.connect(self.to.received)
        self.to.reminder.connect(lambda name: self.go("reminder", name))
        self.to.start.connect(self.beginning.start)
        self.to.week.connect(self._week.show)
        self.to.resume.connect(self.beginning.resume)
        self.to.anew.connect(self.beginning.anew)
        self.to.safety.connect(self.covers.ask_safety)
        self.to.conditions.connect(self.covers.ask_conditions)
        self.to.back.connect(self.back)
        self.to.fill.connect(self._fill)
        self.to.nudge.connect(self.nudge_wanted)
        self.to.answered.connect(self.nudge_answered)
        self.to.desk_changed.connect(self.desk_changed)
        acts: dict[str, Callable[[], object]] = {place.page: partial(self.go, place.page) for place in places()}
        acts |= {"back": self.back, "close": self.close, "search": self._search}
        for name, act in acts.items():
            add_shortcut(self._shell, "window", name, act)
        add_shortcut(self, "anywhere", "quit", self.quit_wanted.emit, in_window=True)
        self.shown_keys = ShownKeys(self, self.look, self._key_grounds)
        self.covers.covered.connect(self.shown_keys.put_away)

    def _key_grounds(self) -> Seen:
        """What is seen of the window, and where keys mean something on it."""
        cover = self.covers.page
        page = cover or self.stage.currentWidget()
        own: tuple[Ground, ...] = getattr(page, "key_grounds", () if cover is None else ("covering",))
        return page, own if cover is not None else (*own, "window")

    def _repaint(self) -> None:
        self.setPalette(self.look.palette())
        self.setAutoFillBackground(True)
        self._set_narrow()
        self.update()

    # --- going somewhere

    @property
    def page(self) -> str:
        """The page that is shown, or an empty string before the first."""
        return self._path[-1][0] if self._path else ""

    def go(self, page: str, argument: str = "") -> None:
        """Show a page; `argument` is the id for a page of one routine, exercise or plan. What fills the window
        asks first. A place that is shown already is as at its beginning.
        """
        if self._filling is not None and self._filling is not self.pages.get(page):
            self.ask_to_end()
            return
        if self._path and self._path[-1] == (page, argument) and self.stage.currentWidget() is self.pages.get(page):
            self._go_again(page)
            return
        if not ROUTES[page].within:
            self._path.clear()
        self._path.append((page, argument))
        self._show()
        self.pages[page].to_top()  # the way back leads to where one was

    def _go_again(self, page: str) -> None:
        """Where one is: what is known now. A place of the rail is begun again, unless it fills the window."""
        if self._filling is not None or ROUTES[page].within:
            self._appear()
        else:
            self._show()
            self.pages[page].begin_again()

    def back(self) -> None:
        """To the page before; from the first page of a place nowhere."""
        if len(self._path) > 1:
            self._path.pop()
            self._show()
        elif self._path and (place := ROUTES[self.page].within):
            self.go(place)

    def _show(self) -> None:
        """Bring the page at the end of the path into view."""
        before = self.stage.currentWidget()
        widget = self._appear()
        changed = before is not widget
        self.stage.setCurrentWidget(widget)
        self.rail.set_page(ROUTES[self.page].place)
        self._retitle()
        self._tell_notices()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self._fade.show_page(widget)

    def _retitle(self) -> None:
        """The window's title names what is seen: the session that covers it, or the page."""
        cover = self.covers.page
        shown = self.pages.get(self.page)
        title = cover.windowTitle() if cover is not None else shown.title if shown is not None else ""
        title = title or {place.page: place.title for place in places()}.get(self.page, "")
        self.setWindowTitle(f"{title} - {self.tr('Posture Coach')}" if title else self.tr("Posture Coach"))

    def _appear(self) -> Shown:
        """The page at the end of the path, with what is known now."""
        page, about = self._path[-1]
        before, its_id = self._path[-2] if len(self._path) > 1 else ("", "")
        widget = self._page(page)
        widget.resize(self.stage.size())  # which it has once it is shown: so it is laid out once
        widget.appear(about, (its_id or before) if before and ROUTES[before].names_back else "")
        self._week.follow()
        return widget

    def _page(self, name: str) -> Shown:
        if name not in self.pages:
            self.pages[name] = ROUTES[name].make(self.parts, self.look, self.to)
            self.stage.addWidget(self.pages[name])
            self.pages[name].windowTitleChanged.connect(self._retitle)
        return self.pages[name]

    def _fill(self, page: Filling | None) -> None:
        """A page fills the window, as the timed parts of the wall test do, or does no more."""
        self._filling = page
        self.rail.setVisible(page is None)
        self.session_changed.emit(page is not None)

    def _search(self) -> None:
        from coach.ui.pages.routines import RoutinesPage

        self.go("routines")
        page = self.pages.get(self.page)  # a running test asks before it lets go
        if isinstance(page, RoutinesPage):
            page.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- sessions

    def start(self, kind: str, ident: str, first: int = 0) -> None:
        """As `Beginning.start`."""
        self.beginning.start(kind, ident, first)

    def _to_test(self) -> None:
        from coach.ui.pages.walltest.page import WallTestPage

        self.go("walltest")
        page = self.pages.get(self.page)  # a running test asks before it lets go
        if isinstance(page, WallTestPage):
            page.invite()

    def _uncovered(self) -> None:
        """What covered the window is gone: show where we were, with what changed."""
        if self.isFullScreen():
            self.showNormal()
        self.session_changed.emit(False)
        if self._path:
            self._appear()
        self._retitle()
        self._tell_notices()

    @property
    def is_covered(self) -> bool:
        """Whether a session, a test or the safety questions fill the window."""
        return self.covers.page is not None or self._filling is not None

    def ask_to_end(self) -> None:
        """The person wants to close the window during a session: ask, as Escape does; else leave what covers it."""
        under_way = self.covers.under_way if self.covers.page is not None else self._filling
        if under_way is not None and under_way.is_running:
            under_way.ask_end()
        else:
            self.leave_session()

    def leave_session(self) -> None:
        """Put down what covers the window; a session under way is offered again at the next start."""
        self.covers.leave()
        if self._filling is not None:
            self._filling.put_away()

    # --- what the person should know

    def tell(self, sentence: str) -> None:
        """Show a sentence above the page until it is put away; the same one is told once."""
        self._above.tell(sentence)

    def _tell_notices(self) -> None:
        for sentence in self.parts.notices:
            self.tell(sentence)

    def shows(self, page: str) -> bool:
        """Whether this page is what the person sees of the window."""
        return self.isVisible() and not self.isMinimized() and not self.is_covered and self.page == page

    def refresh(self) -> None:
        """Something was told elsewhere: the page shows what is known now."""
        if self._path and not self.is_covered:
            self._appear()

    def _go_to_plan(self) -> None:
        week = self.parts.week()
        if week.plan is not None:
            self.go("plan", week.plan.plan.id)

    def tell_desk(self) -> None:
        """The desk's two lines in the rail, and the page that shows more of it."""
        if self.parts.desk_waits:
            return
        from coach.ui.words.desk import desk_view

        view = desk_view(self.parts)
        self.rail.set_status(view.at_desk, view.rail, not view.is_paused)
        widget = self.pages.get(self.page)
        if widget is not None and self.isVisible() and not self.is_covered:
            widget.tick()

    def tick(self) -> None:
        """Follow what changes by itself: called every few seconds while the window is shown."""
        if self.is_covered:
            return
        if self.is_painted:  # else all that it shows was read just now
            self._look_around.begin()
        self._week.follow()
        self.tell_desk()

    # --- Qt

    def event(self, event: QEvent) -> bool:
        """Every key that is pressed in the window is offered here first, as what it might be a shortcut for. The first
        paint, with all that is in the window, is noted.
        """
        if event.type() == QEvent.Type.ShortcutOverride:
            note_pressed(by_keyboard=True)
        elif event.type() == QEvent.Type.Paint and not self._is_begun:
            self._is_begun = True
            QTimer.singleShot(0, self, self._note_painted)  # its parts are painted in this same event
        return super().event(event)

    def _note_painted(self) -> None:
        self.is_painted = True
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_narrow()
        self.shown_keys.fit()

    def _set_narrow(self) -> None:
        room = self.width() / NARROW_BELOW
        self.rail.set_narrow(room < 1 + (self.look.scale - 1) * 0.5, is_spare=room < 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.tick()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closed.emit()
