"""The stage: where the figure will stand. Until then it carries the steps in large type and the tempo below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.icons import paint_icon
from coach.ui.widgets.fit import WRAP, block_font
from coach.ui.widgets.scene import Scene, ScenePainter
from coach.ui.widgets.tempo import Tempo

_RADIUS = 28.0
_SMALL_FLOOR = 0.8
_FLOOR = 0.67  # of the height, where the floor begins
_FLASH_MS = 300
_CAPTION_SIZES = (22, 20, 18, 17, 16, 15, 14, 13, 12)


class Stage(QWidget):
    """A rounded room with a floor; `show_scene` changes what stands in it, `tell` moves it, `caption` is said."""

    def __init__(self, look, parent=None) -> None:
        super().__init__(parent)
        self._look = look
        self._scene = Scene()
        self._caption = ""
        self._picture: QPixmap | None = None
        self._glow = 0.0
        self._tempo = Tempo(look, self)
        self._flash = QVariantAnimation(self)
        self._flash.setDuration(_FLASH_MS)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.valueChanged.connect(self._glow_changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 160)
        look.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        return QSize(688, 466)

    @property
    def scene(self) -> Scene:
        return self._scene

    @property
    def caption(self) -> str:
        return self._caption

    def show_scene(self, scene: Scene) -> None:
        if scene == self._scene:
            return
        self._scene = scene
        self._tempo.set_phases(scene.phases)
        self.setAccessibleName(scene.spoken)
        self._renew()

    def set_caption(self, caption: str) -> None:
        """The sentence on the plate; an empty one takes the plate away."""
        if caption == self._caption:
            return
        self._caption = caption
        self.setAccessibleDescription(caption)
        self._renew()

    def tell(self, phase: str | None, share: float) -> None:
        self._tempo.tell(phase, share)

    def flash(self) -> None:
        """The edge lights up once: a new step has begun. Not with reduced motion."""
        if self._look.reduced_motion:
            return
        self._flash.stop()
        self._flash.start()

    def _glow_changed(self, value: float) -> None:
        self._glow = value
        self.update()

    def _renew(self) -> None:
        self._picture = None
        self._place_tempo()
        self.update()

    def resizeEvent(self, _event) -> None:
        self._renew()

    # --- geometry ------------------------------------------------------------------------------------------------

    def _plate(self) -> QRectF:
        """Where the caption stands; empty without one."""
        if not self._caption:
            return QRectF()
        _, high = self._caption_font()
        high = max(56.0, high + 22)
        return QRectF(12, self.height() - 12 - high, self.width() - 24, high)

    def _caption_font(self):
        room = self.width() - 24 - 40 - 34
        return block_font(self._look, self._caption, _CAPTION_SIZES, 700, room, self.height() * 0.3)

    def _has_room_for_tempo(self) -> bool:
        """Whether the floor can carry the tempo above a plate of one line; a small stage needs its room for words."""
        return self.height() * (1 - _FLOOR) - 6 - 68 - 6 >= self._tempo_high()

    def _tempo_high(self) -> float:
        return QFontMetricsF(self._look.font(15, 800)).height() + 34

    def _floor_y(self) -> float:
        return round(self.height() * (_FLOOR if self._has_room_for_tempo() else _SMALL_FLOOR))

    def _place_tempo(self) -> None:
        plate = self._plate()
        bottom = plate.top() - 6 if self._caption else self.height() - 20
        top = self._floor_y() + 6
        needs = self._tempo_high()
        self._tempo.setGeometry(28, round(top), self.width() - 56, round(min(bottom - top, needs + 30)))
        has_room = self._has_room_for_tempo() and bottom - top >= needs
        self._tempo.setVisible(bool(self._scene.phases) and has_room)

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        if self._picture is None:
            self._picture = self._painted()
        painter.drawPixmap(0, 0, self._picture)
        if self._glow > 0:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = QColor(self._look.theme.accent)
            edge.setAlphaF(self._glow)
            painter.setPen(QPen(edge, 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), _RADIUS - 2, _RADIUS - 2)

    def _painted(self) -> QPixmap:
        """Everything that does not move, painted once."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_room(painter)
        ScenePainter(self._look, self._scene, self.width(), self._floor_y() - 12).paint(painter)
        if self._caption:
            self._paint_caption(painter)
        painter.end()
        return picture

    def _paint_room(self, painter: QPainter) -> None:
        theme = self._look.theme
        room, box = QPainterPath(), QRectF(self.rect())
        room.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(room, theme.stage)
        floor = QRectF(0, self._floor_y(), self.width(), self.height())
        if theme.name == "contrast":
            painter.setPen(QPen(theme.line, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
            painter.drawLine(floor.topLeft(), floor.topRight())
            return
        painter.save()
        painter.setClipPath(room)
        painter.fillRect(floor, theme.floor)
        painter.restore()

    def _paint_caption(self, painter: QPainter) -> None:
        theme, plate = self._look.theme, self._plate()
        painter.setPen(QPen(theme.line, 2) if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.card)
        painter.drawRoundedRect(plate, 18, 18)
        font, high = self._caption_font()
        room = plate.width() - 40 - 34
        wide = QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 10_000), WRAP, self._caption).width()
        x = plate.x() + (plate.width() - wide - 34) / 2
        paint_icon(painter, "speaker", QRectF(x, plate.center().y() - 11, 22, 22), theme.atext, 2.0)
        painter.setFont(font)
        painter.setPen(theme.ink)
        painter.drawText(QRectF(x + 34, plate.center().y() - high / 2, wide + 2, high + 2), WRAP, self._caption)
