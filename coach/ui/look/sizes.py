"""Heights of buttons and radii of corners, in pixels; buttons grow with the text size, corners do not. `sizes.BUTTON`.

What is larger is rounder; what lies within another shape is less round than that.
"""

from __future__ import annotations

# --- heights of buttons ----------------------------------------------------------------------------------------------

BUTTON_SLIM = 32
"""The cross of a card; what a nudge offers beside its answer, and of a notice."""

TARGET = BUTTON_SLIM
"""The least that a finger or a pointer is given to meet: what is drawn smaller has room around it that is its own."""

BUTTON_SMALL = 36
BUTTON_MODEST = 40
"""Within a card or a row; the answers to a nudge; plus and minus."""

BUTTON = 44
"""What every button is unless it says otherwise: as large as a finger."""

BUTTON_TALL = 48
BUTTON_HIGH = 52
"""What leads on in the wall test, and what stands beside the controls of a session."""

BUTTON_LARGE = 56
BUTTON_LARGER = 60
BUTTON_LARGEST = 64
"""The one thing to do on a page; the largest is Today's."""

# --- radii -----------------------------------------------------------------------------------------------------------

STAGE_RADIUS = 28
SHEET_RADIUS = 24
"""The stage of a session; the sheet that asks over it."""

NUDGE_RADIUS = 22
CARD_RADIUS = 20
"""The card of a nudge; every card, and a large button."""

PLATE_RADIUS = 18
"""The plate of what is said; a tile within a page's end."""

CHIP_RADIUS = 16
ANSWER_RADIUS = 16
CONTROL_RADIUS = 14
"""Chips, which are round; an answer at the wall; buttons, rows, fields, troughs."""

TILE_RADIUS = 12
SMALL_RADIUS = 11
THUMB_RADIUS = 10
"""The places of the rail and small pictures; small buttons; what lies within a trough or is a line high."""

CELL_RADIUS = 8
BOX_RADIUS = 7
KEY_RADIUS = 6
"""Cells of the scale; the box of a tick and bars of the strip; the cap of a key."""
