"""A nudge over the whole of every screen, for who wants to be stopped.

It takes no letter, as no nudge does: what was being typed goes on below, and nothing is lost. The ways out are its
buttons, which are on every screen, its time, after which it goes by itself, and on X the one key that it takes while it
is there: Escape. Whoever started its process ends one that hangs.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from coach.desktop.linux_x11 import keep_off_task_bar
from coach.desktop.linux_x11_key import GrabbedKey
from coach.reminders.nudge import Nudge, Unseen
from coach.ui.look.theme import Look
from coach.ui.nudge.alert import make_alert
from coach.ui.nudge.card import NudgeCard
from coach.ui.nudge.heard import sound
from coach.ui.nudge.on_card import card_of, hear
from coach.ui.nudge.place import follow_screens, is_beside_wayland
from coach.ui.nudge.screen import NudgeScreen
from coach.ui.words.qt_language import LANGUAGE
from coach.words.nudge import escape_skips, unseen
from coach.words.sentences import joined

if TYPE_CHECKING:
    from coach.wiring import Parts

_LARGEST = 1.5  # times as large as on a card: it is read from where somebody stands up to; our choice
_PICTURE = QSize(320, 420)  # beside a column of text of 384: the figure is to be seen from there, too

NO_SCREEN: Unseen = "no-screen"


class BreakWindow(QWidget):
    """Covers a screen, with the card in its middle. On X no window manager has it, so that panels are covered, too, and
    it is where it was put.
    """

    def __init__(self, look: Look, card: NudgeCard) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.X11BypassWindowManagerHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification)
        self.setWindowTitle(card.windowTitle())
        self.setAccessibleName(card.accessibleName())
        self.setPalette(look.palette())
        self._look, self.card = look, card

    def cover(self, screen: QScreen) -> None:
        """Be where this screen is, now and after it has changed."""
        if self.geometry() != screen.geometry():
            self.setGeometry(screen.geometry())
        if not self.isVisible():
            if QGuiApplication.platformName() == "xcb":
                keep_off_task_bar(os.environ.get("DISPLAY", ""), int(self.winId()))
            self.show()
            self.card.fit(screen.size())
            self.card.appear_in(self)
            self._place()
        self.raise_()

    def _place(self) -> None:
        middle = self.rect().center() - self.card.rect().center()
        self.card.move(max(0, middle.x()), max(0, middle.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.paper)


class Escape(QObject):
    """`pressed`, whoever has the keyboard. Only on X: a Wayland compositor gives no key to one who has no keyboard."""

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._key: GrabbedKey | None = None
        if QGuiApplication.platformName() == "xcb" and not is_beside_wayland():
            self._key = GrabbedKey(os.environ.get("DISPLAY", ""))
        if self._key is not None and self._key.descriptor is not None:
            self._notifier = QSocketNotifier(self._key.descriptor, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._read)

    @property
    def is_held(self) -> bool:
        """Whether the X server gives it here."""
        return self._key is not None and self._key.descriptor is not None

    def _read(self) -> None:
        if self._key is not None and self._key.was_pressed():
            self.pressed.emit()
        elif self._key is not None and self._key.is_lost:
            self._notifier.setEnabled(False)  # else it would be read without end

    def give_back(self) -> None:
        """It goes where it went before."""
        key, self._key = self._key, None
        if key is not None and key.descriptor is not None:
            self._notifier.setEnabled(False)
            key.close()
        self.deleteLater()


class BreakScreen(NudgeScreen):
    """One such window on each screen, also on one that comes while it is there. The first answer on any of them counts;
    a screen that goes takes its window along, and with the last one it is over.
    """

    def __init__(self, parts: Parts, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._look = parts, look
        self._nudge: Nudge | None = None
        self.windows: dict[QScreen, BreakWindow] = {}
        self._escape: Escape | None = None
        follow_screens(self, self.cover)

    @property
    def shown(self) -> str | None:
        """The reminder that covers the screens."""
        return None if self._nudge is None else self._nudge.id

    def show(self, nudge: Nudge) -> None:
        """An older one makes room for it."""
        self.put_away()
        self._nudge = nudge
        self._escape = Escape(self)
        self._escape.pressed.connect(partial(self._answer, "skipped", 0.0))
        self.cover()
        if self._nudge is not None:
            sound(self._parts)

    def cover(self) -> None:
        """Every screen that there is now, and no other place."""
        if self._nudge is None:
            return
        screens = QGuiApplication.screens()
        for screen in [one for one in self.windows if one not in screens]:
            self._close(self.windows.pop(screen))
        for screen in screens:
            if screen not in self.windows:
                self.windows[screen] = self._window(self._nudge, screen)
            self.windows[screen].cover(screen)
        if not screens:
            self._expire(unseen(NO_SCREEN, LANGUAGE))

    def put_away(self, *, at_once: bool = False) -> None:  # noqa: ARG002 (the screen's)
        """All of them at once, in any case: what covers everything does not linger."""
        self._nudge = None
        escape, self._escape = self._escape, None
        if escape is not None:
            escape.give_back()
        while self.windows:
            self._close(self.windows.popitem()[1])

    def _window(self, nudge: Nudge, screen: QScreen) -> BreakWindow:
        card = self._card(nudge, screen.size())
        hear(card, self._answer, partial(self._expire, ""))
        make_alert(card, is_one=not self.windows)  # it is read once, however many screens there are
        window = BreakWindow(self._look, card)
        self.destroyed.connect(window.close)
        return window

    def _card(self, nudge: Nudge, room: QSize) -> NudgeCard:
        """As large as all that it says has room for."""
        card = card_of(self._parts, self._look, nudge, _PICTURE, _LARGEST)
        card.fit(room)
        if self._escape is not None and self._escape.is_held:
            told = card.accessibleDescription(), escape_skips(LANGUAGE)
            card.setAccessibleDescription(joined(told))
        return card

    def _close(self, window: BreakWindow) -> None:
        window.hide()
        window.deleteLater()

    def _answer(self, what: str, seconds: float) -> None:
        nudge = self._nudge
        self.put_away()
        if nudge is not None:
            self.answered.emit(nudge.id, what, seconds)

    def _expire(self, why: str) -> None:
        nudge = self._nudge
        self.put_away()
        if nudge is not None:
            self.expired.emit(nudge.id, why)
