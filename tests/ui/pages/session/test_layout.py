"""No part of the session view overlaps another or leaves the window."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from coach.ui.pages.session.layout import Needs, arrange

SIZES = [(800, 560), (860, 600), (959, 700), (960, 640), (1180, 760), (1600, 1000), (2560, 1440), (3840, 2160)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("action", [0, 52])
def test_parts_stand_apart_inside_the_window(size, action):
    is_narrow = size[0] < 960
    scale = max(1.0, min(2.0, size[0] / 860, size[1] / 600))

    def px(pixels: float) -> int:
        return round(pixels * scale)

    needs = Needs(
        top=px(52 if is_narrow else 64),
        strip=62 + px(18),
        controls=px(56 if is_narrow else 83),
        name=px(34 if is_narrow else 48),
        subtitle=px(20 if is_narrow else 26),
        action=px(action),
        card=px(24) + 16 if is_narrow else max(80, 2 * px(24) + 24),
    )
    places = arrange(*size, needs)
    boxes = {
        name: QRect(*box)
        for name in ("top", "stage", "name", "subtitle", "ring", "below_ring", "card", "strip", "controls")
        if (box := getattr(places, name)) is not None
    }
    window = QRect(0, 0, *size)
    for name, box in boxes.items():
        assert window.contains(box), name
        assert box.width() > 0
        assert box.height() > 0, name
    for one, other in combinations(boxes, 2):
        assert not boxes[one].intersects(boxes[other]), (one, other)
    assert places.ring_diameter >= 80


def test_the_picture_that_it_was_drawn_from():
    needs = Needs(top=64, strip=80, controls=83, name=48, subtitle=26, action=0, card=80)
    places = arrange(1180, 760, needs)
    assert places.stage[:2] == (32, 72)
    assert 680 <= places.stage[2] <= 700
    assert 240 <= places.ring_diameter <= 248
    assert places.strip is not None
