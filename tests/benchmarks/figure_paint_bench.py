"""What a frame of the figure costs: posed and painted afresh, and from the cache. Run it; it prints medians.

Target (issue 3): at 600 x 600 in software at most 8 ms fresh, at most 1 ms cached.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from coach import resources
from coach.content.catalogue import load
from coach.content.library_files import Folders
from coach.figure.motion import Motion
from coach.ui.figure.camera import view_angles
from coach.ui.figure.film import Film
from coach.ui.figure.palette import PALETTES

SIZE = (600.0, 600.0)
FIGURES = ("wall-angel", "chin-tuck", "bird-dog", "band-row", "prone-cobra", "march", "seated-rotation")
REPEATS = 5
CANVAS = QImage(600, 600, QImage.Format.Format_ARGB32_Premultiplied)


def milliseconds(work, clock=time.perf_counter) -> float:
    began = clock()
    work()
    return (clock() - began) * 1000


def show(film: Film, share: float, glow: float, angles: tuple[float, float]) -> None:
    painter = QPainter(CANVAS)
    picture, where = film.frame(share, glow, angles, SIZE)
    painter.drawImage(where, picture)
    painter.end()


def measure(motion: Motion) -> tuple[float, float, float]:
    """Median milliseconds to pose, to pose and paint a fresh frame, and to show a cached one."""
    film = Film(PALETTES["light"])
    film.load(motion, mirrored=False)
    angles = view_angles(motion.figure)
    shares = [i / 40 for i in range(1, 40)]
    pose = statistics.median(milliseconds(lambda share=share: motion.at(share)) for share in shares)
    fresh, cached = [], []
    for turn in range(REPEATS):
        film.load(motion, mirrored=False)  # forgets pictures and postures
        glow = 1.0 - turn / 8
        film.frame(0.0, glow, angles, SIZE)
        fresh += [milliseconds(partial(film.frame, share, glow, angles, SIZE)) for share in shares]
        cached += [milliseconds(partial(show, film, share, glow, angles)) for share in shares]
    return pose, statistics.median(fresh), statistics.median(cached)


def main() -> None:
    app = QGuiApplication.instance() or QGuiApplication([])
    figures = load(Folders(resources.routines(), resources.media())).figures
    print(f"{'figure':28} {'pose':>8} {'fresh':>8} {'cached':>8}  ms, median of {39 * REPEATS}")
    for name in sys.argv[1:] or FIGURES:
        pose, fresh, cached = measure(Motion.of(figures[name]))
        print(f"{name:28} {pose:8.2f} {fresh:8.2f} {cached:8.2f}")
    del app


if __name__ == "__main__":
    main()
