"""What a frame of the figure costs: posed and painted afresh, and from the cache. Run it; it prints medians.

Names of figures as arguments, `all` for every shipped one; without, a few that differ. `yard` is a fixed piece of
work of the same kind (paths filled, small arrays multiplied) that runs between the frames: on a machine that is slow or
busy both grow, so the ratio `fresh / yard` is what to compare. `best` is the median over the frames of each one's
quickest turn: where two virtual cores are one real one, a neighbour's work alone makes a frame take twice as long.
Target: at 600 x 600 in software at most 8 ms fresh, at most 1 ms cached.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPolygonF

from coach import resources
from coach.content.library import load
from coach.content.library_files import Folders
from coach.figure.motion import Motion
from coach.ui.figure.camera import view_angles
from coach.ui.figure.film import Film
from coach.ui.figure.palette import PALETTES
from tests.benchmarks.machine import load as load_of
from tests.benchmarks.memory import keep

SIZE = (600.0, 600.0)
FIGURES = ("wall-angel", "chin-tuck", "bird-dog", "band-row", "prone-cobra", "march", "seated-rotation")
REPEATS = 5
CANVAS = QImage(600, 600, QImage.Format.Format_ARGB32_Premultiplied)


@dataclass(frozen=True)
class Costs:
    """Median milliseconds to pose, to pose and paint a fresh frame, at best, to show a cached one; of the yard beside
    them."""

    pose: float
    fresh: float
    best: float
    cached: float
    yard: float


def milliseconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    began = clock()
    work()
    return (clock() - began) * 1000


def show(film: Film, share: float, glow: float, angles: tuple[float, float]) -> None:
    painter = QPainter(CANVAS)
    still = film.frame(share, glow, angles, SIZE)
    assert still is not None, "the film has this frame"
    still.show(painter)
    painter.end()


def _yard() -> Callable[[], None]:
    """Forty fills of a limb's size and four hundred operations on small arrays."""
    turn = np.linspace(0.0, 2 * np.pi, 64, endpoint=False)
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(300 + 20 * np.cos(a), 300 + 80 * np.sin(a)) for a in turn]))
    points, matrix, brush = np.stack((np.cos(turn), np.sin(turn)), 1), np.eye(2), QBrush(QColor("#8DB2AB"))

    def work() -> None:
        painter = QPainter(CANVAS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for _ in range(40):
            painter.fillPath(path, brush)
            for _ in range(10):
                np.maximum(points @ matrix, 0.0)
        painter.end()

    return work


def measure(motion: Motion, repeats: int) -> Costs:
    """Medians over 39 shares, `repeats` times each."""
    film = Film(PALETTES["light"])
    angles = view_angles(motion.figure)
    shares = [i / 40 for i in range(1, 40)]
    pose = statistics.median(milliseconds(partial(motion.at, share)) for share in shares)
    yard, fresh, yards, cached = _yard(), [], [], []
    for turn in range(repeats):
        film.load(None, mirrored=False)  # forgets pictures and postures
        film.load(motion, mirrored=False)
        glow = 1.0 - turn / 8
        film.frame(0.0, glow, angles, SIZE)
        for share in shares:
            fresh.append(milliseconds(partial(film.frame, share, glow, angles, SIZE)))
            yards.append(milliseconds(yard))
        cached += [milliseconds(partial(show, film, share, glow, angles)) for share in shares]
    best = [min(fresh[i :: len(shares)]) for i in range(len(shares))]
    return Costs(pose, *map(statistics.median, (fresh, best, cached, yards)))


def main(arguments: Sequence[str] = ()) -> None:
    app = QGuiApplication.instance() or QGuiApplication([])
    figures = load(Folders(resources.routines(), resources.media())).figures
    is_all = list(arguments) == ["all"]
    names = sorted(figures) if is_all else arguments or FIGURES
    print(f"{'figure':32} {'pose':>7} {'fresh':>7} {'best':>7} {'cached':>7}  ms; {'fresh / yard':>12}")
    found = {}
    for name in names:
        found[name] = cost = measure(Motion.of(figures[name]), 1 if is_all else REPEATS)
        costs = " ".join(f"{part:7.2f}" for part in (cost.pose, cost.fresh, cost.best, cost.cached))
        print(f"{name:32} {costs}      {cost.fresh / cost.yard:12.2f}")
    worst = max(found, key=lambda name: found[name].fresh)
    fresh = statistics.median(cost.fresh for cost in found.values())
    ratio = statistics.median(cost.fresh / cost.yard for cost in found.values())
    best = statistics.median(cost.best for cost in found.values())
    print(f"median {fresh:.2f} ms, at best {best:.2f}, {ratio:.2f} yards; worst {worst} {found[worst].fresh:.2f} ms")
    if names is FIGURES:
        cached = statistics.median(cost.cached for cost in found.values())
        keep({"frame-fresh": fresh, "frame-cached": cached}, how=f"{ratio:.2f} times fixed work beside it; {load_of()}")
    del app


if __name__ == "__main__":
    main(sys.argv[1:])
