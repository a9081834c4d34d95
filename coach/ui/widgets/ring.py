"""The ring: an arc that tells how much, a number in it, a word below, and what the number counts above."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look.mirror import painter_of, seen_box, upright, write_at
from coach.ui.look.theme import Look
from coach.ui.look.typography import LEAST_PX, RING_NUMBER, RING_WORD, RING_WORD_SHARE, TextStyle
from coach.ui.widgets.fit import line_font
from coach.ui.widgets.role import be_picture
from coach.values import dataclass

_SIXTEENTHS = 16  # Qt counts angles in sixteenths of a degree
_CAP_SHARE = 0.72  # of a type size: how high its capitals stand
_SMALLEST = 9  # pixels, whatever the text size: a word must stay inside its ring
_TOP = 90 * _SIXTEENTHS
_A_PIECE = 0.05  # of the whole turn: a longer move of the arc's end is painted with all of it
_NEAR = 0.2  # of the whole turn: where more than that on either side of its end is asked for, all of it is painted
_PICTURE = 248  # pixels of the ring whose number the scale of type has


class Ring(QWidget):
    """An arc of `share` (0 to 1) from 12 o'clock, clockwise, around `number` and `word`.

    Where the word names something shorter than the number counts, `count` belongs to the word (Hold 3) and `over`,
    above the number, says what that one is (left). Standing still it has no ember: that means now.
    `diameter` and `thickness` are pixels; `number` is the style of the number, at text size 1. It shows what it is told
    and keeps no time; it repaints only when something visible changed.
    """

    def __init__(
        self,
        look: Look,
        diameter: int = 248,
        thickness: int = 20,
        number: TextStyle = RING_NUMBER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        be_picture(self)
        self._look = look
        self._thickness = thickness
        self._number_style = number
        self._share = 0.0
        self._number = ""
        self._word = ""
        self._count = ""
        self._over = ""
        self._is_still = False
        self._texts_of = 0
        self._is_bare = False
        self._texts_in = QRegion()  # where they were painted last
        # where the arc's end moved last, and the piece of the ring in there
        self._end: tuple[QRect, tuple[float, float]] | None = None
        self.set_diameter(diameter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_diameter(self, diameter: int, thickness: int | None = None) -> None:
        """Another size; what is not given keeps its proportion to the diameter."""
        old = getattr(self, "_diameter", diameter)
        self._diameter, self._texts_of, self._end = diameter, 0, None
        self._thickness = thickness if thickness is not None else round(self._thickness * diameter / old)
        self._number_style = self._number_style.sized(round(self._number_style.px * diameter / old))
        self.setFixedSize(diameter, diameter)
        self.update()

    def set_texts(self, diameter: int) -> None:
        """Write as in a ring of this diameter, which at a large text size may be smaller than the ring is."""
        self._texts_of = diameter
        self.update()

    def set_bare(self, *, is_bare: bool) -> None:
        """Whether only the number stands in it: somebody else shows the words beside it."""
        self._is_bare = is_bare
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    @property
    def number(self) -> str:
        """What stands in the middle."""
        return self._number

    @property
    def word(self) -> str:
        """What stands below the number."""
        return self._word

    @property
    def count(self) -> str:
        """What the word counts."""
        return self._count

    @property
    def over(self) -> str:
        """What stands above the number."""
        return self._over

    @property
    def is_still(self) -> bool:
        """Whether it stands still, without an ember."""
        return self._is_still

    @property
    def share(self) -> float:
        """How far round the arc goes, 0 to 1."""
        return self._share

    def tell(
        self,
        share: float,
        number: str,
        word: str = "",
        count: str = "",
        over: str = "",
        *,
        is_still: bool = False,
        told: str = "",
    ) -> None:
        """Show this; the arc moves in steps of a third of a pixel. `told` is the number with its unit, for who hears
        it; alone it changes nothing.
        """
        share = min(1.0, max(0.0, share))
        step = 1 / (3.1416 * self._diameter * 3)
        texts = number, word, count, over, is_still
        texts_changed = texts != (self._number, self._word, self._count, self._over, self._is_still)
        moved = abs(share - self._share) >= step or (share in (0.0, 1.0) and share != self._share)
        if not texts_changed and not moved:
            return
        moved_from, self._share = self._share, share
        self._number, self._word, self._count, self._over, self._is_still = texts
        if texts_changed:
            self._end = None
            self.setAccessibleName(" ".join(part for part in (told or number, over, word, count) if part))
            self.update()
        else:
            self.update(self._moved(moved_from, share))

    def _moved(self, before: float, share: float) -> QRect:
        """Where the arc is not as it was: all of it, or round its end."""
        self._end = None
        if abs(share - before) > _A_PIECE or before in (0.0, 1.0) or share in (0.0, 1.0):
            return self.rect()
        half = self._thickness / 2
        radius, middle = self._diameter / 2 - half, self._diameter / 2
        turn, turned = math.tau * before, math.tau * share
        x, to_x = middle + radius * math.sin(turn), middle + radius * math.sin(turned)
        y, to_y = middle - radius * math.cos(turn), middle - radius * math.cos(turned)
        around = half + 2 + radius * (1 - math.cos(math.pi * _A_PIECE))
        left, right = (x, to_x) if x < to_x else (to_x, x)
        top, bottom = (y, to_y) if y < to_y else (to_y, y)
        left, top = math.floor(left - around), math.floor(top - around)
        box = QRect(left, top, math.ceil(right + around) - left, math.ceil(bottom + around) - top)
        # no point of the box is further from an end than this, and none of the ring is nearer to the middle
        far = math.hypot(box.width(), box.height())
        beyond = math.asin(min(1.0, far / 2 / max(1.0, radius - half))) / math.pi
        first, last = min(before, share) - beyond, max(before, share) + beyond
        if beyond < _NEAR:
            self._end = box, (first, last)
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, asked = QRectF(self.rect()), event.rect()
        if self._end is not None and self._end[0].contains(asked) and not self._texts_in.intersects(asked):
            paint_ring_piece(painter, self._look, box, self._thickness, self._share, self._end[1], self._is_still)
            return
        paint_ring(painter, self._look, box, self._thickness, self._share, is_still=self._is_still)
        if asked != self.rect() and not event.region().intersects(self._texts_in):
            return
        texts = RingTexts(self._number)
        if not self._is_bare:
            texts = RingTexts(self._number, self._word, self._count, self._over)
        inner = self._diameter - 2 * self._thickness
        number = self._number_style
        if self._texts_of:
            number = RING_NUMBER.sized(round(RING_NUMBER.px * self._texts_of / _PICTURE))
        word = word_style(self._texts_of or self._diameter)
        boxes = paint_ring_texts(
            painter, self._look, QRectF(self.rect()), inner, texts, number, word, is_still=self._is_still
        )
        self._texts_in = QRegion()
        for box in boxes:
            self._texts_in += seen_box(self, box).toAlignedRect()


def word_style(diameter: int) -> TextStyle:
    """Of the words in a ring of so many pixels."""
    return RING_WORD.sized(max(LEAST_PX, round(diameter * RING_WORD_SHARE)))


@dataclass(frozen=True, slots=True)
class RingTexts:
    """What stands in a ring; `count` belongs to `word`, `over` says what `number` is."""

    number: str
    word: str = ""
    count: str = ""
    over: str = ""


def paint_ring_texts(  # a ring's texts in both of its sizes
    painter: QPainter,
    look: Look,
    box: QRectF,
    inner: float,
    texts: RingTexts,
    number_style: TextStyle,
    words_style: TextStyle,
    *,
    is_still: bool,
) -> list[QRectF]:
    """The number in the middle of `box`, whose ring is `inner` wide inside; the word and its count below it, what it is
    above it. Returns where each of them stands.
    """
    theme, middle = look.theme, box.center()
    number = line_font(look, texts.number, number_style, inner * 0.86)
    cap = QFontMetricsF(number).capHeight()
    said = f"{texts.word} {texts.count}".strip()
    gap = words_style.px * 0.9
    room = inner * 0.8 if not texts.over else _across(inner, cap / 2 + gap + _CAP_SHARE * words_style.px * look.scale)
    smallest = max(4, round(_SMALLEST / look.scale))
    word = line_font(look, said, words_style, room, smallest=smallest)
    word_cap = QFontMetricsF(word).capHeight()
    block = cap + (gap + word_cap if said else 0)
    base = middle.y() - block / 2 + cap if not texts.over else middle.y() + cap / 2
    painter.setPen(theme.ink2 if is_still else theme.ink)
    boxes = [_centred(painter, number, texts.number, middle.x(), base)]
    painter.setPen(theme.ink if texts.count else theme.ink2)
    boxes.append(_centred(painter, word, said, middle.x(), base + gap + word_cap))
    if texts.over:
        over = line_font(look, texts.over, words_style.medium, room, smallest=smallest)
        painter.setPen(theme.ink2)
        boxes.append(_centred(painter, over, texts.over, middle.x(), base - cap - gap))
    return boxes


def _across(inner: float, off: float) -> float:
    """How wide a line may be that ends `off` pixels from the middle of a circle `inner` wide."""
    return 1.9 * math.sqrt(max(0.0, (inner / 2) ** 2 - off**2))


def _centred(painter: QPainter, font: QFont, text: str, x: float, y: float) -> QRectF:
    """Write it, and tell where it stands."""
    metrics = QFontMetricsF(font)
    wide = metrics.horizontalAdvance(text)
    start = QPointF(round(x - wide / 2), round(y))
    painter.setFont(font)
    write_at(painter, start, text)
    return QRectF(start.x() - 1, start.y() - metrics.ascent(), wide + 2, metrics.height())


def paint_ring_piece(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    thickness: float,
    share: float,
    between: tuple[float, float],
    is_still: bool,
) -> None:
    """As `paint_ring`, but only what lies `between` two shares, for who is asked for no more than that: the whole
    circle with every frame took most of the time of a ring that moves.
    """
    half = thickness / 2
    circle, (first, last) = rect.adjusted(half, half, -half, -half), between
    tone, round_end = _tone(look, is_still), half / max(1.0, circle.width() / 2) / math.tau
    arcs = [(look.theme.track, first, last), (tone, max(0.0, first), share)]
    if last >= 1 - round_end:  # the arc's beginning lies in there, too
        arcs.append((tone, 0.0, max(0.001, last - 1)))
    pen = QPen(look.theme.track, thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    with upright(painter, circle):
        for colour, begin, end in arcs:
            pen.setColor(colour)
            painter.setPen(pen)
            painter.drawArc(circle, _TOP - round(begin * 360 * _SIXTEENTHS), -round((end - begin) * 360 * _SIXTEENTHS))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)


def _tone(look: Look, is_still: bool) -> QColor:
    """What stands still has no ember."""
    return look.theme.edge if is_still else look.theme.accent


def paint_ring(  # everything that a ring may be
    painter: QPainter,
    look: Look,
    rect: QRectF,
    thickness: float,
    share: float,
    track: QColor | None = None,
    *,
    is_still: bool = False,
) -> None:
    """The track and its arc inside `rect`, with round caps. `track` takes the place of the token on a darker ground.

    What stands still has no ember.
    """
    half = thickness / 2
    circle = rect.adjusted(half, half, -half, -half)
    pen = QPen(track or look.theme.track, thickness)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if share <= 0:
        return
    pen.setColor(_tone(look, is_still))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if share >= 1:
        painter.drawEllipse(circle)
    else:
        with upright(painter, circle):  # clockwise, as a clock runs everywhere
            painter.drawArc(circle, _TOP, -round(share * 360 * _SIXTEENTHS))
