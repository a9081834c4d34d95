"""What `history` prints."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.progress.store import open_store
from tests.command_line import CommandLine


def test_history_is_empty_at_first(run: CommandLine) -> None:
    code, out, _ = run("history")
    assert code == 0
    assert "Nothing" in out


def test_csv_that_cannot_be_written_is_a_sentence(run: CommandLine, tmp_path: Path) -> None:
    code, _, err = run("history", "--csv", str(tmp_path / "no" / "folder.csv"))
    assert code == 3
    assert "cannot be written" in err


@pytest.fixture
def past(home: Path) -> None:
    """A reminder that came, one whose file is gone, and a wall test."""
    store = open_store(home, SystemClock())
    store.add_reminder("change-position", "shown")
    store.add_reminder("long-gone", "shown")
    store.add_test("wall-test", {"contact": 9})
    store.close()


@pytest.mark.usefixtures("past")
def test_reminders_and_tests_have_their_titles_in_every_form_of_the_history(run: CommandLine) -> None:
    expected = ["", "30-second wall test", "Change position"]  # sorted: they may come within one millisecond
    assert sorted(entry["title"] for entry in json.loads(run("history", "--json")[1])) == expected
    table = csv.DictReader(io.StringIO(run("history", "--csv", "-")[1]))
    assert sorted(row["title"] for row in table) == expected
    shown = sorted(line.split("  ")[1].split(":")[0] for line in run("history")[1].splitlines())
    assert shown == ["30-second wall test", "Change position", "long-gone"]
