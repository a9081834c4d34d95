"""kind: exercise: every key, its place and its sentence. What is not said stands as in BASE."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

BASE = {
    "areas": "areas: [neck]",
    "position": "position: sitting",
    "describe": "describe: Sit tall.",
    "dose": "dose: {reps: 8}",
}


def exercise(lines: str) -> str:
    """A healthy exercise with these lines in place of its own: areas on line 5, position, describe, dose on line 8."""
    changed = {lines.partition(":")[0]: lines} if lines else {}
    return "\n".join({**BASE, **changed}.values()) + "\n"


CASES = [
    ("", []),
    ("areas: []", ["5:8: the list is empty; write at least one, such as [ID]"]),
    ("areas: neck", ["5:8: neck is not a list; write [neck]"]),
    ("areas: [nek, glutes]", ["5:9: nek is not known; did you mean neck?"]),
    ("areas: {neck: 1}", ["5:8: a map is not a list; write [ID]"]),
    ("areas: [5]", ["5:9: 5 is not an id; write an area"]),
    ("position: siting", ["6:11: siting is not known; did you mean sitting?"]),
    (
        "position: 3",
        [("6:11: 3 cannot stand here; write standing, sitting, kneeling, all-fours, prone, supine or side-lying")],
    ),
    (
        "position: [sitting]",
        [("6:11: a list cannot stand here; write standing, sitting, kneeling, all-fours, prone, supine or side-lying")],
    ),
    ("position:", ["6:10: a value is missing here; write one, or leave the key or the item out"]),
    ("position: ~", ["6:11: a value is missing here; write one, or leave the key or the item out"]),
    ("position: null", ["6:11: a value is missing here; write one, or leave the key or the item out"]),
    ("describe: 30", ['7:11: 30 is a number where a text is wanted; write "30" in quotes']),
    ("describe: true", ['7:11: true stands for yes or no where a text is wanted; write "true" in quotes']),
    ("describe: ''", ["7:11: the text is empty; write 1 to 2,000 characters, or leave the key or the item out"]),
    ("describe: [Sit]", ["7:11: a list stands where a text is wanted; write one text, in quotes if need be"]),
    ("describe: {en: Sit, de: Sitz}", []),
    ("describe: {de: Sitz}", ["7:11: en is missing; write {en: TEXT} with the English text"]),
    ("describe: {en: Sit, Deutsch: Sitz}", ["7:21: Deutsch is not a language tag; write one such as en or de"]),
    ("describe: {en: 5}", ['7:16: 5 is a number where a text is wanted; write "5" in quotes']),
    ("describe: {en: }", ["7:15: a value is missing here; write one, or leave the key or the item out"]),
    ("describe: {en: Sit, de: }", ["7:24: a value is missing here; write one, or leave the key or the item out"]),
    (
        "describe: {en: Sit, de: [x]}",
        ["7:25: a list stands where a text is wanted; write one text, in quotes if need be"],
    ),
    ("describe: {}", ["7:11: en is missing; write {en: TEXT} with the English text"]),
    ("describe: {both: Each in turn., left: Left hand., right: Right hand.}", []),
    ("describe: {both: {en: Each}, left: {en: Left, de: Links}, right: Right}", []),
    ("describe: {both: Each in turn., left: Left hand.}", ["7:11: right is missing; write right: TEXT"]),
    (
        "describe: {both: Each, letf: Left, right: Right}",
        ["7:24: letf is not known; did you mean left?"],
    ),
    (
        "describe: {en: Each, left: Left, right: Right}",
        [
            "7:11: both is missing; write both: TEXT",
            "7:12: en is not known here; write both: {en: TEXT}",
        ],
    ),
    (
        "describe: {both: 5, left: Left, right: Right}",
        ['7:18: 5 is a number where a text is wanted; write "5" in quotes'],
    ),
    ("steps: [Sit tall., {both: Change hands.}, {both: Step in and change., one: Step in.}]", []),
    ("steps: [{one: Step in.}]", ["9:9: both is missing; write both: TEXT"]),
    ("steps: [{both: Change., left: Step in.}]", ["9:25: left is not known; write both or one"]),
    ("cues_every: once", []),
    ("cues_every: 1m", []),
    ("cues_every: 29s", ["9:13: 29s is too short; write 30s to 60m"]),
    ("cues_every: onse", ["9:13: onse is not known; did you mean once?"]),
    ("cues_every: 30", ["9:13: 30 has no unit; did you mean 30s?"]),
    (
        "steps: [Sit tall., Back: not down.]",
        ["9:20: a map stands where a text is wanted; put a text that holds a colon in quotes"],
    ),
    (
        "steps:\n  - Sit tall.\n  -\n  - Back: not down.",
        [
            "11:4: a value is missing here; write one, or leave the key or the item out",
            "12:5: a map stands where a text is wanted; put a text that holds a colon in quotes",
        ],
    ),
    ("cues: Long neck.", ["9:7: Long neck. is not a list; write [Long neck.]"]),
    ("also: []", []),
    ("also: [1]", ['9:8: 1 is a number where a text is wanted; write "1" in quotes']),
    (
        "needs: [chiar, rope]",
        [
            "9:9: chiar is not known; did you mean chair?",
            "9:16: rope is not known; write anchor, band, chair, desk, doorway, foam-roller, mat, step, towel or wall",
        ],
    ),
    ("needs: []", []),
    ("muscles: [deep neck flexors, 2]", ['9:30: 2 is a number where a text is wanted; write "2" in quotes']),
    ("mistakes: {a: b}", ["9:11: a map is not a list; write [TEXT]"]),
    ("easier: plnk", ["9:9: plnk is not known; did you mean plank?"]),
    ("harder: plank", []),
    ("easier: Chin Tuck", ["9:9: Chin Tuck is not known; did you mean chin-tuck?"]),
    ("easier: 5", ["9:9: 5 is not an id; write the id of an exercise"]),
    ("figure: chin-tuk", ["9:9: chin-tuk is not known; did you mean chin-tuck?"]),
    ("figure: chin-tuck", []),
    ("check_first: [neck-injuri]", ["9:15: neck-injuri is not known; did you mean neck-injury?"]),
    ("check_first: [neck-injury]", []),
    ("phases: {move: Glide, hols: Hold}", ["9:23: hols is not known; did you mean hold?"]),
    ("phases: {move: Glide, hold: 3}", ['9:29: 3 is a number where a text is wanted; write "3" in quotes']),
    ("basis: {movement: [general-knowledge], dose: [jull-2009, own-choice]}", []),
    (
        "basis: {dose: [jull-2008, own-choise]}",
        [
            "9:16: jull-2008 is not known; did you mean jull-2009?",
            "9:27: own-choise is not known; did you mean own-choice?",
        ],
    ),
    ("basis: {moves: [own-choice]}", ["9:9: moves is not known; did you mean movement?"]),
    ("basis: own-choice", ["9:8: own-choice is not a map of keys; write {movement: [general-knowledge]}"]),
    ("reviewed: yes", ["9:11: yes is not true or false; write true"]),
    ("reviewed: no", ["9:11: no is not true or false; write false"]),
    ('reviewed: "true"', ["9:11: true is not true or false; write true without quotes"]),
    ("reviewed: maybe", ["9:11: maybe cannot stand here; write false or {by: TEXT, on: 2026-11-29}"]),
    ("reviewed: 1", ["9:11: 1 cannot stand here; write false or {by: TEXT, on: 2026-11-29}"]),
    ("reviewed: True", ["9:11: True is not true or false; write true"]),
    ("reviewed: [x]", ["9:11: a list cannot stand here; write false or {by: TEXT, on: 2026-11-29}"]),
    ("reviewed: true", []),
    ("reviewed: false", []),
    ("reviewed: {by: Jane Doe, on: 2026-11-29}", []),
    ('reviewed: {by: Jane Doe, on: "2024-02-29"}', []),
    ("reviewed: {by: {en: Jane Doe, de: Jane Doe}, on: 2026-11-29}", []),
    (
        "reviewed: {en: Jane Doe}",
        [
            "9:11: by is missing; write by: TEXT",
            "9:11: on is missing; write on: 2026-11-29",
            "9:12: en is not known here; write by: {en: TEXT}",
        ],
    ),
    ("reviewed: {by: Jane Doe}", ["9:11: on is missing; write on: 2026-11-29"]),
    ("reviewed: {on: 2026-11-29}", ["9:11: by is missing; write by: TEXT"]),
    (
        "reviewed: {by: 3, on: 2026-02-30}",
        [
            '9:16: 3 is a number where a text is wanted; write "3" in quotes',
            "9:23: there is no 2026-02-30 in the calendar; write a day that there was, such as 2026-11-29",
        ],
    ),
    ("sources: [jull-2010]", ["9:11: jull-2010 is not known; did you mean jull-2009?"]),
    ("sources: jull-2009", ["9:10: jull-2009 is not a list; write [jull-2009]"]),
    ("summary: {en: Short}", []),
    (
        "dificulty: 3",
        ["9:1: dificulty is not known and nothing is near it; see 'posture-coach schema exercise'"],
    ),
    ("sets: 3", ["9:1: sets is not known here; write it inside dose: {sets: ...}"]),
    (
        "zzzzzz: 1",
        ["9:1: zzzzzz is not known and nothing is near it; see 'posture-coach schema exercise'"],
    ),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_exercise(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("exercise", exercise(body)) == problems


def test_a_text_has_up_to_2000_characters(shelf: Shelf) -> None:
    assert shelf.of("exercise", exercise("describe: " + "x" * 2000)) == []
    assert shelf.of("exercise", exercise("describe: " + "x" * 2001)) == [
        "7:11: the text is 2,001 characters long; write at most 2,000"
    ]


def test_what_must_be_there(shelf: Shelf) -> None:
    assert shelf.of("exercise", "") == [
        "1:1: areas is missing; write areas: [ID]",
        "1:1: position is missing; write position: standing",
        "1:1: describe is missing; write describe: TEXT",
        "1:1: dose is missing; write dose: {reps: 8}",
    ]


def test_a_very_long_name_is_shortened_and_compared_with_nothing(shelf: Shelf) -> None:
    known = "bird-dog, chin-tuck, march, own-row, plank, sample, side-plank or wall-sit"
    assert shelf.of("exercise", exercise("easier: " + "x" * 200)) == [f"9:9: {'x' * 37}... is not known; write {known}"]
