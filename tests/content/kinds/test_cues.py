"""Cues of a step: their grammar, and whether they lie in the work of the laid dose."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

CASES = [
    ("steps:\n  - exercise: chin-tuck\n    cues: [{at: 10s, say: Long.}]\n", []),
    ("steps:\n  - exercise: chin-tuck\n    cues: [{at: 72s, say: Long.}]\n", []),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: 73s, say: Long.}]\n",
        ["7:17: 73s is outside the work, which lasts 1m12s; write at most 1m12s"],
    ),
    ("steps:\n  - exercise: chin-tuck\n    cues: [{at: end-72s, say: Long.}]\n", []),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: end-73s, sound: tick}]\n",
        ["7:17: end-73s is outside the work, which lasts 1m12s; write at most 1m12s"],
    ),
    ("steps:\n  - exercise: chin-tuck\n    cues: [{at: 0%, say: A.}, {at: 100%, say: B.}]\n", []),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: 101%, say: B.}]\n",
        ["7:17: 101% is too large; write 0% to 100%"],
    ),
    ("steps:\n  - exercise: chin-tuck\n    cues: [{at: 50, say: B.}]\n", ["7:17: 50 has no unit; did you mean 50s?"]),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: half, say: B.}]\n",
        ["7:17: half is no place for a cue; write one such as 10s, 50% or end-3s"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: end, say: B.}]\n",
        ["7:17: end is no place for a cue; write one such as 10s, 50% or end-3s"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: 10s, says: B.}]\n",
        ["7:22: says is not known; did you mean say?"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: end-3, say: B.}]\n",
        ["7:17: end-3 has no unit; did you mean end-3s?"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: 1:30, say: B.}]\n",
        ["7:17: 1:30 is not a length of time; write 1m30s"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: [10s], say: B.}]\n",
        ["7:17: a list stands where a place in the work is wanted; write one such as 10s"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: 1.5%, say: B.}]\n",
        ["7:17: 1.5% is no place for a cue; write one such as 10s, 50% or end-3s"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: '', say: B.}]\n",
        ["7:17: an empty text is no place for a cue; write one such as 10s, 50% or end-3s"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: 10s}]\n",
        ["7:12: say or sound is missing; write say: TEXT or sound: NAME"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{say: Long.}]\n",
        ["7:12: at, each or every is missing; write one of them"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: 10s, each: 4, say: Long.}]\n",
        ["7:22: at and each exclude each other; keep one of them"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{each: 4, at: 10s, say: Long.}]\n",
        ["7:22: each and at exclude each other; keep one of them"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: 10s, sound: tik}]\n",
        ["7:29: tik is not known; did you mean tick?"],
    ),
    ("steps:\n  - exercise: chin-tuck\n    cues: [{at: 10s, sound: tick, say: Now.}]\n", []),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: 10s, sound: 5}]\n",
        ["7:29: 5 is not an id; write the id of a sound"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [Long neck.]\n",
        ["7:12: Long neck. is not a cue; write {at: 50%, say: TEXT}"],
    ),
    ("steps:\n  - exercise: chin-tuck\n    cues: [{each: 4, say: Slow.}]\n", []),
    ("steps:\n  - exercise: chin-tuck\n    cues: [{each: 0, say: Slow.}]\n", ["7:19: 0 is too small; write 1 to 100"]),
    (
        "steps:\n  - exercise: plank\n    cues: [{each: 4, say: Slow.}]\n",
        ["7:19: each goes only with reps, and this dose has for; write every: or at:"],
    ),
    ("steps:\n  - exercise: plank\n    dose: {reps: 8}\n    cues: [{each: 4, say: Slow.}]\n", []),
    (
        "steps:\n  - exercise: chin-tuck\n    dose: {for: 30s}\n    cues: [{each: 4, say: Slow.}]\n",
        ["8:19: each goes only with reps, and this dose has for; write every: or at:"],
    ),
    (
        (
            "steps:\n  - exercise: chin-tuck\n    dose: {pause: 1s}\n    cues: [{at: move, say: A.}, "
            "{at: hold, say: B.}, {at: back, sound: tick}, {at: pause, say: D., sound: tick}]\n"
        ),
        [],
    ),
    ("steps:\n  - exercise: chin-tuck\n    dose: {sides: alternate}\n    cues: [{at: back, say: A.}]\n", []),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: pause, say: A.}]\n",
        ["7:17: this dose has no pause; write pause: 2s in its dose, or at: move, or at: hold, or at: back"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    dose: {hold: 0s, move: 0s}\n    cues: [{at: hold, say: A.}]\n",
        ["8:17: this dose has no hold; write hold: 2s in its dose, or at: back"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    dose: {reps: 1, pause: 1s}\n    cues: [{at: pause, say: A.}]\n",
        ["8:17: one repetition has no pause after it; write move, hold or back"],
    ),
    (
        (
            "steps:\n  - exercise: chin-tuck\n    dose: {reps: 1, pause: 1s, sides: alternate}\n"
            "    cues: [{at: pause, say: A.}]\n"
        ),
        [],
    ),
    (
        "steps:\n  - exercise: plank\n    cues: [{at: back, say: A.}]\n",
        ["7:17: back goes only with reps, and this dose has for; write a place such as 10s or 50%"],
    ),
    (
        "steps:\n  - exercise: plank\n    dose: {reps: 8, pace: own}\n    cues: [{at: back, say: A.}]\n",
        ["8:17: nobody knows when back begins at one's own pace; write each: or a place such as 10s"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: hodl, say: A.}]\n",
        ["7:17: hodl is not known; did you mean hold?"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{at: back}]\n",
        ["7:12: say or sound is missing; write say: TEXT or sound: NAME"],
    ),
    ("steps:\n  - exercise: plank\n    cues: [{every: 5s, say: [In., Out.]}]\n", []),
    ("steps:\n  - exercise: plank\n    cues: [{every: 5s, say: In.}]\n", []),
    ("steps:\n  - exercise: plank\n    cues: [{every: 5, say: In.}]\n", ["7:20: 5 has no unit; did you mean 5m?"]),
    (
        "steps:\n  - exercise: plank\n    cues: [{every: 5s, say: []}]\n",
        ["7:29: the list is empty; write at least one, such as [TEXT]"],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{every: 5s, say: In.}]\n",
        ["7:20: every goes only with for, and this dose has reps; write each: or at:"],
    ),
    (
        "steps:\n  - exercise: own-row\n    cues: [{every: 5s, say: In.}]\n",
        ["7:20: every goes only with for, and this dose has reps; write each: or at:"],
    ),
    ("steps:\n  - exercise: plank\n    cues: [{every: 61m, say: In.}]\n", ["7:20: 61m is too long; write 1s to 60m"]),
    ("steps:\n  - exercise: plank\n    cues: [{every: 5s, sound: go}]\n", []),
    (
        "steps:\n  - exercise: plank\n    cues: [{at: 21s, say: In.}]\n",
        ["7:17: 21s is outside the work, which lasts 20s; write at most 20s"],
    ),
    ("steps:\n  - exercise: wall-sit\n    cues: [{at: 60s, say: In.}]\n", []),
    (
        "steps:\n  - exercise: wall-sit\n    cues: [{at: 61s, say: In.}]\n",
        ["7:17: 61s is outside the work, which lasts 1m; write at most 1m"],
    ),
    ("steps:\n  - exercise: own-row\n    cues: [{at: 40s, say: In.}]\n", []),
    (
        "steps:\n  - exercise: own-row\n    cues: [{at: 41s, say: In.}]\n",
        ["7:17: 41s is outside the work, which lasts 40s; write at most 40s"],
    ),
    ("steps:\n  - exercise: bird-dog\n    cues: [{at: 48s, say: In.}]\n", []),
    (
        "steps:\n  - exercise: bird-dog\n    cues: [{at: 49s, say: In.}]\n",
        ["7:17: 49s is outside the work, which lasts 48s; write at most 48s"],
    ),
    (
        "steps:\n  - exercise: side-plank\n    cues: [{at: 21s, say: In.}]\n",
        ["7:17: 21s is outside the work, which lasts 20s; write at most 20s"],
    ),
    ("steps:\n  - exercise: plank\n    dose: {for: 25s}\n    cues: [{at: 25s, say: In.}]\n", []),
    (
        "steps:\n  - exercise: plank\n    dose: {for: 24s}\n    cues: [{at: 25s, say: In.}]\n",
        ["8:17: 25s is outside the work, which lasts 24s; write at most 24s"],
    ),
    (
        "steps:\n  - exercise: nobody\n    cues: [{at: 10s, say: In.}]\n",
        [("6:15: nobody is not known; write bird-dog, chin-tuck, march, own-row, plank, side-plank or wall-sit")],
    ),
    (
        "steps:\n  - exercise: chin-tuck\n    cues: [{when: 10s, say: In.}]\n",
        ["7:13: when is not known; write at, each or every"],
    ),
    (
        (
            "steps:\n  - exercise: chin-tuck\n    cues:\n      - at: 99s\n        say: Late.\n      - each: 4\n"
            "        say: Long.\n      - at: 98s\n        sound: tik\n"
        ),
        [
            "8:13: 99s is outside the work, which lasts 1m12s; write at most 1m12s",
            "12:13: 98s is outside the work, which lasts 1m12s; write at most 1m12s",
            "13:16: tik is not known; did you mean tick?",
        ],
    ),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_cues(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("routine", body) == problems
