"""The one decision of a page: a wide stage, words and a large button on its left, the figure on its right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.model import Figure
from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins, painter_of, show_picture
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, OVERLINE, PAGE_TITLE, TextStyle
from coach.ui.stills.pictures import pictures_of
from coach.ui.stills.shot import Shot
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.place import paint_place

_FIGURE_SHARE = 0.40  # of the width
_FLAT_FLOOR = 18.0  # pixels of floor below the words where there are no buttons
_GROUND = 0.91  # of a still's height: where the painter lets a figure stand
_BOTH = 440  # pixels, at text size 1, that words and figure need side by side


class Hero(Card):
    """Put words into `words` and buttons into `buttons`; the floor begins above the buttons.

    A `flat` one has no buttons and is only as high as its words. One that leads on is `clicked` anywhere, like a card.
    """

    clicked = Signal()

    def __init__(
        self,
        look: Look,
        position: str = "standing",
        parent: QWidget | None = None,
        *,
        flat: bool = False,
        figure: Figure | None = None,
        least: float = 0,
    ) -> None:
        """At least `least` pixels high, at text size 1 as it is when made."""
        super().__init__(look, 0, sizes.CARD_RADIUS, "stage", parent)
        self.setMinimumHeight(look.px(least))
        self._position, self._flat, self._figure = position, flat, figure
        self._still: QPixmap | None = None
        self._waits = False
        self._leads_on = False
        self._pictures = pictures_of(look)
        self._pictures.made.connect(self._one_made)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(margins(space.WIDER, space.WIDE, space.M, space.WIDE))
        column.setSpacing(0)
        self.words = QVBoxLayout()
        self.words.setSpacing(space.XS_LOOSE)
        column.addLayout(self.words)
        column.addStretch(1)
        column.addSpacing(0 if flat else space.WIDEST)
        self._floor = QWidget()
        self.buttons = QHBoxLayout(self._floor)
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.buttons.setSpacing(space.L)
        row.addLayout(column, 58)
        row.addStretch(42)
        column.addWidget(self._floor)
        self._floor.setVisible(not flat)  # it has its parent by now: without one it would be a window of its own

    def say(self, title: str, sentence: str = "", *, over: str = "", style: TextStyle = PAGE_TITLE) -> None:
        """What it is about: the line above, the title in `style`, a sentence below. What is empty is left out."""
        if over:
            self.words.addWidget(Label(self._look, over, OVERLINE, "atext", wrap=True))
        self.words.addWidget(Label(self._look, title, style, wrap=True))
        if sentence:
            self.words.addWidget(Label(self._look, sentence, BODY, "ink2", wrap=True))

    def offer(
        self, word: str, act: Callable[[], object], icon: str, kind: str = "primary", height: float = sizes.BUTTON_LARGE
    ) -> Button:
        """A button on the floor that does it; what stands beside it is added to `buttons`."""
        button = Button(self._look, word, kind, icon, height)
        button.clicked.connect(act)
        self.buttons.addWidget(button)
        return button

    def lead_on(self, act: Callable[[], None]) -> None:
        """A click anywhere does what its button does; the keyboard has the button."""
        self.clicked.connect(act)
        self._leads_on = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._leads_on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (
            self._leads_on
            and event.button() == Qt.MouseButton.LeftButton
            and self.rect().contains(event.position().toPoint())
        ):
            self.clicked.emit()

    @property
    def _is_narrow(self) -> bool:
        """Whether words and figure have no room side by side."""
        return self.width() < self._look.px(_BOTH)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._floor.raise_()  # a screen reader reads children in this order: the words, then what to do

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.setStretch(1, 0 if self._is_narrow else 42)

    def paint_picture(self, painter: QPainter, box: QRectF) -> None:
        """What stands behind the words, in `box`: the room, and in it the figure or the mark."""
        floor = 1.0 - _FLAT_FLOOR / max(60.0, box.height())
        if not self._flat and box.height():
            floor = (self._floor.mapTo(self, QPoint(0, 0)).y() - 18) / box.height()
        has_mark = self._figure is None and not self._is_narrow
        paint_place(painter, self._look, box, self._position, floor, min(0.62, 0.9 * floor) if has_mark else 0.0, 0.80)
        if self._figure is not None and not self._is_narrow:
            self._paint_figure(painter, self._figure)

    def _paint_figure(self, painter: QPainter, figure: Figure) -> None:
        """On the right, its feet on the floor; the ghost shows where it comes from."""
        wide = round(self.width() * _FIGURE_SHARE)
        shot = Shot(figure, wide, self.height(), ghost=True, room=False, close=False)
        found = self._pictures.picture(shot, self)
        self._waits = found is None
        self._still = found or self._still
        if self._still is not None:
            across = wide - self._still.deviceIndependentSize().width()
            place = QRectF(
                QPointF(self.width() - wide + across / 2, self._lower()), self._still.deviceIndependentSize()
            )
            show_picture(painter, place, self._still)

    def _lower(self) -> float:
        """How far the figure is moved down to stand on the narrow floor of a flat one, and not above it."""
        return max(0.0, self.height() * (1 - _GROUND) - _FLAT_FLOOR / 2) if self._flat else 0.0

    def _one_made(self) -> None:
        if self._waits:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(box, self.radius, self.radius)
        painter.setClipPath(shape)
        self.paint_picture(painter, box)
        if self._look.theme.name == "contrast":
            painter.setBrush(self._look.theme.card.fromRgba(0))
            painter.setPen(QPen(self._look.theme.edge, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), self.radius - 1, self.radius - 1)
