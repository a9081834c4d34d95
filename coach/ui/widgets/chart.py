"""Graphs, drawn by pyqtgraph, which is loaded once the first of them is on the screen. A table says the same."""

from __future__ import annotations

import math
import sys
import threading
from collections.abc import Sequence
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainterPath, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.ui.look.theme import Look
from coach.ui.look.typography import HEADING, LABEL
from coach.ui.widgets.role import be_picture
from coach.ui.words.common import LANGUAGE
from coach.values import dataclass
from coach.words import numbers

if TYPE_CHECKING:
    from pyqtgraph import PlotWidget

_HIGH = 168  # pixels, at text size 1
_STEPS = 12  # of a curve between two points
_DOTTED = 40  # so many points at most have a ring each


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a place of an axis."""

    at: float
    word: str


def loaded() -> ModuleType:
    """pyqtgraph, without what it does to the program that loads it: hooks for errors, and a sweep at the end."""
    hooks = sys.excepthook, threading.excepthook
    import pyqtgraph

    sys.excepthook, threading.excepthook = hooks
    pyqtgraph.setConfigOptions(antialias=True, exitCleanup=False)
    module: ModuleType = pyqtgraph
    return module


class Chart(QWidget):
    """What graphs share: a plot that only shows. `name` is what a screen reader is told of it, `told` what it says."""

    def __init__(self, look: Look, name: str, told: str = "") -> None:
        super().__init__()
        be_picture(self)
        self._look = look
        self._plot: PlotWidget | None = None
        self._marks: tuple[Sequence[Mark], Sequence[Mark]] = (), ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self.setAccessibleDescription(told)
        look.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(_HIGH))

    @property
    def is_drawn(self) -> bool:
        """Whether the graph stands there."""
        return self._plot is not None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._plot is not None:
            return
        if "pyqtgraph" in sys.modules:
            self.draw()
        else:  # the page comes first: loading it takes a quarter of a second
            QTimer.singleShot(0, self, self.draw)

    def draw(self) -> None:
        """Draw it now, unless it stands there."""
        if self._plot is not None:
            return
        self._plot = plot = loaded().PlotWidget(background=self._look.theme.card)
        plot.setFrameShape(plot.Shape.NoFrame)
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(x=False, y=False)
        plot.hideButtons()
        plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (plot, plot.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.getPlotItem().setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(plot)
        self.paint(plot)

    def paint(self, plot: PlotWidget) -> None:
        """Put into the plot what is to be seen."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._plot is not None and event.oldSize().width() != event.size().width():
            self.axes(self._plot, *self._marks)

    def _renew(self) -> None:
        self.updateGeometry()
        if self._plot is not None:
            plot, self._plot = self._plot, None
            self._column.removeWidget(plot)
            plot.hide()
            plot.deleteLater()
            self.draw()

    # --- pieces

    def scale(self, plot: PlotWidget, across: tuple[float, float], up: tuple[float, float]) -> None:
        """What is seen: from where to where, time as one reads."""
        plot.getViewBox().invertX(self.isRightToLeft())
        plot.setXRange(*across, padding=0)
        plot.setYRange(*up, padding=0)

    def axes(self, plot: PlotWidget, across: Sequence[Mark], up: Sequence[Mark]) -> None:
        """Words below and at the left, without lines; of those below as many as have room, the ends first."""
        pg = loaded()
        self._marks = across, up
        low, high = plot.viewRange()[0]
        kept = self._with_room(across, (self.width() - self._look.px(40)) / max(1e-9, high - low))
        for side, marks in (("left", up), ("bottom", kept)):
            axis = plot.getAxis(side)
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(pg.mkPen(self._look.theme.ink2))
            axis.setStyle(
                tickFont=self._look.font(LABEL, tabular=True),
                tickLength=0,
                tickTextOffset=6,
                hideOverlappingLabels=False,
            )
            axis.setTicks([[(mark.at, mark.word) for mark in marks]])
        plot.getAxis("left").setWidth(self._look.px(30))
        plot.getAxis("bottom").setHeight(self._look.px(26))

    def _with_room(self, marks: Sequence[Mark], pixels: float) -> list[Mark]:
        metrics, gap = QFontMetricsF(self._look.font(LABEL, tabular=True)), self._look.px(10)
        kept: list[tuple[Mark, float]] = []
        for mark in (*marks[-1:], *marks[:1], *marks[1:-1]):
            reach = (metrics.horizontalAdvance(mark.word) + gap) / 2
            if all(abs(mark.at - one.at) * pixels >= reach + other for one, other in kept):
                kept.append((mark, reach))
        return [mark for mark, _ in kept]

    def level(self, plot: PlotWidget, at: float, token: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        """A line across, in a colour of the theme."""
        pg = loaded()
        colour = getattr(self._look.theme, token)
        plot.addItem(pg.InfiniteLine(at, angle=0, pen=pg.mkPen(colour, width=1, style=style)), ignoreBounds=True)


class Course(Chart):
    """How a measure went: points with a line through them, the last one filled and told."""

    def __init__(
        self,
        look: Look,
        name: str,
        told: str,
        points: Sequence[tuple[float, float]],
        across: Sequence[Mark],
        most: float,
        last: str,
    ) -> None:
        """`points` in the order of time, `across` a word for each, `most` what can be reached, `last` of the last."""
        super().__init__(look, name, told)
        self._points, self._across, self._most, self._last = points, across, max(1.0, most), last

    def paint(self, plot: PlotWidget) -> None:
        pg, theme = loaded(), self._look.theme
        first, last = self._points[0][0], self._points[-1][0]
        margin = max(last - first, 1.0) * 0.08
        self.scale(plot, (first - margin, last + margin), (0, self._most * 1.12))
        step = _step(self._most)
        levels = [step * number for number in range(int(self._most // step) + 1)]
        for level in levels:
            self.level(plot, level, "line")
        self.axes(plot, self._across, [Mark(level, numbers.number(level, LANGUAGE)) for level in levels])
        pen = pg.mkPen(theme.accent, width=self._look.px(3), cap=Qt.PenCapStyle.RoundCap)
        curve = smooth(self._points)
        fill = pg.mkColor(theme.accent)
        fill.setAlphaF(0.10)
        plot.plot([x for x, _ in curve], [y for _, y in curve], pen=pen, fillLevel=0, brush=fill)
        self._dot(plot)
        self._tell_last(plot)

    def _dot(self, plot: PlotWidget) -> None:
        """A ring for each point, as long as they are told apart; the last one is full."""
        pg, theme = loaded(), self._look.theme
        dotted = self._points if len(self._points) <= _DOTTED else self._points[-1:]
        plot.addItem(
            pg.ScatterPlotItem(
                [x for x, _ in dotted],
                [y for _, y in dotted],
                size=self._look.px(10),
                pen=pg.mkPen(theme.accent, width=2.5 * self._look.scale),
                brush=[*[pg.mkBrush(theme.card)] * (len(dotted) - 1), pg.mkBrush(theme.accent)],
            )
        )

    def _tell_last(self, plot: PlotWidget) -> None:
        """Beside the last point, on the side where there is room: above it unless it is near the top."""
        pg, (x, y) = loaded(), self._points[-1]
        below = y > self._most * 0.72
        word = pg.TextItem(self._last, color=self._look.theme.ink, anchor=(0.5, -0.25 if below else 1.25))
        word.setFont(self._look.font(HEADING, tabular=True))
        word.setPos(x, y)
        plot.addItem(word, ignoreBounds=True)


class Ratings(Chart):
    """Effort as bars and pain as dots over sessions, 0 to 10; up to `fine` the ground is tinted, `ends` is a line."""

    def __init__(
        self,
        look: Look,
        name: str,
        told: str,
        sessions: Sequence[tuple[int | None, int | None]],
        across: Sequence[Mark],
        fine: int,
        ends: int,
    ) -> None:
        """`sessions` are (effort, pain) in the order of time; `across` words at their numbers, from 0."""
        super().__init__(look, name, told)
        self._sessions, self._across, self._fine, self._ends = sessions, across, fine, ends

    def paint(self, plot: PlotWidget) -> None:
        pg, theme = loaded(), self._look.theme
        count = len(self._sessions)
        beside = max(count, 8) * 0.05  # half a date has room there
        self.scale(plot, (-beside, max(count, 8) - 1 + beside), (-0.6, 10.6))
        band = pg.LinearRegionItem(
            (-0.6, self._fine + 0.4), "horizontal", brush=theme.psoft, pen=pg.mkPen(None), movable=False
        )
        band.setZValue(-20)
        plot.addItem(band, ignoreBounds=True)
        self.level(plot, self._ends, "edge", Qt.PenStyle.DashLine)
        marks = [Mark(level, str(level)) for level in (0, self._fine, self._ends, 10)]
        self.axes(plot, self._across, marks)
        effort = [(x, told[0]) for x, told in enumerate(self._sessions) if told[0] is not None]
        pain = [(x, told[1]) for x, told in enumerate(self._sessions) if told[1] is not None]
        self._scatter(plot, effort, _bar(), 15, "ink")
        self._scatter(plot, pain, "o", 9, "accent")

    def _scatter(
        self, plot: PlotWidget, points: Sequence[tuple[int, int]], symbol: str | QPainterPath, size: float, token: str
    ) -> None:
        pg = loaded()
        plot.addItem(
            pg.ScatterPlotItem(
                [x for x, _ in points],
                [y for _, y in points],
                size=self._look.px(size),
                symbol=symbol,
                pen=pg.mkPen(self._look.theme.card, width=1),
                brush=getattr(self._look.theme, token),
            )
        )


def _bar() -> QPainterPath:
    """A flat bar, one wide."""
    bar = QPainterPath()
    bar.addRoundedRect(-0.5, -0.14, 1.0, 0.28, 0.12, 0.12)
    return bar


def _step(most: float) -> float:
    """From one word of the axis to the next: three or four of them."""
    return next(step for step in (1, 2, 5, 10, 20, 30, 60, 120, 300, math.inf) if most / step <= 4)


def smooth(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points of a curve through `points` that never goes beyond them (monotone cubics, Fritsch and Carlson 1980)."""
    if len(points) < 3 or any(right[0] <= left[0] for left, right in pairwise(points)):
        return list(points)
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    bends = [slopes[0], *(_bend(a, b) for a, b in pairwise(slopes)), slopes[-1]]
    curve: list[tuple[float, float]] = []
    for number, (start, end) in enumerate(pairwise(points)):
        wide = (end[0] - start[0]) / 3
        first = QPointF(start[0] + wide, start[1] + bends[number] * wide)
        second = QPointF(end[0] - wide, end[1] - bends[number + 1] * wide)
        path = QPainterPath(QPointF(*start))
        path.cubicTo(first, second, QPointF(*end))
        places = (path.pointAtPercent(step / _STEPS) for step in range(_STEPS))
        curve += [(place.x(), place.y()) for place in places]
    return [*curve, points[-1]]


def _bend(before: float, after: float) -> float:
    """The slope in a point between two others: none at a peak, else the harmonic mean."""
    return 2 * before * after / (before + after) if before * after > 0 else 0.0
