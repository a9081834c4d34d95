"""A slim painted scroll bar and the scroll area that every page stands in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)
from shiboken6 import isValid

from coach.ui.look.theme import Look
from coach.ui.widgets.role import Role, be_silent, be_told_as

_ACTIONS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""Of the keys that coach.words.keys has for what is longer than the window."""
_MARGIN = 24  # pixels above and below what has the keyboard: its ring, and that more is there


class SlimScrollBar(QScrollBar):
    """Ten pixels wide, the handle alone; it behaves like any other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        be_silent(self)  # what is out of sight is read all the same
        self._look = look
        self._over = False
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(10, 40)

    def event(self, event: QEvent) -> bool:
        """Notes whether the pointer is over it; the rest is Qt's."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._over = event.type() == QEvent.Type.Enter
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._look.theme
        painter.setBrush(theme.edge if self._over or theme.name == "contrast" else theme.track)
        box = QRectF(handle).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(box, 3, 3)


def scrollable(within: QWidget) -> QScrollArea | None:
    """What can be scrolled in sight of somebody on `within`: around what has the keyboard, or else the first."""
    areas = [within] if isinstance(within, QScrollArea) else []
    areas += within.findChildren(QScrollArea)
    found = [area for area in areas if area.isVisible() and area.verticalScrollBar().maximum() > 0]
    focus = QApplication.focusWidget()
    around = (area for area in reversed(found) if focus is not None and area.isAncestorOf(focus))
    return next(around, found[0] if found else None)


def scrolled_by(event: QKeyEvent, within: QWidget) -> bool:
    """Whether the key scrolls what is on `within`, and so it does."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    action = _ACTIONS.get(Qt.Key(event.key())) if modifiers == Qt.KeyboardModifier.NoModifier else None
    area = None if action is None else scrollable(within)
    if action is None or area is None:
        return False
    area.verticalScrollBar().triggerAction(action)
    return True


class ScrolledByKeys(QWidget):
    """What nobody in it takes may scroll what is seen: a page may have the keyboard for what lies within it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scrolled_by(event, self):
            super().keyPressEvent(event)


class Scroll(QScrollArea):
    """Scrolls its content up and down on the window's own ground, never sideways."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        be_told_as(self, Role.Client)  # as Qt does, but with all that stands in it: a foot below what scrolls, too
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(look))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # One of our own: to give Qt's a Python name, PySide makes every kind of widget that it might be, for 13 ms.
        self.setViewport(QWidget())
        self.viewport().setAutoFillBackground(False)
        self._later = QTimer(self, singleShot=True, interval=0)  # what was made just now has no place yet
        self._later.timeout.connect(self._look_again)
        self._is_opening = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt gives the keyboard to something in it as it opens, before whoever opens it says where it belongs; only
        what has it then is brought into sight.
        """
        super().showEvent(event)
        self._is_opening = True
        self._later.start()

    def _look_again(self) -> None:
        self._is_opening = False
        self._bring(QApplication.focusWidget())

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whatever gets the keyboard comes into sight, from wherever it came; nothing moves away under a finger."""
        if self._bring(now):
            self._later.start()

    def _bring(self, widget: QWidget | None) -> bool:
        """Scroll until it is seen, here and in what this lies in; whether it is ours: the innermost brings it."""
        if widget is None or not isValid(self) or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return False
        around = _scrolls_around(widget)
        if not around or around[0] is not self:
            return False
        for scroll in around if not self._is_opening else ():
            _bring_into(scroll, widget)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To both ends, too, which Qt leaves out."""
        if not scrolled_by(event, self):
            super().keyPressEvent(event)

    def set_content(self, content: QWidget) -> None:
        """What is scrolled, on the page's own ground."""
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def to_top(self) -> None:
        """What it begins with, a page with its heading, is in sight."""
        self.verticalScrollBar().setValue(0)

    @contextmanager
    def filled_anew(self) -> Iterator[None]:
        """While its content is filled. Left to Qt, all of it is laid into the height of the window first, painted so,
        and laid and painted again once the bar is found to be due. Put away meanwhile, it is laid and painted once.
        """
        content = self.widget()
        if content is None or not content.isVisible():
            yield
            return
        content.hide()
        try:
            yield
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
            self.seat_bar()
        finally:  # whatever ends it, a page does not stay empty
            content.show()

    def seat_bar(self) -> None:
        """Give the bar its room now where it is due, or take it: Qt does so later, and lays all out again."""
        bar = self.verticalScrollBar()
        if bar.isVisibleTo(self) != (bar.maximum() > 0):
            self.setViewportMargins(self.viewportMargins())  # which makes room for what there is


def _bring_into(area: QScrollArea, widget: QWidget) -> None:
    """The whole of it, of what is too high its beginning: QScrollArea itself is content with a field's cursor."""
    content, bar, room = area.widget(), area.verticalScrollBar(), area.viewport().height()
    assert content is not None
    top = widget.mapTo(content, QPoint(0, 0)).y()
    bottom = top + widget.height() + _MARGIN
    if bottom > bar.value() + room:
        bar.setValue(min(bottom - room, top - min(_MARGIN, max(0, room - widget.height()))))
    elif top - _MARGIN < bar.value():
        bar.setValue(top - _MARGIN)


def _scrolls_around(widget: QWidget) -> list[QScrollArea]:
    """The areas in whose content it lies, the innermost first."""
    found = []
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea) and (content := above.widget()) is not None and content.isAncestorOf(widget):
            found.append(above)
        above = above.parentWidget()
    return found


class FittingScroll(Scroll):
    """As high as its content, and lower where there is no room for that: what stands below it stays in sight."""

    def __init__(self, look: Look, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._content = content
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_content(content)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._content.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its content may have become higher or lower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
