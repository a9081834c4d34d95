"""A muscle that glows faces the eye: shining through from the other side it would teach the wrong one."""

from __future__ import annotations

import pytest

from coach import resources
from coach.content.library import Folders, load
from coach.content.model import Figure
from coach.ui.figure.camera import Camera, mirrored_yaw, view_angles
from coach.ui.figure.glow import nearness
from coach.ui.figure.highlights import areas_of
from coach.ui.figure.motions import motion_of
from coach.ui.figure.muscles import muscles_of

SHIPPED = load(Folders(resources.routines(), resources.media()))
GLOWING = [figure for figure in SHIPPED.figures.values() if figure.highlight]
SEEN = 0.5  # from here on a muscle has its bright core
MOMENTS = (0.0, 0.25, 0.5, 0.75, 1.0)


def seen(figure: Figure, area: str, *, mirrored: bool) -> float:
    """How well the best muscle of an area is seen, in the figure's own view, at the best moment of its movement."""
    motion = motion_of(figure)
    assert motion is not None
    yaw, pitch = view_angles(figure)
    camera = Camera(mirrored_yaw(yaw) if mirrored else yaw, pitch, (1.0, 1.0), (0.0, 0.0, 0.0), 1.0)
    postures = [motion.at(share, mirrored=mirrored) for share in MOMENTS]
    return max(nearness(muscle, side, posture, camera) for muscle, side in muscles_of([area]) for posture in postures)


@pytest.mark.parametrize("mirrored", [False, True], ids=["right", "left"])
@pytest.mark.parametrize("figure", GLOWING, ids=lambda figure: figure.id)
def test_every_area_that_glows_faces_the_eye(figure: Figure, mirrored: bool) -> None:
    hidden = [area for area in areas_of(figure, mirrored=mirrored) if seen(figure, area, mirrored=mirrored) < SEEN]
    assert hidden == [], "choose a view from their side, or let the words name them"


def test_every_exercise_shows_an_area_that_it_is_for() -> None:
    figures = [SHIPPED.figures[exercise.figure] for exercise in SHIPPED.exercises.values() if exercise.figure]
    assert [figure.id for figure in figures if not figure.highlight] == []


def test_what_glows_is_what_the_exercise_is_for() -> None:
    """Where the figure is the exercise's own."""
    for exercise in SHIPPED.exercises.values():
        figure = SHIPPED.figures.get(exercise.figure or "")
        shown = {area.removeprefix("left-").removeprefix("right-") for area in figure.highlight} if figure else set()
        assert shown <= set(exercise.areas), exercise.id


def test_the_chest_that_a_doorway_stretches_is_seen_from_the_front() -> None:
    for name in ("doorway-stretch", "doorway-stretch-high", "doorway-stretch-one-arm"):
        assert 30 <= view_angles(SHIPPED.figures[name])[0] <= 150
