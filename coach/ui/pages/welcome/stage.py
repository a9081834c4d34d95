"""The stage of the welcome: somebody straightens up, from faint to clear."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.demonstration.which_figure import RISEN, RISING
from coach.ui.look import space
from coach.ui.look.mark import paint_mark
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import SUBTITLE
from coach.ui.stills.pictures import pictures_of
from coach.ui.stills.shot import Shot

_FLOOR = 0.826  # of the height: where the floor begins
_FEET = 0.872  # of the height: where they stand
_TALL = 0.72  # of the height that a still takes
_GROUND = 0.91  # of a still's height: where the painter lets a figure stand
_FADE = (0.26, 0.46, 0.72, 1.0)  # how clear each of four is; the last one is the person
_SPREAD = 0.215  # of the width between two of them
_LAST_AT = 0.835  # of the width: where the last one stands
_FEWER_BELOW = 440  # pixels wide: two figures
_MARK = 34


class WelcomeStage(QWidget):
    """Four figures, or fewer where it is narrow; for the eye only."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._places = [QWidget(self) for _ in _FADE]
        self._stills: list[QPixmap | None] = [None for _ in _FADE]
        look.changed.connect(self.update)
        pictures_of(look).made.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(600, 760)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._look.theme, painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, wide = self.height(), self.width()
        painter.fillRect(self.rect(), theme.stage)
        if theme.name == "contrast":
            painter.setPen(QPen(theme.edge, 2))
            painter.drawLine(QPointF(0, high * _FLOOR), QPointF(wide, high * _FLOOR))
            painter.drawLine(QPointF(wide - 1, 0), QPointF(wide - 1, high))
        else:
            painter.fillRect(QRectF(0, high * _FLOOR, wide, high), theme.floor)
        for number in self._shown():
            self._paint_figure(painter, number)
        painter.setOpacity(1.0)
        self._paint_name(painter)

    def _shown(self) -> range:
        few = self.width() < _FEWER_BELOW
        return range(len(_FADE) - (2 if few else len(_FADE)), len(_FADE))

    def _paint_figure(self, painter: QPainter, number: int) -> None:
        tall = round(self.height() * _TALL)
        share = number / (len(_FADE) - 1)
        shot = Shot(RISEN if share == 1.0 else RISING, tall, tall, share=share, close=False, room=False)
        found = pictures_of(self._look).picture(shot, self._places[number])
        self._stills[number] = found or self._stills[number]
        still = self._stills[number]
        if still is None:
            return
        shown = self._shown()
        spread = _SPREAD * 4 / len(shown) if len(shown) < len(_FADE) else _SPREAD
        middle = self.width() * (_LAST_AT - spread * (len(_FADE) - 1 - number))
        size = still.deviceIndependentSize()
        painter.setOpacity(_FADE[number])
        corner = QPointF(middle - size.width() / 2, self.height() * _FEET - _GROUND * tall)
        painter.drawPixmap(
            corner, still
        )  # mirrored with the page: they look at its words, and nothing is said of a side

    def _paint_name(self, painter: QPainter) -> None:
        look, theme = self._look, self._look.theme
        side = look.px(_MARK)
        box = QRectF(space.WIDEST, space.WIDER, side, side)
        paint_mark(painter, box, theme.pine, theme.aglow)
        painter.setPen(theme.ink)
        painter.setFont(look.font(SUBTITLE.bold))
        beside = QRectF(box.right() + space.M, box.top(), self.width() - box.right() - space.M, side)
        write(painter, beside, int(Qt.AlignmentFlag.AlignVCenter), self.tr("Posture Coach"))
