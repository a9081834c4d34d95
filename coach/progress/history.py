"""The history as one list, and as a table that any spreadsheet opens."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any, TextIO

from coach.content.suggest import visible
from coach.progress.records import HistoryEntry, ReminderRecord, SessionRecord, TestRecord
from coach.session.durations import clock, short

COLUMNS: dict[str, str] = {
    "at": "when it began (session) or happened, ISO 8601 with the local offset",
    "kind": "session, test (its result) or reminder",
    "id": "the routine's, test's or reminder's id",
    "title": "its title",
    "outcome": "session: finished, ended, pain, abandoned, interrupted; reminder: shown, done, started, snoozed, ...",
    "planned_seconds": "length of the session as planned",
    "seconds": "time really spent in it, without pauses",
    "effort": "0 to 10, as told afterwards",
    "pain": "0 to 10, as told afterwards",
    "contact": "test: contact points reached",
    "contact_most": "test: contact points there are",
    "hold_seconds": "test: how long the shape was held",
    "carry_over": "test: contacts that were easy after the hold",
    "focus": "test: focus areas, separated by spaces",
    "why": "reminder: its reason in words",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def entries(
    sessions: Iterable[SessionRecord],
    tests: Iterable[TestRecord],
    reminders: Iterable[ReminderRecord],
    title_of: Callable[[str, str], str],
) -> list[HistoryEntry]:
    """All three as one list, oldest first."""
    found = [_session(session) for session in sessions]
    found += [_test(test, title_of("test", test.test_id)) for test in tests]
    found += [
        HistoryEntry(r.at, "reminder", r.reminder_id, title_of("reminder", r.reminder_id), r.what, why=r.why)
        for r in reminders
    ]
    return sorted(found, key=lambda entry: entry.at)


def _session(session: SessionRecord) -> HistoryEntry:
    return HistoryEntry(
        session.started,
        "session",
        session.target,
        session.title,
        session.how or "interrupted",
        session.planned_seconds,
        round(session.seconds, 3),
        session.effort,
        session.pain,
    )


def _test(test: TestRecord, title: str) -> HistoryEntry:
    result = test.result
    return HistoryEntry(
        test.at,
        "test",
        test.test_id,
        title,
        contact=result.get("contact"),
        contact_most=result.get("contact_most"),
        hold_seconds=result.get("hold_seconds"),
        carry_over=result.get("carry_over"),
        focus=tuple(result.get("focus") or ()),
    )


def as_json(found: Iterable[HistoryEntry]) -> list[dict[str, Any]]:
    """The entries as JSON objects with the keys of COLUMNS; null where one does not apply."""
    return [{**asdict(entry), "at": entry.at.isoformat(), "focus": list(entry.focus)} for entry in found]


def as_text(found: Iterable[HistoryEntry]) -> str:
    """The entries as lines for a person; one sentence where there are none."""
    lines = [f"{entry.at:%Y-%m-%d %H:%M}  {visible(entry.title or entry.id)}: {_what(entry)}" for entry in found]
    return "\n".join(lines) or "Nothing yet. What you do will stand here."


def _what(entry: HistoryEntry) -> str:
    if entry.kind == "reminder":
        return f"{entry.outcome}, {visible(entry.why)}" if entry.why else entry.outcome
    if entry.kind == "test":
        parts = [f"contact {entry.contact} of {entry.contact_most}", f"hold {short(entry.hold_seconds or 0)}"]
        parts += [f"carry-over {entry.carry_over}"]
        return ", ".join(parts + ([f"focus {' '.join(entry.focus)}"] if entry.focus else []))
    parts = [entry.outcome, clock(entry.seconds or 0)]
    parts += [f"effort {entry.effort}"] if entry.effort is not None else []
    return ", ".join(parts + ([f"pain {entry.pain}"] if entry.pain is not None else []))


def history_csv(found: Iterable[HistoryEntry], stream: TextIO) -> None:
    """Write the entries as CSV (RFC 4180) with the columns of COLUMNS; open `stream` with newline="".

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in found:
        row = {**asdict(entry), "at": entry.at.isoformat(), "focus": " ".join(entry.focus)}
        writer.writerow([_cell(row[column]) for column in COLUMNS])


def _cell(value: object) -> object:
    if value is None:
        return ""
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value
