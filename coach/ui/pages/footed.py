"""A page whose last row stands below what scrolls: "This hurts" is seen at any size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from coach.ui.look.theme import Look
from coach.ui.pages.page import Page

_ABOVE, _SHADOW = 4, 12  # pixels above the foot, and for the shadow of the last card


class _Foot(QWidget):
    """What stands below: `row`, over the page's whole width."""

    def __init__(self, row: QLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.setLayout(row)


class FootedPage(Page):
    """`set_foot(row)` pins a row to the bottom; None for a page without one."""

    def __init__(self, look: Look, title: str = "") -> None:
        self._foot_widget: _Foot | None = None
        super().__init__(look, title)

    def set_foot(self, row: QLayout | None) -> None:
        """Pin `row` in place of what was pinned before. To be called in `build`, after what comes first by Tab."""
        if self._foot_widget is not None:
            self._foot_widget.hide()
            self._foot_widget.deleteLater()
            self._foot_widget = None
        if row is not None:
            self._foot_widget = _Foot(row, self)
            self._foot_widget.show()
        self._set_margins()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_foot()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_foot()
        return super().event(event)

    def _set_margins(self) -> None:
        super()._set_margins()
        if self._foot_widget is None:
            self.setViewportMargins(0, 0, 0, 0)
            return
        margins = self.column.contentsMargins()
        self._foot_widget.row.setContentsMargins(margins.left(), _ABOVE, margins.right(), margins.bottom())
        margins.setBottom(_SHADOW)
        self.column.setContentsMargins(margins)
        self._place_foot()

    def _place_foot(self) -> None:
        foot = self._foot_widget
        if foot is None:
            return
        high = foot.sizeHint().height()
        if self.viewportMargins().bottom() != high:
            self.setViewportMargins(0, 0, 0, high)
        foot.setGeometry(QRect(0, self.height() - high, self.viewport().width(), high))
