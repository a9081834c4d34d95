"""Which of several routines fits a person."""

from __future__ import annotations

from typing import ClassVar

import pytest

from coach.content.model import FOCUS_OFFER, Area, Routine, Text
from coach.today.fitting import by_fit


class Shelf:
    """Two areas and what answers them."""

    areas: ClassVar = {
        "neck": Area("neck", Text("Neck"), (), routines=("nods", "both")),
        "chest": Area("chest", Text("Chest"), (), routines=("opening", "both", "gone")),
    }
    routines: ClassVar = {
        ident: Routine(ident, Text(ident), (), goal=goal)
        for ident, goal in (
            ("nods", "desk"), ("both", "daily"), ("opening", "desk"), ("soft", "recovery"), ("mine", "desk")
        )
    }  # fmt: skip


ALL = ("mine", "both", "opening", "nods", "soft")


@pytest.mark.parametrize(
    ("focus", "order"),
    [
        ((), ALL),
        (("ribs",), ALL),
        (("neck",), ("nods", "both", "mine", "opening", "soft")),
        (("neck", "chest"), ("nods", "opening", "both", "mine", "soft")),
        (("chest", "neck"), ("opening", "nods", "both", "mine", "soft")),
    ],
)
def test_the_best_answer_of_the_strongest_area_goes_first_and_the_rest_as_it_was_written(focus, order):
    assert by_fit(ALL, focus, Shelf(), is_sore=False) == list(order)


def test_what_is_put_together_for_the_areas_fits_best():
    assert by_fit(("nods", FOCUS_OFFER, "mine"), ("neck",), Shelf(), is_sore=False) == [FOCUS_OFFER, "nods", "mine"]


def test_who_is_sore_is_asked_for_recovery_first():
    known = (*ALL, FOCUS_OFFER)
    assert by_fit(known, ("neck",), Shelf(), is_sore=True)[:3] == ["soft", FOCUS_OFFER, "nods"]
    assert by_fit(("mine", "nods"), ("neck",), Shelf(), is_sore=True) == ["nods", "mine"]
