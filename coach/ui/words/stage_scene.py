"""What the stage says until the figure stands there, as a value: whoever paints it is above."""

from __future__ import annotations

from coach.values import dataclass
from coach.words.sentences import joined

Phases = tuple[tuple[str, str, float], ...]
"""(phase, the word for it, seconds) in order."""


@dataclass(frozen=True, slots=True)
class StageScene:
    """What stands on the stage. `chip` is (icons, words) of what the exercise needs; `phases` shows the tempo
    line.
    """

    overline: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    is_numbered: bool = True
    chip: tuple[tuple[str, ...], str] | None = None
    phases: Phases = ()

    @property
    def spoken(self) -> str:
        """All of it as one text, for a screen reader."""
        return joined((self.overline, self.title, *self.lines))
