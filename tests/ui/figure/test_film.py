"""Frames of a movement: painted once, kept within their memory."""

from __future__ import annotations

import pytest

from coach.figure.motion import Motion
from coach.ui.figure.cache import FrameCache, steps_for
from coach.ui.figure.canvas import Canvas
from coach.ui.figure.film import Film
from coach.ui.figure.palette import PALETTES
from tests.ui.figure_parts import figure

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = (160.0, 160.0)


def film(name: str, *, cache: FrameCache | None = None, mirrored: bool = False) -> Film:
    made = Film(PALETTES["light"], cache=cache)
    made.load(Motion.of(figure(name)), mirrored=mirrored)
    return made


def picture(pixels: int) -> Canvas:
    """As many pixels in one row."""
    canvas = Canvas()
    canvas.begin((pixels, 1), 1.0, (0, 0, pixels, 1)).end()
    return canvas


def test_the_least_used_picture_leaves_first():
    cache = FrameCache(budget=400)
    painted = []

    def get(key: str) -> None:
        cache.get(key, lambda: painted.append(key) or picture(40))

    for key in ("a", "b", "a", "c", "a", "b"):
        get(key)
    assert painted == ["a", "b", "c", "b"]
    assert cache.bytes <= 400


def test_a_picture_larger_than_the_budget_is_shown_all_the_same():
    cache = FrameCache(budget=10)
    assert cache.get("a", lambda: picture(40)).bytes == 160


@pytest.mark.parametrize(
    ("frame_bytes", "steps"),
    [(100_000, 40), (1_400_000, 40), (2_000_000, 27), (3_600_000, 13), (60_000_000, 12)],
)
def test_a_larger_frame_means_fewer_steps(frame_bytes, steps):
    assert steps_for(frame_bytes) == steps


@pytest.mark.parametrize("size", [(600, 600), (1200, 900), (3000, 2000)])
def test_a_whole_movement_fits_the_budget(size):
    """The largest stage, on a fine screen: its steps together stay within 60 MB, or it is painted smaller."""
    cache = FrameCache()
    made = film("wall-angel", cache=cache)
    frame = made.frame(1.0, 1.0, (90.0, 3.0), (float(size[0]), float(size[1])), 2.0).figure
    assert frame.bytes * (made.step(1.0) + 1) <= 60 * 1024 * 1024 + frame.bytes


def test_a_share_is_painted_once():
    made = film("bird-dog")
    first, again, other = (made.frame(share, 1.0, (0.0, 5.0), SIZE) for share in (0.5, 0.501, 0.6))
    assert again.figure is first.figure
    assert other.figure is not first.figure


def test_what_stands_behind_is_one_picture_for_the_whole_movement_and_the_start_has_no_ghost():
    made = film("bird-dog")
    start, middle, end = (made.frame(share, 1.0, (0.0, 5.0), SIZE) for share in (0.0, 0.5, 1.0))
    assert middle.behind is end.behind
    assert start.behind is not middle.behind


def test_a_frame_is_no_larger_than_its_box():
    made = film("bird-dog")
    still = made.frame(0.5, 1.0, (0.0, 5.0), SIZE)
    left, top, right, bottom = still.figure.box
    assert 0 <= left < right <= SIZE[0] - still.left
    assert 0 <= top < bottom <= SIZE[1] - still.top
    assert still.figure.bytes == (right - left) * (bottom - top) * 4


@pytest.mark.parametrize("change", ["glow", "angle", "size", "ratio"])
def test_what_changes_the_picture_paints_it_anew(change):
    made = film("bird-dog")
    before = made.frame(0.5, 1.0, (0.0, 5.0), SIZE, 1.0)
    now = {
        "glow": (0.5, 0.5, (0.0, 5.0), SIZE, 1.0),
        "angle": (0.5, 1.0, (15.0, 5.0), SIZE, 1.0),
        "size": (0.5, 1.0, (0.0, 5.0), (180.0, 160.0), 1.0),
        "ratio": (0.5, 1.0, (0.0, 5.0), SIZE, 2.0),
    }[change]
    assert made.frame(*now).figure is not before.figure


def test_a_cycle_ends_where_it_begins():
    made = film("march")
    assert made.is_cycle
    assert made.step(1.0) == made.step(0.0) == 0
    assert made.step(1.25) == made.step(0.25)


def test_the_camera_holds_still_through_the_movement():
    made = film("wall-angel")
    stills = [made.frame(share, 1.0, (90.0, 3.0), SIZE) for share in (0.0, 0.3, 1.0)]
    assert len({(still.left, still.top) for still in stills}) == 1


def test_without_a_motion_there_is_no_picture():
    assert Film(PALETTES["light"]).frame(0.0, 1.0, (0.0, 0.0), SIZE) is None


def test_sides_that_take_turns_are_painted_once_each():
    made, motion = film("bird-dog"), Motion.of(figure("bird-dog"))
    made.load(motion, mirrored=False)
    right = made.frame(0.5, 1.0, (0.0, 5.0), SIZE).figure
    made.load(motion, mirrored=True)
    left = made.frame(0.5, 1.0, (0.0, 5.0), SIZE).figure
    assert left is not right
    made.load(motion, mirrored=False)
    assert made.frame(0.5, 1.0, (0.0, 5.0), SIZE).figure is right
    made.load(Motion.of(figure("bird-dog")), mirrored=False)
    assert made.frame(0.5, 1.0, (0.0, 5.0), SIZE).figure is not right


def test_the_pictures_of_both_sides_fit_the_memory_of_one():
    made, motion, size = film("bird-dog"), Motion.of(figure("bird-dog")), (900.0, 900.0)
    made.load(motion, mirrored=False)
    made.frame(1.0, 1.0, (0.0, 5.0), size)
    alone = made.step(1.0)
    made.load(motion, mirrored=True)
    made.frame(1.0, 1.0, (0.0, 5.0), size)
    assert made.step(1.0) < alone
