"""What a painted widget is to a screen reader, where Qt cannot know: a picture, a text, a notification."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role

_ROLE = "role"
_KNOWN = "knows-roles"


def be_told_as(widget: QWidget, role: QAccessible.Role | None) -> None:
    """Have screen readers take it for that; None for what Qt takes it for. Say it before anything else is told of it:
    what it was first taken for it stays.

    All its children are in the tree then: of what scrolls, Qt itself tells no more than what is scrolled, and the bars.
    """
    widget.setProperty(_ROLE, role)
    app = QCoreApplication.instance()
    if app is not None and not app.property(_KNOWN):
        app.setProperty(_KNOWN, True)
        QAccessible.installFactory(_interface)


def be_picture(widget: QWidget) -> None:
    """Its name says what it shows."""
    be_told_as(widget, Role.Graphic)


def be_text(widget: QWidget) -> None:
    """Its name is what is written on it."""
    be_told_as(widget, Role.StaticText)


def _interface(_key: str, thing: QObject) -> QAccessibleWidget | None:
    if isinstance(thing, QWidget) and (role := thing.property(_ROLE)) is not None:
        return QAccessibleWidget(thing, role, "")
    return None
