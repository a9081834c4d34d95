"""What is taken or not, by a click or by a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object  # two bases of Qt's have no room in one class


class CanBeTaken(_Button):
    """A button of which to be taken is to be clicked, whoever takes it. To be named before Qt's own class."""

    _is_taken_otherwise = _tells_toggled = False

    def setCheckable(self, able: bool) -> None:
        """Be one that is taken or not: only of such Qt tells that they are toggled."""
        if not self._tells_toggled:
            self._tells_toggled = True
            self.toggled.connect(self._toggled)
        super().setCheckable(able)

    def setChecked(self, on: bool) -> None:
        """Be taken or not, by the program: nobody is told of a click."""
        with self._otherwise():
            super().setChecked(on)

    def nextCheckState(self) -> None:
        """By a click, of which Qt tells."""
        with self._otherwise():
            super().nextCheckState()

    @contextmanager
    def _otherwise(self) -> Iterator[None]:
        before, self._is_taken_otherwise = self._is_taken_otherwise, True
        try:
            yield
        finally:
            self._is_taken_otherwise = before

    def _toggled(self, on: bool) -> None:
        """A screen reader, a switch device or voice control takes what can be taken by Qt's `toggle`, which tells of no
        click: for the person it is one, and it does the same. One of several that gives way to another was not touched.
        """
        if on:
            self._take_tab()
        if not self._is_taken_otherwise and (on or not self.is_one_of_several()):
            self.clicked[bool].emit(on)  # type: ignore[index]

    def _take_tab(self) -> None:
        """Of several Tab stops at the one that is taken; Qt minds it only where that has the keyboard."""
        group = self.group()
        if group is None or not group.exclusive():
            return
        for one in group.buttons():
            tab = Qt.FocusPolicy.TabFocus
            one.setFocusPolicy(one.focusPolicy() | tab if one is self else one.focusPolicy() & ~tab)

    def is_one_of_several(self) -> bool:
        """Whether another one gives way when it is taken."""
        group = self.group()
        return self.autoExclusive() if group is None else group.exclusive()
