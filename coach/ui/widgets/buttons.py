"""Push buttons, painted: primary, secondary, tonal and text, and the round one with an icon alone."""

from __future__ import annotations

import math
import sys

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from shiboken6 import isValid

from coach.ui.look import sizes, space
from coach.ui.look.icons import known, paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import ACTION, BODY, CONTROL, LABEL, SMALL, TextStyle
from coach.ui.widgets.focus import FocusRing, note_pressed
from coach.ui.widgets.motion import Ease
from coach.ui.widgets.role import ToldOnce
from coach.ui.widgets.taken import CanBeTaken
from coach.ui.words.common import LANGUAGE
from coach.values import dataclass
from coach.words import keys


def overlaid(base: QColor, over: QColor, share: float) -> QColor:
    """`base` with `over` laid on it at `share` opacity."""

    def mix(low: float, high: float) -> float:
        return low + (high - low) * share

    return QColor.fromRgbF(
        mix(base.redF(), over.redF()), mix(base.greenF(), over.greenF()), mix(base.blueF(), over.blueF())
    )


def cap_of(widget: QWidget, ground: keys.Ground, act: str) -> str:
    """What stands on the cap of the key that does `act`, as the eye reads on `widget`. KeyError where none does."""
    return keys.cap(ground, act, LANGUAGE, is_mirrored=widget.isRightToLeft())


def tell_key(widget: PaintedButton, name: str, cap: str) -> None:
    """What it is called in its tooltip, with the key that does the same, if any, which its description says, too. Its
    name has none: it is what a person says to voice control.
    """
    widget.cap = cap
    widget.setToolTip(keys.with_key(name, cap, LANGUAGE) if cap else name)
    if cap:
        widget.setAccessibleDescription(keys.described(cap, LANGUAGE))


class PaintedButton(CanBeTaken, ToldOnce, QAbstractButton):
    """What all our buttons share: hover and press that ease, a focus ring for the keyboard, the pointing hand."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hover = Ease(look, self, 120)
        self._press = Ease(look, self, 80)
        self._ring: FocusRing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.cap = ""
        """Of the key that does the same, where one does."""
        self._is_touched = False
        look.changed.connect(self._restyle)

    @property
    def focus_ring(self) -> FocusRing:
        """Made when the keyboard comes for the first time, or who asks: to most buttons it never does."""
        if self._ring is None:
            self._ring = FocusRing(self._look, self, self.outline)
        return self._ring

    @property
    def is_ringed(self) -> bool:
        """Whether its focus ring is seen now."""
        return self._ring is not None and self._ring.is_shown

    def _touch(self) -> None:
        """What may press it has come."""
        if not self._is_touched:
            self._is_touched = True
            self.pressed.connect(lambda: self._press.to(1.0))
            self.released.connect(lambda: self._press.to(0.0))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # Each by itself and not in `event`: a page of buttons has thousands of events of which these are a few.

    def enterEvent(self, event: QEnterEvent) -> None:
        self._touch()
        self._hover.to(1.0)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover.to(0.0)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._hover.to(0.0)
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        if self.isCheckable():
            self.setAutoExclusive(self.is_one_of_several())  # which makes it a radio button for a screen reader
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.setCursor(Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor)
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._touch()
        if self._ring is None:
            self.focus_ring.eventFilter(self, event)  # made now, it does not see by what it was made
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._touch()
        if self._ring is None:
            note_pressed(by_keyboard=False)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            if isValid(self) and self.isChecked() and self.is_one_of_several():
                self._say_chosen()
            return
        super().keyPressEvent(event)

    def _say_chosen(self) -> None:
        """A screen reader of Linux (Orca 43) says of one of several that it is taken by Space and arrows alone."""
        from coach.ui.announce import Described  # when a key is pressed, and not as the window comes

        chosen = LANGUAGE.translate("Buttons", "chosen")
        if sys.platform == "linux" and self.hasFocus() and self.accessibleDescription() != chosen:
            Described(self).describe(self, chosen)

    def outline(self) -> tuple[QRectF, float]:
        """What the focus ring goes around: the painted shape and its radius."""
        return QRectF(self.rect()), sizes.CONTROL_RADIUS

    def minimumSizeHint(self) -> QSize:
        """A button never gives way: it is as large as it asks for, unless its kind says otherwise."""
        return self.sizeHint()

    def wash(self) -> float:
        """How much ink lies over the fill: 6 % hovered, 12 % pressed."""
        return 0.06 * self._hover.value + 0.06 * self._press.value


@dataclass(frozen=True, slots=True)
class _Measures:
    """What a button's height decides; in pixels at text size 1, but for the radius."""

    style: TextStyle
    icon: int
    padding: int
    gap: int
    radius: int


_MEASURES = (
    (sizes.BUTTON_LARGE, _Measures(ACTION, 24, space.WIDE, space.S_LOOSE, sizes.CARD_RADIUS)),
    (sizes.BUTTON, _Measures(BODY.bold, 20, space.XL, space.S_LOOSE, sizes.CONTROL_RADIUS)),
    (sizes.BUTTON_SMALL, _Measures(CONTROL.bold, 18, space.M_LOOSE, space.S, sizes.SMALL_RADIUS)),
    (0, _Measures(SMALL.bold, 18, space.M_LOOSE, space.S, sizes.SMALL_RADIUS)),
)  # from this height on


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
        height: float = sizes.BUTTON,
        key: str | None = None,
        parent: QWidget | None = None,
        trailing: str | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.kind = kind
        self._icon = known(icon) if icon else icon
        self._trailing = known(trailing) if trailing else trailing
        self._height = height
        self._measures = next(measures for least, measures in _MEASURES if height >= least)
        self._key = key
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        if text == self.text() != "":  # who follows something says it again and again; a screen reader would, too
            return
        super().setText(text)
        if super().accessibleName() or "&" in text:
            self.setAccessibleName(text)
        tell_key(self, text, (self._key or "").strip())
        self.updateGeometry()

    def accessibleName(self) -> str:
        """As a screen reader has it: where it was given none, Qt tells the text, and of that once."""
        return super().accessibleName() or self.text()

    def set_icon(self, name: str | None) -> None:
        """Another icon before the text; None for none."""
        self._icon = known(name) if name else name
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
        return self._look.font(self._measures.style)

    def _icon_px(self) -> float:
        return self._look.px(self._measures.icon)

    def _padding(self) -> float:
        return self._look.px(space.XS if self.kind == "text" else self._measures.padding)

    def _radius(self) -> float:
        return self._measures.radius

    def _gap(self) -> float:
        return self._look.px(self._measures.gap)

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
        painter = painter_of(self)
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
            if self.kind == "text":  # its words stand in line with others: there is no room around them
                wide, below = self._content_width(), box.center().y() + QFontMetricsF(self._font()).height() / 2 + width
                painter.drawLine(QLineF(box.center().x() - wide / 2, below, box.center().x() + wide / 2, below))
            else:
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
            write(painter, QRectF(x, box.top(), wide + 2, box.height()), flags, self.text())
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
    painter.drawRoundedRect(cap.adjusted(0.75, 0.75, -0.75, -0.75), sizes.KEY_RADIUS, sizes.KEY_RADIUS)
    painter.setPen(ink)
    painter.setFont(look.font(LABEL))
    write(painter, cap, Qt.AlignmentFlag.AlignCenter, key)
