"""A window that is shown again stands where it can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from coach.ui.sight import into_sight, least, opening

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
    seen = into_sight(QRect(1300, 0, 1900, 1000), [LAPTOP])
    assert LAPTOP.contains(seen)
    assert seen.width() >= LAPTOP.width() - 8
    assert seen.height() >= LAPTOP.height() - 40


def test_without_a_screen_nothing_is_moved():
    assert into_sight(QRect(1300, 0, 1900, 1000), []) == QRect(1300, 0, 1900, 1000)


WISH = QSize(1180, 760)


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0])
@pytest.mark.parametrize("screen", [(1400, 1000), (1920, 1080), (1280, 720), (800, 600), (3840, 2160), (1080, 1920)])
@pytest.mark.parametrize("panel", [0, 48])
@pytest.mark.parametrize("origin", [(0, 0), (1920, -300)])
def test_it_opens_within_what_is_free_of_its_screen(screen, factor, panel, origin):
    free = QRect(*origin, round(screen[0] / factor), round((screen[1] - panel) / factor))
    opened = opening(WISH, free)
    assert free.contains(opened)
    assert opened.y() - free.y() >= 32, "its title has room above it"
    if free.width() >= 1200 and free.height() >= 810:
        assert opened.size() == WISH
    smallest = least(QSize(640, 480), [free, QRect(0, 0, 2560, 1400)])
    assert smallest.width() <= opened.width()
    assert smallest.height() <= opened.height()


@pytest.mark.parametrize(
    ("window", "screens"),
    [
        (QRect(2, 40, 1770, 1140), [LAPTOP]),
        (QRect(-300, 60, 1900, 700), [LAPTOP]),
        (QRect(0, 30, 1180, 900), [LAPTOP]),
        (QRect(1500, 10, 2400, 1500), [LAPTOP, BESIDE]),
    ],
    ids=["both ways", "wider", "higher", "on the other one"],
)
def test_what_is_larger_than_its_screen_is_not_any_more(window, screens):
    seen = into_sight(window, screens)
    assert any(screen.contains(seen) for screen in screens)


def test_a_window_that_fills_its_screen_is_left_alone():
    assert into_sight(LAPTOP, [LAPTOP]) == LAPTOP


def test_one_that_is_seen_whole_over_two_screens_is_left_alone():
    window = QRect(200, 100, 2600, 650)
    assert into_sight(window, [LAPTOP, BESIDE]) == window
