"""Where the figure is seen from."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.ui.figure.camera import VIEWS, Camera, angles_of, mirrored_yaw
from coach.ui.figure.room import FLOOR_AT, floor_at

FORWARD, UP, RIGHT = (10, 0, 0), (0, 10, 0), (0, 0, 10)


@pytest.mark.parametrize(
    ("yaw", "pitch", "point", "across", "down"),
    [
        (0, 0, FORWARD, 1, 0),  # the figure faces right
        (0, 0, UP, 0, -1),
        (0, 0, RIGHT, 0, 0),  # towards the eye
        (90, 0, RIGHT, -1, 0),  # from the front its right is on the left
        (90, 0, FORWARD, 0, 0),
        (-90, 0, RIGHT, 1, 0),  # from behind it is on the right
        (0, 90, FORWARD, 1, 0),
        (0, 90, RIGHT, 0, 1),
    ],
)
def test_directions_on_the_picture(yaw, pitch, point, across, down):
    camera = Camera(yaw, pitch, centre=(0.0, 0.0, 0.0))
    middle, there = camera.project(np.array([(0, 0, 0), point], float))[0]
    assert np.round((there - middle) / 30, 1).tolist() == pytest.approx([across, down], abs=0.1)


@given(st.floats(-180, 180), st.floats(0, 84), st.tuples(*[st.floats(-90, 90)] * 3))
def test_the_mirrored_camera_sees_the_mirror_image(yaw, pitch, point):
    x, y, z = point
    one = Camera(yaw, pitch).project(np.array([(x, y, z)]))[0][0]
    other = Camera(mirrored_yaw(yaw), pitch).project(np.array([(x, y, -z)]))[0][0]
    assert (600 - one[0], one[1]) == pytest.approx(tuple(other), abs=1e-6)


@given(st.floats(-180, 179))
def test_mirroring_twice_is_the_same_camera(yaw):
    assert mirrored_yaw(mirrored_yaw(yaw)) == pytest.approx(yaw)


def test_a_seated_figure_is_never_shown_straight_from_the_front():
    assert angles_of("front", "standing") == VIEWS["front"]
    assert angles_of("front", "sitting")[0] < 70


def test_what_is_nearer_is_larger():
    _, depth, scale = Camera(0, 0).project(np.array([(0, 85, -50), (0, 85, 50)], float))
    assert depth[1] > depth[0]
    assert scale[1] > scale[0]


def test_the_floor_comes_up_as_the_camera_looks_down() -> None:
    assert [floor_at(pitch) for pitch in (0, 8, 30, 84)] == [FLOOR_AT, FLOOR_AT, 0.0, 0.0]
    assert 0 < floor_at(20) < FLOOR_AT
