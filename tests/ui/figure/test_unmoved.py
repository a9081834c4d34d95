"""What stands still is shown as the picture of before, and looks the same."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from coach.figure.motion import Motion
from coach.ui.figure.camera import view_angles
from coach.ui.figure.film import Film
from coach.ui.figure.framing import Reach
from coach.ui.figure.highlights import areas_of
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import PALETTES
from tests.ui.figure_parts import figure

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = (600.0, 600.0)


def pixels(picture: QImage) -> np.ndarray:
    return np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.width(), 4).astype(int)


def painted(painter: FigurePainter, motion: Motion, share: float) -> np.ndarray:
    camera = Reach(motion).framed(*view_angles(motion.figure), SIZE).camera
    picture = QImage(int(camera.size[0]), int(camera.size[1]), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    on = QPainter(picture)
    areas = areas_of(motion.figure)
    painter.paint(on, motion.at(share), motion.scene, camera, highlight=areas, ghost=motion.at(0.0))
    on.end()
    return pixels(picture)


@pytest.mark.parametrize("name", ["chin-tuck", "band-row", "bird-dog", "prone-y"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_frame_after_others_looks_like_one_painted_alone(name, theme):
    motion = Motion.of(figure(name))
    kept = FigurePainter(PALETTES[theme])
    for share in (0.4, 0.425, 0.45, 0.475):
        after = painted(kept, motion, share)
    alone = painted(FigurePainter(PALETTES[theme]), motion, 0.475)
    assert np.abs(after - alone).max() <= 12  # a twentieth of a pixel at an edge, a gradient half a pixel higher
    assert np.abs(after - alone).mean() < 0.05


@pytest.mark.parametrize("name", ["chin-tuck", "wall-angel", "seated-rotation"])
def test_frames_and_the_pictures_that_serve_to_paint_them_fit_the_memory(name):
    """60 MB for all, on the largest stage of a fine screen, with the ghost, the set and what stands still."""
    film = Film(PALETTES["light"])
    film.load(Motion.of(figure(name)), mirrored=False)
    for share in np.linspace(0, 1, 41):
        film.frame(float(share), 1.0, view_angles(figure(name)), (1200.0, 900.0), 2.0)
    assert film.bytes <= 60 * 1024 * 1024
