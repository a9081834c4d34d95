"""Where everything stands in the room view: the picture's measures times one factor."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF

from coach.values import dataclass

_WIDTH, _HEIGHT = 1180.0, 760.0  # the picture that the measures were taken from
_BESIDE_FIGURE = 332  # where words begin beside a figure, at the picture's measures
_WITHOUT_FIGURE = 64
_HALF = 0.51  # of the width, for a movement that is copied
_LEAVES = 0.25  # of the ring's side, to words twice as large: its number is the largest of all as it is; our choice
_FADES = 36
_FLOOR = 120  # the height of its band


@dataclass(frozen=True, slots=True)
class Places:
    """Of a room so many pixels wide and high. Where a movement `is_copied` its figure takes the left half and the name,
    the ring and what comes next stand one below the other at the right, under buttons that end `buttons_end` pixels
    below the window's edge; else the words stand in the middle, and where the person's `text_size` is larger the ring
    leaves them more room.
    """

    width: float
    height: float
    has_figure: bool = False
    is_copied: bool = False
    buttons_end: float = 0.0
    text_size: float = 1.0

    @property
    def factor(self) -> float:
        """By how much the picture is larger than the one that was measured."""
        return min(self.width / _WIDTH, self.height / _HEIGHT)

    @property
    def halves(self) -> bool:
        """Whether the figure has a half to itself."""
        return self.has_figure and self.is_copied

    @property
    def floor_y(self) -> float:
        """Where the floor begins."""
        return self.height - _FLOOR * self.factor

    @property
    def left(self) -> float:
        """Where words begin."""
        if self.halves:
            return self.width * _HALF
        return (_BESIDE_FIGURE if self.has_figure else _WITHOUT_FIGURE) * self.factor

    @property
    def right(self) -> float:
        """Where all of it ends."""
        return self.width - 28 * self.factor

    @property
    def ring(self) -> QRectF:
        """The ring's square."""
        factor = self.factor
        top = self.under.bottom() + 8 * factor if self.halves else 72 * factor
        wanted = 456 * factor * (1.0 if self.halves else 1 - _LEAVES * (self.text_size - 1))
        side = min(wanted, self.floor_y - top - (12 if self.halves else 24) * factor)
        middle = (top + self.floor_y) / 2
        x = (self.left + self.right - side) / 2 if self.halves else self.right - side
        return QRectF(x, middle - side / 2, side, side)

    @property
    def words(self) -> QRectF:
        """Where the name stands, and below it what is said; in halves the name alone."""
        factor = self.factor
        if self.halves:
            top = max(56 * factor, self.buttons_end)
            return QRectF(self.left, top, self.right - self.left, 128 * factor)
        return QRectF(self.left, 60 * factor, self.ring.left() - 24 * factor - self.left, self.floor_y - 84 * factor)

    @property
    def under(self) -> QRectF:
        """In halves: a line below the name."""
        words = self.words
        return QRectF(words.x(), words.bottom() + 18 * self.factor, words.width(), 40 * self.factor)

    @property
    def floor(self) -> QRectF:
        """In halves: where on the floor words may stand, beside the feet."""
        gap = 14 * self.factor
        return QRectF(self.left, self.floor_y + gap, self.right - self.left, _FLOOR * self.factor - 2 * gap)

    @property
    def figure(self) -> QRect:
        """Its feet stand on the floor; a wall behind it comes down from the window's edge. It reaches beyond its place
        at both sides, so that shadows beside the feet fade before their picture ends.
        """
        factor = self.factor
        ground = self.height - 44 * factor
        beyond = 0.0 if self.halves else _FADES * factor
        wide = self.left - 24 * factor + 2 * beyond
        return QRect(round(8 * factor - beyond), 0, round(wide), round(ground / 0.91))
