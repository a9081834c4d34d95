"""The stage: where the figure will stand. Until then it carries the steps in large type and the tempo below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.icons import paint_icon
from coach.ui.widgets.fit import WRAP, block_font, wrapped_height
from coach.ui.widgets.tempo import Phases, Tempo

_RADIUS = 28.0
_SMALL_FLOOR = 0.8
_FLOOR = 0.67  # of the height, where the floor begins
_FLASH_MS = 300
_MARGIN = 34.0
_LINE_SIZES = (26, 24, 22, 20, 18, 16, 15, 14, 13, 12, 11)
_CAPTION_SIZES = (22, 20, 18, 17, 16, 15, 14, 13, 12)
_TITLE_SIZES = (40, 36, 32, 28, 24, 20, 18, 16, 14)


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands on the stage. `chip` is (icon, words) of what the exercise needs; `phases` shows the tempo line."""

    overline: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    is_numbered: bool = True
    chip: tuple[str, str] | None = None
    phases: Phases = ()

    @property
    def spoken(self) -> str:
        """All of it as one text, for a screen reader."""
        return " ".join(part for part in (self.overline, self.title, *self.lines) if part)


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
        top = 28.0
        if self._scene.chip:
            top = self._paint_chip(painter, *self._scene.chip) + 10
        self._paint_texts(painter, top)
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

    def _paint_chip(self, painter: QPainter, icon: str, words: str) -> float:
        """What it needs, top left; returns the chip's lower edge."""
        theme = self._look.theme
        font = self._look.font(13, 600)
        metrics = QFontMetricsF(font)
        high = max(32.0, metrics.height() + 12)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - 48 - 54)
        box = QRectF(24, 20, 12 + 16 + 6 + metrics.horizontalAdvance(words) + 14, high)
        painter.setPen(QPen(theme.line, 2) if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.card)
        painter.drawRoundedRect(box, high / 2, high / 2)
        paint_icon(painter, icon, QRectF(box.x() + 12, box.center().y() - 8, 16, 16), theme.ink2)
        painter.setFont(font)
        painter.setPen(theme.ink)
        painter.drawText(box.adjusted(34, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        return box.bottom()

    def _paint_texts(self, painter: QPainter, top: float) -> None:
        """Overline, title and lines; a scene of sentences stands in the middle, one of steps fills the room."""
        theme, scene = self._look.theme, self._scene
        left, width = _MARGIN, self.width() - 2 * _MARGIN
        bottom = self._floor_y() - 12
        over_font = self._look.font(15, 700)
        over_high = QFontMetricsF(over_font).height() + 4 if scene.overline else 0.0
        room = (bottom - top - over_high) * (0.45 if scene.lines else 1.0)
        title_font, title_high = block_font(self._look, scene.title, _TITLE_SIZES, 800, width, room, tracking=-0.03)
        title_high = title_high + 12 if scene.title else 0.0
        sentences = QRectF(left, 0, width, bottom - top - over_high - title_high)
        if not scene.is_numbered or not scene.lines:
            line_high = self._sentences_high(sentences)
            top += max(0.0, (bottom - top - over_high - title_high - line_high) / 2)
        if scene.overline:
            painter.setFont(over_font)
            painter.setPen(theme.atext)
            painter.drawText(QRectF(left, top, width, over_high), WRAP, scene.overline)
        if scene.title:
            painter.setFont(title_font)
            painter.setPen(theme.ink)
            painter.drawText(QRectF(left, top + over_high, width, title_high), WRAP, scene.title)
        top += over_high + title_high
        if scene.lines and scene.is_numbered:
            self._paint_lines(painter, QRectF(left, top, width, bottom - top))
        elif scene.lines:
            self._paint_sentences(painter, QRectF(left, top, width, bottom - top + 12))

    def _sentence_font(self, box: QRectF):
        sizes = _LINE_SIZES if not self._scene.title else _LINE_SIZES[4:]
        return block_font(self._look, "\n".join(self._scene.lines), sizes, 600, box.width(), box.height())

    def _sentences_high(self, box: QRectF) -> float:
        return self._sentence_font(box)[1] if self._scene.lines else 0.0

    def _paint_sentences(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(self._sentence_font(box)[0])
        painter.setPen(self._look.theme.ink2 if self._scene.title else self._look.theme.ink)
        painter.drawText(box, WRAP, "\n".join(self._scene.lines))

    def _paint_lines(self, painter: QPainter, box: QRectF) -> None:
        """The steps, numbered, at the largest size at which all fit."""
        theme, lines = self._look.theme, self._scene.lines
        indent = 0.0
        for px in _LINE_SIZES:
            font = self._look.font(px, 600, -0.01)
            indent = QFontMetricsF(font).height() * 1.35
            heights = [wrapped_height(font, line, box.width() - indent) for line in lines]
            if sum(heights) + (len(lines) - 1) * px * 0.4 <= box.height():
                break
        gap = max(3.0, min(px * 0.75, (box.height() - sum(heights)) / max(1, len(lines) - 1)))
        y = box.y() + max(0.0, (box.height() - sum(heights) - gap * (len(lines) - 1)) / 2)
        for number, (line, high) in enumerate(zip(lines, heights, strict=True), 1):
            self._paint_number(painter, number, box.x(), y, QFontMetricsF(font).height())
            painter.setFont(font)
            painter.setPen(theme.ink)
            painter.drawText(QRectF(box.x() + indent, y, box.width() - indent, high + 2), WRAP, line)
            y += high + gap

    def _paint_number(self, painter: QPainter, number: int, x: float, y: float, high: float) -> None:
        theme = self._look.theme
        dot = QRectF(x, y, high, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.psoft)
        painter.drawEllipse(dot)
        font = self._look.font(13, 800, tabular=True)
        font.setPixelSize(max(9, round(high * 0.5)))
        painter.setFont(font)
        painter.setPen(theme.pine)
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(number))

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
