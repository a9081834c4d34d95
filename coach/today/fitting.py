"""Which of several routines fits a person now, in the order in which to ask for them."""

from __future__ import annotations

from collections.abc import Sequence

from coach.content.model import FOCUS_OFFER
from coach.today.offers import gentle_ones
from coach.walltest.advice import Areas, routines_for


def by_fit(idents: Sequence[str], focus: Sequence[str], catalogue: Areas, *, is_sore: bool) -> list[str]:
    """`idents` in the order in which they fit a person with these focus areas, the strongest first.

    What is put together for these areas fits best, then what areas.yaml names for them, the best answer first, then all
    others in their own order. For somebody sore those for recovery go before all of that, as on Today.
    """
    asked = routines_for(focus, catalogue)
    gentle = gentle_ones(catalogue.routines) if is_sore else []

    def place(ident: str) -> tuple[bool, int]:
        answers = len(asked)
        if ident == FOCUS_OFFER:
            answers = -1
        elif ident in asked:
            answers = asked.index(ident)
        return ident not in gentle, answers

    return sorted(idents, key=place)
