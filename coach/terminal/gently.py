"""What is asked where something hurts some: the ways to go on, and the keys for them."""

from __future__ import annotations

from coach.content.model import Routine
from coach.progression.neighbour import Variant
from coach.values import dataclass
from coach.words import terminal as words
from coach.words.language import Language
from coach.words.library import say


@dataclass(frozen=True, slots=True)
class Gently:
    """After a pain that allows to go on: what is easier, and the routine to do instead, where there are any."""

    pain: int
    variant: Variant | None
    gentle: Routine | None

    @property
    def keys(self) -> tuple[str, ...]:
        """Those that mean something here alone; every other one means what it always does."""
        now = ("e",) if self.variant is not None and self.variant.now is not None else ()
        keeps = ("k",) if self.variant is not None and self.variant.keeps is not None else ()
        return (*now, *keeps, "n", *(("g",) if self.gentle is not None else ()))

    def question(self, language: Language) -> str:
        """The ways to go on, with their keys."""
        now = None if self.variant is None else self.variant.now
        return words.gently(
            language,
            self.pain,
            "" if now is None else say(now.title, language),
            "" if self.gentle is None else say(self.gentle.title, language),
            keeps="k" in self.keys,
        )
