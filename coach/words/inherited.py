"""That a step takes over sets or a rest from its exercise, for whoever wrote it: in English, as all problems."""

from __future__ import annotations

from coach.content.inherited import Inherited
from coach.content.units import in_units


def kept(found: Inherited) -> str:
    """`plank keeps its own 2 sets here, with 30s of rest between them; write sets: 2 where that is meant, or ...`."""
    rest = None if found.rest is None else in_units(int(found.rest))
    if found.sets is None:
        return (
            f"{found.exercise} keeps its own rest of {rest} between the sets here; "
            f"write rest: {rest} where that is meant, or another"
        )
    where = "in every round" if found.in_rounds else "here"
    between = f", with {rest} of rest between them" if rest else ""
    return (
        f"{found.exercise} keeps its own {found.sets} sets {where}{between}; "
        f"write sets: {found.sets} where that is meant, or sets: 1"
    )
