"""The short way out of a full day, as Today offers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.content.extent import extent
from coach.today.suggestion import way_out

if TYPE_CHECKING:
    from coach.wiring.parts import Parts


def short_way_out(parts: Parts) -> str | None:
    """The shortest routine for a desk of which the person has something left, and all that it needs; None where there
    is none. The lengths are those of the files: only where it matters it is looked at what the person does of one.
    """
    catalogue = parts.library.catalogue

    def seconds_of(ident: str) -> float:
        return extent(catalogue.routines[ident], catalogue.exercises).seconds

    def can_do(ident: str) -> bool:
        return not parts.lacks(ident) and not parts.own(ident).is_empty

    return way_out(catalogue, seconds_of, can_do)
