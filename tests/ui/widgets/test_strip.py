"""The strip: widths by seconds, nothing lost, labels that name what stands there."""

from __future__ import annotations

import itertools
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from coach.session.compile import compile_routine
from coach.session.timeline import Interval
from coach.ui.widgets.strip import EDGE, Strip
from coach.ui.widgets.strip_layout import GAP, groups, segments
from tests.examples import examples
from tests.ui.painted import left_over, painted
from tests.ui.session_parts import COACHING, EXERCISES, MIXED


class Library:
    exercises = EXERCISES
    coaching = COACHING


TIMELINE = compile_routine(MIXED, Library())
HALF_A_PIXEL = 140
"""A needle less than half a pixel from where it was is not painted again: its edge is that much darker or lighter."""
TITLES = {ident: str(exercise.title) for ident, exercise in EXERCISES.items()}

INTERVALS = st.lists(
    st.builds(
        Interval,
        kind=st.sampled_from(["prepare", "work", "rest", "switch", "between", "say"]),
        start=st.just(0.0),
        seconds=st.floats(1.0, 600.0),
        exercise=st.just("angel"),
        step=st.integers(1, 5),
    ),
    min_size=1,
    max_size=60,
)


@given(INTERVALS, st.floats(200, 2000))
@settings(max_examples=examples(60), deadline=None)
def test_shapes_fill_the_width_in_order_and_none_is_lost(intervals, width):
    placed = segments(intervals, [interval.seconds for interval in intervals], width)
    assert [index for part in placed for index in range(part.first, part.last + 1)] == list(range(len(intervals)))
    assert placed[0].x == 0
    for before, after in itertools.pairwise(placed):
        assert before.width > 0
        assert before.x + before.width <= after.x + 1e-6
    assert placed[-1].x + placed[-1].width == pytest.approx(width)


def test_widths_are_in_proportion_where_there_is_room():
    intervals = [Interval("work", 0, 60, "angel", step=1), Interval("work", 60, 30, "plank", step=2)]
    first, second = segments(intervals, [60, 30], 903)
    assert (first.width, second.width) == (pytest.approx(600), pytest.approx(300))
    assert second.x == pytest.approx(600 + GAP)


def test_two_thousand_intervals_still_fit():
    intervals = [Interval("work", 0, 5, "angel", step=1 + index // 10) for index in range(2000)]
    placed = segments(intervals, [5.0] * 2000, 736)
    assert len(placed) == 200
    assert placed[-1].x + placed[-1].width == pytest.approx(736)


def test_a_group_is_an_exercise_from_its_first_work_to_its_last():
    placed = segments(TIMELINE.intervals, [i.seconds for i in TIMELINE.intervals], 1100)
    found = groups(TIMELINE.intervals, placed)
    assert [group.exercise for group in found] == ["angel", "plank", "own", "wall-sit", "lunge"]
    angel = found[0]
    assert [TIMELINE.intervals[index].kind for index in range(angel.first, angel.last + 1)] == ["work", "rest", "work"]


@pytest.fixture
def strip(qtbot, look) -> Strip:
    widget = Strip(look)
    qtbot.addWidget(widget)
    widget.resize(1100, widget.high())
    widget.set_timeline(TIMELINE, TITLES)
    return widget


def test_labels_say_name_set_and_length(strip):
    said = [strip.label_at(part.x + EDGE + part.width / 2) for part in strip._segments]
    assert said[:5] == [
        "Get ready, 0:05",
        "Wall angel, set 1 of 2, 0:20",
        "Rest, 0:10",
        "Wall angel, set 2 of 2, 0:20",
        "Change over, 0:05",
    ]
    assert said[-1] == "Shake out your arms., 0:15"


def test_the_needle_moves_with_the_session(strip):
    lengths = tuple(interval.seconds for interval in TIMELINE.intervals)
    places = []
    for index in range(len(TIMELINE.intervals)):
        for elapsed in (0.0, lengths[index] / 2):
            strip.tell(index, elapsed, lengths)
            places.append(strip._needle())
    assert places == sorted(places)
    assert strip.grab().toImage().width() == 1100


@pytest.mark.parametrize("index", [0, len(TIMELINE.intervals) - 1])
def test_the_needle_is_whole_at_both_ends(strip, index):
    lengths = tuple(interval.seconds for interval in TIMELINE.intervals)
    strip.tell(index, lengths[index] if index else 0.0, lengths)
    assert EDGE <= strip._needle() <= strip.width() - EDGE


@pytest.mark.parametrize(("width", "is_there"), [(700, True), (400, False)])
def test_a_label_that_would_touch_the_current_one_is_left_out(strip, monkeypatch, width, is_there):
    written = []
    monkeypatch.setattr(QPainter, "drawText", lambda _painter, _place, text: written.append(text))
    strip.set_timeline(TIMELINE, {**TITLES, "own": "Push-up from the edge of a desk"})
    strip.tell(7, 0.0, tuple(interval.seconds for interval in TIMELINE.intervals))
    assert TIMELINE.intervals[7].exercise == "own"
    strip.resize(width, strip.high())
    strip.grab()
    assert "Wall angel" in written
    assert any(text.startswith("Push-up fr") for text in written)
    assert ("Plank" in written) is is_there


def test_ten_seconds_more_widen_the_current_part(strip):
    lengths = [interval.seconds for interval in TIMELINE.intervals]
    before = strip._segments[1].width
    lengths[1] += 40
    strip.tell(1, 3.0, tuple(lengths))
    assert strip._segments[1].width > before


def fates(strip) -> list[str]:
    return [strip.fate(segment) for segment in strip._segments]


def test_what_was_skipped_is_not_ticked(strip, monkeypatch):
    icons = []
    monkeypatch.setattr("coach.ui.widgets.strip.paint_icon", lambda _painter, name, *_rest: icons.append(name))
    lengths = tuple(interval.seconds for interval in TIMELINE.intervals)
    strip.tell(4, 0.0, lengths, {0: "done", 1: "done", 2: "skipped", 3: "skipped"})
    assert fates(strip)[:5] == ["done", "done", "skipped", "skipped", "to-come"]
    strip.grab()
    assert icons == ["check", "minus"]
    said = [strip.label_at(part.x + EDGE + part.width / 2) for part in strip._segments]
    assert said[1] == "Wall angel, set 1 of 2, 0:20"
    assert said[3] == "Wall angel, set 2 of 2, skipped"


def test_what_was_lost_was_held_until_then(strip):
    lengths = tuple(interval.seconds for interval in TIMELINE.intervals)
    strip.tell(2, 0.0, lengths, {0: "done", 1: "lost"})
    assert fates(strip)[1] == "done"


def test_a_step_in_one_shape_is_ticked_only_where_no_set_was_skipped(qtbot, look):
    narrow = Strip(look)
    qtbot.addWidget(narrow)
    narrow.resize(110, narrow.high())
    narrow.set_timeline(TIMELINE, TITLES)
    angel = next(s for s in narrow._segments if TIMELINE.intervals[s.first].step == 1)
    assert angel.last > angel.first
    lengths = tuple(interval.seconds for interval in TIMELINE.intervals)
    for outcomes, fate in (
        ({1: "done", 2: "skipped", 3: "done"}, "done"),
        ({1: "done", 2: "done", 3: "skipped"}, "partly"),
        ({1: "skipped", 2: "done", 3: "skipped"}, "skipped"),
        ({}, "skipped"),
    ):
        narrow.tell(len(lengths) - 1, 0.0, lengths, outcomes)
        assert narrow.fate(angel) == fate
        narrow.grab()


def test_a_part_that_is_skipped_is_painted_anew(strip):
    lengths = tuple(interval.seconds for interval in TIMELINE.intervals)
    strip.tell(4, 0.0, lengths, {1: "done", 3: "done"})
    ticked = strip.grab().toImage()
    strip.tell(4, 0.0, lengths, {1: "done", 3: "skipped"})
    assert strip.grab().toImage() != ticked


def test_what_is_touched_is_told_as_what_is_pointed_at(qtbot, strip, monkeypatch):
    """A finger cannot hover: a press says at once what a shape is."""
    told: list[str] = []
    tip = SimpleNamespace(showText=lambda _at, text, _widget: told.append(text))
    monkeypatch.setattr("coach.ui.widgets.strip.QToolTip", tip)
    middle = strip.rect().center()
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(strip, middle)
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=middle)
    assert told
    assert set(told) == {strip.label_at(middle.x())} != {""}


def test_only_what_the_needle_passes_is_painted(qtbot, look):
    strip = Strip(look)
    qtbot.addWidget(strip)
    strip.resize(900, strip.height())
    strip.set_timeline(TIMELINE, TITLES)
    strip.show()
    work = next(i for i, interval in enumerate(TIMELINE.intervals) if interval.kind == "work")
    strip.tell(work, 0.0, ())
    strip.grab()
    for tenths in range(1, round(TIMELINE.intervals[work].seconds * 10)):
        with painted(strip) as found:
            strip.tell(work, tenths / 10, ())
        assert found.pixels[strip] < strip.width() * strip.height() / 20
    strip.tell(work, TIMELINE.intervals[work].seconds, ())
    strip.update(0, 0, 1, 1)
    assert left_over(strip) <= HALF_A_PIXEL


def test_what_has_become_of_an_interval_is_painted(qtbot, look):
    strip = Strip(look)
    qtbot.addWidget(strip)
    strip.resize(900, strip.height())
    strip.set_timeline(TIMELINE, TITLES)
    strip.show()
    strip.tell(1, 0.0, ())
    strip.grab()
    strip.tell(2, 0.0, (), {1: "skipped"})
    assert left_over(strip) == 0
