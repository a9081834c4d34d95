"""Where the parts of the session view stand, for any window and text size. Pure numbers, for tables to test."""

from __future__ import annotations

from coach.values import dataclass

NARROW = 960  # below this width: one line of controls, only the current label, a smaller ring
Box = tuple[int, int, int, int]  # x, y, width, height

_LEAST = 800, 560  # the smallest window in which all stands beside each other at text size 1
_LARGER = 860.0, 600.0  # the same for each larger one, times that
_RING_SHARE = 0.38  # of the width, at most: the words beside it need more


@dataclass(frozen=True, slots=True)
class Needs:
    """What the parts ask for, in pixels, at the text size in force."""

    top: int  # the bar above
    strip: int
    controls: int
    name: int  # one line of the exercise's name
    subtitle: int
    action: int  # height of the button under the ring, 0 where pips stand
    card: int  # the card "Next"


@dataclass(frozen=True, slots=True)
class Places:
    """Where each part stands, in pixels of the window."""

    top: Box
    stage: Box
    name: Box
    subtitle: Box
    ring: Box
    below_ring: Box  # pips or the action
    card: Box
    strip: Box | None  # None where there is no room: all it says stands elsewhere in words
    controls: Box
    ring_diameter: int


def arrange(width: int, height: int, needs: Needs) -> Places:
    """All places; none overlaps another, none leaves the window (checked down to 800 x 560)."""
    is_narrow = width < NARROW
    pad = 16 if is_narrow else 32
    gap = 12 if is_narrow else 20
    bottom = height - (12 if is_narrow else 19)
    controls = (pad, bottom - needs.controls, width - 2 * pad, needs.controls)
    upper = controls[1] - (8 if is_narrow else 18)
    top = (0, 0, width, needs.top)
    strip: Box | None = (pad, upper - needs.strip, width - 2 * pad, needs.strip)
    if upper - needs.strip - gap - needs.top < 0.42 * height:
        strip = None
    content_bottom = (strip[1] if strip else upper) - gap
    stage_top = needs.top + (4 if is_narrow else 8)
    stage_height = min(900, content_bottom - stage_top)
    inner = width - 2 * pad
    column_gap = 16 if is_narrow else 32
    stage_width = min(1200, round(inner * (0.56 if is_narrow else 0.617)))
    stage = (pad, stage_top + (content_bottom - stage_top - stage_height) // 2, stage_width, stage_height)
    x = pad + stage_width + column_gap
    column = (x, stage[1], width - pad - x, stage_height)
    return _column(top, stage, strip, controls, column, needs, is_narrow=is_narrow)


def is_roomy(width: int, height: int, scale: float) -> bool:
    """Whether all of a session fits into the window at text size `scale`; else what may be out of sight scrolls."""
    if scale <= 1.0:
        return width >= _LEAST[0] and height >= _LEAST[1]
    return width >= _LARGER[0] * scale and height >= _LARGER[1] * scale


@dataclass(frozen=True, slots=True)
class LargePlaces:
    """Where each part stands in a window that is small for its text, in pixels of it: all that must be seen is seen,
    and what `scrolls` is the rest.
    """

    top: Box
    words: Box  # of the name and the line below it; their height is known only to the text
    over_ring: Box  # of the words that stand in the ring where there is room, as high as they were said to be
    ring: Box
    under_ring: Box
    below_ring: Box
    scrolls: tuple[int, int]  # x and width; from the end of the words to `bottom`
    bottom: int
    controls: Box


def arrange_large(width: int, height: int, needs: Needs, ring: int, around: tuple[int, int] = (0, 0)) -> LargePlaces:
    """All places; `ring` is the diameter that its number wants, at the right of the words and of what scrolls; `around`
    is how high the words stand above it and below it.
    """
    is_narrow = width < NARROW
    pad, gap = (16, 12) if is_narrow else (32, 20)
    edge = height - (12 if is_narrow else 19)
    controls = (pad, edge - needs.controls, width - 2 * pad, needs.controls)
    bottom, top = controls[1] - gap, needs.top + 4
    below, (above, under) = needs.action or 20, around
    wide = max(80, min(ring, round((width - 2 * pad) * _RING_SHARE)))
    room = bottom - top - above - under - below - 8
    diameter = max(80, min(wide, room))
    x = width - pad - wide
    ring_top = top + above + max(0, room - diameter) // 2
    ring_box = (x + (wide - diameter) // 2, ring_top, diameter, diameter)
    ring_bottom = ring_top + diameter
    column = max(80, x - gap - pad)
    words = (pad, top, column, bottom - top)
    return LargePlaces(
        (0, 0, width, needs.top), words, (x, ring_top - above, wide, above), ring_box, (x, ring_bottom, wide, under),
        (x, ring_bottom + under + 8, wide, below), (pad, column), bottom, controls,
    )  # fmt: skip


def _column(  # the pieces that the result is made of
    top: Box, stage: Box, strip: Box | None, controls: Box, column: Box, needs: Needs, *, is_narrow: bool
) -> Places:
    """Name, ring and what comes next, from top to bottom in `column`."""
    x, y, width, height = column
    name = (x, y + (0 if is_narrow else 2), width, needs.name)
    subtitle = (x, name[1] + name[3] + 2, width, needs.subtitle)
    card = (x, y + height - needs.card, width, needs.card)
    below = needs.action or 20
    gap = 8 if is_narrow else 14
    room_top = subtitle[1] + subtitle[3] + gap
    room = card[1] - (gap if is_narrow else 18) - room_top
    diameter = max(80, min(440, room - below - gap, round(width * 0.9), 248 if height < 520 else round(height * 0.53)))
    spare = max(0, room - below - gap - diameter)
    ring = (x + (width - diameter) // 2, room_top + spare // 2, diameter, diameter)
    below_ring = (x, ring[1] + diameter + gap, width, below)
    return Places(top, stage, name, subtitle, ring, below_ring, card, strip, controls, diameter)
