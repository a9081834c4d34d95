"""A test's result as the window shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.at_the_wall import Kept
from coach.content.model import Test
from coach.values import dataclass
from coach.walltest.score import Result

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result as it is kept, and the library that has words for it."""

    test: Test
    kept: Kept
    catalogue: Catalogue

    @property
    def result(self) -> Result:
        """What came of the test."""
        return self.kept.result

    @property
    def focus(self) -> tuple[str, ...]:
        """The focus areas that the library has, the strongest first."""
        return tuple(area for area in self.result.focus if area in self.catalogue.areas)
