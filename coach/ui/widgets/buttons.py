"""Push buttons, painted: primary, secondary, tonal and text, and the round one with an icon alone."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coach.ui.look.icons import paint_icon
from coach.ui.look.soft_shadow import CARD, paint_shadow
from coach.ui.look.theme import Look
from coach.ui.look.typography import ACTION, BODY, CONTROL, LABEL, SMALL
from coach.ui.widgets.focus import FocusRing
from coach.ui.widgets.motion import Ease


def overlaid(base: QColor, over: QColor, share: float) -> QColor:
    """`base` with `over` laid on it at `share` opacity."""

    def mix(low: float, high: float) -> float:
        return low + (high - low) * share

    return QColor.fromRgbF(
        mix(base.redF(), over.redF()), mix(base.greenF(), over.greenF()), mix(base.blueF(), over.blueF())
    )


class PaintedButton(QAbstractButton):
    """What all our buttons share: hover and press that ease, a focus ring for the keyboard, the pointing hand."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hover = Ease(look, self, 120)
        self._press = Ease(look, self, 80)
        self.focus_ring = FocusRing(look, self, self.outline)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.pressed.connect(lambda: self._press.to(1.0))
        self.released.connect(lambda: self._press.to(0.0))
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Hover and enabling move the wash and the pointer; the rest is Qt's."""
        kind = event.type()
        if kind == QEvent.Type.HoverEnter:
            self._hover.to(1.0)
        elif kind in (QEvent.Type.HoverLeave, QEvent.Type.Hide):
            self._hover.to(0.0)
        elif kind == QEvent.Type.EnabledChange:
            self.setCursor(Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def outline(self) -> tuple[QRectF, float]:
        """What the focus ring goes around: the painted shape and its radius."""
        return QRectF(self.rect()), 14.0

    def wash(self) -> float:
        """How much ink lies over the fill: 6 % hovered, 12 % pressed."""
        return 0.06 * self._hover.value + 0.06 * self._press.value


class Button(PaintedButton):
    """A button with a word, perhaps an icon before it and the key that does the same behind it.

    `kind` is primary, secondary, tonal, text, or quiet (a text button in ink).
    `height` is 32 to 64; `key` is shown in a key cap.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "primary",
        icon: str | None = None,
        height: float = 44,
        key: str | None = None,
        parent: QWidget | None = None,
        trailing: str | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.kind = kind
        self._icon = icon
        self._trailing = trailing
        self._height = height
        self._key = key
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._key})" if self._key else text)
        self.updateGeometry()

    def set_icon(self, name: str | None) -> None:
        """Another icon before the text; None for none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Another of the kinds that it may be made with."""
        self.kind = kind
        self.update()

    # --- measures

    def outline(self) -> tuple[QRectF, float]:
        """The painted shape, in the middle of a taller widget."""
        height = self._look.px(self._height)
        return QRectF(0, (self.height() - height) / 2, self.width(), height), self._radius()

    def _font(self) -> QFont:
        if self._height >= 56:
            return self._look.font(ACTION)
        return self._look.font((BODY if self._height >= 44 else CONTROL if self._height >= 36 else SMALL).bold)

    def _icon_px(self) -> float:
        return self._look.px(24 if self._height >= 56 else 20 if self._height >= 44 else 18)

    def _padding(self) -> float:
        if self.kind == "text":
            return self._look.px(4)
        return self._look.px(28 if self._height >= 56 else 20 if self._height >= 44 else 14)

    def _radius(self) -> float:
        return 20 if self._height >= 56 else 14 if self._height >= 44 else 11

    def _gap(self) -> float:
        return self._look.px(10 if self._height >= 44 else 8)

    def _key_width(self) -> float:
        if not self._key:
            return 0.0
        wide = QFontMetricsF(self._look.font(LABEL)).horizontalAdvance(self._key) + self._look.px(12)
        return max(self._look.px(22), wide)

    def _content_width(self) -> float:
        pieces = []
        if self._icon:
            pieces.append(self._icon_px())
        if self.text():
            pieces.append(QFontMetricsF(self._font()).horizontalAdvance(self.text()))
        if self._trailing:
            pieces.append(self._look.px(18))
        if self._key:
            pieces.append(self._key_width())
        return sum(pieces) + self._gap() * max(0, len(pieces) - 1)

    def sizeHint(self) -> QSize:
        width = self._content_width() + 2 * self._padding()
        return QSize(math.ceil(width), self._look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # --- painting

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        """Fill, text and edge."""
        theme = self._look.theme
        if not self.isEnabled():
            edge = theme.edge if theme.name == "contrast" else None
            return (None if self.kind in ("text", "quiet") else theme.sunk), theme.ink3, edge
        contrast = theme.edge if theme.name == "contrast" else None
        return {
            "primary": (theme.accent, theme.on, None),
            "secondary": (theme.card, theme.ink, theme.edge),
            "tonal": (theme.sunk, theme.ink, contrast),
            "text": (None, theme.atext, None),
            "quiet": (None, theme.ink, None),
        }[self.kind]

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = self.outline()
        fill, ink, edge = self._colours()
        wash = self.wash() if self.isEnabled() else 0.0
        if fill is not None:
            over = theme.ink if self.kind != "primary" or theme.name == "light" else theme.on
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(overlaid(fill, over, wash))
            painter.drawRoundedRect(box, radius, radius)
        elif wash > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor.fromRgbF(ink.redF(), ink.greenF(), ink.blueF(), wash))
            painter.drawRoundedRect(box, radius, radius)
        if edge is not None:
            width = 2.0 if theme.name == "contrast" else 1.5
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(edge, width, Qt.PenStyle.SolidLine if self.isEnabled() else Qt.PenStyle.DotLine))
            half = width / 2
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half)
        self._paint_content(painter, box, ink)

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        x = box.center().x() - self._content_width() / 2
        middle = box.center().y()
        if self._icon:
            side = self._icon_px()
            paint_icon(painter, self._icon, QRectF(x, middle - side / 2, side, side), ink, 2.0)
            x += side + self._gap()
        if self.text():
            painter.setFont(self._font())
            painter.setPen(ink)
            wide = QFontMetricsF(self._font()).horizontalAdvance(self.text())
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
            painter.drawText(QRectF(x, box.top(), wide + 2, box.height()), flags, self.text())
            x += wide + self._gap()
        if self._trailing:
            side = self._look.px(18)
            paint_icon(painter, self._trailing, QRectF(x, middle - side / 2, side, side), ink, 2.0)
            x += side + self._gap()
        if self._key:
            paint_key(painter, self._look, QPointF(x, middle), self._key, self._key_width(), ink)


def paint_key(painter: QPainter, look: Look, left_middle: QPointF, key: str, width: float, ink: QColor) -> None:
    """A key cap 22 high with `key` in it, its left edge at `left_middle`."""
    height = look.px(22)
    cap = QRectF(left_middle.x(), left_middle.y() - height / 2, width, height)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QColor(ink)
    is_on_accent = ink == look.theme.on
    painter.setPen(QPen(pen if is_on_accent or look.theme.name == "contrast" else look.theme.edge, 1.25))
    painter.drawRoundedRect(cap.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
    painter.setPen(ink)
    painter.setFont(look.font(LABEL))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


class RoundButton(PaintedButton):
    """A round button with an icon alone; `name` is its accessible name and tooltip.

    `fill` is a colour of the theme, or `none` for an icon on the ground it stands on.
    """

    def __init__(
        self, look: Look, icon: str, name: str, size: float = 44, fill: str = "card", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._icon, self._size, self._fill = icon, size, fill
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """What it does, for tooltip and screen reader."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str) -> None:
        """Another icon in the same circle."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def outline(self) -> tuple[QRectF, float]:
        """The circle, in the middle of a larger widget."""
        side = self._look.px(self._size)
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side), side / 2

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
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


class TileButton(PaintedButton):
    """An icon on a rounded tile before a row of a list; under the pointer or the focus it becomes the play sign."""

    def __init__(self, look: Look, icon: str, name: str, size: float = 44, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._icon, self._size = icon, size
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size), self._look.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = self.outline()
        half = 1.0 if theme.name == "contrast" else 0.0
        painter.setPen(QPen(theme.edge, 2) if half else Qt.PenStyle.NoPen)
        painter.setBrush(overlaid(theme.sunk, theme.ink, self.wash()))
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        inset = box.width() * 0.25
        offered = self.underMouse() or self.focus_ring.is_shown
        icon = "play" if offered else self._icon
        paint_icon(painter, icon, box.adjusted(inset, inset, -inset, -inset), theme.ink if offered else theme.ink2)


class StageButton(PaintedButton):
    """An icon on a rounded card in the corner of a stage; `name` is its accessible name and tooltip."""

    def __init__(self, look: Look, icon: str, name: str, size: float = 44, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._icon, self._size = icon, size
        self.tell(icon, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, icon: str, name: str) -> None:
        """Another meaning."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size), self._look.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = self.outline()
        half = 1.0 if theme.name == "contrast" else 0.0
        painter.setPen(QPen(theme.edge, 2) if half else Qt.PenStyle.NoPen)
        painter.setBrush(overlaid(theme.card, theme.ink, self.wash()))
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        inset = box.width() * 0.25
        paint_icon(painter, self._icon, box.adjusted(inset, inset, -inset, -inset), theme.ink2, 2.0)
