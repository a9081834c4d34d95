"""The place where a command runs: the machine around it, and what it builds and has to give back."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from coach.values import dataclass, field

if TYPE_CHECKING:
    from coach.bootstrap.display import NoWindow
    from coach.wiring import Parts


class LossError(Exception):
    """What was done is lost, as was said: no command ends well then, whatever it printed."""


def why_no_window() -> NoWindow | None:
    """Why no window can open on this machine; None where one can."""
    from coach.bootstrap import display

    return display.why_no_window(os.environ, sys.platform)


def paint_without_a_screen() -> None:
    """Qt needs no display then; what the person set stays. Qt reads it of the process, when it is loaded."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@dataclass(frozen=True, slots=True)
class Here:
    """This machine, unless somebody says otherwise. What is built goes to `closing`, however the command ends."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    why_no_window: Callable[[], NoWindow | None] = why_no_window
    answer_seconds: float = 5.0
    """How long a running program may take to answer."""
    closing: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    told: list[str] = field(init=False, default_factory=list)
    """What was said beside what a command prints."""

    def build(self, *, speed: float = 1.0, muted: bool = False) -> Parts:
        """The parts of the program; `closing` gives them back."""
        from coach.wiring import build

        parts = build(self.environ, speed=speed, muted=muted)
        self.closing.callback(self._give_back, parts)
        return parts

    def tell(self, sentence: str) -> None:
        """Say it beside what a command prints, once."""
        if sentence not in self.told:
            self.told.append(sentence)
            print(f"posture-coach: {sentence}", file=sys.stderr)

    def _give_back(self, parts: Parts) -> None:
        """Close the parts. What is the matter with the data file is said, and what could not be saved to the last:
        nobody can ask afterwards. LossError where that is lost.
        """
        try:
            of_the_run = parts.notices
        finally:
            of_the_end = parts.close()
        for sentence in (*of_the_run, *of_the_end):
            self.tell(sentence)
        if parts.has_lost:
            raise LossError
