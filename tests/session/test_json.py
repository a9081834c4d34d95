"""What `show ID --json` prints: exactly the keys of docs/format.md."""

from __future__ import annotations

import json

import pytest

from coach.content.model import CueAt, DoseLayer, SayStep, Text
from coach.session.compile import compile_routine
from tests.session.library import SILENT, catalogue, exercise, routine, step

WORK_KEYS = ["kind", "start", "seconds", "exercise", "set", "sets", "side", "reps"]
WORK_KEYS += ["move", "hold", "back", "pause", "every", "open"]


def work_of(dose: DoseLayer, **above: object) -> dict[str, object]:
    timeline = compile_routine(routine(step("some", **above), prepare=0.0), catalogue(exercise("some", dose)))
    return timeline.as_json()["intervals"][0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("dose", "values"),
    [
        (
            DoseLayer(reps=5, move=2.0, hold=1.0, back=2.0, sets=2),
            ["work", 0.0, 25.0, "some", 1, 2, None, 5, 2.0, 1.0, 2.0, 0.0, None, None],
        ),
        (
            DoseLayer(reps=6, sides="alternate", pause=1.0),
            ["work", 0.0, 59.0, "some", 1, 1, "alternate", 6, 2.0, 0.0, 2.0, 1.0, None, None],
        ),
        (
            DoseLayer(reps=5, own_pace=True, sides="both"),
            ["work", 0.0, 20.0, "some", 1, 1, "left", 5, None, None, None, None, None, "own"],
        ),
        (
            DoseLayer(for_seconds=60.0, every=2.0),
            ["work", 0.0, 60.0, "some", 1, 1, None, None, None, None, None, None, 2.0, None],
        ),
        (
            DoseLayer(as_long_as_possible=True, sides="right"),
            ["work", 0.0, 120.0, "some", 1, 1, "right", None, None, None, None, None, None, "max"],
        ),
    ],
)
def test_work(dose: DoseLayer, values: list[object]) -> None:
    assert work_of(dose) == dict(zip(WORK_KEYS, values, strict=True))
    assert list(work_of(dose)) == WORK_KEYS


def test_lengths_are_decimal_numbers() -> None:
    printed = json.dumps(work_of(DoseLayer(reps=5, move=1, hold=1, back=1)))  # a file's whole seconds may be ints
    assert '"seconds": 15.0' in printed
    assert '"move": 1.0' in printed


def test_a_whole_routine() -> None:
    some = exercise("some", DoseLayer(for_seconds=5.0, sets=2, rest=4.0, sides="both"))
    cue = CueAt(before_end=2.0, say=Text("Soft."), sound="tick")
    timeline = compile_routine(
        routine(
            SayStep(Text("Lie down."), None),
            step("some", cue, sets=1),
            step("some", sets=2, sides="none"),
            SayStep(Text("Get up."), 3.0),
        ),
        catalogue(some, coaching=SILENT),
    )
    plain = timeline.as_json()
    assert list(plain) == ["id", "title", "seconds", "estimated", "exercises", "intervals", "cues"]
    assert (plain["id"], plain["title"], plain["seconds"]) == ("a-routine", "A routine", 67.0)
    assert (plain["estimated"], plain["exercises"]) == (True, 2)
    not_work = [entry for entry in plain["intervals"] if entry["kind"] != "work"]  # type: ignore[attr-defined]
    assert not_work == [
        {"kind": "say", "start": 0.0, "seconds": 15.0, "text": "Lie down.", "wait": True},
        {"kind": "prepare", "start": 15.0, "seconds": 10.0, "exercise": "some"},
        {"kind": "switch", "start": 30.0, "seconds": 5.0, "exercise": "some"},
        {"kind": "between", "start": 40.0, "seconds": 10.0, "exercise": "some"},
        {"kind": "rest", "start": 55.0, "seconds": 4.0, "exercise": "some"},
        {"kind": "say", "start": 64.0, "seconds": 3.0, "text": "Get up.", "wait": False},
    ]
    assert plain["cues"] == [
        {"at": 0.0, "say": "Lie down."},
        {"at": 28.0, "sound": "tick"},
        {"at": 28.0, "say": "Soft."},
        {"at": 38.0, "sound": "tick"},
        {"at": 38.0, "say": "Soft."},
        {"at": 64.0, "say": "Get up."},
    ]


def test_a_length_is_a_guess_only_where_a_part_is_open() -> None:
    library = catalogue(exercise("some", DoseLayer(reps=5)))
    assert not compile_routine(routine(step("some")), library).estimated
    assert compile_routine(routine(step("some", own_pace=True)), library).estimated
    assert compile_routine(routine(step("some", as_long_as_possible=True)), library).estimated
