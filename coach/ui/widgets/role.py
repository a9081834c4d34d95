"""What a painted widget is to a screen reader, where Qt cannot know: a picture, a text, a notification; and that it is
told once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def be_silent(widget: QWidget) -> None:
    """What holds it says it, too."""
    be_told_as(widget, Role.Whitespace)


if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # two bases of Qt's have no room in one class

_NOTHING_MORE = " "


class ToldOnce(_Widget):
    """A widget whose tooltip is its description for a screen reader only where it says more than the name: Qt tells the
    tooltip in the place of none. To be named before Qt's own class.
    """

    _description = ""

    def setAccessibleName(self, name: str) -> None:
        if name != self.accessibleName():
            super().setAccessibleName(name)
        self._describe()

    def setToolTip(self, tip: str) -> None:
        super().setToolTip(tip)
        self._describe()

    def setAccessibleDescription(self, description: str) -> None:
        self._description = description
        self._describe()

    def accessibleDescription(self) -> str:
        """As it was given."""
        return self._description

    def _describe(self) -> None:
        text = getattr(self, "text", str)()
        said = self.accessibleName() or text  # without a name Qt tells the text
        tip = self.toolTip().rstrip(".")
        is_said = bool(tip) and tip in said
        description = self._description or (_NOTHING_MORE if is_said else "")
        if description != super().accessibleDescription():  # Qt tells of it all the same, and readers drop a flood
            super().setAccessibleDescription(description)


def _interface(_key: str, thing: QObject) -> QAccessibleWidget | None:
    if isinstance(thing, QWidget) and (role := thing.property(_ROLE)) is not None:
        return QAccessibleWidget(thing, role, "")
    return None
