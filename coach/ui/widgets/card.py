"""Cards: rounded surfaces with a soft shadow, which the widget below them carries."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins
from coach.ui.look.soft_shadow import REACH, paint_shadow
from coach.ui.look.theme import Look
from coach.ui.widgets.buttons import PaintedButton, overlaid

_RAISED = ("card", "stage")


class Shadow(QObject):
    """Paints the shadow of `widget` on its parent, under it, so that the widget needs no room for it inside."""

    # Python may empty an object while Qt still sends it events: then it stands on nothing, and watches nothing.
    _widget: QWidget | None = None
    _ground: QWidget | None = None

    def __init__(self, look: Look, widget: QWidget, radius: float) -> None:
        super().__init__(widget)
        self._look, self._widget, self._radius = look, widget, radius
        self._stood = widget.geometry()
        widget.installEventFilter(self)
        self._take_ground(widget)

    def _take_ground(self, widget: QWidget) -> None:
        if self._ground is not None:
            self._ground.removeEventFilter(self)
        self._ground = widget.parentWidget()
        if self._ground is not None:
            self._ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        widget, ground = self._widget, self._ground
        if widget is None:
            return False
        if ground is not None and watched is ground:
            if isinstance(event, QPaintEvent) and widget.isVisibleTo(ground):
                self._paint(widget, ground, event)
        elif watched is widget:
            kind = event.type()  # asked for last: it makes an enumeration's member of a number
            if kind == QEvent.Type.ParentChange:
                self._take_ground(widget)
            elif kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
                self._refresh(widget)
        return False

    def _refresh(self, widget: QWidget) -> None:
        """Where it is now, and where it was: Qt paints anew what the widget left, not its shadow."""
        stood, self._stood = self._stood, widget.geometry()
        if self._ground is not None and isValid(self._ground):  # a dialog that is taken down hides first
            for box in (stood, self._stood):
                self._ground.update(box.adjusted(-REACH, -REACH, REACH, REACH))

    def _paint(self, widget: QWidget, ground: QWidget, event: QPaintEvent) -> None:
        box = widget.geometry()
        if not event.region().intersects(box.adjusted(-REACH, -REACH, REACH, REACH)):
            return
        painter = QPainter(ground)
        painter.setClipRegion(event.region())
        paint_shadow(painter, QRectF(box), self._radius, self._look.theme.shadow)
        painter.end()


def paint_surface(painter: QPainter, look: Look, box: QRectF, radius: float, tone: str, wash: float = 0.0) -> None:
    """A rounded surface in colour `tone`, with the white inner border of high contrast."""
    paint_rounded(painter, look, box, radius, overlaid(getattr(look.theme, tone), look.theme.ink, wash))


def paint_rounded(painter: QPainter, look: Look, box: QRectF, radius: float, fill: QColor) -> None:
    """One in any colour, with that border."""
    theme = look.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, radius, radius)
    if theme.name == "contrast":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.edge, 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


class Card(QFrame):
    """A surface for a layout of your own; `padding` is already around it.

    `tone` is the colour's token: card, stage, sunk, paper. Sunk and paper ones throw no shadow.
    """

    def __init__(
        self,
        look: Look,
        padding: int = space.XXL,
        radius: float = sizes.CARD_RADIUS,
        tone: str = "card",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self.radius, self.tone = look, radius, tone
        self.setContentsMargins(padding, padding, padding, padding)
        look.changed.connect(self.update)
        if tone in _RAISED:
            Shadow(look, self, radius)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_surface(QPainter(self), self._look, QRectF(self.rect()), self.radius, self.tone)


class CardButton(PaintedButton):
    """A card that is one large button; give it a layout. `name` is what a screen reader says of the whole."""

    def __init__(
        self,
        look: Look,
        name: str,
        padding: int = 0,
        radius: float = sizes.CARD_RADIUS,
        tone: str = "card",
        raised: bool = True,
    ) -> None:
        super().__init__(look)
        self.radius, self.tone = radius, tone
        self.setContentsMargins(padding, padding, padding, padding)
        self.setAccessibleName(name)
        self.setToolTip(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if raised:
            Shadow(look, self, radius)

    def outline(self) -> tuple[QRectF, float]:
        """The whole card."""
        return QRectF(self.rect()), self.radius

    def hasHeightForWidth(self) -> bool:
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_surface(QPainter(self), self._look, QRectF(self.rect()), self.radius, self.tone, self.wash() * 0.5)


def beside_picture(card: QWidget, picture: QWidget) -> QVBoxLayout:
    """A wide card: `picture` fills the left two fifths of `card`; returns the column for the words beside it."""
    row = QHBoxLayout(card)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(picture, 40)
    text = QVBoxLayout()
    text.setContentsMargins(margins(space.XXL, space.XL, space.XL, space.XL))
    text.setSpacing(space.HAIR)
    row.addLayout(text, 60)
    return text


class RowButton(CardButton):
    """A row of a list that can be opened: flat at rest, a tint when hovered."""

    def __init__(self, look: Look, name: str, padding: int = space.S, radius: float = sizes.CONTROL_RADIUS) -> None:
        super().__init__(look, name, padding, radius, "card", raised=False)
        self.setMinimumHeight(sizes.TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        if self.wash() > 0:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(overlaid(theme.card, theme.ink, self.wash() * 0.7))
            painter.drawRoundedRect(QRectF(self.rect()), self.radius, self.radius)
