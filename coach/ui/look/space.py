"""The steps of space between and around things, in pixels: a grid of 4, each step also a hair looser. `space.M`.

What stands close belongs together. Most of it does not grow with the text size; where it does, `Look.px` says so.
"""

from __future__ import annotations

HAIR = 2
ROW = 3
"""Lines that are read as one: a title and its note; rows that touch but for their edges."""

XS = 4
XS_LOOSE = 6
"""A word and its icon; the lines of a small list."""

S = 8
S_LOOSE = 10
"""What is chosen from, beside each other: chips, segments, small buttons."""

M = 12
M_LOOSE = 14
"""Rows and buttons; what stands in a row with its picture."""

L = 16
L_LOOSE = 18
"""The parts of a card; gutters where the window is small."""

XL = 20
XL_LOOSE = 22
"""Gutters between cards; inside a card."""

XXL = 24
XXL_LOOSE = 26
"""Inside a card that has room."""

WIDE = 28
WIDER = 32
WIDEST = 36
"""Between the parts of a page; around it."""

PADDING_OF_ROW = 5
"""Inside a row that can be pressed, so that its rounded ground does not touch what stands in it."""
