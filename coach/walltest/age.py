"""How old a person said to be, and when: nobody has to say it again every year."""

from __future__ import annotations

from datetime import date
from typing import Any

from coach.unfit import NoNumber, UnfitError
from coach.values import dataclass

YOUNGEST, OLDEST = 1, 120


@dataclass(frozen=True, slots=True)
class ToldAge:
    """`years` on the day `on`."""

    years: int
    on: date

    def at(self, day: date) -> int:
        """The age on a day: never more than it is, since the birthday is not known."""
        whole = day.year - self.on.year - ((day.month, day.day) < (self.on.month, self.on.day))
        return self.years + max(0, whole)

    def as_json(self) -> list[Any]:
        """The same as JSON values."""
        return [self.years, self.on.isoformat()]

    @classmethod
    def read(cls, value: Any) -> ToldAge:
        """What `as_json` made. ValueError for anything else."""
        if not isinstance(value, list) or len(value) != 2 or not isinstance(value[1], str):
            raise UnfitError("no-age")
        years = value[0]
        if isinstance(years, bool) or not isinstance(years, int) or not YOUNGEST <= years <= OLDEST:
            raise UnfitError(NoNumber(YOUNGEST, OLDEST, is_age=True))
        return cls(years, date.fromisoformat(value[1]))


def age_typed(text: str) -> int | None:
    """The age that somebody typed; None where it is none."""
    typed = text.strip()
    if not (typed.isdecimal() and typed.isascii() and len(typed) <= 3):
        return None
    return int(typed) if YOUNGEST <= int(typed) <= OLDEST else None
