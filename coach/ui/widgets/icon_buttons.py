"""Buttons with an icon alone: round ones, tiles before the rows of a list, and those in the corner of a stage."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look import sizes
from coach.ui.look.icons import known, paint_icon
from coach.ui.look.mirror import painter_of
from coach.ui.look.soft_shadow import CARD, paint_shadow
from coach.ui.look.theme import Look
from coach.ui.widgets.buttons import PaintedButton, overlaid, tell_key


class IconButton(PaintedButton):
    """A square of `size` pixels at text size 1 with an icon in it; `name` is its accessible name and, with the `cap` of
    the key that does the same, its tooltip.
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        size: float = sizes.BUTTON,
        parent: QWidget | None = None,
        cap: str = "",
    ) -> None:
        super().__init__(look, parent)
        self._icon, self._size, self.cap = known(icon), size, cap
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """What it does, for tooltip and screen reader."""
        self.setAccessibleName(name)
        tell_key(self, name, self.cap)

    def set_icon(self, icon: str) -> None:
        """Another icon in the same place."""
        self._icon = known(icon)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def _ground(self, painter: QPainter, fill: QColor) -> QRectF:
        """Paint the rounded ground under the icon, with an edge in high contrast; returns where the icon stands."""
        theme, (box, radius) = self._look.theme, self.outline()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = 1.0 if theme.name == "contrast" else 0.0
        painter.setPen(QPen(theme.edge, 2) if half else Qt.PenStyle.NoPen)
        painter.setBrush(overlaid(fill, theme.ink, self.wash()))
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        inset = box.width() * 0.25
        return box.adjusted(inset, inset, -inset, -inset)


class RoundButton(IconButton):
    """A round one. `fill` is a colour of the theme, or `none` for an icon on the ground it stands on."""

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        size: float = sizes.BUTTON,
        fill: str = "card",
        parent: QWidget | None = None,
        cap: str = "",
    ) -> None:
        super().__init__(look, icon, name, size, parent, cap)
        self._fill = fill

    def outline(self) -> tuple[QRectF, float]:
        """The circle, in the middle of a larger widget."""
        side = self._look.px(self._size)
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side), side / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, _ = self.outline()
        side = box.width()
        painter.setPen(Qt.PenStyle.NoPen)
        ink = theme.ink if self.isEnabled() else theme.ink3
        if self._fill == "none":
            if self.wash() > 0:
                painter.setBrush(QColor.fromRgbF(ink.redF(), ink.greenF(), ink.blueF(), self.wash()))
                painter.drawEllipse(box)
        else:
            fill = getattr(theme, self._fill)
            if self._fill == "card":
                paint_shadow(painter, box.adjusted(2, 2, -2, -2), side / 2 - 2, theme.shadow, CARD[:1])
            if self._fill == "accent":
                ink = theme.on
            painter.setPen(QPen(theme.edge, 2) if theme.name == "contrast" else Qt.PenStyle.NoPen)
            painter.setBrush(overlaid(fill, theme.ink, self.wash()))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1) if theme.name == "contrast" else box)
        glyph = side * 0.46
        paint_icon(
            painter,
            self._icon,
            QRectF(box.center().x() - glyph / 2, box.center().y() - glyph / 2, glyph, glyph),
            ink,
            2.0,
        )


class TileButton(IconButton):
    """A tile before a row of a list; under the pointer or the focus its icon becomes the play sign."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._look.theme, painter_of(self)
        place = self._ground(painter, theme.sunk)
        is_offered = self.underMouse() or self.is_ringed
        paint_icon(painter, "play" if is_offered else self._icon, place, theme.ink if is_offered else theme.ink2)


class StageButton(IconButton):
    """A small card in the corner of a stage."""

    def tell(self, icon: str, name: str) -> None:
        """Another meaning."""
        self.set_name(name)
        self.set_icon(icon)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        paint_icon(painter, self._icon, self._ground(painter, self._look.theme.card), self._look.theme.ink2, 2.0)
