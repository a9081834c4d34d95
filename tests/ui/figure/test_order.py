"""What lies in front of what."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.motion import Motion
from coach.ui.figure.camera import Camera
from coach.ui.figure.layers import forced
from coach.ui.figure.order import Order, Solids, back_to_front
from coach.ui.figure.seen import Seen
from tests.ui.figure_parts import figure


def ball(name: str, x: float, depth: float, radius: float = 10.0) -> Solids:
    return Solids((name,), (1,), np.array([(x, 0.0)]), np.array([depth]), np.array([radius]))


def sort(*solids: Solids, behind: tuple[tuple[str, str], ...] = ()) -> Order:
    return back_to_front(Solids.joined(solids), behind)


@pytest.mark.parametrize(
    ("depths", "expected"),
    [
        ({"a": 0, "b": 1, "c": 2}, "abc"),
        ({"a": 2, "b": 1, "c": 0}, "cba"),
        ({"a": 1, "b": 2, "c": 0}, "cab"),
    ],
)
def test_the_further_comes_first(depths, expected):
    order = sort(*(ball(name, 0, depth) for name, depth in depths.items()))
    assert "".join(order.names) == expected


def test_a_pair_that_is_told_keeps_its_order_whatever_its_depth():
    solids = [ball("seat", 0, 50), ball("thigh", 0, 0)]
    assert sort(*solids, behind=(("seat", "thigh"),)).names == ("seat", "thigh")


def test_a_pair_with_an_unknown_name_is_no_matter():
    assert sort(ball("seat", 0, 0), behind=(("seat", "thigh"),)).names == ("seat",)


def test_touching_tells_what_covers_each_other():
    order = sort(ball("a", 0, 0), ball("b", 5, 1), ball("c", 100, 2))
    assert order.touches("a", "b")
    assert order.touches("b", "a")
    assert not order.touches("a", "c")


def test_what_is_long_lies_where_most_of_it_overlaps():
    """A band that is nearer at one end, and covers the hand at its far end, is behind that hand."""
    xs = np.linspace(0, 100, 11)
    band = Solids(("band",), (11,), np.stack((xs, 0 * xs), 1), xs, np.full(11, 4.0))
    hand = ball("hand", 0, 6, 8.0)
    assert sort(hand, band).names == ("band", "hand")


def test_a_circle_is_broken_and_nothing_is_lost():
    solids = [ball("a", 0, 0), ball("b", 0, 1), ball("c", 0, 2)]
    assert sorted(sort(*solids, behind=(("c", "a"),)).names) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("name", "yaw", "pitch", "lies"),
    [("childs-pose", 0, 45, False), ("childs-pose", 0, 5, True), ("walk", 90, 3, True)],
)
def test_a_thigh_lies_on_the_trunk_unless_the_trunk_is_folded_down_on_it(name, yaw, pitch, lies):
    posture = Motion.of(figure(name)).at(1.0)
    assert (("torso", "right-thigh") in forced(Seen.of(posture, Camera(yaw, pitch)))) == lies
