"""The tray's icon and its menu, which is built anew each time it opens. Where there is no tray, `exists` says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from coach.today.standing import standing_of
from coach.today.suggestion import shortest_routine
from coach.ui.look.icons import paint_mark
from coach.ui.look.theme import Look, Theme
from coach.ui.look.window_look import system_theme_name
from coach.ui.words import common as words
from coach.ui.words.common import LANGUAGE
from coach.ui.words.desk import desk_view
from coach.words.desk_view import DeskView
from coach.words.pauses import pause_choices

if TYPE_CHECKING:
    from coach.wiring import Parts


class Tray(QObject):
    """`open`, `start(kind, id)` and `quit` for the application; pausing goes to the desk itself."""

    open = Signal()
    start = Signal(str, str)
    quit = Signal()
    changed = Signal()  # the desk was paused or goes on

    def __init__(self, parts: Parts, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._shown_paused: bool | None = None
        self.menu = QMenu()
        self.menu.setPalette(look.palette())
        look.changed.connect(lambda: self.menu.setPalette(look.palette()))
        self.menu.aboutToShow.connect(self.fill)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self._fill(offers=False)  # some desktops show no menu that is empty; what is offered is known when it opens
        self.refresh()

    @property
    def exists(self) -> bool:
        """Whether this desktop shows tray icons now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> bool:
        """Put the icon into the tray; False where there is none."""
        if self.exists:
            self.icon.show()
        return self.exists

    def hide(self) -> None:
        """Take the icon out of the tray."""
        self.icon.hide()

    def refresh(self) -> None:
        """Icon and tooltip as the desk is now."""
        view = desk_view(self._parts)
        if view.is_paused is not self._shown_paused:
            self._shown_paused = view.is_paused
            self.icon.setIcon(tray_icon(view.is_paused))
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

    def _add_start(self, menu: QMenu) -> None:
        """The shortest routine of those that are for this person: each has to be worked out to know."""
        reach = self._parts.within_reach()
        if reach.routines and not self._is_locked():
            name = shortest_routine(reach, self._parts.routine_seconds)
            title = words.say(reach.routines[name].title)
            menu.addAction(self.tr("Start {routine}").format(routine=title), lambda: self.start.emit("routine", name))

    def _is_locked(self) -> bool:
        """Whether the answers to the safety questions keep the person from exercising: then nothing invites to it."""
        parts = self._parts
        return standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall()).locked is not None

    def _add_pause(self, menu: QMenu, word: str, seconds: float) -> None:
        menu.addAction(word, lambda: self._pause(seconds))

    def _status(self, view: DeskView) -> str:
        if view.is_paused or not view.next_title:
            return view.sentence
        when = ", ".join(part for part in (view.next_when, view.condition) if part)
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


def tray_icon(paused: bool) -> QIcon:
    """The mark without its tile; all of one colour while paused."""
    theme = Theme.named("dark" if system_theme_name() == "dark" else "light")
    result = QIcon()
    for side in (16, 22, 24, 32, 44, 48, 64):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        body = theme.edge if paused else theme.pine
        paint_mark(painter, QRectF(0, 0, side, side), body, theme.edge if paused else theme.aglow)
        painter.end()
        result.addPixmap(pixmap)
    return result
