"""Which cards of a gallery stand in which row, and where the rows are: measured ones as they are, others as one thinks.

Nothing here knows Qt: it is arithmetic, and as quick for a thousand cards as for ten.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import accumulate

from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """The card `number`, from the column `column` on, over `span` columns."""

    number: int
    column: int
    span: int


Row = tuple[Cell, ...]


def rows_of(spans: Iterable[int], columns: int) -> list[Row]:
    """The cards row by row. Where one does not fit any more, the next that does stands there, so that no row has a
    hole; one that is wider than all takes a row.
    """
    waiting: dict[int, deque[int]] = {}
    for number, span in enumerate(spans):
        waiting.setdefault(min(span, columns), deque()).append(number)
    rows: list[Row] = []
    while waiting:
        row, column = [], 0
        while fitting := [span for span in waiting if column + span <= columns]:
            span = min(fitting, key=lambda each: waiting[each][0])
            row.append(Cell(waiting[span].popleft(), column, span))
            column += span
            if not waiting[span]:
                del waiting[span]
        rows.append(tuple(row))
    return rows


class Rows:
    """The rows of cards with these `spans`, `gap` pixels apart. One that was not measured is taken to be as high as the
    first that was of those that hold the like, else as any other; `guess` before there is one.
    """

    def __init__(self, spans: Sequence[int], columns: int, gap: int, guess: int) -> None:
        self.rows = rows_of(spans, columns)
        self.columns, self._gap, self._guess = columns, gap, guess
        self._row_of = {cell.number: place for place, row in enumerate(self.rows) for cell in row}
        self._high: dict[int, int] = {}
        self._alike: dict[tuple[int, ...], int] = {}
        self._tops: list[int] | None = None

    def row_of(self, number: int) -> int:
        """The row in which a card stands."""
        return self._row_of[number]

    def tell(self, row: int, height: int) -> None:
        """A row was measured, pixels."""
        if self._high.get(row) != height:
            self._high[row] = height
            self._alike.setdefault(self._kind(row), height)
            self._tops = None

    def height(self, row: int) -> int:
        """How high a row is, or is thought to be."""
        if row in self._high:
            return self._high[row]
        alike = self._alike.get(self._kind(row))
        return self.typical if alike is None else alike

    @property
    def typical(self) -> int:
        """What a row is that was not measured."""
        return next(iter(self._alike.values()), self._guess)

    def top(self, row: int) -> int:
        """Where a row begins, from the gallery's own top."""
        return self._all_tops()[row]

    @property
    def total(self) -> int:
        """How high all of it is."""
        return max(0, self._all_tops()[-1] - self._gap)

    def between(self, top: int, bottom: int) -> range:
        """The rows of which something lies from `top` to `bottom`."""
        tops = self._all_tops()[:-1]
        first = max(0, bisect_right(tops, top) - 1)
        if tops and tops[first] + self.height(first) <= top:  # in the gap below it
            first += 1
        return range(first, bisect_left(tops, bottom))

    def _kind(self, row: int) -> tuple[int, ...]:
        return tuple(cell.span for cell in self.rows[row])

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            highs = (self.height(row) + self._gap for row in range(len(self.rows)))
            self._tops = [0, *accumulate(highs)]
        return self._tops
