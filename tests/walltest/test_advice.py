"""What a result asks for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import pytest

from coach.content.model import Area, MeasureStep, Routine, Test, Text
from coach.walltest.advice import Change, Comparison, bone_check, change, compare, occiput_cm, routines_for
from coach.walltest.answers import Answers
from coach.walltest.score import Result


@pytest.mark.parametrize(
    ("before", "after", "became"),
    [
        (5, 5, Change("same", 0)),
        (5, 4, Change("noise", -1)),
        (5, 6, Change("noise", 1)),
        (8, 6, Change("perhaps", -2)),
        (0, 10, Change("perhaps", 10)),
    ],
)
def test_a_change_under_two_points_is_noise(before: int, after: int, became: Change) -> None:
    assert change(before, after) == became


def test_two_results_part_by_part() -> None:
    before = Result("wall-test", contact=9, hold_seconds=24.4, carry_over=5, tension={"neck": 5, "chest": 3})
    after = Result("wall-test", contact=11, hold_seconds=27.4, carry_over=4, tension={"neck": 4, "low-back": 6})
    assert compare(before, after) == Comparison(3, 2, -1, {"neck": Change("noise", -1)})
    assert compare(after, before) == Comparison(-3, -2, 1, {"neck": Change("noise", 1)})
    same = Change("same", 0)
    assert compare(after, after) == Comparison(0, 0, 0, {"neck": same, "low-back": same})


def test_seconds_are_compared_as_they_are_shown() -> None:
    """25 and 27 are on the screen; that they lie 2.8 s apart nobody sees."""
    shown_as_25, shown_as_27 = Result("wall-test", hold_seconds=24.6), Result("wall-test", hold_seconds=27.4)
    assert compare(shown_as_25, shown_as_27).hold_seconds == 2


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
        ((), {"neck": ("daily",)}, ()),
        (("neck",), {}, ()),
        (("neck",), {"neck": ()}, ()),
        (("neck",), {"neck": ("gone", "daily")}, ("daily",)),
        (("neck", "gone"), {"neck": ("daily",)}, ("daily",)),
        (("neck", "chest"), {"neck": ("daily",), "chest": ("strength",)}, ("daily", "strength")),
        (("chest", "neck"), {"neck": ("daily",), "chest": ("strength",)}, ("strength", "daily")),
        (("neck", "chest"), {"neck": (), "chest": ("strength", "daily")}, ("strength", "daily")),
        (("neck", "chest"), {"neck": ("gone", "daily"), "chest": ("strength",)}, ("daily", "strength")),
        (("neck", "chest"), {"neck": ("daily", "gentle"), "chest": ("daily",)}, ("daily", "gentle")),
    ],
)
def test_the_best_answer_of_the_strongest_area_comes_first(
    focus: tuple[str, ...], routines: dict[str, tuple[str, ...]], expected: tuple[str, ...]
) -> None:
    assert routines_for(focus, catalogue(**routines)) == expected


def test_the_last_choice_of_both_areas_is_no_good_answer_to_either() -> None:
    areas = catalogue(neck=("daily", "gentle"), chest=("strength", "gentle"))
    assert routines_for(("chest", "neck"), areas) == ("strength", "daily", "gentle")


def test_a_library_without_anything_has_no_answer() -> None:
    assert routines_for(("neck",), SimpleNamespace(areas={}, routines={})) == ()


def test_the_distance_from_head_to_wall_is_the_measure_of_that_name_in_centimetres() -> None:
    result = Result("wall-test", answers=Answers(measures={"occiput": 7.5, "reach": 9.0}))
    step = MeasureStep("occiput", Text("How far?"), "cm", 0.0, 30.0)
    assert occiput_cm(Test("wall-test", Text("Wall"), (step,)), result) == 7.5
    assert occiput_cm(Test("wall-test", Text("Wall"), (step,)), Result("wall-test")) is None
    assert occiput_cm(Test("wall-test", Text("Wall"), (replace(step, unit="in"),)), result) is None
    assert occiput_cm(Test("wall-test", Text("Wall"), (replace(step, id="reach"),)), result) is None


@pytest.mark.parametrize(
    ("distance", "age", "lost_height", "advised"),
    [
        (9.0, None, False, None),
        (9.0, 49, False, None),
        (5.0, 70, False, None),
        (5.1, 50, False, "far-from-wall"),
        (None, 70, False, None),
        (None, None, True, "lost-height"),
        (3.0, 30, True, "lost-height"),
    ],
)
def test_advice_on_bones_never_from_a_distance_alone(
    distance: float | None, age: int | None, lost_height: bool, advised: str | None
) -> None:
    assert bone_check(distance, age, lost_height) == advised
