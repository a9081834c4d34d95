"""kind: plan: weeks that rise, and doses laid over every exercise of a routine."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

CASES = [
    ("summary: x\n", ["1:1: weeks is missing; write weeks: [{weeks: 1-2, do: [...]}]"]),
    ("weeks: []\n", ["5:8: the list is empty; write at least one, such as [{weeks: 1-2, do: [...]}]"]),
    ("weeks: 8\n", ["5:8: 8 is not a list; write [{weeks: 1-2, do: [...]}]"]),
    ("weeks:\n  - weeks: 1-2\n    do: [{routine: desk-reset, days: [mon]}]\n", []),
    ("weeks:\n  - weeks: 7\n    do: [{routine: desk-reset, days: [mon]}]\n", []),
    ("weeks:\n  - weeks: 9-\n    do: [{routine: desk-reset, days: [mon]}]\n", []),
    (
        (
            "weeks:\n  - weeks: 1-2\n    do: [{routine: desk-reset, days: [mon]}]\n  - weeks: 3\n"
            "    do: [{routine: desk-reset, days: [mon]}]\n  - weeks: 5-6\n"
            "    do: [{routine: desk-reset, days: [mon]}]\n  - weeks: 9-\n"
            "    do: [{routine: desk-reset, days: [mon]}]\n"
        ),
        [],
    ),
    (
        (
            "weeks:\n  - weeks: 1-2\n    do: [{routine: desk-reset, days: [mon]}]\n  - weeks: 2-3\n"
            "    do: [{routine: desk-reset, days: [mon]}]\n"
        ),
        ["8:12: 2-3 does not rise, week 2 stands before it; write weeks in order, none twice"],
    ),
    (
        (
            "weeks:\n  - weeks: 3\n    do: [{routine: desk-reset, days: [mon]}]\n  - weeks: 1-2\n"
            "    do: [{routine: desk-reset, days: [mon]}]\n"
        ),
        ["8:12: 1-2 does not rise, week 3 stands before it; write weeks in order, none twice"],
    ),
    (
        (
            "weeks:\n  - weeks: 9-\n    do: [{routine: desk-reset, days: [mon]}]\n  - weeks: 10\n"
            "    do: [{routine: desk-reset, days: [mon]}]\n"
        ),
        ["8:12: 10 does not rise, the weeks before it have no end; write weeks in order, none twice"],
    ),
    (
        "weeks:\n  - weeks: 0\n    do: [{routine: desk-reset, days: [mon]}]\n",
        ["6:12: 0 is no range of weeks; write one such as 7, 1-2 or 9-"],
    ),
    ("weeks:\n  - weeks: 2-1\n    do: [{routine: desk-reset, days: [mon]}]\n", ["6:12: 2-1 runs backwards; write 1-2"]),
    (
        "weeks:\n  - weeks: one\n    do: [{routine: desk-reset, days: [mon]}]\n",
        ["6:12: one is no range of weeks; write one such as 7, 1-2 or 9-"],
    ),
    (
        "weeks:\n  - weeks: 1 - 2\n    do: [{routine: desk-reset, days: [mon]}]\n",
        ["6:12: 1 - 2 is no range of weeks; write one such as 7, 1-2 or 9-"],
    ),
    (
        "weeks:\n  - weeks: 1.5\n    do: [{routine: desk-reset, days: [mon]}]\n",
        ["6:12: 1.5 is no range of weeks; write one such as 7, 1-2 or 9-"],
    ),
    (
        "weeks:\n  - weeks: [1, 2]\n    do: [{routine: desk-reset, days: [mon]}]\n",
        ["6:12: a list stands where a range of weeks is wanted; write one such as 1-2"],
    ),
    (
        "weeks:\n  - weeks: ''\n    do: [{routine: desk-reset, days: [mon]}]\n",
        ["6:12: an empty text is no range of weeks; write one such as 7, 1-2 or 9-"],
    ),
    (
        "weeks:\n  - weeks: 1000\n    do: [{routine: desk-reset, days: [mon]}]\n",
        ["6:12: 1000 is no range of weeks; write one such as 7, 1-2 or 9-"],
    ),
    ("weeks:\n  - weeks: 1\n", ["6:5: do is missing; write do: [{routine: ID, days: [mon]}]"]),
    ("weeks:\n  - do: [{routine: desk-reset, days: [mon]}]\n", ["6:5: weeks is missing; write weeks: 1-2"]),
    (
        "weeks:\n  - weeks: 1\n    do: []\n",
        ["7:9: the list is empty; write at least one, such as [{routine: ID, days: [mon]}]"],
    ),
    (
        "weeks:\n  - week: 1\n    do: [{routine: desk-reset, days: [mon]}]\n",
        ["6:5: week is not known; did you mean weeks?"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{days: [mon]}]\n",
        ["7:10: routine or test is missing; write routine: ID or test: ID"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, test: wall-test, days: [mon]}]\n",
        ["7:32: routine and test exclude each other; keep one of them"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{test: wall-test, routine: desk-reset, days: [mon]}]\n",
        ["7:28: test and routine exclude each other; keep one of them"],
    ),
    ("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset}]\n", ["7:10: days is missing; write days: [mon]"]),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: []}]\n",
        ["7:38: the list is empty; write at least one, such as [mon]"],
    ),
    ("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: mon-fri}]\n", []),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon-fri, thu]}]\n",
        ["7:48: thu stands in this list twice; keep one of them"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-rest, days: [mo]}]\n",
        ["7:20: desk-rest is not known; did you mean desk-reset?", "7:38: mo is not known; did you mean mon?"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{test: wall-tset, days: [mon]}]\n",
        ["7:17: wall-tset is not known; did you mean wall-test?"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: wall-test, days: [mon]}]\n",
        ["7:20: wall-test is not known; write desk-reset"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], times: 6}]\n",
        ["7:52: 6 is too large; write 1 to 5"],
    ),
    (
        (
            "weeks:\n  - weeks: 1\n"
            "    do: [{routine: desk-reset, days: [mon], times: 5, volume: 50%, if_sore: desk-reset}]\n"
        ),
        [],
    ),
    (
        ("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], volume: 0%, if_sore: desk-rest}]\n"),
        [
            "7:53: 0% is not a share; write 1% to 100%, such as 50%",
            "7:66: desk-rest is not known; did you mean desk-reset?",
        ],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], volume: 0.5}]\n",
        ["7:53: 0.5 is not a share; write 1% to 100%, such as 50%"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], volume: ''}]\n",
        ["7:53: an empty text is not a share; write 1% to 100%, such as 50%"],
    ),
    ("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dose: {sets: 1}}]\n", []),
    (("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dose: {sets: 1}, only: [chin-tuck]}]\n"), []),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dose: {hold: 5s}}]\n",
        ["7:52: with plank: hold goes only with reps, and this dose has for; take hold out"],
    ),
    (("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dose: {hold: 5s}, only: [chin-tuck]}]\n"), []),
    (
        ("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dose: {every: 5s}, only: [chin-tuck]}]\n"),
        ["7:52: with chin-tuck: every goes only with for, and this dose has reps; take every out"],
    ),
    (
        ("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dose: {sets: 1}, only: [march]}]\n"),
        ["7:69: march is not in desk-reset; write one of its exercises: chin-tuck, plank"],
    ),
    (
        ("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dose: {sets: 1}, only: [chin-tuk]}]\n"),
        ["7:69: chin-tuk is not known; did you mean chin-tuck?"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], only: [chin-tuck]}]\n",
        ["7:45: only goes only with dose; take it out, or add dose"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{test: wall-test, days: [mon], dose: {sets: 1}, volume: 50%}]\n",
        [
            "7:41: dose goes only with routine; take it out, or add routine",
            "7:58: volume goes only with routine; take it out, or add routine",
        ],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dose: {sets: 21}}]\n",
        ["7:58: 21 is too large; write 1 to 20"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dose: {reps: 5, for: 5s}}]\n",
        ["7:61: reps and for exclude each other; keep one of them"],
    ),
    (
        (
            "weeks:\n  - weeks: 1\n"
            "    do: [{routine: desk-reset, days: [mon], dose: {sets: 20, rest: 10m}, only: [chin-tuck]}]\n"
        ),
        ["7:51: with this dose the routine lasts 3h35m30s; write fewer rounds or sets, at most 3h in all"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], dos: {sets: 2}, only: [chin-tuck]}]\n",
        ["7:45: dos is not known; did you mean dose?"],
    ),
    ("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], with: {plank: march}}]\n", []),
    ("weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], with: {}}]\n", []),
    (
        (
            "weeks:\n  - weeks: 1\n"
            "    do: [{routine: desk-reset, days: [mon], with: {plank: chin-tuck, chin-tuck: march}}]\n"
        ),
        [],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], with: {march: plank}}]\n",
        ["7:52: march is not in desk-reset; write one of its exercises: chin-tuck, plank"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], with: {plenk: march, plank: martch}}]\n",
        ["7:52: plenk is not known; did you mean plank?", "7:73: martch is not known; did you mean march?"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], with: {plank: plank}}]\n",
        ["7:52: with leads round in a circle: plank, plank; write another exercise, or take it out"],
    ),
    (
        (
            "weeks:\n  - weeks: 1\n"
            "    do: [{routine: desk-reset, days: [mon], with: {plank: chin-tuck, chin-tuck: plank}}]\n"
        ),
        [
            "7:52: with leads round in a circle: chin-tuck, plank, chin-tuck; write another exercise, or take it out",
            "7:70: with leads round in a circle: chin-tuck, plank, chin-tuck; write another exercise, or take it out",
        ],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], with: {plank: [march]}}]\n",
        ["7:59: a list is not an id; write the id of an exercise"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], with: [plank, march]}]\n",
        ["7:51: a list is not a map of keys; write {EXERCISE: EXERCISE}"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [{test: wall-test, days: [mon], with: {plank: march}}]\n",
        ["7:41: with goes only with routine; take it out, or add routine"],
    ),
    (  # the plan's dose is judged with what takes the place
        (
            "weeks:\n  - weeks: 1\n"
            "    do: [{routine: desk-reset, days: [mon], with: {plank: chin-tuck}, dose: {hold: 5s}}]\n"
        ),
        [],
    ),
    (
        (
            "weeks:\n  - weeks: 1\n"
            "    do: [{routine: desk-reset, days: [mon], with: {chin-tuck: march}, dose: {hold: 5s}}]\n"
        ),
        ["7:78: with march: hold goes only with reps, and this dose has for; take hold out"],
    ),
    (
        (
            "weeks:\n  - weeks: 1\n    do: [{routine: desk-reset, days: [mon], with: {plank: march}, dose: {sets: 1},"
            " only: [march, plank]}]\n"
        ),
        ["7:91: march takes the place of plank here; write plank, as the routine has it"],
    ),
    (
        "weeks:\n  - weeks: 1\n    do: [desk-reset]\n",
        ["7:10: desk-reset is not a map of keys; write {routine: ID, days: [mon]}"],
    ),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_plan(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("plan", body) == problems
