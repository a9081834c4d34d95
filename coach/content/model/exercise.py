"""One movement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from coach.content.model.dose import DoseLayer, Side
from coach.content.model.text import SidedText, Text
from coach.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Review:
    """That a physiotherapist has looked at an exercise: who, and on which day. Older files say neither."""

    by: Text | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Exercise:
    """One movement, with what a person has to know to do it with eyes shut.

    `areas` has the main one first; `check_first` are ids of conditions in safety.yaml; `basis` says what `movement` and
    `dose` rest on; `reviewed` is there only where a physiotherapist has looked at it.
    `set_up` tells how its things are made ready, before anybody begins: at which height a band is fixed.
    It may as well be done in the positions of `also_in`: who is in one of them stays there.
    While it is held or kept going one of its `cues` is spoken at most every `cues_every` seconds; once: only one at
    all, of repetitions too. Where it is `quiet` nothing is: only what describes it, and what a step says itself.
    """

    id: str
    title: Text
    areas: tuple[str, ...]
    position: str
    describe: Text
    dose: DoseLayer
    summary: Text | None = None
    also: tuple[Text, ...] = ()
    also_in: tuple[str, ...] = ()
    muscles: tuple[Text, ...] = ()
    needs: tuple[str, ...] = ()
    set_up: Text | None = None
    steps: tuple[Text, ...] = ()
    cues: tuple[Text, ...] = ()
    cues_every: float | Literal["once"] = 30.0
    quiet: bool = False
    mistakes: tuple[Text, ...] = ()
    easier: str | None = None
    harder: str | None = None
    check_first: tuple[str, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict)  # condition -> what takes its place for a person with it
    figure: str | None = None
    phases: Mapping[str, Text] = field(default_factory=dict)  # move, hold, back, pause -> the word under the ring
    basis: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # movement, dose -> source ids and own-choice ...
    reviewed: Review | Literal[False] = False
    sources: tuple[str, ...] = ()
    from_whom: str | None = None  # somebody else who wrote it

    def described(self, sides: Side) -> Text:
        """How it is done on these sides, in a few sentences."""
        return _of_side(self.describe, sides) or self.describe

    def steps_on(self, sides: Side) -> tuple[Text, ...]:
        """How it is done on these sides, step by step."""
        return tuple(text for step in self.steps if (text := _of_side(step, sides)) is not None)


def _of_side(text: Text, sides: Side) -> Text | None:
    return text.of_side(sides) if isinstance(text, SidedText) else text
