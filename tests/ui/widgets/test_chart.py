"""Graphs: a curve that invents nothing, words that have room, and a library that leaves the program alone."""

from __future__ import annotations

import subprocess
import sys
import threading
from itertools import pairwise

import pytest

from coach.ui.widgets.chart import Course, Mark, Ratings, loaded, smooth
from tests.ui.seeing import settle


def course(look, points, words, most=30.0):
    made = Course(
        look, "Hold", "the last", points, [Mark(x, w) for (x, _), w in zip(points, words, strict=True)], most, "x"
    )
    made.resize(320, 200)
    return made


@pytest.mark.parametrize(
    "points",
    [
        [(0, 1), (1, 5), (2, 5), (3, 2)],
        [(0, 0), (0.1, 30), (9, 29)],
        [(0, 3), (5, 3), (6, 3)],
    ],
)
def test_a_curve_goes_through_its_points_and_never_beyond_them(points):
    curve = smooth(points)
    for number, (left, right) in enumerate(pairwise(points)):
        part = [y for x, y in curve if left[0] <= x <= right[0]]
        low, high = sorted((left[1], right[1]))
        assert min(part) >= low - 1e-6, number
        assert max(part) <= high + 1e-6, number
    assert {(float(x), float(y)) for x, y in points} <= {(round(x, 6), round(y, 6)) for x, y in curve}


@pytest.mark.parametrize("points", [[(0, 1)], [(0, 1), (1, 2)], [(0, 1), (0, 2), (1, 3)]])
def test_few_points_and_two_at_once_are_left_as_they_are(points):
    assert smooth(points) == points


def test_it_is_drawn_when_it_is_shown_and_again_in_another_theme(qtbot, look):
    chart = course(look, [(0, 12), (7, 15), (14, 27)], ["1 May", "8 May", "15 May"])
    qtbot.addWidget(chart)
    assert not chart.is_drawn
    chart.show()
    qtbot.waitUntil(lambda: chart.is_drawn)
    before = chart.grab().toImage()
    look.set_theme("dark")
    settle()
    assert chart.is_drawn
    assert chart.grab().toImage() != before


def test_words_below_have_room_and_the_ends_come_first(qtbot, look):
    points = [(day, 10) for day in range(20)]
    chart = course(look, points, [f"{day + 1} March" for day in range(20)])
    qtbot.addWidget(chart)
    chart.show()
    qtbot.waitUntil(lambda: chart.is_drawn)
    [ticks] = chart._plot.getAxis("bottom")._tickLevels
    told = [word for _, word in ticks]
    assert {"1 March", "20 March"} <= set(told)
    assert 2 < len(told) < 8


def test_one_rating_alone_is_drawn(qtbot, look):
    chart = Ratings(look, "Pain and effort", "", [(None, 3), (5, None), (None, None)], [Mark(0, "1 May")], 3, 6)
    qtbot.addWidget(chart)
    chart.resize(320, 200)
    chart.show()
    qtbot.waitUntil(lambda: chart.is_drawn)


def test_the_library_changes_no_hooks_of_the_program():
    hooks = sys.excepthook, threading.excepthook
    loaded()
    assert (sys.excepthook, threading.excepthook) == hooks


def test_it_is_loaded_by_no_module_that_is_imported():
    code = "import sys, coach.ui.pages.progress; sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
