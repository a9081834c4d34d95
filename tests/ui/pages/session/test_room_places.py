"""Where things stand in the room view: nothing lies over another, and a movement to copy has the larger part."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from coach.ui.pages.session.room_places import Places

SIZES = [(800, 560), (1180, 760), (1600, 1000), (1920, 1080), (800, 1000)]


@pytest.mark.parametrize("size", SIZES)
def test_a_movement_to_copy_has_half_of_the_room_and_more_than_one_that_is_not(size):
    copied = Places(*size, has_figure=True, is_copied=True).figure
    beside = Places(*size, has_figure=True).figure
    assert copied.width() > 0.45 * size[0]
    assert copied.width() > 1.3 * beside.width()
    assert copied.height() == beside.height()


@pytest.mark.parametrize("size", SIZES)
def test_in_halves_name_line_ring_and_floor_stand_one_below_the_other_beside_the_figure(size):
    places = Places(*size, has_figure=True, is_copied=True)
    columns = [places.words, places.under, places.ring, places.floor]
    for above, below in pairwise(columns):
        assert above.bottom() <= below.top() + 0.01
    for box in columns:
        assert box.left() >= QRectF(places.figure).right()
        assert box.right() <= places.width
    assert places.floor.bottom() <= places.height


@pytest.mark.parametrize("size", SIZES)
def test_without_a_figure_words_begin_at_the_left_and_end_before_the_ring(size):
    places = Places(*size, is_copied=True)
    assert places.left < 0.1 * size[0]
    assert places.words.right() < places.ring.left()


def test_beside_words_the_figure_has_room_for_its_shadows_at_both_sides():
    places = Places(1180, 760, has_figure=True)
    assert places.figure.left() < 0, "a wall behind it comes down from the window's edge"
    assert places.figure.right() > places.left
    assert places.figure.center().x() < places.left / 2
