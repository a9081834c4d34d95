"""Answers become a score and focus areas."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.walltest.answers import Answers
from coach.walltest.score import Result, focus, score
from tests.walltest.examples import AREAS, POINTS, WALL_TEST

EASY, EFFORT, NO = 0, 1, 2


def contacts(*chosen: int) -> dict[str, dict[str, int]]:
    return {"contact": {point.id: index for point, index in zip(POINTS, chosen, strict=True)}}


def tension(**areas: int) -> dict[str, dict[str, tuple[int, int]]]:
    return {"tension": {area: (areas.get(area.replace("-", "_"), 0), 0) for area in AREAS}}


@pytest.mark.parametrize(
    ("chosen", "contact", "lost", "effort"),
    [
        ((EASY, EASY, EASY), 6, (), ()),
        ((EASY, EFFORT, NO), 3, ("low-back",), ("blades",)),
        ((NO, NO, NO), 0, ("head", "blades", "low-back"), ()),
    ],
)
def test_contact_points_come_from_the_file(
    chosen: tuple[int, ...], contact: int, lost: tuple[str, ...], effort: tuple[str, ...]
) -> None:
    result = score(WALL_TEST, Answers(checks=contacts(*chosen)))
    assert (result.contact, result.contact_most, result.lost, result.effort) == (contact, 6, lost, effort)


def test_carry_over_counts_what_is_still_answered_like_the_first_answer() -> None:
    after = {"carry-over": contacts(EASY, EFFORT, EASY)["contact"]}
    result = score(WALL_TEST, Answers(rechecks=after))
    assert (result.carry_over, result.carry_over_most) == (2, 3)


def test_hold_and_the_stronger_side() -> None:
    answers = Answers(holds={"hold": 27.5}, ratings={"tension": {"neck": (2, 6), "low-back": (4, 1)}})
    result = score(WALL_TEST, answers)
    assert (result.hold_seconds, result.hold_most) == (27.5, 30.0)
    assert result.tension == {"neck": 6, "low-back": 4}


def test_what_was_not_reached_adds_nothing_and_is_not_lost() -> None:
    result = score(WALL_TEST, Answers())
    assert result == Result("wall-test", contact_most=6, hold_most=30.0, carry_over_most=3)


@pytest.mark.parametrize(
    ("areas", "chosen", "expected"),
    [
        ({}, (EASY, EASY, EASY), ()),
        ({"neck": 2, "low_back": 2}, (EASY, EASY, EASY), ()),  # below `from`
        ({"neck": 3}, (EASY, EASY, EASY), ("neck",)),
        ({"neck": 4, "low_back": 6, "shoulders_top": 5}, (EASY, EASY, EASY), ("low-back", "shoulders-top")),
        ({"neck": 5, "shoulders_top": 5, "low_back": 5}, (EASY, EASY, EASY), ("neck", "shoulders-top")),  # file's order
        ({"neck": 5, "shoulders_top": 5, "low_back": 5}, (EASY, EASY, NO), ("low-back", "neck")),
        ({"neck": 5, "between_blades": 5, "low_back": 5}, (EASY, EFFORT, NO), ("low-back", "between-blades")),
        ({"neck": 4, "shoulders_top": 5, "low_back": 5}, (NO, EASY, EASY), ("shoulders-top", "low-back")),  # no tie
    ],
)
def test_focus_areas(areas: dict[str, int], chosen: tuple[int, ...], expected: tuple[str, ...]) -> None:
    result = score(WALL_TEST, Answers(checks=contacts(*chosen), ratings=tension(**areas)))
    assert result.focus == expected
    assert focus(WALL_TEST, result) == expected


def test_how_many_areas_and_from_where_stands_in_the_file() -> None:
    test = replace(WALL_TEST, advice=replace(WALL_TEST.advice, areas=1, from_=6))
    answers = Answers(ratings=tension(neck=5, low_back=6, shoulders_top=7))
    assert score(test, answers).focus == ("shoulders-top",)


index = st.integers(0, 2)
rating = st.integers(0, 10)


@given(st.tuples(index, index, index), st.lists(st.tuples(rating, rating), min_size=4, max_size=4), st.floats(0, 30))
def test_any_result_is_within_its_bounds_and_survives_json(
    chosen: tuple[int, ...], rated: list[tuple[int, int]], seconds: float
) -> None:
    answers = Answers(
        contacts(*chosen), {"hold": seconds}, {"carry-over": contacts(*chosen)["contact"]},
        {"tension": dict(zip(AREAS, rated, strict=True))}, {"occiput": None},
    )  # fmt: skip
    result = score(WALL_TEST, answers)
    assert 0 <= result.contact <= result.contact_most
    assert 0 <= result.carry_over <= result.carry_over_most
    assert len(result.focus) <= 2
    assert all(result.tension[area] >= 3 for area in result.focus)
    assert Result.from_json(json.loads(json.dumps(result.as_json()))) == result


def test_an_older_result_with_less_in_it_can_be_read() -> None:
    assert Result.from_json({"test_id": "wall-test", "contact": 9}) == Result("wall-test", contact=9)
