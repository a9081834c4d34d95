"""The type scale: every style of text that the window has, once. Nobody else writes a size beside a weight.

Sizes are pixels at text size 1. Manrope's weights: 500 is plain; what stands out in a line is `semibold`, `bold` or
`heavy`. Below 12 pixels nothing is written that a person has to read.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from coach.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class TextStyle:
    """`px` pixels at text size 1, `weight` on the font's axis, `tracking` in em between letters."""

    px: float
    weight: int = 500
    tracking: float = 0.0

    @property
    def medium(self) -> TextStyle:
        """The same at weight 500."""
        return replace(self, weight=500)

    @property
    def semibold(self) -> TextStyle:
        """The same at weight 600."""
        return replace(self, weight=600)

    @property
    def bold(self) -> TextStyle:
        """The same at weight 700."""
        return replace(self, weight=700)

    @property
    def heavy(self) -> TextStyle:
        """The same at weight 800."""
        return replace(self, weight=800)

    def sized(self, px: float) -> TextStyle:
        """The same at a size that was computed: of what grows with the window, or shrinks until it fits."""
        return replace(self, px=px)

    @property
    def line_height(self) -> float:
        """Pixels from one line to the next, at text size 1."""
        return line_height(self.px)


def ladder(style: TextStyle, *smaller: float) -> tuple[TextStyle, ...]:
    """A style and the sizes it may shrink to, largest first: for text that has to fit into the room there is."""
    return style, *(style.sized(px) for px in smaller)


# --- the scale, from small to large ----------------------------------------------------------------------------------

LEAST_PX = 12
"""What a line may shrink to and still be read at arm's length."""

LABEL = TextStyle(12, 600)
"""What stands at a chart, below an icon, on a key's cap."""

SMALL = TextStyle(13)
"""Facts, notes and captions; semibold on chips and beside times."""

OVERLINE = SMALL.bold
"""The line above a title that says what kind of thing it is."""

CONTROL = TextStyle(14, 600)
"""Words on what is chosen from: segments, steps of the test, the areas of the body."""

BODY = TextStyle(15)
"""Everything that is read in sentences; bold on buttons and for the name of a row."""

CLOCK = TextStyle(16)
"""How much of a session is left; its figures are heavy."""

HEADING = TextStyle(16, 700)
"""The heading of a card, and of a part within it."""

LEAD = TextStyle(17)
"""A sentence that stands below a hero."""

SUBTITLE = LEAD.semibold
SUBTITLE_NARROW = SUBTITLE.sized(14)
"""What is said below the name in a session, and where the window is narrow."""

LARGE = TextStyle(20, 700)
"""A sentence that stands alone, a value that is looked for."""

ACTION = TextStyle(20, 700, -0.01)
"""On the largest things to press: Start, the answers at the wall."""

SECTION = TextStyle(20, 700, -0.015)
"""The heading of a part of a page."""

MESSAGE = TextStyle(22, 800, -0.02)
"""What a nudge says."""

ADVICE = TextStyle(24, 800, -0.02)
"""What the answers to the safety questions come to."""

CARD_TITLE = TextStyle(24, 800, -0.025)
CARD_HERO = TextStyle(30, 800, -0.025)
"""The title of a card that stands among others, and of one that is the page."""

PAGE_TITLE = TextStyle(32, 800, -0.025)
"""What a page is called; a number that is the news."""

HERO = TextStyle(40, 800, -0.03)
HERO_NARROW = HERO.sized(28)
"""The one thing that a page is about, the name of what is exercised; where the window is low, or narrow."""

WELCOME = TextStyle(44, 800, -0.035)
"""What is said first of all."""

# --- what fits itself into the room there is -------------------------------------------------------------------------

RING_NUMBER = TextStyle(92, 800, -0.05)
RING_NUMBER_BESIDE = RING_NUMBER.sized(30)
RING_NUMBER_TILE = RING_NUMBER.sized(28)
"""In the ring of a session, in one beside what was measured, and in a tile's. Other sizes keep the proportion."""

RING_WORD = TextStyle(17, 600)
RING_WORD_SHARE = 0.07
"""Below the number: what it counts, this share of the ring's diameter."""

CAPTION = ladder(TextStyle(22, 700), 20, 18, 17, 16, 15, 14, 13, 12)
"""The sentence that is being said, on its plate."""

_ON_STAGE_PX = (24, 22, 20, 18, 16, 15, 14, 13, 12, 11)
STEP = ladder(TextStyle(26, 600, -0.01), *_ON_STAGE_PX)
SENTENCE = ladder(TextStyle(26, 600), *_ON_STAGE_PX)
SENTENCE_UNDER_TITLE = SENTENCE[4:]
"""What stands on the stage in place of a figure: steps, or sentences, which stay below their title's size."""

SCENE_TITLE = ladder(HERO, 36, 32, 28, 24, 20, 18, 16, 14)
"""The title above them."""

READING_HEADINGS = (TextStyle(24, 700), LARGE, HEADING)
READING_LINE_PX = 25
"""In a lesson: headings of the first three levels, and the lines of the text, a little looser than a sentence's."""

# --- the room view: everything at the measures of its picture, 1180 x 760, times one factor --------------------------


@dataclass(frozen=True, slots=True)
class RoomStyle:
    """The style at its largest, the pixels that it may shrink to, and the height of a line in sizes."""

    largest: TextStyle
    least_px: float
    leading: float


ROOM_NAME = RoomStyle(TextStyle(184, 800, -0.05), least_px=48, leading=0.95)
ROOM_CAPTION = RoomStyle(TextStyle(56, 700, -0.01), least_px=20, leading=1.2)
ROOM_NUMBER = RING_NUMBER.sized(240)
ROOM_WORD = RING_WORD.sized(46)
ROOM_PART = TextStyle(30, 700)
ROOM_ACTION = TextStyle(34, 800)
"""To be read from four metres: what is done, what is said, the ring's number and word, the part of the session, and
what to press."""

# What asks at the wall stands in the room view's own enlargement of the scale above (pages/walltest/room_look.py),
# 1.7 times at its picture's measures: 56 here is 95 there.
ROOM_QUESTION = ladder(TextStyle(56, 800, -0.03), 50, 45, 40, 36, 32, 28, 25, 22)
ROOM_ASK = TextStyle(23, 700, -0.01)
ROOM_ANSWER = TextStyle(26, 800, -0.015)
"""The point or place that is asked about, what is asked of it, and each of its answers."""


# --- line heights ----------------------------------------------------------------------------------------------------

# Line height by size, in pixels; between two sizes it is interpolated.
_LEADING = (
    (12, 16), (13, 20), (14, 21), (15, 24), (16, 24), (20, 28), (22, 30), (24, 30), (30, 36),
    (32, 40), (40, 46), (44, 50), (56, 66), (92, 92), (184, 150), (240, 206),
)  # fmt: skip


@cache
def line_height(px: float) -> float:
    """The height of a line of text of `px` pixels, in pixels."""
    sizes = [size for size, _ in _LEADING]
    place = bisect_left(sizes, px)
    if place == 0:
        return px * _LEADING[0][1] / _LEADING[0][0]
    if place == len(sizes):
        return px * _LEADING[-1][1] / _LEADING[-1][0]
    (low, below), (high, above) = _LEADING[place - 1], _LEADING[place]
    return below + (above - below) * (px - low) / (high - low)
