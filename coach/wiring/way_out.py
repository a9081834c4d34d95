"""The short way out of a full day, as Today offers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.content.extent import extent
from coach.content.model import Text
from coach.today.standing import standing_of
from coach.today.suggestion import shortest_routine, way_out

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


def offered_at_once(parts: Parts) -> tuple[str, Text] | None:
    """The shortest routine of those that are for this person, and its title: each has to be worked out to know. None
    where there is none, and while the answers to the safety questions lock: then nothing invites to exercise.
    """
    if standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall()).locked:
        return None
    reach = parts.within_reach()
    if not reach.routines:
        return None
    name = shortest_routine(reach, parts.routine_seconds)
    return name, reach.routines[name].title
