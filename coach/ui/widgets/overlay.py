"""What lies over a page until it is answered: to a screen reader a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget


class Overlay(QDialog):
    """A dialog that is no window: a screen reader reads its title and what stands in it as it gets the keyboard. It is
    for whoever is asked to answer keys and to give the keyboard back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)

    def tell(self, title: str, text: str, first: QWidget, *, goes_on: bool = False) -> None:
        """Is called so, and `first` gets the keyboard. A reader reads what stands in a dialog as it opens, and not what
        is new in one that `goes_on` (Orca 43 and 48): there `text` is said with `first`.
        """
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        first.setAccessibleDescription(text if goes_on else "")
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Stays where it was put; a dialog would go to the middle of its parent."""
        QWidget.showEvent(self, event)

    def reject(self) -> None:
        """Is not put away but by an answer."""
