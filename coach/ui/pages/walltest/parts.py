"""The parts of a test as the screens name and number them, and what the room view shows of its timed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.content.model import CheckStep, Figure, HoldStep, MeasureStep, RateStep, RecheckStep, SayStep, Test
from coach.demonstration.posing import Pose, demonstrated
from coach.demonstration.which_figure import at_the_wall, one_step_forward
from coach.figure.timing import GO_SECONDS
from coach.session.player import View
from coach.session.timeline import Interval
from coach.ui.pages.session.ask import Question
from coach.ui.pages.session.room import RoomScene
from coach.ui.words import common as words
from coach.ui.words.qt_language import QtLanguage
from coach.words.durations import count_left, count_passed
from coach.words.walltest import part_name

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue


class TestParts(QObject):
    """Names of the parts, where each step belongs, and the room's scenes."""

    __test__ = False  # not a pytest class

    def __init__(self, test: Test, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._test = test
        self._starts = [i for i, step in enumerate(test.steps) if not isinstance(step, SayStep | MeasureStep)]
        self.names = tuple(self._name(i) for i in self._starts)

    def _name(self, index: int) -> str:
        return part_name(QtLanguage(), self._test.steps[index])

    def course(self) -> tuple[tuple[str, str], ...]:
        """(name, what happens) of each part, in order."""
        return tuple((self._name(start), self._course_words(start)) for start in self._starts)

    def _course_words(self, index: int) -> str:
        match self._test.steps[index]:
            case CheckStep():
                return self.tr("What touches the wall, and how easily.")
            case HoldStep(seconds=seconds):
                return self.tr("One step forward, the same shape, up to {0}.").format(words.length_in_words(seconds))
            case RecheckStep():
                return self.tr("Back at the wall: what still touches.")
            case RateStep(sides=True):
                return self.tr("Where you feel it, left and right.")
            case _:
                return self.tr("Where you feel it.")

    def part(self, step_index: int) -> int:
        """The part, from 0, of a step: a sentence leads to the next part, a measurement follows the last."""
        return next((n for n, start in enumerate(self._starts) if start >= step_index), max(0, len(self._starts) - 1))

    def room(self, view: View) -> RoomScene:
        """A sentence that is said, or the hold; also while paused."""
        interval = view.interval
        now = self.part(interval.step or 0) + 1
        part = (now, len(self.names))
        place = self.tr("Part {0} of {1}").format(*part)
        if view.state == "paused":
            return RoomScene(
                self.tr("Paused"), self._paused(view), 0.0, "", "", self.tr("Space goes on"), "play", place, part
            )
        if view.state == "reentry":
            number = count_left(view.reentry_left)
            return RoomScene(self.tr("Ready"), "", view.reentry_left / 3, number, "", "", "stop", place, part)
        if interval.kind == "work":
            share = view.elapsed / view.length if view.length else 0.0
            return RoomScene(
                part_name(QtLanguage(), self._test.steps[interval.step or 0]),
                self.tr("Keep the shape. Breathe."),
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
        plate = self.tr("Ready? Return")
        name = self.tr("Listen")
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

    # --- questions -----------------------------------------------------------------------------------------------

    def ask_end(self) -> Question:
        """Whether to stop the test here."""
        return Question(
            "end",
            self.tr("Stop the test here?"),
            self.tr("A test counts only when it is complete. Nothing is kept of this one."),
            (("on", self.tr("Go on")), ("end", self.tr("Stop it"))),
            "on",
        )

    def ask_pain(self) -> Question:
        """What hurts and how much, or what else it is."""
        return Question(
            "pain",
            self.tr("What do you feel?"),
            self.tr("Choose a number for pain, or what else it is."),
            (
                ("answer", self.tr("Confirm")),
                ("dizzy", self.tr("Dizzy")),
                ("tingling", self.tr("An arm tingles")),
                ("nothing", self.tr("By mistake")),
            ),
            "nothing",
            scale=self.tr("Pain"),
            ends=(self.tr("0 none"), self.tr("10 the worst")),
        )
