"""What the room view shows of a test: a sentence that is said, or the hold."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.content.model import Figure, HoldStep, Test
from coach.demonstration.posing import Pose, demonstrated
from coach.demonstration.which_figure import at_the_wall, one_step_forward
from coach.figure.timing import GO_SECONDS
from coach.session.asides import REENTRY_SECONDS
from coach.session.player import View
from coach.session.timeline import Interval
from coach.ui.pages.session.room import RoomScene
from coach.ui.pages.walltest.sections import Sections, Where
from coach.ui.words import common as words
from coach.values import replace
from coach.walltest.held import Held
from coach.words import keys
from coach.words.durations import count_left, count_passed
from coach.words.walltest import held as words_for_held
from coach.words.walltest import part_name

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue


class Scenes(QObject):
    """What the room shows of `test` while something is said or held; `sections` number it."""

    def __init__(self, test: Test, sections: Sections) -> None:
        super().__init__()
        self._test, self._sections = test, sections

    def room(self, view: View, held: Held | None = None, cut: Collection[int] = ()) -> RoomScene:
        """A sentence that is said, or the hold; also while paused. What came of the hold before stands with it; `cut`
        are the steps whose shape was lost.
        """
        interval = view.interval
        where = self._sections.where(interval.step or 0, cut)
        scene = self._scene(view, where, "" if held is None else words_for_held(words.LANGUAGE, held))
        return replace(scene, cut=where.cut)

    def _scene(self, view: View, where: Where, held: str) -> RoomScene:
        interval = view.interval
        part = (where.at + 1, len(where.names))
        place = self.tr("Part {0} of {1}").format(*part)
        if view.state == "paused":
            return RoomScene(
                self.tr("Paused"),
                self._paused(view),
                0.0,
                "",
                "",
                keys.goes_on("wall", words.LANGUAGE),
                "play",
                place,
                part,
            )
        if view.state == "reentry":
            number = count_left(view.reentry_left)
            share = view.reentry_left / REENTRY_SECONDS
            return RoomScene(self.tr("Ready"), "", share, number, "", "", "stop", place, part)
        if interval.kind == "work":
            share = view.elapsed / view.length if view.length else 0.0
            keep = self.tr("Keep the shape. Breathe.")
            return RoomScene(
                part_name(words.LANGUAGE, self._test.steps[interval.step or 0]),
                f"{held} {keep}" if held else keep,
                share,
                count_passed(view.elapsed),
                self.tr("of {0} s").format(round(view.length)),
                self.tr("Shape lost? Any key"),
                "stop",
                place,
                part,
            )
        share = view.left / view.length if view.length and not interval.wait else 0.0
        number = "" if interval.wait else count_left(view.left)
        plate = self.tr("Ready? {key}").format(key=keys.cap("wall", "on", words.LANGUAGE))
        name = held.rstrip(".") or self.tr("Listen")
        return RoomScene(name, interval.text or "", share, number, "", plate, "check", place, part, 0.3)

    def figure_now(self, view: View, catalogue: Catalogue) -> tuple[Figure | None, Pose]:
        """Who shows it: at the wall, or the one step forward, taken again and again until it is held."""
        steps, index = self._test.steps, view.interval.step or 0
        after = steps[index + 1] if index + 1 < len(steps) else None
        if view.interval.kind == "work":
            return one_step_forward(catalogue, self._test), Pose(min(1.0, view.elapsed / GO_SECONDS))
        if isinstance(after, HoldStep):
            stepping = Interval("work", 0.0, 0.0)
            pose = demonstrated(stepping, view.elapsed, is_cycle=False)
            return one_step_forward(catalogue, self._test), pose
        return at_the_wall(catalogue, self._test), Pose()

    def _paused(self, view: View) -> str:
        if view.pause_reason == "gap":
            return self.tr("The computer slept or stood still, so the test waited for you.")
        return self.tr("Take your time.")
