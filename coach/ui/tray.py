"""The tray's icon and its menu, which is built anew each time it opens; for the program with a window and without."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QBrush, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from coach.content.model import Text
from coach.ui.look.colours import UI
from coach.ui.look.mark import paint_mark
from coach.ui.words.desk import AtTheDesk, desk_view
from coach.ui.words.qt_language import LANGUAGE
from coach.words import nudge as words
from coach.words.desk_view import DeskView
from coach.words.library import say
from coach.words.pauses import pause_choices
from coach.words.sentences import comma_list

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

TrayState = Literal["counting", "quiet", "due"]
"""A reminder is on the screen or waits (due), none may come (quiet), or time is counted."""

ARRIVED_MS = 300  # until a panel has taken the icon in: the program before keeps its own until then
_SIDES = (16, 22, 24, 32, 44, 48, 64)

# A panel's colour cannot be asked for, so the icon stands on its own: a tile, as the program's icon has it, which shows
# on light panels and on dark ones.
_LIGHT = UI["light"]
_TILES = {"counting": _LIGHT["pine"], "quiet": _LIGHT["edge"], "due": _LIGHT["accent"]}
_BODY, _WARM = _LIGHT["paper"], UI["dark"]["aglow"]
_ROUND, _EDGE = 0.24, 0.1  # of the side: the tile's corners as on the program's icon, and what is left around the mark


class Tray(QObject):
    """`open`, `start(kind, id)` and `quit` for the application; pausing goes to the desk itself.

    `offered` gives the routine that the menu offers to start, and its title; it is asked when the menu opens.
    """

    open = Signal()
    start = Signal(str, str)
    quit = Signal()
    answered = Signal(str, str, float)  # the reminder that waits; as coach.ui.nudge.screen has it
    changed = Signal()  # the desk was paused or goes on

    def __init__(
        self, parts: AtTheDesk, offered: Callable[[], tuple[str, Text] | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts, self._offered = parts, offered
        self._shown: TrayState | None = None
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self.fill)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self._fill(offers=False)  # some desktops show no menu that is empty; what is offered is known when it opens
        self.refresh()

    def dress(self, palette: QPalette) -> None:
        """The colours of the menu."""
        self.menu.setPalette(palette)

    @property
    def exists(self) -> bool:
        """Whether this desktop shows tray icons now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> bool:
        """Put the icon into the tray, and into each that comes later; False where there is none now."""
        self.icon.show()
        return self.exists

    def hide(self) -> None:
        """Take the icon out of the tray."""
        self.icon.hide()

    def refresh(self) -> None:
        """Icon and tooltip as the desk is now."""
        view = desk_view(self._parts)
        state = tray_state(view, self._parts.desk.open)
        if state != self._shown:
            self._shown = state
            self.icon.setIcon(tray_icon(state))
        self.icon.setToolTip("\n".join(line for line in (self.tr("Posture Coach"), view.sentence) if line))

    def fill(self) -> None:
        """Build the menu from what is true now."""
        self._fill(offers=True)

    def _fill(self, *, offers: bool) -> None:
        menu, view = self.menu, desk_view(self._parts)
        menu.clear()
        status = menu.addAction(self._status(view))
        status.setEnabled(False)
        menu.addSeparator()
        self._add_answers(menu)
        menu.addAction(self.tr("Open Posture Coach"), self.open.emit)
        if offers:
            self._add_start(menu)
        menu.addSeparator()
        if view.is_paused:
            menu.addAction(self.tr("Resume reminders"), self._resume)
        else:
            pauses = menu.addMenu(self.tr("Pause reminders"))
            for word, seconds in self.pauses():
                self._add_pause(pauses, word, seconds)
        menu.addSeparator()
        menu.addAction(self.tr("Quit"), self.quit.emit)

    def _add_answers(self, menu: QMenu) -> None:
        """To the reminder that waits for one."""
        nudge = self._parts.desk.screen.nudge
        if nudge is None:
            return
        menu.addAction(nudge.message.partition("\n")[0]).setEnabled(False)
        for one in words.answers(LANGUAGE, nudge):
            menu.addAction(one.word, partial(self.answered.emit, nudge.id, one.what, one.seconds))
        menu.addSeparator()

    def _add_start(self, menu: QMenu) -> None:
        offered = self._offered()
        if offered is not None:
            name, title = offered
            text = self.tr("Start {routine}").format(routine=say(title, LANGUAGE))
            menu.addAction(text, lambda: self.start.emit("routine", name))

    def _add_pause(self, menu: QMenu, word: str, seconds: float) -> None:
        menu.addAction(word, lambda: self._pause(seconds))

    def _status(self, view: DeskView) -> str:
        if view.is_paused or not view.next_title:
            return view.sentence
        when = comma_list((part for part in (view.next_when, view.condition) if part), LANGUAGE)
        return self.tr("{title}: {when}").format(title=view.next_title, when=when)

    def pauses(self) -> list[tuple[str, float]]:
        """What may be chosen, in words and seconds from now."""
        return pause_choices(self._parts.clock.wall(), self._parts.clock.local, LANGUAGE)

    def _pause(self, seconds: float) -> None:
        self._parts.desk.pause(seconds)
        self.refresh()
        self.changed.emit()

    def _resume(self) -> None:
        self._parts.desk.resume()
        self.refresh()
        self.changed.emit()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open.emit()


def tray_state(view: DeskView, open_reminder: str | None) -> TrayState:
    """What the icon tells."""
    if view.is_paused:
        return "quiet"
    if open_reminder is not None:
        return "due"
    return "quiet" if view.quiet else "counting"


def tray_icon(state: TrayState) -> QIcon:
    """The mark on its tile: pine while time is counted, grey while none may come, ember when one is due."""
    tile, body, warm = _paint(_TILES[state]), _paint(_BODY), _paint(_WARM)
    result = QIcon()
    for side in _SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill("transparent")
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(0, 0, side, side), side * _ROUND, side * _ROUND)
        painter.fillPath(whole, tile)
        edge = side * _EDGE
        inner = QRectF(edge, edge, side - 2 * edge, side - 2 * edge)
        paint_mark(painter, inner, body, warm if state == "counting" else body)
        painter.end()
        result.addPixmap(pixmap)
    return result


def _paint(colour: str) -> QBrush:
    """A brush of one colour without a QColor (why: coach.ui.look.mark)."""
    pixel = QPixmap(1, 1)
    pixel.fill(colour)
    return QBrush(pixel)
