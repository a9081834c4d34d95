"""The sections of a test: what the window calls and numbers them, and in which one each step lies."""

from __future__ import annotations

from collections.abc import Collection

from coach.content.model import CheckStep, HoldStep, MeasureStep, RateStep, RecheckStep, SayStep, Test
from coach.ui.words import common as words
from coach.values import dataclass
from coach.words.walltest import part_name


@dataclass(frozen=True, slots=True)
class Where:
    """The sections by name, and which one a page is in, counted from 0; as many as there are where all are done.

    `cut` are those that were not kept to their end: they are over, but not done.
    """

    names: tuple[str, ...]
    at: int
    cut: frozenset[int] = frozenset()


class Sections:
    """A test is seen as its checks, its hold and its ratings: a sentence leads to one, a measurement follows all."""

    def __init__(self, test: Test) -> None:
        self._test = test
        self._starts = [i for i, step in enumerate(test.steps) if not isinstance(step, SayStep | MeasureStep)]
        self.names = tuple(part_name(words.LANGUAGE, test.steps[start]) for start in self._starts)

    def outline(self) -> tuple[tuple[str, str], ...]:
        """(name, what happens) of each section, in order."""
        return tuple(zip(self.names, map(self._what_happens, self._starts), strict=True))

    def where(self, step_index: int, cut: Collection[int] = ()) -> Where:
        """The section of a step: a sentence is in the one that it leads to, what follows the last one in that. `cut`
        are the steps whose shape was lost.
        """
        last = max(0, len(self._starts) - 1)
        at = next((n for n, start in enumerate(self._starts) if start >= step_index), last)
        return Where(self.names, at, self._sections_of(cut))

    def done(self, cut: Collection[int] = ()) -> Where:
        """Behind the last section; `cut` as in `where`."""
        return Where(self.names, len(self.names), self._sections_of(cut))

    def _sections_of(self, steps: Collection[int]) -> frozenset[int]:
        return frozenset(number for number, start in enumerate(self._starts) if start in steps)

    def _what_happens(self, index: int) -> str:
        language = words.LANGUAGE
        match self._test.steps[index]:
            case CheckStep():
                return language.translate("WallTest", "What touches the wall, and how easily.")
            case HoldStep(seconds=seconds):
                text = language.translate("WallTest", "One step forward, the same shape, up to {0}.")
                return text.format(words.length_in_words(seconds))
            case RecheckStep():
                return language.translate("WallTest", "Back at the wall: what still touches.")
            case RateStep(sides=True):
                return language.translate("WallTest", "Where you feel it, left and right.")
            case _:
                return language.translate("WallTest", "Where you feel it.")
