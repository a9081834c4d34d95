"""Paints what stands on the stage until the figure does: a title, the steps in large type, what the exercise needs."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import write
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SCENE_TITLE, SENTENCE, SENTENCE_UNDER_TITLE, SMALL, STEP
from coach.ui.widgets.fit import WRAP, block_font, wrapped_height
from coach.ui.words.stage_scene import StageScene

_MARGIN = 34.0
_CHIP_AROUND = 12 + 16 + 6 + 14  # the icon before the words, and what is beside both
_TITLE_SHARES = (0.45, 0.3, 0.2, 0.14)  # of the room that it shares with its lines
_WISHED = STEP[2]  # of a window in which all of a session has room
_READABLE = 14  # pixels of a step, for which its title makes room


class ScenePainter:
    """Paints one scene into a stage `width` pixels wide, above `bottom`."""

    def __init__(self, look: Look, scene: StageScene, width: float, bottom: float, corner: float = 0.0) -> None:
        """`corner` is the width at the top right that buttons take."""
        self._look, self._scene, self._width, self._bottom = look, scene, width, bottom
        self._corner = corner

    def paint(self, painter: QPainter) -> None:
        """All of it: what it needs, then title and lines."""
        top = self.paint_chip(painter)
        self._paint_texts(painter, max(top, self._look.px(44) + 24.0) if self._corner else top)

    def wishes(self, width: float) -> float:
        """How high all of it stands `width` pixels wide, in the sizes that it has where there is room."""
        scene, inner = self._scene, width - 2 * _MARGIN
        top = max(self._look.px(44) + 24.0, self.chip_box().bottom() + 10) if self._corner else 28.0
        title = block_font(self._look, scene.title, SCENE_TITLE, inner, math.inf)[1] if scene.title else 0.0
        over = QFontMetricsF(self._look.font(BODY.bold)).height() if scene.overline else 0.0
        if not scene.is_numbered:
            return top + over + title + 24 + wrapped_height(self._look.font(_WISHED), "\n".join(scene.lines), inner)
        font = self._look.font(_WISHED)
        high = QFontMetricsF(font).height()
        lines = sum(wrapped_height(font, line, inner - high * 1.35) for line in scene.lines)
        wished = (title + 12) / _TITLE_SHARES[0] - title  # a title has no more than its share
        return top + over + title + max(wished, lines + len(scene.lines) * high * 0.75)

    def chip_box(self) -> QRectF:
        """Where the chip stands with all its words; nowhere without one."""
        if not self._scene.chip:
            return QRectF()
        metrics = QFontMetricsF(self._look.font(SMALL.semibold))
        wide = _CHIP_AROUND + metrics.horizontalAdvance(self._chip_words())
        return QRectF(24, 20, wide, max(32.0, metrics.height() + 12))

    def _chip_words(self) -> str:
        metrics, words = QFontMetricsF(self._look.font(SMALL.semibold)), self._scene.chip[1] if self._scene.chip else ""
        return metrics.elidedText(
            words, Qt.TextElideMode.ElideRight, self._width - 48 - _CHIP_AROUND - 6 - self._corner
        )

    def paint_chip(self, painter: QPainter, *, icons_alone: bool = False) -> float:
        """What it needs, top left; returns where the rest may begin. Where a figure leaves no room for the words, the
        `icons_alone`.
        """
        if not self._scene.chip:
            return 28.0
        theme, box, icons = self._look.theme, self.chip_box(), self._scene.chip[0]
        if icons_alone:
            box.setWidth(24 + 24 * len(icons) - 8)
        painter.setPen(QPen(theme.line, 2) if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.card)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        for number, icon in enumerate(icons if icons_alone else icons[:1]):
            place = QRectF(box.x() + 12 + 24 * number, box.center().y() - 8, 16, 16)
            paint_icon(painter, icon, place, theme.ink2)
        if icons_alone:
            return box.bottom() + 10
        painter.setFont(self._look.font(SMALL.semibold))
        painter.setPen(theme.ink)
        beside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        write(painter, box.adjusted(34, 0, 0, 0), beside, self._chip_words())
        return box.bottom() + 10

    def _paint_texts(self, painter: QPainter, top: float) -> None:
        """Overline, title and lines; a scene of sentences stands in the middle, one of steps fills the room."""
        theme, scene = self._look.theme, self._scene
        left, width = _MARGIN, self._width - 2 * _MARGIN
        bottom = self._bottom
        over_font = self._look.font(BODY.bold)
        over_high = QFontMetricsF(over_font).height() + 4 if scene.overline else 0.0
        title_font, title_high = self._title(width, bottom - top - over_high)
        if scene.title and not self._has_room(width, bottom - top - over_high - title_high):
            over_high = 0.0
            title_font, title_high = self._title(width, bottom - top)
        sentences = QRectF(left, 0, width, bottom - top - over_high - title_high)
        if not scene.is_numbered or not scene.lines:
            line_high = self._sentences_high(sentences)
            top += max(0.0, (bottom - top - over_high - title_high - line_high) / 2)
        if over_high:
            painter.setFont(over_font)
            painter.setPen(theme.atext)
            write(painter, QRectF(left, top, width, over_high), WRAP, scene.overline)
        if scene.title:
            painter.setFont(title_font)
            painter.setPen(theme.ink)
            write(painter, QRectF(left, top + over_high, width, title_high), WRAP, scene.title)
        top += over_high + title_high
        if scene.lines and scene.is_numbered:
            self._paint_lines(painter, QRectF(left, top, width, bottom - top))
        elif scene.lines:
            self._paint_sentences(painter, QRectF(left, top, width, bottom - top + 12))

    def _title(self, width: float, room: float) -> tuple[QFont, float]:
        """The title's font and how much of `room` it takes: the less, the more its steps need to be read."""
        scene = self._scene
        for share in _TITLE_SHARES if scene.lines else (1.0,):
            font, high = block_font(self._look, scene.title, SCENE_TITLE, width, room * share)
            high = high + 12 if scene.title else 0.0
            if self._has_room(width, room - high):
                break
        return font, high

    def _has_room(self, width: float, room: float) -> bool:
        """Whether steps can be read in it."""
        if not (self._scene.is_numbered and self._scene.lines):
            return True
        return self._steps_font(width, room)[0].pixelSize() >= self._look.px(_READABLE)

    def _sentence_font(self, box: QRectF) -> tuple[QFont, float]:
        styles = SENTENCE if not self._scene.title else SENTENCE_UNDER_TITLE
        return block_font(self._look, "\n".join(self._scene.lines), styles, box.width(), box.height())

    def _sentences_high(self, box: QRectF) -> float:
        return self._sentence_font(box)[1] if self._scene.lines else 0.0

    def _paint_sentences(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(self._sentence_font(box)[0])
        painter.setPen(self._look.theme.ink2 if self._scene.title else self._look.theme.ink)
        write(painter, box, WRAP, "\n".join(self._scene.lines))

    def _paint_lines(self, painter: QPainter, box: QRectF) -> None:
        """The steps, numbered, at the largest size at which all fit."""
        theme, lines = self._look.theme, self._scene.lines
        font, indent, heights = self._steps_font(box.width(), box.height())
        gap = max(3.0, min(font.pixelSize() * 0.75, (box.height() - sum(heights)) / max(1, len(lines) - 1)))
        y = box.y() + max(0.0, (box.height() - sum(heights) - gap * (len(lines) - 1)) / 2)
        for number, (line, high) in enumerate(zip(lines, heights, strict=True), 1):
            self._paint_number(painter, number, box.x(), y, QFontMetricsF(font).height())
            painter.setFont(font)
            painter.setPen(theme.ink)
            write(painter, QRectF(box.x() + indent, y, box.width() - indent, high + 2), WRAP, line)
            y += high + gap

    def _steps_font(self, width: float, room: float) -> tuple[QFont, float, list[float]]:
        """The font of the steps, how far they are indented, and how high each is."""
        lines = self._scene.lines
        for style in STEP:
            font = self._look.font(style)
            indent = QFontMetricsF(font).height() * 1.35
            heights = [wrapped_height(font, line, width - indent) for line in lines]
            if sum(heights) + (len(lines) - 1) * style.px * 0.4 <= room:
                break
        return font, indent, heights

    def _paint_number(self, painter: QPainter, number: int, x: float, y: float, high: float) -> None:
        theme = self._look.theme
        dot = QRectF(x, y, high, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.psoft)
        painter.drawEllipse(dot)
        font = self._look.font(SMALL.heavy, tabular=True)
        font.setPixelSize(max(9, round(high * 0.5)))
        painter.setFont(font)
        painter.setPen(theme.pine)
        write(painter, dot, Qt.AlignmentFlag.AlignCenter, str(number))
