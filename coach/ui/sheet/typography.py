"""The type scale on paper, in points; all of it shrinks together where a sheet would need one more page.

Sizes and weights are chosen by eye.
"""

from __future__ import annotations

from coach.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class PrintStyle:
    """`points` of 1/72 inch, `weight` on the font's axis."""

    points: float
    weight: int = 450

    @property
    def bold(self) -> PrintStyle:
        """The same at weight 750."""
        return replace(self, weight=750)


TITLE = PrintStyle(24).bold
"""What the sheet is called."""

EXERCISE = PrintStyle(13).bold
DOSE = PrintStyle(10.5).bold
"""An exercise's number and name, and how much of it."""

LEAD = PrintStyle(11)
FACTS = PrintStyle(10).bold
"""What the routine is for, and how long it takes; bold over the days to tick."""

TEXT = PrintStyle(9.5)
"""How an exercise is done, and what is said between."""

SMALL = PrintStyle(9)
NOTE = PrintStyle(8.5)
CAPTION = PrintStyle(8)
"""What to think of and when to stop; tempo and what works; below pictures, in tables, at the foot of a page."""

FINE = PrintStyle(7.5)
"""What this program is not."""
