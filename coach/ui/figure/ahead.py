"""The film of the figure that comes next, painted a frame at a time while another one is shown.

Its frames are dear (three to eight milliseconds each, tests/benchmarks/figure_paint_bench.py) and a change-over shows
thirty new ones in its first second; painted before, that second costs no more than any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coach.content.model import Figure
from coach.ui.figure.film import GLOW_STEPS, Film
from coach.ui.figure.motions import Movement

Make = Callable[[], Film]
Seen = tuple[tuple[float, float], tuple[float, float], float]
"""Yaw and pitch, width and height, and the screen's ratio, with which it will be shown."""


class Ahead:
    """Prepares one film at a time; `make` gives an empty one."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._film: Film | None = None
        self._of: tuple[Figure, bool] | None = None
        self._seen: Seen | None = None
        self._slices: Iterator[None] = iter(())

    def prepare(self, figure: Figure, *, mirrored: bool, motion: Movement, seen: Seen, glow: float) -> None:
        """One more frame of this figure, from the start on, in the glow of who moves, and then the end in each that is
        brighter; nothing once all are there.
        """
        if self._of is None or self._of[0] is not figure or (self._of[1], self._seen) != (mirrored, seen):
            self._of, self._seen = (figure, mirrored), seen
            self._film = film = self._make()
            self._slices = _frames(film, motion, mirrored, seen, glow)
        next(self._slices, None)

    def take(self, figure: Figure, *, mirrored: bool) -> Film | None:
        """The film of this figure, as far as it is painted, to be the taker's own; None where another one or none was
        prepared.
        """
        film, of = self._film, self._of
        if film is None or of is None or of[0] is not figure or of[1] != mirrored:
            return None
        self.forget()
        return film

    def forget(self) -> None:
        """Nothing is prepared any more."""
        self._film = self._of = self._seen = None
        self._slices = iter(())


def _frames(film: Film, motion: Movement, mirrored: bool, seen: Seen, glow: float) -> Iterator[None]:
    angles, size, ratio = seen
    film.load(motion, mirrored=mirrored)
    yield
    film.frame(0.0, glow, angles, size, ratio)
    yield
    for step in range(1, film.steps + 1):
        film.frame(step / film.steps, glow, angles, size, ratio)
        yield
    if motion.is_cycle or not motion.has_end:
        return
    for shine in range(Film.shine(glow) + 1, GLOW_STEPS + 1):
        film.frame(1.0, shine / GLOW_STEPS, angles, size, ratio)
        yield
