"""The history as a list, JSON and a table."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.progress.columns import COLUMNS, explained, header
from coach.progress.history import as_json, history_csv
from coach.progress.records import HistoryEntry
from coach.session.timeline import Interval
from tests.fakes import FakeClock
from tests.progress.past import AT, lived
from tests.stores import memory_store


def test_all_that_was_done_in_the_order_of_time() -> None:
    entries = lived()
    assert [(entry.kind, entry.id, entry.outcome) for entry in entries] == [
        ("reminder", "change-position", "shown"),
        ("session", "desk-reset", "interrupted"),
        ("test", "wall-test", ""),
        ("session", "desk-reset", "finished"),
    ]
    assert entries[0].title == "reminder change-position"
    assert (entries[2].contact, entries[2].hold_seconds, entries[2].focus) == (11, 27.5, ("neck", "chest"))


def test_as_json_has_every_column() -> None:
    found = as_json(lived())
    by_area = ["tension", "tension_left", "tension_right"]
    assert all(list(entry) == [*COLUMNS, *by_area, "hard", "lost", "measures"] for entry in found)
    assert found[0]["at"] == "2026-05-14T09:00:00+02:00"
    assert (found[0]["date"], found[0]["time"]) == ("2026-05-14", "09:00:00")
    assert found[1]["exercises"] == ["chin-tuck"]
    assert found[2]["focus"] == ["neck", "chest"]
    assert [found[2][name] for name in by_area] == [{"neck": 6}, {"neck": 6}, {"neck": 2}]
    assert found[0]["seconds"] is None


def table(entries: list[HistoryEntry]) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    history_csv(entries, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_as_a_table() -> None:
    rows = table(lived())
    assert list(rows[0]) == header(["neck"])
    assert rows[0]["at"] == "2026-05-14T07:00:00+00:00"
    assert (rows[0]["date"], rows[0]["time"]) == ("2026-05-14", "09:00:00")
    assert rows[0]["why"] == "30 min at the desk"
    assert (rows[1]["planned_seconds"], rows[1]["seconds"], rows[1]["effort"]) == ("120.0", "24.5", "")
    assert (rows[2]["contact"], rows[2]["contact_most"], rows[2]["focus"]) == ("11", "14", "neck chest")
    assert (rows[2]["tension_neck"], rows[2]["tension_neck_left"], rows[2]["tension_neck_right"]) == ("6", "6", "2")
    assert rows[1]["tension_neck"] == ""
    assert rows[3]["pain"] == "0"


@pytest.mark.parametrize("microsecond", [0, 335000, 999999])
@pytest.mark.parametrize("hours", [2, 1, -7, 5.75])
def test_every_moment_has_one_shape_whatever_the_clock_and_the_zone_were(microsecond: int, hours: float) -> None:
    zone = timezone(timedelta(hours=hours))
    (row,) = table([HistoryEntry(datetime(2026, 11, 29, 14, 5, 9, microsecond, zone), "reminder", "walk")])
    at = datetime.strptime(row["at"], "%Y-%m-%dT%H:%M:%S+00:00").replace(tzinfo=UTC)
    assert at == datetime(2026, 11, 29, 14, 5, 9, tzinfo=zone)
    assert date.fromisoformat(row["date"]) == date(2026, 11, 29)
    assert time.fromisoformat(row["time"]) == time(14, 5, 9)
    assert (len(row["date"]), len(row["time"])) == (10, 8)


def test_what_was_hard_lost_and_measured_in_a_test() -> None:
    store = memory_store(FakeClock(AT))
    answers = {"measures": {"occiput": 7.5, "reach": None}}
    store.add_test("wall-test", {"lost": ["head"], "effort": ["hands", "gap"], "answers": answers})
    (entry,) = as_json(store.history(lambda *_: ""))
    assert (entry["hard"], entry["lost"], entry["measures"]) == (["hands", "gap"], ["head"], {"occiput": 7.5})


def test_what_was_done_in_a_session_and_on_which_side() -> None:
    store = memory_store(FakeClock(AT))
    session = store.begin_session("routine", "mine", "Mine", 120.0, 5)
    kept = [
        (Interval("work", 0.0, 25.0, "side-plank", 1, 1, "left"), "lost"),
        (Interval("switch", 25.0, 5.0, "side-plank", side="right"), "done"),
        (Interval("work", 30.0, 25.0, "side-plank", 1, 1, "right"), "skipped"),
        (Interval("work", 60.0, 25.0, "chin-tuck"), "done"),
        (Interval("work", 90.0, 25.0, "side-plank", 2, 2, "left"), "done"),
    ]
    for index, (interval, outcome) in enumerate(kept):
        store.add_interval(session, index, interval, interval.seconds, outcome)
    (row,) = table(store.history())
    assert (row["exercises"], row["side"]) == ("side-plank chin-tuck", "left")
    store.add_interval(session, 5, Interval("work", 120.0, 9.0, "bird-dog", side="alternate"), 9.0, "done")
    (row,) = table(store.history())
    assert (row["exercises"], row["side"]) == ("side-plank chin-tuck bird-dog", "left right")


def test_the_areas_of_the_library_are_columns_before_any_test_and_others_come_with_their_result() -> None:
    stream = io.StringIO(newline="")
    history_csv([HistoryEntry(AT, "test", "own-test", tension={"wrist": 3})], stream, ["neck", "chest"])
    (row,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert list(row) == header(["neck", "chest", "wrist"])
    assert (row["tension_neck"], row["tension_wrist"], row["tension_wrist_left"]) == ("", "3", "")


def test_every_column_is_explained() -> None:
    told = [line.split()[0] for line in explained().splitlines()]
    assert told == header(["AREA"])
    assert [line for line in explained().splitlines() if len(line.split()) < 3] == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_text_becomes_a_formula(start: str) -> None:
    (row,) = table([HistoryEntry(AT, "session", "x", title=f'{start}HYPERLINK("http://x")')])
    assert row["title"].startswith("'" + start)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_title_comes_back_from_the_table(title: str) -> None:
    (row,) = table([HistoryEntry(AT, "session", "x", title=title)])
    assert row["title"] in (title, "'" + title)
