"""The desk's status for other programs, and why an answer is for no reminder."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from coach.reminders.explain import Explanation
from coach.reminders.status import DeskStatus, LogEntry
from coach.reminders.why import Counts
from coach.words import desk as words
from tests.words.languages import Bracketed, outside_brackets

VIENNA = timezone(timedelta(hours=2))
NINE = datetime(2026, 5, 14, 9, 0, tzinfo=VIENNA)
TITLES = {"stretch": "Stretch", "walk": "Walk"}

LINE = Explanation(
    "stretch", "Stretch", True, False, 1740.04, NINE, ("camera",), Counts(60, 1800), 60.0,
    ("stays",), None, ("camera",),
)  # fmt: skip


def entry(what: str, ident: str = "stretch") -> LogEntry:
    return LogEntry(NINE, ident, TITLES[ident], what, "")


def test_the_status_as_json():
    status = DeskStatus(60.0, False, True, LINE, (LINE,), ("camera",), True, NINE, (entry("shown"),))
    told = {
        "id": "stretch",
        "title": "Stretch",
        "enabled": True,
        "due": False,
        "due_in_seconds": 1740.0,
        "due_at": "2026-05-14T09:00:00+02:00",
        "supposing": "if you stay at the desk",
        "reasons": ["camera"],
        "why": "1 min of 30 min at the desk; now quiet: the camera is in use",
        "at_desk_seconds": 60.0,
    }
    assert words.as_json(status) == {
        "at_desk_seconds": 60.0,
        "away": False,
        "idle_known": True,
        "next": told,
        "reminders": [told],
        "quiet": ["camera"],
        "paused": True,
        "paused_until": "2026-05-14T09:00:00+02:00",
        "why": "Stretch: 1 min of 30 min at the desk; now quiet: the camera is in use.",
        "today": [
            {"at": "2026-05-14T09:00:00+02:00", "id": "stretch", "title": "Stretch", "what": "shown", "why": ""},
        ],
    }


def test_the_status_of_a_desk_without_reminders_as_json():
    told = words.as_json(DeskStatus(0.0, True, False, None, (), (), False, None, ()))
    assert (told["next"], told["paused_until"], told["why"]) == (None, None, "No reminder is switched on.")


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("done", "it was done"),
        ("started", "its offer was taken"),
        ("snoozed", "it was snoozed"),
        ("skipped", "it was skipped"),
        ("natural-break", "a break counted as it"),
        ("missed", "it was missed"),
        ("shown", "nobody answered it in time"),
        ("deferred", "it waits"),
        ("of-another-version", "of-another-version"),
    ],
)
def test_why_no_reminder_is_open(what: str, told: str):
    log = [entry("shown", "walk"), entry(what)]
    assert words.why_not_open(None, TITLES, log) == f"no reminder is open; Stretch: {told} at 9:00"
    assert words.why_not_open("stretch", TITLES, log) == f"Stretch is not open: {told} at 9:00"
    assert outside_brackets(words.why_not_open(None, TITLES, log, Bracketed())) == ""


@pytest.mark.parametrize(
    ("ident", "known", "told"),
    [
        (None, TITLES, "no reminder has come yet"),
        ("walk", TITLES, "Walk has not come yet"),
        ("nonsense", TITLES, "nonsense is not a reminder; the reminders are stretch, walk"),
        ("nonsense", {}, "nonsense is not a reminder; there is none in the library"),
    ],
)
def test_what_never_came_or_is_no_reminder(ident: str | None, known: dict[str, str], told: str):
    assert words.why_not_open(ident, known, []) == told
    assert outside_brackets(words.why_not_open(ident, known, [], Bracketed())) == ""
