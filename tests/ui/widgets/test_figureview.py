"""The figure as a widget: it follows its share, and a hand or the keys turn it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from coach.ui.figure.camera import mirrored_yaw, view_angles
from coach.ui.widgets.figureview import FigureView
from tests.ui.figure_parts import channels, figure
from tests.ui.painted import left_over, painted

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, look) -> FigureView:
    look.set_reduced_motion(False)
    made = FigureView(look)
    qtbot.addWidget(made)
    made.resize(220, 200)
    made.show_figure(figure("bird-dog"))
    return made


def grabbed(view: FigureView) -> np.ndarray:
    return channels(view.grab())


def test_it_starts_from_the_figures_own_view(view):
    assert view.angles == view_angles(figure("bird-dog"))


def test_another_share_is_another_picture(view):
    start = grabbed(view)
    view.set_pose(1.0, 1.0)
    assert not np.array_equal(grabbed(view), start)
    view.set_pose(0.0, 1.0)
    assert np.array_equal(grabbed(view), start)


def test_shares_beyond_the_movement_are_its_ends(view):
    view.set_pose(1.0, 1.0)
    end = grabbed(view)
    view.set_pose(7.0, 1.0)
    assert np.array_equal(grabbed(view), end)


def test_a_drag_turns_it_and_a_double_click_brings_it_back(view, qtbot):
    home = view.angles
    qtbot.mousePress(view, LEFT, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(60, 120))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(60, 120))
    assert view.angles == (pytest.approx(home[0] + 20), pytest.approx(home[1] + 10))
    qtbot.mouseDClick(view, LEFT, pos=QPoint(60, 120))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(60, 120))  # a double click lets go of nothing
    assert view.angles == home


def test_moving_the_pointer_without_holding_turns_nothing(view, qtbot):
    home = view.angles
    qtbot.mouseMove(view, QPoint(60, 120))
    assert view.angles == home


@pytest.mark.parametrize(
    ("key", "yaw", "pitch"),
    [
        (Qt.Key.Key_Left, -15, 0),
        (Qt.Key.Key_Right, 15, 0),
        (Qt.Key.Key_Up, 0, 8),
    ],
)
def test_arrow_keys_turn_it_and_home_brings_it_back(view, qtbot, key, yaw, pitch):
    home = view.angles
    qtbot.keyClick(view, key)
    assert view.angles == (pytest.approx(home[0] + yaw), pytest.approx(home[1] + pitch))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.angles == home


def test_it_tilts_no_further_than_level_and_straight_above(view, qtbot):
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.angles[1] == 84
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.angles[1] == 0


def test_a_whole_turn_ends_where_it_began(view, qtbot):
    home = view.angles
    for _ in range(24):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.angles == pytest.approx(home)


def test_the_left_side_is_seen_in_the_mirror(view):
    view.show_figure(figure("bird-dog"), mirrored=True)
    yaw, pitch = view_angles(figure("bird-dog"))
    assert view.angles == (mirrored_yaw(yaw), pitch)


def test_with_reduced_motion_start_and_end_stand_side_by_side(view, look):
    look.set_reduced_motion(True)
    still = grabbed(view)
    view.set_pose(0.5, 1.0)
    assert np.array_equal(grabbed(view), still)
    halves = still[:, :110], still[:, 110:]
    assert all((half != still[0, 0]).any(2).sum() > 200 for half in halves)
    assert not np.array_equal(*halves)


def test_another_theme_is_another_picture(view, look):
    light = grabbed(view)
    look.set_theme("dark")
    assert not np.array_equal(grabbed(view), light)


def test_nothing_shown_is_nothing_painted(view):
    view.show_figure(None)
    assert view.figure is None
    assert view.accessibleName() == ""
    view.set_pose(0.5, 1.0)
    assert len(np.unique(grabbed(view).reshape(-1, 4), axis=0)) == 1


def test_a_screen_reader_hears_what_it_is_and_how_to_turn_it(view):
    assert view.accessibleName() == "Bird dog"
    assert "arrow keys" in view.accessibleDescription()
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_only_where_the_figure_is_or_was_is_painted_as_it_moves(view, look):
    view.show()
    view.resize(600, 400)
    with painted(view):
        view.update()
    for step in range(1, 41):
        with painted(view) as found:
            view.set_pose(step / 40, 0.5)
        assert 0 < found.pixels[view] < 600 * 400 / 2
        assert left_over(view) == 0
    with painted(view) as found:
        view.set_pose(1.0, 0.5)
    assert found.times[view] == 0


def test_a_figure_that_is_turned_is_painted_whole(view, qtbot):
    view.show()
    view.set_pose(0.5, 1.0)
    grabbed(view)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    view.set_pose(0.6, 1.0)
    assert left_over(view) == 0
