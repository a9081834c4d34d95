"""Lays a sheet out on pages: what belongs together stays together; only what is longer than a page is broken, between
two lines. Nothing is painted before all pages are known, so that each can say of how many it is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from coach.ui.look.mirror import begin_of, upright
from coach.values import dataclass, field

Draw = Callable[[QPainter, float], None]
"""Paints with its upper edge at the given y."""


class TextBlock:
    """Text broken into lines of `width` dots; each line can be painted on its own, as text that can be selected.

    Its x is where its lines begin, on a page that is read from the right (`from_right`) as on any other.
    """

    def __init__(self, text: str, font: QFont, colour: QColor, width: float, *, from_right: bool = False) -> None:
        self.colour = colour
        self._width = width
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        if from_right:
            option.setTextDirection(begin_of(text))
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self.height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    def line_height(self, number: int) -> float:
        """The height of a line, counted from 0."""
        return self._layout.lineAt(number).height()

    def line_width(self) -> float:
        """Of the longest line."""
        return max((self._layout.lineAt(number).naturalTextWidth() for number in range(self.lines)), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """All lines, from `x` on, the first one's upper edge at `y`."""
        painter.setPen(self.colour)
        with self._readable(painter, x) as left:
            self._layout.draw(painter, QPointF(left, y))

    def draw_line(self, painter: QPainter, number: int, x: float, y: float) -> None:
        """One line, counted from 0, from `x` on, its upper edge at `y`."""
        painter.setPen(self.colour)
        line = self._layout.lineAt(number)
        with self._readable(painter, x) as left:
            line.draw(painter, QPointF(left, y - line.y()))

    @contextmanager
    def _readable(self, painter: QPainter, x: float) -> Iterator[float]:
        """Where its left edge is; on a mirrored page letters are none of the mirror's."""
        with upright(painter, QRectF(x, 0, self._width, 1)):
            yield x


@dataclass
class Pages:
    """`put` stacks drawings from top to bottom, `keep` begins a new page where so much does not fit any more."""

    height: float
    pages: list[list[tuple[float, Draw]]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    def keep(self, height: float) -> None:
        """Go on on a new page where `height` has no room on this one."""
        if self.y > 0 and self.y + height > self.height:
            self.pages.append([])
            self.y = 0.0

    def put(self, height: float, draw: Draw) -> None:
        """Have `draw` called for the next `height`, on this page or a new one."""
        self.keep(height)
        self.pages[-1].append((self.y, draw))
        self.y += height

    def space(self, height: float) -> None:
        """Leave `height` free."""
        self.y += height

    def write(self, words: TextBlock, x: float = 0.0) -> None:
        """Line by line, so that what is longer than the page goes on on the next one."""
        for number in range(words.lines):
            self.put(words.line_height(number), _line(words, number, x))


def _line(words: TextBlock, number: int, x: float) -> Draw:
    return lambda painter, y: words.draw_line(painter, number, x, y)
