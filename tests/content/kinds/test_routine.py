"""kind: routine: steps, rounds, goal, effort and progress."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

CASES = [
    ("steps:\n  - exercise: [chin-tuck]\n", ["6:15: a list is not an id; write the id of an exercise"]),
    ("steps:\n  - {exercise: }\n", ["6:15: a value is missing here; write one, or leave the key or the item out"]),
    ("summary: no steps\n", ["1:1: steps is missing; write steps: [{exercise: ID}]"]),
    ("steps:\n  []\n", ["6:3: the list is empty; write at least one, such as [{exercise: ID}]"]),
    ("steps: {}\n", ["5:8: a map is not a list; write [{exercise: ID}]"]),
    ("steps:\n  - exercise: chin-tuck\n", []),
    ("steps:\n  - rest: 30s\n", []),
    ("steps:\n  - chin-tuck\n", ["6:5: chin-tuck is not a step; write {exercise: ID}"]),
    ("steps:\n  - exercise: chin-tuk\n", ["6:15: chin-tuk is not known; did you mean chin-tuck?"]),
    ("steps:\n  - exercice: chin-tuck\n", ["6:5: exercice is not known; did you mean exercise?"]),
    ("steps:\n  - {}\n", ["6:5: exercise, say, rounds, rest or routine is missing; write one of them"]),
    ("steps:\n  - dose: {reps: 8}\n", ["6:5: exercise, say, rounds, rest or routine is missing; write one of them"]),
    (
        "steps:\n  - exercise: chin-tuck\n    rest: 30s\n",
        ["7:5: exercise and rest exclude each other; keep one of them"],
    ),
    (
        "steps:\n  - rest: 30s\n    exercise: chin-tuck\n",
        ["7:5: rest and exercise exclude each other; keep one of them"],
    ),
    (  # what else is wrong with a step of two kinds is told as well
        "steps:\n  - {exercise: chin-tuk, say: Hello, for: 99h, colour: red, sets: 3, dose: {reps: 0}}\n",
        [
            "6:16: chin-tuk is not known; did you mean chin-tuck?",
            "6:26: exercise and say exclude each other; keep one of them",
            "6:43: 99h is too long; write 1s to 10m",
            "6:48: colour is not known; write cues, dose, exercise, for, load, note, say or wait",
            "6:61: sets is not known here; write it inside dose: {sets: ...}",
            "6:83: 0 is too small; write 1 to 100",
        ],
    ),
    ("steps:\n  - {exercise: chin-tuck, note: Elbow on a towel.}\n", []),
    ("steps:\n  - {say: true, exercise: chin-tuck, note: {en: Elbow on a towel., de: Ellbogen aufs Tuch.}}\n", []),
    (
        "steps:\n  - {exercise: chin-tuck, say: true}\n",
        ["6:27: say goes only with note; take it out, or add note"],
    ),
    (
        "steps:\n  - {exercise: chin-tuck, note: Slowly., say: false}\n",
        ["6:47: false says nothing here; write true, or leave the key out"],
    ),
    (
        "steps:\n  - {exercise: chin-tuck, note: Slowly., say: Slowly.}\n",
        ["6:47: Slowly. is not true or false; write true"],
    ),
    (
        "steps:\n  - {exercise: chin-tuck, note: 5}\n",
        ['6:33: 5 is a number where a text is wanted; write "5" in quotes'],
    ),
    ("steps:\n  - {rest: 5s, note: Sit.}\n", ["6:16: note is not known; write rest"]),
    (  # ... but nothing that is missing, since nobody knows which of the two will stay
        "steps:\n  - {say: Hello, exercise: chin-tuck}\n",
        ["6:18: say and exercise exclude each other; keep one of them"],
    ),
    (
        "steps:\n  - {exercise: chin-tuck, cues: [{at: 2%, say: x}], say: x, wait: true, dose: {for: 5s}}\n",
        ["6:53: exercise and say exclude each other; keep one of them"],
    ),
    (
        "steps:\n  - {rounds: 2, say: Hello, steps: [{exercise: chin-tuk}]}\n",
        [
            "6:17: rounds and say exclude each other; keep one of them",
            "6:48: chin-tuk is not known; did you mean chin-tuck?",
        ],
    ),
    (
        "steps:\n  - {exercise: chin-tuck, cues: [{at: 5s, each: 4, say: 5}]}\n",
        [
            "6:43: at and each exclude each other; keep one of them",
            '6:57: 5 is a number where a text is wanted; write "5" in quotes',
        ],
    ),
    (
        "progress: {steps: [{reps: +2, sets: +x, most: 300}]}\nsteps: [{exercise: chin-tuck}]\n",
        [
            "5:31: reps and sets exclude each other; keep one of them",
            "5:37: +x is not a step up; write one such as +2",
            "5:47: 300 is too large; write 1 to 100",
        ],
    ),
    (
        "steps:\n  - {exercise: chin-tuck, sets: 3}\n",
        ["6:27: sets is not known here; write it inside dose: {sets: ...}"],
    ),
    (
        "steps:\n  - {exercise: chin-tuck, for: 30s}\n",
        ["6:27: for is not known here; write it inside dose: {for: ...}"],
    ),
    ("steps:\n  - rest: 30\n", ["6:11: 30 has no unit; did you mean 30s?"]),
    ("steps:\n  - rest: 61m\n", ["6:11: 61m is too long; write 0s to 60m"]),
    ("steps:\n  - {rest: 30s, cues: []}\n", ["6:17: cues is not known; write rest"]),
    ("steps:\n  - say: Lie down.\n", ["6:5: for or wait is missing; write for: 15s or wait: true"]),
    (
        "steps:\n  - say: Lie down.\n    for: 15s\n    wait: true\n",
        ["8:5: for and wait exclude each other; keep one of them"],
    ),
    (
        "steps:\n  - say: Lie down.\n    wait: true\n    for: 15s\n",
        ["8:5: wait and for exclude each other; keep one of them"],
    ),
    (
        "steps:\n  - {say: Lie down., wait: false}\n",
        ["6:28: false says nothing here; write true, or leave the key out"],
    ),
    ("steps:\n  - {say: Lie down., wait: yes}\n", ["6:28: yes is not true or false; write true"]),
    ("steps:\n  - {say: Lie down., for: 11m}\n", ["6:27: 11m is too long; write 1s to 10m"]),
    ("steps:\n  - {say: Lie down., for: 0s}\n", ["6:27: 0s is too short; write 1s to 10m"]),
    (
        "steps:\n  - {say: Lie down, please., for: 5s}\n",
        ["6:21: please. is not a key; put a text that holds a comma in quotes"],
    ),
    ("steps:\n  - {say: Lie down., for: 10m}\n", []),
    ("steps:\n  - rounds: 2\n    steps: [{exercise: chin-tuck}]\n", []),
    ("steps:\n  - rounds: 2\n    rest: 45s\n    steps: [{exercise: chin-tuck}]\n", []),
    ("steps:\n  - rounds: 21\n    steps: [{exercise: chin-tuck}]\n", ["6:13: 21 is too large; write 1 to 20"]),
    ("steps:\n  - rounds: 0\n    steps: [{rest: 5s}]\n", ["6:13: 0 is too small; write 1 to 20"]),
    ("steps:\n  - rounds: 2\n", ["6:5: steps is missing; write steps: [{exercise: ID}]"]),
    (
        "steps:\n  - rounds: 2\n    steps: []\n",
        ["7:12: the list is empty; write at least one, such as [{exercise: ID}]"],
    ),
    (
        "steps:\n  - {rounds: 2, exercise: chin-tuck, steps: [{rest: 1s}]}\n",
        ["6:17: rounds and exercise exclude each other; keep one of them"],
    ),
    (
        (
            "steps:\n  - rounds: 2\n    steps:\n      - rounds: 2\n        steps:\n          - rounds: 2\n"
            "            steps: [{rest: 5s}]\n"
        ),
        [],
    ),
    (
        (
            "steps:\n  - rounds: 2\n    steps:\n      - rounds: 2\n        steps:\n          - rounds: 2\n"
            "            steps:\n              - rounds: 2\n                steps: [{rest: 5s}]\n"
        ),
        ["12:25: rounds stand four deep here; write at most three inside one another"],
    ),
    ("goal: dayly\nsteps:\n  - rest: 5s\n", ["5:7: dayly is not known; did you mean daily?"]),
    ("goal: strength\nprepare: 0s\nbetween: 10m\nsteps:\n  - rest: 5s\n", []),
    (
        "prepare: 11m\nbetween: 601s\nsteps:\n  - rest: 5s\n",
        ["5:10: 11m is too long; write 0s to 10m", "6:10: 601s is too long; write 0s to 10m"],
    ),
    ("prepare: 10\nsteps:\n  - rest: 5s\n", ["5:10: 10 has no unit; did you mean 10s?"]),
    ("effort: [2, 4]\nsteps:\n  - rest: 5s\n", []),
    ("effort: [4, 4]\nsteps:\n  - rest: 5s\n", []),
    ("effort: [4, 2]\nsteps:\n  - rest: 5s\n", ["5:13: 2 is not above 4; write the lower number first"]),
    (
        "effort: [4]\nsteps:\n  - rest: 5s\n",
        ["5:9: the list has 1 of 2 items; write exactly 2, such as [LOWEST, HIGHEST]"],
    ),
    ("effort: [1, 2, 3]\nsteps:\n  - rest: 5s\n", ["5:16: the list has 3 items; write exactly 2"]),
    ("effort: 4\nsteps:\n  - rest: 5s\n", ["5:9: 4 is not a list; write [LOWEST, HIGHEST]"]),
    (
        "effort: [-1, 11]\nsteps:\n  - rest: 5s\n",
        ["5:10: -1 is too small; write 0 to 10", "5:14: 11 is too large; write 0 to 10"],
    ),
    ("why: 5\nsteps:\n  - rest: 5s\n", ['5:6: 5 is a number where a text is wanted; write "5" in quotes']),
    (
        (
            "progress: {up: {after: 2, effort_up_to: 7, pain_up_to: 3}, down: {pain_from: 6, amber: "
            "{pain_from: 4, times: 2}}}\nsteps:\n  - rest: 5s\n"
        ),
        [],
    ),
    (
        (
            "progress:\n  up: {after: 0, effort_up_to: 11, pain_up: 3}\n"
            "  steps: [{reps: 2}, {reps: +2, most: 101}, {hold: +5}, {hold: 5s}, {hold: soon}, {sets: "
            "one}, {to: easier}, {to: harder, most: 3}, {by: 3}, {reps: +1, hold: +1s}]\n"
            "  down: {pain_from: 11, amber: {pain: 3}}\nsteps:\n  - rest: 5s\n"
        ),
        [
            "6:15: 0 is too small; write 1 to 100",
            "6:32: 11 is too large; write 0 to 10",
            "6:36: pain_up is not known; did you mean pain_up_to?",
            "7:18: 2 is not a step up; write +2",
            "7:39: 101 is too large; write 1 to 100",
            "7:52: +5 has no unit; did you mean +5s?",
            "7:64: 5s is not a step up; write +5s",
            "7:76: soon is not a length of time; write one such as 90s or 1m30s",
            "7:90: one is not a step up; write one such as +2",
            "7:101: easier is not known; write harder",
            "7:123: most is not known; write to",
            "7:134: by is not known; write for, hold, reps, sets or to",
            "7:153: reps and hold exclude each other; keep one of them",
            "8:21: 11 is too large; write 0 to 10",
            "8:33: pain is not known; did you mean pain_from?",
        ],
    ),
    (
        (
            "progress:\n"
            "  steps: [{reps: +2, most: 12}, {hold: +5s, most: 30s}, {sets: +1, most: 3}, {for: +10s, "
            "most: 60s}, {to: harder}, {reps: +1}]\nsteps:\n  - rest: 5s\n"
        ),
        [],
    ),
    ("progress: {steps: []}\nsteps:\n  - rest: 5s\n", []),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_routine(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("routine", body) == problems
