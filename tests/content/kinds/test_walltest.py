"""kind: test: its steps, unique ids, rechecks and limits."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

CASES = [
    ("summary: None.\n", ["1:1: steps is missing; write steps: [{say: TEXT, for: 15s}]"]),
    ("steps:\n  []\n", ["6:3: the list is empty; write at least one, such as [{say: TEXT, for: 15s}]"]),
    (
        (
            "steps:\n  - check:\n      id: contact\n      ask: Does it touch?\n"
            '      answers: [{say: Easily, points: 2}, {say: "No", points: 0}]\n      points:\n'
            "        - {id: head, title: Head, area: neck}\n"
            "        - {id: gap, title: Gap, ask: How wide?, answers: [{say: Flat hand, points: 2}]}\n"
        ),
        [],
    ),
    (
        (
            "steps:\n  - check:\n      id: contact\n      ask: Does it touch?\n"
            '      answers: [{say: Easily, points: 2}, {say: "No", points: 0}]\n      points:\n'
            "        - {id: head, title: Head, area: neck}\n"
            "        - {id: gap, title: Gap, ask: How wide?, answers: [{say: Flat hand, points: 2}]}\n"
            "  - recheck: contact\n    id: again\n"
        ),
        [],
    ),
    (
        (
            "steps:\n  - recheck: contact\n    id: again\n  - check:\n      id: contact\n"
            '      ask: Does it touch?\n      answers: [{say: Easily, points: 2}, {say: "No", points: 0}]\n'
            "      points:\n        - {id: head, title: Head, area: neck}\n"
            "        - {id: gap, title: Gap, ask: How wide?, answers: [{say: Flat hand, points: 2}]}\n"
        ),
        ["6:14: there is no check before this; write the check first, then its recheck"],
    ),
    (
        (
            "steps:\n  - check:\n      id: contact\n      ask: Does it touch?\n"
            '      answers: [{say: Easily, points: 2}, {say: "No", points: 0}]\n      points:\n'
            "        - {id: head, title: Head, area: neck}\n"
            "        - {id: gap, title: Gap, ask: How wide?, answers: [{say: Flat hand, points: 2}]}\n"
            "  - recheck: contacts\n    id: again\n"
        ),
        ["13:14: contacts is not known; did you mean contact?"],
    ),
    (
        (
            "steps:\n  - check:\n      id: contact\n      ask: Does it touch?\n"
            '      answers: [{say: Easily, points: 2}, {say: "No", points: 0}]\n      points:\n'
            "        - {id: head, title: Head, area: neck}\n"
            "        - {id: gap, title: Gap, ask: How wide?, answers: [{say: Flat hand, points: 2}]}\n"
            "  - recheck: contact\n"
        ),
        ["13:5: id is missing; write id: ID"],
    ),
    ("steps:\n  - {say: Stand., for: 20s}\n  - {say: Wait., wait: true, id: waited}\n", []),
    ("steps:\n  - say: Stand.\n", ["6:5: for or wait is missing; write for: 15s or wait: true"]),
    ("steps:\n  - {hold: 30s, id: hold}\n", []),
    (
        "steps:\n  - {hold: 30s, id: hold, cues: [{at: 30s, say: Up.}, {at: end-10s, say: Ten.}, {at: 0%, say: H.}]}\n",
        [],
    ),
    (
        "steps:\n  - {hold: 30s, id: hold, cues: [{at: 31s, say: Up.}, {at: end-40s, say: Ten.}]}\n",
        [
            "6:39: 31s is outside the hold, which lasts 30s; write at most 30s",
            "6:60: end-40s is outside the hold, which lasts 30s; write at most 30s",
        ],
    ),
    ("steps:\n  - {hold: 0s, id: hold, cues: [{at: 31s, say: Up.}]}\n", ["6:12: 0s is too short; write 1s to 10m"]),
    ("steps:\n  - {hold: 30s}\n", ["6:5: id is missing; write id: ID"]),
    ("steps:\n  - {hold: 30, id: hold}\n", ["6:12: 30 has no unit; did you mean 30s?"]),
    ("steps:\n  - {hold: 11m, id: hold}\n", ["6:12: 11m is too long; write 1s to 10m"]),
    ("steps:\n  - {hold: 30s, id: hold, say: Stay.}\n", ["6:27: hold and say exclude each other; keep one of them"]),
    (
        "steps:\n  - exercise: chin-tuck\n",
        ["6:5: exercise is not known; write check, hold, measure, rate, recheck or say"],
    ),
    (
        "steps:\n  - {hold: 30s, id: hold}\n  - {hold: 20s, id: hold}\n",
        ["7:21: the id hold is given twice, in lines 6 and 7; write another one"],
    ),
    (
        (
            "steps:\n  - check:\n      id: contact\n      ask: Does it touch?\n"
            '      answers: [{say: Easily, points: 2}, {say: "No", points: 0}]\n      points:\n'
            "        - {id: head, title: Head, area: neck}\n"
            "        - {id: gap, title: Gap, ask: How wide?, answers: [{say: Flat hand, points: 2}]}\n"
            "  - {hold: 30s, id: head}\n"
        ),
        ["13:21: the id head is given twice, in lines 11 and 13; write another one"],
    ),
    ("steps:\n  - {hold: 30s, id: Hold On}\n", ["6:21: Hold On is not an id; write hold-on"]),
    (
        "steps:\n  - check: {id: contact}\n",
        [
            "6:12: ask is missing; write ask: TEXT",
            "6:12: answers is missing; write answers: [{say: Easily, points: 2}]",
            "6:12: points is missing; write points: [{id: head, title: Back of the head}]",
        ],
    ),
    (
        "steps:\n  - check: contact\n",
        ["6:12: contact is not a map of keys; write {id: ID, ask: TEXT, answers: [...], points: [...]}"],
    ),
    ("steps:\n  - check:\n", ["6:11: a value is missing here; write one, or leave the key or the item out"]),
    (
        (
            "steps:\n  - check:\n      id: contact\n      ask: Touch?\n      answers: []\n"
            "      points: [{id: head, title: Head, area: nek, colour: red}, {title: Back}, gap]\n"
        ),
        [
            "9:16: the list is empty; write at least one, such as [{say: Easily, points: 2}]",
            "10:46: nek is not known; did you mean neck?",
            "10:51: colour is not known; write answers, area, ask, id, mark or title",
            "10:65: id is missing; write id: ID",
            "10:80: gap is not a map of keys; write {id: head, title: Back of the head}",
        ],
    ),
    (
        (
            "steps:\n  - check:\n      id: contact\n      ask: Touch?\n"
            "      answers: [{say: No, points: 0}, {say: 5, points: 101}, {points: 1}]\n"
            "      points: [{id: head, title: Head}]\n"
        ),
        [
            '9:45: 5 is a number where a text is wanted; write "5" in quotes',
            "9:56: 101 is too large; write 0 to 100",
            "9:62: say is missing; write say: TEXT",
        ],
    ),
    ("steps:\n  - rate: {id: tension, ask: Where?, areas: [neck, chest], scale: [0, 10], sides: true}\n", []),
    (
        "steps:\n  - rate: {id: tension, ask: Where?, areas: [glutes, nek], scale: [10, 0], sides: on}\n",
        [
            "6:46: glutes is not a rated area; write rated: true in areas.yaml, or take it out",
            "6:54: nek is not known; did you mean neck?",
            "6:72: 0 is not above 10; write the lower number first",
            "6:83: on is not true or false; write true",
        ],
    ),
    (
        "steps:\n  - rate: {id: tension, ask: Where?, areas: [], scale: [5, 5]}\n",
        [
            "6:45: the list is empty; write at least one, such as [ID]",
            "6:60: 5 is not above 5; write the lower number first",
        ],
    ),
    ("steps:\n  - rate: {id: tension, ask: Where?}\n", ["6:11: areas is missing; write areas: [ID]"]),
    ("steps:\n  - measure: {id: occiput, ask: Gap?, unit: cm, from: 0, to: 30, optional: true}\n", []),
    (
        "steps:\n  - measure: {id: occiput, ask: Gap?, unit: cm, from: 30, to: 0.5}\n",
        ["6:63: 0.5 is not above 30; write a number above `from`"],
    ),
    (
        "steps:\n  - measure: {id: occiput, ask: Gap?, unit: 5, from: low}\n",
        [
            "6:14: to is missing; write to: NUMBER",
            '6:45: 5 is a number where a text is wanted; write "5" in quotes',
            "6:54: low is not a number; write -1000 to 10000",
        ],
    ),
    (
        (
            "again_after: 7d\nneeds: [wall]\nbefore: [Barefoot.]\nadvice: {areas: 2, from: 3}\nsteps:\n"
            "  - {hold: 30s, id: hold}\n"
        ),
        [],
    ),
    (
        (
            "again_after: 7\nneeds: [walls]\nbefore: Barefoot.\nadvice: {area: 2, from: 101}\nsteps:\n"
            "  - {hold: 30s, id: hold}\n"
        ),
        [
            "5:14: 7 has no unit; did you mean 7d?",
            "6:9: walls is not known; did you mean wall?",
            "7:9: Barefoot. is not a list; write [Barefoot.]",
            "8:10: area is not known; did you mean areas?",
            "8:25: 101 is too large; write 0 to 100",
        ],
    ),
    (
        "again_after: 1h7d\nsteps:\n  - {hold: 30s, id: hold}\n",
        ["5:14: 1h7d is not a length of time, its units go from small to large; write 7d1h"],
    ),
    ("order: 2\nfigures: {wall: chin-tuck, step: chin-tuck}\nsteps:\n  - {hold: 30s, id: hold}\n", []),
    ("figures: {}\nsteps:\n  - {hold: 30s, id: hold}\n", []),
    (
        "order: 0\nfigures: {wal: chin-tuck, step: chin-tuk}\nsteps:\n  - {hold: 30s, id: hold}\n",
        [
            "5:8: 0 is too small; write 1 to 999",
            "6:11: wal is not known; did you mean wall?",
            "6:33: chin-tuk is not known; did you mean chin-tuck?",
        ],
    ),
    (
        "figures: chin-tuck\nsteps:\n  - {hold: 30s, id: hold}\n",
        ["5:10: chin-tuck is not a map of keys; write {wall: ID, step: ID}"],
    ),
    ("again_after: 400d\nsteps:\n  - {hold: 30s, id: hold}\n", ["5:14: 400d is too long; write 1m to 366d"]),
    (
        "steps:\n  - {hold: 30s, recheck: contact, id: hold}\n",
        [
            "6:17: hold and recheck exclude each other; keep one of them",
            "6:26: there is no check before this; write the check first, then its recheck",
        ],
    ),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_test_file(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("test", body) == problems
