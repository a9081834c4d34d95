"""Soft patches: they fade evenly, stay in their window, and cover more where they overlap."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from coach.ui.figure.soft import Patch

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = 240
WINDOW = (0.0, 0.0, float(SIZE), float(SIZE))


def painted(patch: Patch) -> np.ndarray:
    """Opacity [y, x], 0 to 255."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    patch.paint(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(SIZE, SIZE, 4)[:, :, 3].astype(int)


def patch(*places, coarser=4, window=WINDOW, strength=1.0, reach=30.0, most=1.0) -> Patch | None:
    count = len(places)
    return Patch.of(
        np.array(places, float),
        np.full((count, 2), reach),
        np.full(count, strength),
        (255.0, 130.0, 80.0),
        (coarser, coarser),
        window,
        most,
    )


@pytest.mark.parametrize("coarser", [1, 4, 6])
def test_it_fades_from_its_middle_without_a_step(coarser):
    shown = painted(patch((120, 120), coarser=coarser))
    line = shown[120]
    assert shown.max() == pytest.approx(255 * (1 - np.exp(-1)), abs=4)
    assert np.abs(np.diff(line)).max() <= 6
    assert np.abs(line[1:] - line[:0:-1]).max() <= 6  # the same on both sides
    assert line[120 + 30] == pytest.approx(255 * (1 - np.exp(-np.exp(-1))), abs=5)


def test_two_cover_more_than_one_and_never_more_than_all():
    alone, twice = painted(patch((120, 120))), painted(patch((120, 120), (120, 120)))
    assert twice[120, 120] > alone[120, 120] + 40
    assert painted(patch(*[(120, 120)] * 40)).max() == 255
    assert painted(patch(*[(120, 120)] * 40, most=0.4)).max() == round(0.4 * 255)


def test_it_keeps_to_its_window_but_for_the_grid():
    shown = painted(patch((120, 120), window=(100.0, 0.0, 130.0, 240.0)))
    assert not shown[:, :96].any()
    assert not shown[:, 136:].any()
    assert shown[120, 100:130].min() > 0


def test_nothing_in_the_window_is_no_patch():
    assert patch((120, 120), window=(0.0, 0.0, 20.0, 20.0)) is None


@pytest.mark.parametrize("strength", [0.3, 1.0])
def test_its_edge_is_not_seen_though_many_lie_over_one_another(strength):
    soft = patch(*[(120, 120)] * 10, strength=strength)
    left, top, right, bottom = (round(edge) for edge in soft.box)
    shown = painted(soft)[top:bottom, left:right]
    border = np.concatenate((shown[0], shown[-1], shown[:, 0], shown[:, -1]))
    assert shown.max() > 200
    assert border.max() <= 3


@pytest.mark.parametrize("offset", [0.0, 0.9, 1.9, 2.9, 3.7])
def test_a_line_thinner_than_the_grid_is_as_dark_wherever_it_lies(offset):
    """The shadow under a foot, seen nearly from its side: it does not flicker while it moves, nor end in an edge."""
    soft = patch((120, 120 + offset), reach=0.6)
    column = painted(soft)[:, 120]
    top, bottom = round(soft.box[1]), round(soft.box[3])
    assert 40 < column.max() < 200
    assert column[bottom - 1] <= 8
    assert column[top] <= 8
