"""Lists in which nothing may stand twice: refused by check, at the second one, and by the schema in an editor."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from coach.content.schema import schema
from tests.content.shelf import Shelf

EXERCISE = "areas: {areas}\nposition: sitting\ndescribe: Sit.\ndose: {{reps: 8}}\n"
REMINDER = "every: 30m\nmessages: [Stand.]\n"
PLAN = "weeks: [{{weeks: 1-, do: [{{routine: desk-reset, days: {days}, dose: {{sets: 1}}, only: {only}}}]}}]\n"
FIGURE = "base: sitting\nstart: {}\n"
RATE = "steps: [{{rate: {{id: tension, ask: Where?, areas: {areas}}}}}]\n"

TWICE = {
    "a reminder's days": ("reminder", REMINDER + "days: [mon, mon]\n", "7:13: mon"),
    "a reminder's times": ("reminder", "at: [10:30, 15:00, 10:30]\nmessages: [Stand.]\n", "5:20: 10:30"),
    "how long a reminder may be put off": ("reminder", REMINDER + "snooze: [5m, 5m]\n", "7:14: 5m"),
    "a plan's days": ("plan", PLAN.format(days="[mon, tue, mon]", only="[plank]"), "5:65: mon"),
    "the exercises of a plan's dose": ("plan", PLAN.format(days="[mon]", only="[plank, plank]"), "5:92: plank"),
    "an exercise's areas": ("exercise", EXERCISE.format(areas="[neck, neck]"), "5:15: neck"),
    "what it needs": ("exercise", EXERCISE.format(areas="[neck]") + "needs: [mat, wall, mat]\n", "9:20: mat"),
    "its muscles": ("exercise", EXERCISE.format(areas="[neck]") + "muscles: [traps, traps]\n", "9:18: traps"),
    "its other names": ("exercise", EXERCISE.format(areas="[neck]") + "also: [Nod, Nod]\n", "9:13: Nod"),
    "its sources": (
        "exercise",
        EXERCISE.format(areas="[neck]") + "sources: [jull-2009, jull-2009]\n",
        "9:22: jull-2009",
    ),
    "what it rests on": (
        "exercise",
        EXERCISE.format(areas="[neck]") + "basis: {dose: [own-choice, own-choice]}\n",
        "9:28: own-choice",
    ),
    "what to ask first": (
        "exercise",
        EXERCISE.format(areas="[neck]") + "check_first: [neck-injury, neck-injury]\n",
        "9:28: neck-injury",
    ),
    "what glows": ("figure", FIGURE + "highlight: [neck, left-neck, neck]\n", "7:30: neck"),
    "the points shown": ("figure", FIGURE + "marks: [head, head]\n", "7:15: head"),
    "the areas that are rated": ("test", RATE.format(areas="[neck, chest, neck]"), "5:64: neck"),
    "an area's exercises": (
        "areas",
        "areas: {wrist: {title: Wrist, exercises: [plank, plank]}}\n",
        "5:50: plank",
    ),
}


def written(kind: str, body: str) -> object:
    ident = "areas" if kind == "areas" else "sample"
    text = f"kind: {kind}\nformat: 1\nid: {ident}\ntitle: Sample\n{body}"
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize(("kind", "body", "where"), TWICE.values(), ids=TWICE)
def test_what_stands_twice_is_a_problem_at_the_second_one(shelf: Shelf, kind: str, body: str, where: str) -> None:
    assert shelf.of(kind, body) == [f"{where} stands in this list twice; keep one of them"]


@pytest.mark.parametrize(("kind", "body", "where"), TWICE.values(), ids=TWICE)
def test_an_editor_says_so_as_well(kind: str, body: str, where: str) -> None:
    (error,) = Draft202012Validator(schema(kind)).iter_errors(written(kind, body))
    told = [each.message for each in (error, *(error.context or ()))]  # a step's own are told below those of its forms
    assert [message for message in told if "has non-unique elements" in message], where


def test_one_time_written_in_two_ways_is_one_time(shelf: Shelf) -> None:
    twice = "stands in this list twice; keep one of them"
    assert shelf.of("reminder", REMINDER + "snooze: [60s, 1m]\n") == [f"7:15: 1m {twice}"]


def test_a_list_with_another_problem_tells_that_first(shelf: Shelf) -> None:
    assert shelf.of("reminder", REMINDER + "days: [mon, mon, noday]\n") == [
        "7:18: noday is not known; write fri, mon, sat, sun, thu, tue or wed"
    ]


def test_what_is_said_or_done_may_come_twice(shelf: Shelf) -> None:
    steps = "steps: [Breathe in., Breathe out., Breathe in.]\n"
    assert shelf.of("exercise", EXERCISE.format(areas="[neck]") + steps) == []
