"""What other programs read: JSON with its version, and docs/json.md, which tells every key that comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.cli import main
from coach.clock import SystemClock
from coach.desktop.single import Single
from coach.printed import VERSION
from coach.progress.columns import AREA_COLUMNS, COLUMNS
from coach.progress.store import open_store
from coach.session.timeline import Interval
from coach.walltest.answers import Answers
from coach.walltest.score import Result
from tests.desk_place import Place

PAGE = Path(__file__).resolve().parent.parent / "docs" / "json.md"
BY_ID = ("tension", "tension_left", "tension_right")
"""Keys whose values have ids for keys."""

Printed = Callable[..., Any]


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Printed:
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path))

    def run(*words: str) -> Any:
        assert main([*words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def lived(tmp_path: Path) -> None:
    """A data file in which something of every kind was done."""
    from coach.progress.folders import Home

    store = open_store(Home.from_environ({"POSTURE_COACH_HOME": str(tmp_path)}).data, SystemClock())
    session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
    store.add_interval(session, 0, Interval("work", 0.0, 25.0, "side-plank", 1, 1, "left"), 25.0, "done")
    answers = Answers(ratings={"tension": {"neck": (6, 2)}})
    store.add_test("wall-test", Result("wall-test", 11, 14, 27.5, 30.0, 5, 7, {"neck": 6}, answers=answers).as_json())
    store.add_reminder("change-position", "shown", "30 min at the desk")
    store.close()


def section(heading: str) -> str:
    return re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:][SECTIONS.index(heading)]


SECTIONS = re.findall(r"^## (.*)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)


def keys(value: Any) -> Iterator[str]:
    """Every key of an object and of those in it."""
    if isinstance(value, list):
        for one in value:
            yield from keys(one)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from () if key in BY_ID else keys(inner)


def untold(value: Any, heading: str) -> set[str]:
    told = set(re.findall(r"`([a-z_]+)`", section(heading)))
    return set(keys(value)) - told


@pytest.mark.parametrize("kind", [[], ["figure"], ["area"], ["condition"], ["source"], ["sound"]])
def test_a_list_stays_as_it_has_always_been(printed: Printed, kind: list[str]) -> None:
    entries = printed("list", *kind)
    assert isinstance(entries, list)
    assert {tuple(entry) for entry in entries} == {("kind", "id", "title", "file", "yours")}
    assert untold(entries, "list") == set()


@pytest.mark.parametrize(
    "name", ["deep-neck-flexors", "run-tall", "wall-test", "gentle-recovery", "upper-back-strength"]
)
def test_show_of_what_has_a_timeline(printed: Printed, name: str) -> None:
    timeline = printed("show", name)
    assert timeline["version"] == VERSION
    assert untold(timeline, "show") == set()


def test_show_of_another_kind_is_its_file_with_the_version_of_the_language(printed: Printed) -> None:
    assert printed("show", "chin-tuck")["format"] == 1
    assert "body" in printed("show", "running-well")


@pytest.mark.usefixtures("lived")
def test_history(printed: Printed) -> None:
    entries = printed("history")
    assert sorted(entry["kind"] for entry in entries) == ["reminder", "session", "test"]
    assert {entry["version"] for entry in entries} == {VERSION}
    assert untold(entries, "history") == set()


def test_doctor(printed: Printed) -> None:
    found = printed("doctor")
    assert found["version"] == VERSION
    assert untold(found, "doctor") == set()


def test_remind_where_nothing_runs(printed: Printed) -> None:
    assert printed("remind", "status") == {"version": VERSION, "running": False}


def test_remind(printed: Printed, tmp_path: Path) -> None:
    place = Place()
    place.wait(31)
    running = Single(tmp_path)
    assert running.claim()
    running.serve(lambda _request: {"running": True, **place.desk.as_json(), "text": "words"})
    try:
        found = printed("remind", "status")
    finally:
        running.close()
    assert found["version"] == VERSION
    assert found["today"]
    assert untold(found, "remind") == set()


def test_the_page_tells_no_key_that_does_not_come(printed: Printed, lived: None) -> None:
    assert lived is None
    come = set(keys([printed("history"), printed("list"), printed("doctor"), printed("show", "desk-reset")]))
    told = {key for name in ("list", "history", "doctor") for key in _first_column(section(name).split("\n### ")[0])}
    assert told - come == set()


def _first_column(text: str) -> list[str]:
    return [
        key for line in re.findall(r"^\|([^|]*)\|", text, flags=re.MULTILINE) for key in re.findall(r"`(\w+)`", line)
    ]


def test_the_columns_of_the_table_are_told_as_help_tells_them(capsys: pytest.CaptureFixture[str]) -> None:
    table = section("history").split("\n### ")[1]
    told = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", table, flags=re.MULTILINE))
    assert told == {**COLUMNS, **AREA_COLUMNS}
    with pytest.raises(SystemExit):
        main(["history", "--help"])
    out = capsys.readouterr().out
    assert [
        name for name, about in told.items() if not re.search(rf"^  {name} +{re.escape(about)}$", out, re.MULTILINE)
    ] == []
