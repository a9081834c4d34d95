"""The history as one list, and as a table that any spreadsheet opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC
from typing import Any, TextIO

from coach.progress.columns import COLUMNS, header
from coach.progress.records import HistoryEntry, IntervalRecord, SessionRecord, TestRecord
from coach.progress.reminder_rows import ReminderRecord
from coach.session.outcomes import DONE

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def entries(
    sessions: Iterable[SessionRecord],
    intervals: Mapping[int, Sequence[IntervalRecord]],
    tests: Iterable[TestRecord],
    reminders: Iterable[ReminderRecord],
    title_of: Callable[[str, str], str],
) -> list[HistoryEntry]:
    """All three as one list, oldest first. `intervals` are those of each session, by its id."""
    found = [_session(session, intervals.get(session.id, ())) for session in sessions]
    found += [_test(test, title_of("test", test.test_id)) for test in tests]
    found += [
        HistoryEntry(r.at, "reminder", r.reminder_id, title_of("reminder", r.reminder_id), r.what, why=r.why)
        for r in reminders
    ]
    return sorted(found, key=lambda entry: entry.at)


def _session(session: SessionRecord, intervals: Sequence[IntervalRecord]) -> HistoryEntry:
    done = [one for one in intervals if one.kind == "work" and one.exercise and one.outcome in DONE]
    sides = {side for one in done for side in (("left", "right") if one.side == "alternate" else (one.side,))}
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
        tuple(dict.fromkeys(one.exercise or "" for one in done)),
        tuple(side for side in ("left", "right") if side in sides),
    )


def _test(test: TestRecord, title: str) -> HistoryEntry:
    result, told = test.result, test.scored
    sides = {area: pair for rating in told.answers.ratings.values() for area, pair in rating.items()}
    return HistoryEntry(
        test.at,
        "test",
        test.test_id,
        title,
        contact=result.get("contact"),
        contact_most=result.get("contact_most"),
        hold_seconds=result.get("hold_seconds"),
        carry_over=result.get("carry_over"),
        focus=told.focus,
        tension=dict(told.tension),
        tension_left={area: left for area, (left, _) in sides.items()},
        tension_right={area: right for area, (_, right) in sides.items()},
        hard=told.effort,
        lost=told.lost,
        measures={name: value for name, value in told.answers.measures.items() if value is not None},
    )


def as_json(found: Iterable[HistoryEntry]) -> list[dict[str, Any]]:
    """The entries as JSON objects with the keys of COLUMNS, tension by area, and what was hard, lost and measured in a
    test; null where one does not apply.
    """
    return [{**_row(entry), **_lists(entry), "at": entry.at.isoformat(timespec="seconds")} for entry in found]


def _lists(entry: HistoryEntry) -> dict[str, Any]:
    """What JSON has a form for, and a table has not."""
    by_area = dict(zip(("tension", "tension_left", "tension_right"), map(dict, _tensions(entry)), strict=True))
    lists = {name: list(getattr(entry, name)) for name in ("exercises", "side", "focus")}
    return {
        **lists,
        **by_area,
        "hard": list(entry.hard),
        "lost": list(entry.lost),
        "measures": dict(entry.measures),
    }


def _row(entry: HistoryEntry) -> dict[str, Any]:
    """What stands in COLUMNS. A day and a time are what a spreadsheet sorts and groups by, a moment in UTC what other
    programs read.
    """
    row = {
        **{name: getattr(entry, name) for name in COLUMNS if hasattr(entry, name)},
        "at": entry.at.astimezone(UTC).isoformat(timespec="seconds"),
        "date": entry.at.date().isoformat(),
        "time": entry.at.time().isoformat(timespec="seconds"),
        **{name: " ".join(getattr(entry, name)) for name in ("exercises", "side", "focus")},
    }
    return {name: row[name] for name in COLUMNS}


def history_csv(found: Iterable[HistoryEntry], stream: TextIO, areas: Iterable[str] = ()) -> None:
    """Write the entries as CSV (RFC 4180) with the columns of COLUMNS, then of each area (`areas`, and those that only
    an entry names); open `stream` with newline="".

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    import csv

    writer = csv.writer(stream, lineterminator="\r\n")
    entries = list(found)
    every = dict.fromkeys((*areas, *sorted({area for entry in entries for area in entry.tension})))
    writer.writerow(header(every))
    for entry in entries:
        tension = [sides.get(area) for area in every for sides in _tensions(entry)]
        writer.writerow([_cell(value) for value in (*_row(entry).values(), *tension)])


def _tensions(entry: HistoryEntry) -> tuple[Mapping[str, int], ...]:
    """Tension by area in the order of AREA_COLUMNS."""
    return entry.tension, entry.tension_left, entry.tension_right


def _cell(value: object) -> object:
    if value is None:
        return ""
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value
