"""The tempo of one repetition as a line: up while moving, level while holding, down on the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.words.stage_scene import Phases

_STEPS = 24  # straight pieces of a curve; at 688 px each is shorter than 10 px


def smootherstep(share: float) -> float:
    """0 to 1 with rest at both ends: how a joint moves."""
    return share**3 * (share * (share * 6 - 15) + 10)


class Tempo(QWidget):
    """Shows `phases` and a ball where the repetition stands. It keeps no time: `tell(phase, share)` moves it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._phases: Phases = ()
        self._phase, self._share = "", 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def set_phases(self, phases: Phases) -> None:
        """Another repetition; phases of no length are left out."""
        self._phases = tuple(part for part in phases if part[2] > 0)
        self._phase, self._share = "", 0.0
        self.update()

    @property
    def phases(self) -> Phases:
        """What the line is made of."""
        return self._phases

    def tell(self, phase: str | None, share: float) -> None:
        """Where the ball stands: the phase and how much of it is over; None for no ball."""
        phase = phase or ""
        if phase == self._phase and abs(share - self._share) < 0.002:
            return
        self._phase, self._share = phase, min(1.0, max(0.0, share))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._phases:
            return
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self._look.font(BODY.bold))
        spans = self._spans()
        low = self.height() - metrics.height() - 10
        high = 10.0
        self._paint_line(painter, spans, low, high)
        self._paint_words(painter, spans, low + 6, metrics.height())

    def _spans(self) -> list[tuple[float, float]]:
        """(left, right) of each phase: by seconds, none narrower than its word."""
        metrics = QFontMetricsF(self._look.font(BODY.heavy))
        width = self.width() - 20.0
        least = [min(metrics.horizontalAdvance(word) + 16, width / len(self._phases)) for _, word, _ in self._phases]
        seconds = [part[2] for part in self._phases]
        spare = width - sum(least)
        spans, x = [], 10.0
        for wide, part in zip(least, seconds, strict=True):
            right = x + wide + spare * part / sum(seconds)
            spans.append((x, right))
            x = right
        return spans

    def _level(self, phase: str, share: float) -> float:
        """How far the movement is out, 0 to 1."""
        return {"move": smootherstep(share), "hold": 1.0, "back": 1 - smootherstep(share)}.get(phase, 0.0)

    def _paint_line(self, painter: QPainter, spans: Sequence[tuple[float, float]], low: float, high: float) -> None:
        theme = self._look.theme
        line, past, ball = QPainterPath(), QPainterPath(), None
        now = next((i for i, part in enumerate(self._phases) if part[0] == self._phase), None)
        for index, ((left, right), (phase, _, _)) in enumerate(zip(spans, self._phases, strict=True)):
            for step in range(_STEPS + 1):
                share = step / _STEPS
                point = QPointF(left + (right - left) * share, low + (high - low) * self._level(phase, share))
                _extend(line, point)
                if now is not None and (index < now or (index == now and share <= self._share)):
                    _extend(past, point)
            if index == now:
                ball = QPointF(
                    left + (right - left) * self._share, low + (high - low) * self._level(phase, self._share)
                )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        round_ = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(theme.pmid, 4, *round_))
        painter.drawPath(line)
        if ball is not None:
            _extend(past, ball)
            painter.setPen(QPen(theme.accent, 5, *round_))
            painter.drawPath(past)
            painter.setPen(QPen(theme.card, 3))
            painter.setBrush(theme.accent)
            painter.drawEllipse(ball, 9, 9)

    def _paint_words(self, painter: QPainter, spans: Sequence[tuple[float, float]], top: float, high: float) -> None:
        theme = self._look.theme
        for (left, right), (phase, word, _) in zip(spans, self._phases, strict=True):
            is_now = phase == self._phase
            font = self._look.font(BODY.heavy if is_now else BODY.semibold)
            painter.setFont(font)
            painter.setPen(theme.ink if is_now else theme.ink2)
            text = QFontMetricsF(font).elidedText(word, Qt.TextElideMode.ElideRight, right - left)
            write(painter, QRectF(left, top, right - left, high), Qt.AlignmentFlag.AlignCenter, text)


def _extend(path: QPainterPath, point: QPointF) -> None:
    if path.elementCount():
        path.lineTo(point)
    else:
        path.moveTo(point)
