"""Frames of a movement: painted once, kept within their memory."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from coach.figure.motion import Motion
from coach.ui.figure.cache import FrameCache, steps_for
from coach.ui.figure.film import Film
from coach.ui.figure.palette import PALETTES
from tests.ui.figure_parts import figure

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = (160.0, 160.0)


def film(name: str, *, cache: FrameCache | None = None, mirrored: bool = False) -> Film:
    made = Film(PALETTES["light"], cache=cache)
    made.load(Motion.of(figure(name)), mirrored=mirrored)
    return made


def picture(pixels: int) -> QImage:
    return QImage(pixels, 1, QImage.Format.Format_ARGB32_Premultiplied)


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
    assert cache.get("a", lambda: picture(40)).width() == 40


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
    frame, _ = made.frame(1.0, 1.0, (90.0, 3.0), (float(size[0]), float(size[1])), 2.0)
    assert frame.sizeInBytes() * (made.step(1.0) + 1) <= 60 * 1024 * 1024 + frame.sizeInBytes()


def test_a_share_is_painted_once():
    made = film("bird-dog")
    first, where = made.frame(0.5, 1.0, (0.0, 5.0), SIZE)
    again, _ = made.frame(0.501, 1.0, (0.0, 5.0), SIZE)
    other, _ = made.frame(0.6, 1.0, (0.0, 5.0), SIZE)
    assert again is first
    assert other is not first
    assert where.width() <= SIZE[0]
    assert where.height() <= SIZE[1]


@pytest.mark.parametrize("change", ["glow", "angle", "size", "ratio"])
def test_what_changes_the_picture_paints_it_anew(change):
    made = film("bird-dog")
    before, _ = made.frame(0.5, 1.0, (0.0, 5.0), SIZE, 1.0)
    now = {
        "glow": (0.5, 0.5, (0.0, 5.0), SIZE, 1.0),
        "angle": (0.5, 1.0, (15.0, 5.0), SIZE, 1.0),
        "size": (0.5, 1.0, (0.0, 5.0), (180.0, 160.0), 1.0),
        "ratio": (0.5, 1.0, (0.0, 5.0), SIZE, 2.0),
    }[change]
    assert made.frame(*now)[0] is not before


def test_a_cycle_ends_where_it_begins():
    made = film("march")
    assert made.is_cycle
    assert made.step(1.0) == made.step(0.0) == 0
    assert made.step(1.25) == made.step(0.25)


def test_the_camera_holds_still_through_the_movement():
    made = film("wall-angel")
    places = {made.frame(share, 1.0, (90.0, 3.0), SIZE)[1].getRect() for share in (0.0, 0.3, 1.0)}
    assert len(places) == 1


def test_without_a_motion_there_is_no_picture():
    assert Film(PALETTES["light"]).frame(0.0, 1.0, (0.0, 0.0), SIZE)[0] is None


def test_sides_that_take_turns_are_painted_once_each():
    made, motion = film("bird-dog"), Motion.of(figure("bird-dog"))
    made.load(motion, mirrored=False)
    right, _ = made.frame(0.5, 1.0, (0.0, 5.0), SIZE)
    made.load(motion, mirrored=True)
    left, _ = made.frame(0.5, 1.0, (0.0, 5.0), SIZE)
    assert left != right
    made.load(motion, mirrored=False)
    assert made.frame(0.5, 1.0, (0.0, 5.0), SIZE)[0] is right
    made.load(Motion.of(figure("bird-dog")), mirrored=False)
    assert made.frame(0.5, 1.0, (0.0, 5.0), SIZE)[0] is not right


def test_the_pictures_of_both_sides_fit_the_memory_of_one():
    made, motion, size = film("bird-dog"), Motion.of(figure("bird-dog")), (900.0, 900.0)
    made.load(motion, mirrored=False)
    made.frame(1.0, 1.0, (0.0, 5.0), size)
    alone = made.step(1.0)
    made.load(motion, mirrored=True)
    made.frame(1.0, 1.0, (0.0, 5.0), size)
    assert made.step(1.0) < alone
