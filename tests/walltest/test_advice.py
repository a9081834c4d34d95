"""What is said about a result."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from coach.content.model import Area, Routine, Text
from coach.walltest.advice import bone_check, change, compare, routine_for, stop_reason
from coach.walltest.score import Result


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (5, 5, "The same as last time."),
        (5, 4, "1 less than last time. A change under 2 points is noise."),
        (5, 6, "1 more than last time. A change under 2 points is noise."),
        (8, 6, "2 less than last time: a real change."),
        (0, 10, "10 more than last time: a real change."),
    ],
)
def test_a_change_under_two_points_is_noise(before: int, after: int, words: str) -> None:
    assert change(before, after) == words


def test_two_results_in_words() -> None:
    before = Result("wall-test", contact=9, hold_seconds=24.4, carry_over=5, tension={"neck": 5, "chest": 3})
    after = Result("wall-test", contact=11, hold_seconds=27.4, carry_over=5, tension={"neck": 4, "low-back": 6})
    words = compare(before, after)
    assert (words.hold, words.contact, words.carry_over) == (
        "3 s longer than last time",
        "2 more than last time",
        "the same",
    )
    assert words.tension == {"neck": "1 less than last time. A change under 2 points is noise."}
    back = compare(after, before)
    assert (back.hold, back.contact) == ("3 s shorter than last time", "2 fewer than last time")
    assert compare(after, after).hold == "the same"


@dataclass
class Catalogue:
    areas: dict[str, Area]
    routines: dict[str, Routine] = field(
        default_factory=lambda: {name: Routine(name, Text(name), ()) for name in ("daily", "strength", "gentle")}
    )


def catalogue(**routines: tuple[str, ...]) -> Catalogue:
    return Catalogue({area: Area(area, Text(area), rated=True, routines=names) for area, names in routines.items()})


@pytest.mark.parametrize(
    ("focus", "routines", "expected"),
    [
        ((), {"neck": ("daily",)}, None),
        (("neck",), {}, None),
        (("neck",), {"neck": ()}, None),
        (("neck",), {"neck": ("gone", "daily")}, "daily"),
        (("neck", "chest"), {"neck": ("daily",), "chest": ("strength",)}, "daily"),
        (("neck", "chest"), {"neck": ("daily", "strength"), "chest": ("strength",)}, "strength"),
        (("neck", "chest"), {"neck": ("gentle", "strength"), "chest": ("strength", "gentle")}, "gentle"),
    ],
)
def test_the_routine_comes_from_areas_yaml_alone(
    focus: tuple[str, ...], routines: dict[str, tuple[str, ...]], expected: str | None
) -> None:
    assert routine_for(focus, catalogue(**routines)) == expected


def test_a_real_catalogue_will_do() -> None:
    assert routine_for(("neck",), SimpleNamespace(areas={}, routines={})) is None


@pytest.mark.parametrize(
    ("felt", "stops"),
    [
        ({}, False),
        ({"pain": 0}, False),
        ({"pain": 5}, False),
        ({"pain": 6}, True),
        ({"dizzy": True}, True),
        ({"tingling": True}, True),
    ],
)
def test_when_to_stop(felt: dict[str, int], stops: bool) -> None:
    reason = stop_reason(**felt)  # type: ignore[arg-type]
    assert (reason is not None) == stops
    assert reason is None or "stop here" in reason


@pytest.mark.parametrize(
    ("occiput_cm", "age", "lost_height", "advised"),
    [
        (9.0, None, False, False),
        (9.0, 49, False, False),
        (5.0, 70, False, False),
        (5.1, 50, False, True),
        (None, 70, False, False),
        (None, None, True, True),
        (3.0, 30, True, True),
    ],
)
def test_advice_on_bones_never_from_a_distance_alone(
    occiput_cm: float | None, age: int | None, lost_height: bool, advised: bool
) -> None:
    assert (bone_check(occiput_cm, age, lost_height) is not None) == advised


def test_nobody_is_labelled() -> None:
    said = " ".join(
        filter(None, [bone_check(9.0, 60), bone_check(None, None, True), stop_reason(pain=8), stop_reason(dizzy=True)])
    ).lower()
    assert not [word for word in ("kyphosis", "hunch", "bad posture", "damage", "abnormal", "severe") if word in said]
