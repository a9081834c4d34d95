"""What lies over a page until it is answered: to a screen reader a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from coach.ui.widgets.focus import stops_in, widgets_in


class Overlay(QDialog):
    """A dialog that is no window: a screen reader reads its title and what stands in it as it gets the keyboard. It is
    for whoever is asked to answer keys and to give the keyboard back. It holds no other,
    and has no description: both would be read, with what stands in it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._below: list[QWidget] = []

    def is_about(self, title: str) -> None:
        """Is called so, and takes the keyboard itself where that is brought to it."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)

    def tell(self, title: str, text: str, first: QWidget, *, goes_on: bool = False) -> None:
        """Is called so, and `first` gets the keyboard. A reader reads what stands in a dialog as it opens, and not what
        is new in one that `goes_on` (Orca 43 and 48): there `text` is said with `first`.
        """
        self.setAccessibleName(title)
        if goes_on:
            first.setAccessibleDescription(text)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        self._close_below()

    def _close_below(self) -> None:
        """Nobody presses what it lies over: no switch device either, which is led past the keyboard."""
        parent = self.parentWidget()
        for each in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else ():
            if each is not self and each.isVisible() and each.isEnabled():
                each.setEnabled(False)
                self._below.append(each)

    def hideEvent(self, event: QHideEvent) -> None:
        """What it lay over can be pressed again."""
        super().hideEvent(event)
        below, self._below = self._below, []
        for each in below:
            if isValid(each):
                each.setEnabled(True)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside, and leads by the dialog itself, all of which would be read."""
        here, every = self.focusWidget(), widgets_in(self)
        # not by nextInFocusChain: what it gives dies in Python with the one that was asked
        place = every.index(here) if here in every else -1
        stops = [each for each in stops_in(self) if each is not self]
        before = [each for each in stops if every.index(each) < place]
        behind = [each for each in stops if every.index(each) > place]
        if forward and stops:
            (behind or before or stops)[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif stops:
            (before or behind or stops)[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Stays where it was put; a dialog would go to the middle of its parent."""
        QWidget.showEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What it does not answer itself is for what it lies in; a dialog would keep Escape."""
        QWidget.keyPressEvent(self, event)

    def reject(self) -> None:
        """Is not put away but by an answer."""
