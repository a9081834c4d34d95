"""What is asked where something hurts some: the ways to go on, and the keys for them."""

from __future__ import annotations

from dataclasses import dataclass

from coach.content.model import Routine
from coach.progression.neighbour import Variant


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

    @property
    def question(self) -> str:
        """The ways to go on, with their keys."""
        parts = [f"A {self.pain}: make it easier, or stop for today. Space goes on gently, smaller and slower."]
        now = None if self.variant is None else self.variant.now
        if now is not None:
            parts.append(f"e: {now.title} from here on.")
        if "k" in self.keys:
            parts.append("k: from here on, and the next times." if now is not None else "k: easier the next times.")
        parts.append("n skips this one.")
        if self.gentle is not None:
            parts.append(f"g: {self.gentle.title} instead.")
        return " ".join([*parts, "q ends."])
