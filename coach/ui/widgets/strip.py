"""The strip: the whole session as one row of shapes, with a needle where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coach.session.outcomes import DONE, Outcomes
from coach.session.timeline import Interval, Timeline
from coach.ui.look import sizes
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import meant, painter_of, seen, write_at
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.widgets.role import be_picture
from coach.ui.widgets.strip_layout import Group, Segment, groups, segments
from coach.ui.words import common as words
from coach.words.durations import clock
from coach.words.sentences import comma_list
from coach.words.session import set_of

_HIGH, _CURRENT_HIGH = 30.0, 40.0
_ROW = 54.0  # the shapes with the needle's triangle above
EDGE = 7.0  # free at both ends, for half of the needle's triangle
_LABELS_FROM = 58  # pixels; below the needle's foot and above the labels
_BESIDE = 4  # pixels that a small shape's own may reach beyond its place
_SMALLEST_LABEL = 34.0  # a narrower group has no label; its tooltip has
_LEAST_CURRENT, _LABEL_GAP = 110.0, 8.0  # room for the current label; nothing stands closer to it

_NONE: Outcomes = {}

Fate = Literal["to-come", "done", "partly", "skipped"]


class Strip(QWidget):
    """The timeline as shapes: work a bar, rest a capsule, change-over a dot, switch a diamond.

    What was done is filled, and work has a tick; what was skipped stays hollow with a dash, and its words say so.
    `titles` maps exercise ids to what a person reads. It follows `tell(index, elapsed, lengths, outcomes)`.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        be_picture(self)
        self._look = look
        self._intervals: tuple[Interval, ...] = ()
        self._titles: Mapping[str, str] = {}
        self._lengths: tuple[float, ...] = ()
        self._outcomes: Outcomes = {}
        self._index, self._elapsed = 0, 0.0
        self._needle_x = -1.0
        self._segments: list[Segment] = []
        self._groups: list[Group] = []
        self._is_still = False
        self.only_current_label = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._look_changed)
        self._look_changed()

    def _look_changed(self) -> None:
        self.setFixedHeight(self.high())
        self.update()

    def high(self) -> int:
        """The height in pixels that it takes, with its labels."""
        return round(_ROW + 8 + QFontMetricsF(self._look.font(SMALL)).height())

    def sizeHint(self) -> QSize:
        return QSize(600, self.high())

    def set_timeline(self, timeline: Timeline, titles: Mapping[str, str]) -> None:
        """Another session, from its start; `titles` are what a person reads for exercise ids."""
        self._intervals, self._titles = timeline.intervals, titles
        self._lengths = tuple(interval.seconds for interval in timeline.intervals)
        self._index, self._elapsed, self._outcomes = 0, 0.0, {}
        self._place()
        self._name()

    def _name(self) -> None:
        if (current := self._current()) is not None:
            self.setAccessibleName(self.tr("Timeline: {0}").format(self._words(current)))

    def tell(self, index: int, elapsed: float, lengths: tuple[float, ...], outcomes: Outcomes = _NONE) -> None:
        """The session stands `elapsed` seconds into interval `index`; `lengths` are all lengths as they are now,
        `outcomes` what became of the intervals that were left.
        """
        is_new = index != self._index or outcomes != self._outcomes
        self._index, self._elapsed, self._outcomes = index, elapsed, outcomes
        if is_new:
            self._name()
        if lengths and lengths != self._lengths:
            self._lengths = lengths
            self._place()
            return
        x = self._needle()
        if is_new:
            self.update()
        elif abs(x - self._needle_x) >= 0.5:
            self.update(self._passed(self._needle_x, x))

    def _passed(self, before: float, x: float) -> QRect:
        """Where the needle was, where it is, and between."""
        left, right = floor(min(before, x) - EDGE) - 1, ceil(max(before, x) + EDGE) + 1
        return seen(self, QRect(left, 0, right - left, _LABELS_FROM))

    def set_still(self, *, is_still: bool) -> None:
        """Ember means now: a session that stands has none."""
        self._is_still = is_still
        self.update()

    def _place(self) -> None:
        self._segments = segments(self._intervals, self._lengths, max(1.0, self.width() - 2 * EDGE))
        self._groups = groups(self._intervals, self._segments)
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _current(self) -> Segment | None:
        return next((s for s in self._segments if s.first <= self._index <= s.last), None)

    def _needle(self) -> float:
        """Where the needle stands, in pixels."""
        current = self._current()
        if current is None:
            return 0.0
        lengths = self._lengths[current.first : current.last + 1]
        past = sum(lengths[: self._index - current.first]) + self._elapsed
        share = min(1.0, past / sum(lengths)) if sum(lengths) else 0.0
        return EDGE + current.x + share * current.width

    # --- what a shape is called ----------------------------------------------------------------------------------

    def label_at(self, x: float) -> str:
        """What stands at `x`, in words and with its length."""
        for segment in self._segments:
            if segment.x - 2 <= x - EDGE <= segment.x + segment.width + 2:
                return self._words(segment)
        return ""

    def _words(self, segment: Segment) -> str:
        interval = self._intervals[segment.first]
        title = self._titles.get(interval.exercise or "", "")
        length = clock(sum(self._lengths[segment.first : segment.last + 1]))
        parts = [title if segment.kind == "work" else interval.text or words.interval_name(interval)]
        if segment.kind == "work" and interval.sets and interval.sets > 1 and segment.first == segment.last:
            parts.append(set_of(interval, words.LANGUAGE))
        parts.append(self.tr("skipped") if self.fate(segment) == "skipped" else length)
        return comma_list(parts, words.LANGUAGE)

    def fate(self, segment: Segment) -> Fate:
        """What became of a shape. Several sets in one are done where none was skipped, partly where some were."""
        if segment.last >= self._index:
            return "to-come"
        inside = range(segment.first, segment.last + 1)
        work = [index for index in inside if self._intervals[index].kind == "work"] or list(inside)
        done = [self._outcomes.get(index) in DONE for index in work]
        return "done" if all(done) else "partly" if any(done) else "skipped"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tell_tip(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._tell_tip(event)

    def _tell_tip(self, event: QMouseEvent) -> None:
        """What stands under the pointer, at once: a finger cannot hover."""
        QToolTip.showText(event.globalPosition().toPoint(), self.label_at(meant(self, event.position()).x()), self)

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current, asked = self._current(), seen(self, event.rect())
        self._needle_x = self._needle()
        for segment in self._segments:
            box = self._box(segment, 0).adjusted(-_BESIDE, 0, _BESIDE, 0)
            if segment is not current and box.left() <= asked.right() and box.right() >= asked.left():
                self._paint_segment(painter, segment, self.fate(segment))
        if current is not None:
            self._paint_current(painter, current)
        if asked.bottom() >= _LABELS_FROM:
            self._paint_labels(painter)

    def _box(self, segment: Segment, high: float) -> QRectF:
        return QRectF(EDGE + segment.x, _ROW / 2 + 4 - high / 2, segment.width, high)

    def _paint_segment(self, painter: QPainter, segment: Segment, fate: Fate) -> None:
        theme = self._look.theme
        is_past = fate in ("done", "partly")
        quiet = theme.pine if is_past else theme.edge
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(quiet)
        if segment.kind == "work":
            self._paint_work(painter, self._box(segment, _HIGH), fate)
        elif segment.kind == "rest":
            box = self._box(segment, 10).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.setPen(QPen(quiet, 1.5))
            painter.setBrush(theme.pine if is_past else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4.2, 4.2)
        elif segment.kind in ("prepare", "say"):
            painter.setBrush({"to-come": theme.pmid, "skipped": theme.edge}.get(fate, theme.pine))
            painter.drawRoundedRect(self._box(segment, 6), 3, 3)
        elif segment.kind == "between":
            painter.drawEllipse(self._box(segment, 0).center(), 3.25, 3.25)
        else:
            painter.drawPolygon(_diamond(self._box(segment, 0).center(), 4.5))

    def _paint_work(self, painter: QPainter, box: QRectF, fate: Fate) -> None:
        theme = self._look.theme
        radius = min(sizes.BOX_RADIUS, box.width() / 2)
        mark = QRectF(box.center().x() - 9, box.center().y() - 9, 18, 18)
        if fate == "skipped":
            painter.setPen(QPen(theme.edge, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius - 0.75, radius - 0.75)
        else:
            painter.setBrush(theme.pmid if fate == "to-come" else theme.pine)
            painter.drawRoundedRect(box, radius, radius)
        if fate != "to-come" and box.width() >= 20:
            icon, tone = ("check", theme.onpine) if fate == "done" else ("minus", theme.ink2)
            paint_icon(painter, icon, mark, theme.onpine if fate == "partly" else tone, 2.4)

    def _paint_current(self, painter: QPainter, segment: Segment) -> None:
        theme = self._look.theme
        high = _CURRENT_HIGH if segment.kind == "work" else 18.0
        outer = self._box(segment, high)
        if outer.width() < 10:
            outer = QRectF(outer.center().x() - 5, outer.y(), 10, high)
        box = outer.adjusted(1.25, 1.25, -1.25, -1.25)
        shape = QPainterPath()
        radius = min(8.0, box.width() / 2, box.height() / 2)
        shape.addRoundedRect(box, radius, radius)
        tone, ground = (theme.edge, theme.track) if self._is_still else (theme.accent, theme.asoft)
        painter.fillPath(shape, ground)
        painter.save()
        painter.setClipRect(QRectF(outer.x(), outer.y(), self._needle_x - outer.x(), outer.height()))
        painter.fillPath(shape, tone)
        painter.restore()
        painter.setPen(QPen(tone, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        middle = _ROW / 2 + 4
        painter.setPen(QPen(theme.ink, 2.5))
        x = self._needle_x
        painter.drawLine(QPointF(x, middle - 22), QPointF(x, middle + 21))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink)
        painter.drawPolygon(QPolygonF([QPointF(x - 6, 1), QPointF(x + 6, 1), QPointF(x, 9)]))

    def _paint_labels(self, painter: QPainter) -> None:
        theme = self._look.theme
        current = next((group for group in self._groups if self._is_current(group)), None)
        taken = self._label(current, is_current=True)[1:] if current is not None else None
        for group in self._groups:
            is_current = group is current
            if not is_current and (self.only_current_label or group.width < _SMALLEST_LABEL):
                continue
            text, x, wide = self._label(group, is_current=is_current)
            if taken and not is_current and taken[0] - _LABEL_GAP - wide < x < sum(taken) + _LABEL_GAP:
                continue
            font = self._label_font(is_current=is_current)
            painter.setFont(font)
            painter.setPen(theme.ink if is_current else theme.ink2)
            write_at(painter, QPointF(x, _ROW + 6 + QFontMetricsF(font).ascent()), text)

    def _label_font(self, *, is_current: bool) -> QFont:
        return self._look.font(SMALL.heavy if is_current else SMALL)

    def _label(self, group: Group, *, is_current: bool) -> tuple[str, float, float]:
        """What stands below a group, where it begins, how wide it is. The current one may be wider than its group."""
        room = max(group.width + 6, _LEAST_CURRENT) if is_current else group.width + 6
        room = self.width() - 2 * EDGE if self.only_current_label else room
        metrics = QFontMetricsF(self._label_font(is_current=is_current))
        text = metrics.elidedText(self._titles.get(group.exercise, ""), Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(text)
        x = EDGE + group.x + (group.width - wide) / 2
        return text, min(max(EDGE - 1, x), self.width() - EDGE + 1 - wide), wide

    def _is_current(self, group: Group) -> bool:
        """Its own intervals, and the change-over that leads to it."""
        if group.first <= self._index <= group.last:
            return True
        interval = self._intervals[self._index] if self._index < len(self._intervals) else None
        return (
            interval is not None
            and interval.kind != "work"
            and self._index < group.first
            and all(self._intervals[i].kind != "work" for i in range(self._index, group.first))
        )


def _diamond(middle: QPointF, half: float) -> QPolygonF:
    x, y = middle.x(), middle.y()
    return QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
