"""The history as lines for a person."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from coach.progress.records import HistoryEntry
from coach.words.history import as_text
from tests.progress.past import lived
from tests.words.languages import Bracketed, outside_brackets

AT = datetime(2026, 5, 14, 9, 0, tzinfo=timezone(timedelta(hours=2)))


def test_as_lines_for_a_person() -> None:
    assert as_text(lived()).splitlines() == [
        "2026-05-14 09:00  reminder change-position: shown, 30 min at the desk",
        "2026-05-14 09:01  Desk reset: interrupted, 0:24",
        "2026-05-14 09:02  test wall-test: contact 11 of 14, hold 28 s, carry-over 5, focus neck chest",
        "2026-05-14 09:03  Desk reset: finished, 0:00, effort 3, pain 0",
    ]


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ([], "Nothing yet. What you do will stand here."),
        (
            [HistoryEntry(AT, "test", "wall-test", contact=1, contact_most=2, carry_over=0)],
            "2026-05-14 09:00  wall-test: contact 1 of 2, hold 0 s, carry-over 0",
        ),
        (
            [
                HistoryEntry(
                    AT,
                    "test",
                    "wall-test",
                    contact=9,
                    contact_most=14,
                    hold_seconds=19.0,
                    carry_over=5,
                    hard=("hip",),
                    lost=("hand",),
                    measures={"occiput": 7.5},
                )
            ],
            "2026-05-14 09:00  wall-test: contact 9 of 14, hard hip, lost hand, hold 19 s, carry-over 5, occiput 7.5",
        ),
        ([HistoryEntry(AT, "reminder", "walk", outcome="shown")], "2026-05-14 09:00  walk: shown"),
        (
            [HistoryEntry(AT, "reminder", "walk", outcome="natural-break", why="away 25 min")],
            "2026-05-14 09:00  walk: a break of your own, away 25 min",
        ),
    ],
)
def test_what_is_not_there_is_not_told(entries: list[HistoryEntry], told: str) -> None:
    assert as_text(entries) == told


def test_our_own_words_are_translated() -> None:
    language = Bracketed()
    assert outside_brackets(as_text([], language)) == ""
    told = [outside_brackets(line.split(": ", 1)[1]) for line in as_text(lived(), language).splitlines()]
    assert told == ["30 min at the desk", "0:24", "", "0:00"]
