"""What leads to the exercises of a focus routine that speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import Exercise, Text
from coach.progression.focus_steps import DOWN_SECONDS, UP_SECONDS, Spoken, coming_up, in_order, leads
from tests.progression.past import exercise

SPOKEN = Spoken(
    lambda names, set_ups: " ".join([*names, *map(str, set_ups)]),
    lambda set_up: f"FIX {set_up}",
    lambda: "OFF",
    lambda position: f"up from {position}",
)


def an(ident: str, *needs: str, set_up: str | None = None, position: str = "standing") -> Exercise:
    return replace(exercise(ident), needs=needs, position=position, set_up=Text(set_up) if set_up else None)


FREE = an("free", "band", set_up="shoes")
RIBS, RIBS_TOO = (an(name, "band", "anchor", set_up="ribs") for name in ("ribs", "ribs-too"))
FACE = an("face", "band", "anchor", set_up="face")
BARE = an("bare")
LOW = an("low", "mat", position="sitting")
LYING = an("lying", "band", position="supine")


def told(*order: Exercise) -> list[tuple[str, float]]:
    return [(lead.words, lead.seconds) for lead in leads(order, SPOKEN)]


def test_each_height_comes_once_after_the_free_band_and_before_the_floor() -> None:
    order = in_order([LYING, LOW, RIBS, FACE, FREE, RIBS_TOO, BARE])
    assert [one.id for one in order] == ["free", "bare", "ribs", "ribs-too", "face", "low", "lying"]


def test_a_band_is_fixed_moved_and_taken_off_in_words() -> None:
    assert told(FREE, RIBS, RIBS_TOO, FACE, BARE, LYING) == [
        ("band anchor shoes", 16.0),
        ("FIX ribs", 20.0),
        ("", 14.0),
        ("FIX face", 20.0),
        ("", 14.0),
        ("OFF", DOWN_SECONDS),
    ]


def test_the_first_one_is_fixed_with_what_is_fetched() -> None:
    assert told(RIBS) == [("band anchor FIX ribs", 16.0)]
    assert told(BARE) == [("", 16.0)]


@pytest.mark.parametrize(("order", "seconds"), [((LOW,), [22.0]), ((BARE, LOW, LYING), [16.0, 22.0, 22.0])])
def test_there_is_time_to_get_down_to_the_floor_and_to_sit_on_it(
    order: tuple[Exercise, ...], seconds: list[float]
) -> None:
    assert [lead.seconds for lead in leads(order, SPOKEN)] == seconds


def test_there_is_time_to_put_in_its_place_what_was_made_ready() -> None:
    assert told(BARE, FREE)[1] == ("", 20.0)


def test_who_ends_on_the_floor_is_told_how_to_come_up() -> None:
    assert coming_up([BARE], SPOKEN) == ()
    (step,) = coming_up([LOW], SPOKEN)
    assert (str(step.say), step.seconds) == ("up from sitting", UP_SECONDS)
