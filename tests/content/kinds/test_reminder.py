"""kind: reminder: clock times, windows, days and the rest."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

CASES = [
    ("every: 30m\nmessages: [Move.]\n", []),
    ("every: 30m\n", ["1:1: messages is missing; write messages: [TEXT]"]),
    ("messages: [Move.]\n", ["1:1: every or at is missing; write every: 30m or at: [10:30, 15:00]"]),
    (
        "summary: Nothing.\n",
        [
            "1:1: messages is missing; write messages: [TEXT]",
            "1:1: every or at is missing; write every: 30m or at: [10:30, 15:00]",
        ],
    ),
    ("every: 30m\nmessages: [Move.]\nat: [10:30, 15:00]\n", ["7:1: every and at exclude each other; keep one of them"]),
    ("at: [10:30]\nmessages: [Move.]\nevery: 30m\n", ["7:1: at and every exclude each other; keep one of them"]),
    ("messages: [Move.]\nat: [10:30, 15:00]\n", []),
    ("messages: [Move.]\nat: []\n", ["6:5: the list is empty; write at least one, such as [09:30]"]),
    ("messages: [Move.]\nat: 10:30\n", ["6:5: 10:30 is not a list; write [10:30]"]),
    (
        "messages: [Move.]\nat: [9:30, '24:00', 10.30, noon, 9, 5pm, 25:00, 09:30]\n",
        [
            "6:6: 9:30 is not a time of day; write 09:30",
            "6:12: 24:00 is not a time of day; write one from 00:00 to 23:59, such as 09:30",
            "6:21: 10.30 is not a time of day; write 10:30",
            "6:28: noon is not a time of day; write one from 00:00 to 23:59, such as 09:30",
            "6:34: 9 is not a time of day; write 09:00",
            "6:37: 5pm is not a time of day; write 17:00",
            "6:42: 25:00 is not a time of day; write one from 00:00 to 23:59, such as 09:30",
        ],
    ),
    ("every: 30\nmessages: [Move.]\n", ["5:8: 30 has no unit; did you mean 30m?"]),
    ("every: 1:30\nmessages: [Move.]\n", ["5:8: 1:30 is not a length of time; write 1m30s"]),
    (
        "every: 1d\nmessages: [Move.]\n",
        ["5:8: 1d is counted in days, which make no sense here; write hours, minutes or seconds, such as 30m"],
    ),
    ("every: 25h\nmessages: [Move.]\n", ["5:8: 25h is too long; write 1s to 24h"]),
    ("every: 0s\nmessages: [Move.]\n", ["5:8: 0s is too short; write 1s to 24h"]),
    ("every: 30m\nmessages: []\n", ["6:11: the list is empty; write at least one, such as [TEXT]"]),
    ("every: 30m\nmessages: Move.\n", ["6:11: Move. is not a list; write [Move.]"]),
    ("every: 30m\nmessages: [5]\n", ['6:12: 5 is a number where a text is wanted; write "5" in quotes']),
    ("every: 30m\nmessages: [no, on, 1:30, 0310]\n", []),
    ("every: 30m\nmessages: [Move., {en: Move., de: Los.}, {say: Glide., exercise: chin-tuck}]\n", []),
    ("every: 30m\nmessages: [{say: {en: Glide., de: Gleite.}, exercise: chin-tuck}]\n", []),
    ("every: 30m\nmessages: [{en: Move., say: Yenda.}]\n", []),
    (
        "every: 30m\nmessages: [{say: Glide., exercise: chin-tuk}]\n",
        ["6:36: chin-tuk is not known; did you mean chin-tuck?"],
    ),
    (
        "every: 30m\nmessages: [{say: Glide., exercise: desk-reset}]\n",
        [
            "6:36: desk-reset is not known; write bird-dog, chin-tuck, march, own-row, plank, side-plank or wall-sit",
        ],
    ),
    (
        "every: 30m\nmessages: [{say: Glide., exercise: [chin-tuck]}]\n",
        ["6:36: a list is not an id; write the id of an exercise"],
    ),
    (
        "every: 30m\nmessages: [{say: Glide.}]\n",
        ["6:12: exercise is missing; write exercise: ID"],
    ),
    (
        "every: 30m\nmessages: [{exercise: chin-tuck}]\n",
        ["6:12: say is missing; write say: TEXT"],
    ),
    (
        "every: 30m\nmessages: [{en: Glide., exercise: chin-tuck}]\n",
        ["6:12: say is missing; write say: TEXT", "6:13: en is not known here; write say: {en: TEXT}"],
    ),
    (
        "every: 30m\nmessages: [{say: Glide., exercize: chin-tuck}]\n",
        ["6:26: exercize is not known; did you mean exercise?"],
    ),
    (
        "every: 30m\nmessages: [{say: {de: Gleite.}, exercise: chin-tuck}]\n",
        ["6:18: en is missing; write {en: TEXT} with the English text"],
    ),
    (
        "every: 30m\nmessages: [{say: 5, exercise: chin-tuck}]\n",
        ['6:18: 5 is a number where a text is wanted; write "5" in quotes'],
    ),
    (
        "every: 30m\nmessages: [{sound: go, text: Hm.}]\n",
        ["6:12: a map stands where a text is wanted; put a text that holds a colon in quotes"],
    ),
    (
        "every: 30m\nmessages: {say: Glide., exercise: chin-tuck}\n",
        ["6:11: a map is not a list; write [TEXT]"],
    ),
    ("every: 30m\nmessages: [Move.]\ndays: [mon, tue]\n", []),
    (
        "every: 30m\nmessages: [Move.]\ndays: [monday, Tue, 3]\n",
        [
            "7:8: monday is not known; did you mean mon?",
            "7:16: Tue is not known; did you mean tue?",
            "7:21: 3 cannot stand here; write mon, tue, wed, thu, fri, sat, sun or mon-fri",
        ],
    ),
    ("every: 30m\nmessages: [Move.]\ndays: daily\n", ["7:7: daily is not known; write mon-sun"]),
    ("every: 30m\nmessages: [Move.]\ndays: []\n", []),
    ("every: 30m\nmessages: [Move.]\nbetween: 09:00-17:30\n", []),
    ("every: 30m\nmessages: [Move.]\nbetween: 22:00-06:00\n", []),
    ("every: 30m\nmessages: [Move.]\nbetween: 00:00-24:00\n", []),
    (
        "every: 30m\nmessages: [Move.]\nbetween: 24:00-06:00\n",
        ["7:10: 24:00-06:00 is not a window of the day, 24:00 can only be its end; write 00:00-06:00"],
    ),
    (
        "every: 30m\nmessages: [Move.]\nbetween: 9:00-17:30\n",
        ["7:10: 9:00-17:30 is not a window of the day; write 09:00-17:30"],
    ),
    ("every: 30m\nmessages: [Move.]\nbetween: 9-17\n", ["7:10: 9-17 is not a window of the day; write 09:00-17:00"]),
    (
        "every: 30m\nmessages: [Move.]\nbetween: 09:00 - 17:30\n",
        ["7:10: 09:00 - 17:30 is not a window of the day; write 09:00-17:30"],
    ),
    (
        "every: 30m\nmessages: [Move.]\nbetween: 09:00\n",
        ["7:10: 09:00 is not a window of the day; write one such as 09:00-17:30"],
    ),
    (
        "every: 30m\nmessages: [Move.]\nbetween: office\n",
        ["7:10: office is not a window of the day; write one such as 09:00-17:30"],
    ),
    (
        "every: 30m\nmessages: [Move.]\nbetween: [09:00, 17:30]\n",
        ["7:10: a list stands where a window of the day is wanted; write one such as 09:00-17:30"],
    ),
    (
        "every: 30m\nmessages: [Move.]\nbetween: 09:00-25:00\n",
        ["7:10: 09:00-25:00 is not a window of the day; write one such as 09:00-17:30"],
    ),
    (
        "every: 30m\nmessages: [Move.]\nbetween: ''\n",
        ["7:10: an empty text is not a window of the day; write one such as 09:00-17:30"],
    ),
    ("every: 30m\nmessages: [Move.]\naway_counts: 5\n", ["7:14: 5 has no unit; did you mean 5m?"]),
    ("every: 30m\nmessages: [Move.]\naway_counts: 5m\n", []),
    ("every: 30m\nmessages: [Move.]\nenabled: on\n", ["7:10: on is not true or false; write true"]),
    ("every: 30m\nmessages: [Move.]\nenabled: false\n", []),
    ("every: 30m\nmessages: [Move.]\noffer: desk-reset\n", []),
    ("every: 30m\nmessages: [Move.]\noffer: wall-test\n", []),
    ("every: 30m\nmessages: [Move.]\noffer: desk-rest\n", ["7:8: desk-rest is not known; did you mean desk-reset?"]),
    (
        "every: 30m\nmessages: [Move.]\noffer: chin-tuck\n",
        ["7:8: chin-tuck is not known; write desk-reset, focus or wall-test"],
    ),
    ("every: 30m\nmessages: [Move.]\noffer: focus\n", []),
    ("every: 30m\nmessages: [Move.]\noffer: [focus, wall-test, desk-reset]\n", []),
    ("every: 30m\nmessages: [Move.]\noffer: [desk-reset]\n", []),
    ("every: 30m\nmessages: [Move.]\noffer: focsu\n", ["7:8: focsu is not known; did you mean focus?"]),
    ("every: 30m\nmessages: [Move.]\noffer: []\n", ["7:8: the list is empty; write at least one, such as [ID]"]),
    (
        "every: 30m\nmessages: [Move.]\noffer: [desk-rest, 3]\n",
        [
            "7:9: desk-rest is not known; did you mean desk-reset?",
            "7:20: 3 is not an id; write the id of a routine or test",
        ],
    ),
    (
        "every: 30m\nmessages: [Move.]\noffer: {focus: 8m}\n",
        ["7:8: a map is not an id; write the id of a routine or test"],
    ),
    ("every: 30m\nstanding: 8m\nmessages: [{say: Up., to: standing}, {say: Down., to: sitting}]\n", []),
    ("at: [09:30]\nmessages: [{say: {en: Up., de: Auf.}, to: standing}, {say: Down., to: sitting}]\n", []),
    ("every: 30m\nmessages: [{say: Up., to: standing, exercise: march}, {say: Down., to: sitting}]\n", []),
    ("every: 30m\nmessages: [{en: Up., to: Mate.}]\n", []),
    (
        "every: 30m\nmessages: [{say: Up., to: standing}]\n",
        ["6:11: no message asks for sitting; write one such as {say: TEXT, to: sitting}"],
    ),
    (
        "every: 30m\nmessages: [{say: Up., to: standing}, Move., {say: Down., to: sitting}]\n",
        ["6:38: to is missing, which other messages have; write {say: TEXT, to: standing}"],
    ),
    ("every: 30m\nmessages: [{say: Up., to: up}]\n", ["6:27: up is not known; write sitting or standing"]),
    (
        "every: 30m\nmessages: [{say: Up., too: standing}, {say: Down., to: sitting}]\n",
        ["6:23: too is not known; did you mean to?"],
    ),
    (
        "every: 30m\nstanding: 8m\nmessages: [Move.]\n",
        [
            "6:1: standing goes only with messages that say to which position; write {say: TEXT, to: standing}",
        ],
    ),
    (
        "at: [09:30]\nstanding: 8m\nmessages: [{say: Up., to: standing}, {say: Down., to: sitting}]\n",
        ["6:1: standing goes only with every; take it out, or add every"],
    ),
    ("every: 30m\nstanding: 8m\nmessages: Move.\n", ["7:11: Move. is not a list; write [Move.]"]),
    ("every: 30m\nmessages: [Move.]\nfigure: chin-tuck\nicon: chair\n", []),
    ("every: 30m\nmessages: [Move.]\nfigure: chin-tuk\n", ["7:9: chin-tuk is not known; did you mean chin-tuck?"]),
    ("every: 30m\nmessages: [Move.]\nicon: chiar\n", ["7:7: chiar is not known; did you mean chair?"]),
    (
        "every: 30m\nmessages: [Move.]\nsnooze: [5m, 10, 0s]\n",
        ["7:14: 10 has no unit; did you mean 10m?", "7:18: 0s is too short; write 1s to 24h"],
    ),
    ("every: 30m\nmessages: [Move.]\nsnooze: 5m\n", ["7:9: 5m is not a list; write [5m]"]),
    ("every: 30m\nmessages: [Move.]\nsnooze: []\n", []),
    ("every: 30m\nmessages: [Move.]\nat_most: 16\n", []),
    ("every: 30m\nmessages: [Move.]\nat_most: 0\n", ["7:10: 0 is too small; write 1 to 1000"]),
    ("every: 30m\nmessages: [Move.]\nat_most: many\n", ["7:10: many is not a whole number; write 1 to 1000"]),
    ("every: 30m\nmessages: [Move.]\nshow: full-screen\n", []),
    ("every: 30m\nmessages: [Move.]\nshow: fullscreen\n", ["7:7: fullscreen is not known; did you mean full-screen?"]),
    (
        "every: 30m\nmessages: [Move.]\nshow: popup\n",
        ["7:7: popup is not known; write full-screen, notification or nudge"],
    ),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_reminder(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("reminder", body) == problems
