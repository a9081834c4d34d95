"""Outlines of lofts: what they cover is what the hulls of their ellipses cover."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from coach.ui.figure.camera import Camera
from coach.ui.figure.outline import Tubes
from coach.ui.figure.shapes import AROUND, Pen, Shadows, Shape, hulls
from tests.examples import examples

CAMERA = Camera(0, 0, (200.0, 200.0), (0.0, 0.0, 0.0), 1.0)

steps = st.tuples(st.floats(4, 14), st.floats(-12, 12), st.floats(-8, 8))
radii = st.tuples(st.floats(3, 12), st.floats(3, 12), st.floats(3, 12))


def shadows_of(places, sizes) -> Shadows:
    return Shadows(CAMERA, np.array(places, float), np.array([np.diag(size) for size in sizes], float))


def covered(*shapes: Shape, grow: float = 0.0) -> np.ndarray:
    """The share of every pixel that the shapes cover, 0 to 1."""
    picture = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Pen().blend(painter, QBrush(QColor("black")), Shape.joined(shapes).grown(grow))
    painter.end()
    return np.frombuffer(picture.constBits(), np.uint8).reshape(200, 200, 4)[:, :, 3] / 255


def of_hulls(shadows: Shadows, count: int) -> Shape:
    pairs = np.array([(i, i + 1) for i in range(count - 1)])
    return Shape.of([(ring, AROUND) for ring in hulls(shadows, pairs)])


@given(st.lists(st.tuples(steps, radii), min_size=2, max_size=6))
@settings(max_examples=examples(40), deadline=None, derandomize=True)
def test_a_tube_covers_what_the_hulls_of_its_neighbours_cover(knots):
    places = np.cumsum([step for step, _ in knots], 0) - (40, 0, 0)
    shadows = shadows_of(places, [size for _, size in knots])
    outline = Tubes([range(len(knots))]).trace(shadows).shape(0)
    apart = np.abs(covered(outline) - covered(of_hulls(shadows, len(knots)))).sum()
    # Hulls have straight edges between their directions.
    assert apart < 0.03 * covered(outline).sum() + 12


@pytest.mark.parametrize(
    ("places", "sizes"),
    [
        ([(-32, -10, 0), (-28, -5, 0), (-22, -17, 0)], [(5.6, 3.2, 5), (11.8, 7.8, 5), (4.3, 10.3, 5)]),
        ([(-35, -9, 0), (-24, -8, 0)], [(11.7, 11.3, 5), (3.1, 4.8, 5)]),
        ([(0, 0, 0), (30, 0, 0), (2, 12, 0)], [(9, 9, 9), (9, 9, 9), (8, 8, 8)]),
    ],
    ids=["a side that turns more than half round", "an end that barely looks out", "folded back on itself"],
)
def test_a_tube_is_whole_where_its_sides_turn_far(places, sizes):
    shadows = shadows_of(places, sizes)
    outline = Tubes([range(len(places))]).trace(shadows).shape(0)
    apart = np.abs(covered(outline) - covered(of_hulls(shadows, len(places)))).sum()
    assert apart < 0.03 * covered(outline).sum() + 12


@pytest.mark.parametrize("inner", [1.0, 4.0, 9.0])
def test_an_ellipse_within_its_neighbour_is_drawn_all_the_same(inner):
    shadows = shadows_of([(0, 0, 0), (2, 0, 30)], [(20, 20, 20), (inner, inner, inner)])
    shape = Tubes([[0, 1]]).trace(shadows).shape(0)
    assert covered(shape).sum() == pytest.approx(np.pi * 20**2, rel=0.02)


def test_growing_a_circle_grows_its_radius():
    shadows = shadows_of([(0, 0, 0)], [(20, 20, 20)])
    shape = Shape.of([(hulls(shadows, np.array([[0, 0]]))[0], AROUND)])
    assert covered(shape, grow=5.0).sum() == pytest.approx(np.pi * 25**2, rel=0.02)


def test_shapes_filled_together_cover_all_once():
    shadows = shadows_of([(-30, 0, 0), (-20, 0, 0), (40, 0, 0)], [(15, 15, 15)] * 3)
    rings = hulls(shadows, np.array([[0, 0], [1, 1], [2, 2]]))
    one, two, three = (Shape.of([(ring, AROUND)]) for ring in rings)
    both = np.maximum(np.maximum(covered(one), covered(two)), covered(three))
    assert np.abs(covered(one, two, three) - both).sum() < 12


def test_rings_filled_one_by_one_cover_what_they_cover_together():
    shadows = shadows_of([(-20, -10, 0), (0, 0, 0), (30, 10, 0)], [(15, 15, 15)] * 3)
    shape = of_hulls(shadows, 3)
    picture = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Pen().fill(painter, QBrush(QColor("black")), shape)
    painter.end()
    apart = np.frombuffer(picture.constBits(), np.uint8).reshape(200, 200, 4)[:, :, 3] / 255
    assert np.abs(apart - covered(shape)).sum() < 12


def test_rings_of_one_shape_are_not_joined_by_a_line():
    shadows = shadows_of([(-60, -60, 0), (60, 60, 0)], [(10, 10, 10)] * 2)
    shape = Shape.of([(ring, AROUND) for ring in hulls(shadows, np.array([[0, 0], [1, 1]]))])
    assert covered(shape)[90:110, 90:110].max() < 0.01
