"""A switch for what is on or off at once, without a Save."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look import sizes
from coach.ui.look.mirror import painter_of
from coach.ui.look.theme import Look
from coach.ui.widgets.buttons import PaintedButton, overlaid
from coach.ui.widgets.card import paint_rounded
from coach.ui.widgets.motion import Ease

_WIDE, _HIGH = 44, 26  # pixels of what is drawn, at text size 1


class Switch(PaintedButton):
    """44 x 26, a knob of 20; pine when on. `name` is what it switches, for screen readers."""

    def __init__(self, look: Look, name: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._slide = Ease(look, self, 150, QEasingCurve.Type.InOutQuad)
        self._slide.value = float(on)
        self.toggled.connect(lambda checked: self._slide.to(float(checked)))

    def showEvent(self, event: QShowEvent) -> None:
        self._slide.value = float(self.isChecked())
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_WIDE), max(sizes.TARGET, self._look.px(_HIGH)))

    def outline(self) -> tuple[QRectF, float]:
        """The switch, in the middle of a larger widget."""
        size = QSize(self._look.px(_WIDE), self._look.px(_HIGH))
        box = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )
        return box, box.height() / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        box, radius = self.outline()
        share = self._slide.value
        contrast = theme.name == "contrast"
        off = theme.card if contrast else theme.edge
        fill = overlaid(overlaid(off, theme.pine, share), theme.ink, self.wash())
        paint_rounded(painter, self._look, box, radius, fill)
        knob = box.height() - self._look.px(6)
        x = box.x() + self._look.px(3) + share * (box.width() - knob - self._look.px(6))
        resting: QColor = theme.edge if contrast else theme.card
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(overlaid(resting, theme.onpine, share))
        painter.drawEllipse(QRectF(x, box.y() + self._look.px(3), knob, knob))
