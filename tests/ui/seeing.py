"""What an eye and a keyboard would find wrong with a page, as a list of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QLineEdit, QScrollArea, QWidget

from coach.ui.routes import ROUTES
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.labels import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ABOUT = {
    "routine": "desk-reset",
    "exercise": "chin-tuck",
    "plan": "eight-weeks",
    "reminder": "change-position",
    "received": "",
}
"""What of the shipped library each page within a place is shown with, where any would do."""


def an_id_for(page: str) -> str:
    """What `page` is shown with; nothing for a place of the rail."""
    if not ROUTES[page].within:
        return ""
    assert page in ABOUT, f"what is the page {page!r} about? Say so in ABOUT of tests/ui/seeing.py"
    return ABOUT[page]


def settle() -> None:
    """Let everything that was built be laid out: what a layout was given is shown with the next events."""
    for _ in range(3):
        QApplication.processEvents()


def to_the_front(qtbot: QtBot, widget: QWidget) -> None:
    """Show a window and make it the active one, to which the keyboard speaks."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def faults(page: QWidget) -> list[str]:
    """Everything cut, lost or without a name in what is shown of `page`."""
    settle()
    found = []
    content = page.widget() if isinstance(page, QScrollArea) else None
    if isinstance(page, QScrollArea) and content and content.width() > page.viewport().width():
        found.append(f"the content is {content.width() - page.viewport().width()} px wider than its place")
    for widget in page.findChildren(QWidget):
        if widget.isVisibleTo(page):
            found += [f"{_name(widget)}: {fault}" for fault in _faults(widget)]
    return found


def _faults(widget: QWidget) -> list[str]:
    found = []
    if isinstance(widget, Label) and widget.text():
        if not widget._wrap and not widget._elide and widget.width() < widget._natural_width() - 1:
            found.append(f"cut, {widget.width()} of {widget._natural_width()} px wide")
        if widget._wrap and widget.height() < widget.heightForWidth(widget.width()) - 1:
            found.append(f"cut, {widget.height()} of {widget.heightForWidth(widget.width())} px high")
    if isinstance(widget, Chip | QAbstractButton) and widget.width() < widget.minimumSizeHint().width() - 1:
        found.append(f"cut, {widget.width()} of {widget.minimumSizeHint().width()} px wide")
    if (
        isinstance(widget, QAbstractButton | QAbstractSlider | QLineEdit)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ):
        if not (widget.accessibleName() or getattr(widget, "text", str)()):
            found.append("no name")
        if not widget.toolTip():
            found.append("no tip")
    parent = widget.parentWidget()
    if parent is not None and isinstance(widget, Label | QAbstractButton):
        right = widget.mapTo(parent, QPoint(widget.width(), 0)).x()
        if right > parent.width() + 1:
            found.append(f"{right - parent.width()} px beyond its place")
    return found


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", str)
    return f"{type(widget).__name__} {(text() or widget.accessibleName())[:40]!r}"


def texts(page: QWidget) -> list[str]:
    """All words that stand on a page."""
    settle()
    shown = [label for label in page.findChildren(Label) if label.isVisibleTo(page)]
    return [label.text() for label in shown if label.text()]


def button(page: QWidget, name: str) -> QAbstractButton:
    """The button with this word or name."""
    settle()
    for found in page.findChildren(QAbstractButton):
        if found.isVisibleTo(page) and name in (found.text(), found.accessibleName()):
            return found
    names = [b.accessibleName() for b in page.findChildren(QAbstractButton) if b.isVisibleTo(page)]
    raise LookupError(f"no button {name!r} among {names}")
