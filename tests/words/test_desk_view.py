"""What the desk says, for the eye."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from coach.content.model import Position, Reminder, Text
from coach.reminders.explain import Explanation
from coach.reminders.status import DeskStatus, LogEntry
from coach.reminders.why import Counts, Held
from coach.words.desk_view import DeskView, desk_view, log_lines
from tests.words.languages import Bracketed, Glossary, outside_brackets

VIENNA = timezone(timedelta(hours=2))
NOW = datetime(2026, 5, 14, 9, 0, tzinfo=VIENNA)  # a Thursday
REMINDERS = {"stretch": Reminder("stretch", Text("Stretch", {"de": "Strecken"}), (), every=1800.0)}
LINE = Explanation(
    "stretch", "Stretch", True, False, 720.0, NOW + timedelta(minutes=12), (), Counts(1080, 1800), 1080.0, ("stays",)
)
STATUS = DeskStatus(1085.0, False, True, LINE, (LINE,), (), False, None, ())


def seen(status: DeskStatus) -> DeskView:
    return desk_view(status, NOW, REMINDERS)


def coming(seconds: float, **more: object) -> DeskStatus:
    line = replace(LINE, due_in=seconds, due_at=NOW + timedelta(seconds=seconds), **more)  # type: ignore[arg-type]
    return replace(STATUS, next=line, lines=(line,))


def words_of(view: DeskView) -> tuple[str, ...]:
    """All that is shown of it but titles."""
    return view.next_when, view.condition, view.sentence, view.rail, view.at_desk, *view.times.values()


@pytest.mark.parametrize(
    ("position", "told"), [("sitting", "18 min at the desk, sitting"), ("standing", "18 min at the desk, standing")]
)
def test_whether_somebody_sits_or_stands(position: Position, told: str) -> None:
    assert seen(replace(STATUS, position=position)).as_it_is == told
    assert outside_brackets(desk_view(replace(STATUS, position=position), NOW, {}, Bracketed()).as_it_is) == ""


def test_how_far_it_is_follows_the_position() -> None:
    turns = {"stretch": replace(REMINDERS["stretch"], standing=1200.0)}
    line = replace(LINE, at_desk=600.0)
    status = replace(STATUS, next=line, lines=(line,))
    assert desk_view(status, NOW, turns).share == pytest.approx(1 / 3)
    assert desk_view(replace(status, position="standing"), NOW, turns).share == pytest.approx(0.5)


def test_the_next_one() -> None:
    view = seen(STATUS)
    assert (view.next_id, view.next_title, view.next_when, view.share) == ("stretch", "Stretch", "12 min", 0.6)
    assert (view.sentence, view.condition) == ("18 min of 30 min at the desk", "if you stay at the desk")
    assert (view.rail, view.at_desk, view.times) == (
        "Next nudge in 12 min",
        "18 min at the desk",
        {"stretch": "12 min"},
    )
    assert (view.enabled, view.quiet, view.is_paused) == (frozenset({"stretch"}), frozenset(), False)


@pytest.mark.parametrize(
    ("seconds", "when", "rail"),
    [
        (30, "under a minute", "Next nudge very soon"),
        (3599, "1 h", "Next nudge in 1 h"),
        (3600, "10:00", "Next: 10:00"),
        (24 * 3600, "tomorrow 9:00", "Next: tomorrow 9:00"),
        (4 * 24 * 3600, "Mon", "Next: Mon"),
        (7 * 24 * 3600, "21 May", "Next: 21 May"),
    ],
)
def test_how_long_until_it_comes(seconds: float, when: str, rail: str) -> None:
    view = seen(coming(seconds))
    assert (view.next_when, view.rail) == (when, rail)


def test_one_that_waits_for_something_to_end() -> None:
    view = seen(coming(20, why=Held("waits", ("camera",)), supposed=("quiet-ends",)))
    assert (view.rail, view.sentence) == ("A reminder waits", "Waits: the camera is in use")


def test_one_whose_file_is_gone_keeps_its_title_and_has_no_share() -> None:
    view = desk_view(STATUS, NOW, {})
    assert (view.next_title, view.share) == ("Stretch", 0.0)


@pytest.mark.parametrize(
    ("until", "sentence", "rail"),
    [
        (None, "Paused until you resume", "Paused for now"),
        (NOW + timedelta(hours=1), "Paused until 10:00", "Paused until 10:00"),
        (NOW + timedelta(hours=20), "Paused until tomorrow", "Paused until tomorrow"),
        (NOW + timedelta(days=3), "Paused", "Paused"),
    ],
)
def test_a_pause(until: datetime | None, sentence: str, rail: str) -> None:
    view = seen(replace(STATUS, paused=True, paused_until=until))
    assert (view.is_paused, view.sentence, view.rail, view.next_when) == (True, sentence, rail, "Quiet")
    assert (view.next_id, view.next_title) == ("stretch", "")


def test_no_reminder() -> None:
    off = replace(LINE, enabled=False, due_at=None, due_in=None)
    view = seen(replace(STATUS, next=None, lines=(off,)))
    assert (view.sentence, view.rail, view.next_when) == ("No reminder is switched on.", "No reminders", "-")
    assert seen(replace(STATUS, next=None)).sentence == "No reminder will come."
    assert desk_view(replace(STATUS, next=None, lines=()), NOW, {}).sentence == "No reminder will come."
    assert seen(replace(STATUS, next=None, paused=True)).next_id == ""


def test_todays_line() -> None:
    log = (
        LogEntry(NOW, "stretch", "Stretch", "shown", "30 min at the desk"),
        LogEntry(NOW, "gone", "Gone", "done", ""),
    )
    told = [(line.time, line.title, line.what, line.why) for line in log_lines(log, REMINDERS, Glossary("de", {}))]
    assert told == [("9:00", "Strecken", "shown", "30 min at the desk"), ("9:00", "Gone", "done", "done")]


WHATS = ("shown", "done", "started", "snoozed", "skipped", "missed", "deferred", "natural-break")


def test_what_an_old_entry_without_a_reason_did() -> None:
    log = [LogEntry(NOW, "a", "A", what, "") for what in (*WHATS, "of-another-version")]
    assert [line.why for line in log_lines(log, {})] == [
        "came", "done", "its offer was started", "snoozed", "skipped", "missed", "waited", "your break counted",
        "of-another-version",
    ]  # fmt: skip
    assert all(outside_brackets(line.why) == "" for line in log_lines(log[:-1], {}, Bracketed()))


STATES = [
    STATUS,
    *(coming(seconds) for seconds in (30, 3600, 24 * 3600, 4 * 24 * 3600)),
    coming(20, why=Held("waits", ("camera",)), supposed=("quiet-ends",)),
    replace(STATUS, next=None),
    replace(STATUS, next=None, lines=(replace(LINE, enabled=False),)),
    *(replace(STATUS, paused=True, paused_until=until) for until in (None, NOW, NOW + timedelta(hours=20))),
    replace(STATUS, paused=True, paused_until=NOW + timedelta(days=3)),
]


@pytest.mark.parametrize("status", STATES)
def test_every_state_is_translated(status: DeskStatus) -> None:
    for told in words_of(desk_view(status, NOW, REMINDERS, Bracketed())):
        assert not [letter for letter in outside_brackets(told) if letter.isalpha()], told
