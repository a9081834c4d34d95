"""A window that is shown again stands where it can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from coach.ui.sight import into_sight

LAPTOP = QRect(0, 30, 1280, 770)
BESIDE = QRect(1280, 0, 1920, 1080)


@pytest.mark.parametrize(
    "window",
    [
        QRect(50, 60, 1180, 700),
        QRect(1400, 100, 1180, 700),
        QRect(700, 60, 1180, 700),
        QRect(-900, 60, 1180, 700),
        QRect(50, 700, 1180, 700),
        QRect(100, 100, 90, 20),
    ],
    ids=["here", "beside", "on both", "mostly out to the left", "mostly below", "smaller than a grip"],
)
def test_what_can_be_taken_hold_of_stays(window):
    assert into_sight(window, [LAPTOP, BESIDE]) == window


@pytest.mark.parametrize(
    "window",
    [
        QRect(1400, 100, 1180, 700),
        QRect(1200, 100, 1180, 700),
        QRect(-1100, 60, 1180, 700),
        QRect(50, 790, 1180, 700),
        QRect(50, -40, 1180, 700),
    ],
    ids=["its screen is gone", "only a strip", "out to the left", "below", "its upper edge is above"],
)
def test_what_cannot_comes_to_the_main_screen(window):
    moved = into_sight(window, [LAPTOP])
    assert moved.size() == window.size()
    assert LAPTOP.contains(moved)


def test_a_window_larger_than_what_is_left_becomes_as_large_as_that():
    assert into_sight(QRect(1300, 0, 1900, 1000), [LAPTOP]) == LAPTOP


def test_without_a_screen_nothing_is_moved():
    assert into_sight(QRect(1300, 0, 1900, 1000), []) == QRect(1300, 0, 1900, 1000)
