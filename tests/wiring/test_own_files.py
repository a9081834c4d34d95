"""Routines that the program keeps as files of the person's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coach.content.library import Folders, load
from coach.content.model import ExerciseStep, Progress, Routine, Text
from coach.progress.folders import Home
from coach.wiring.own_files import file_of, free_id, is_taken, keep_routine, kept_as, take_back
from tests.fakes import EMPTY

MADE = Routine("focus", Text("Focus routine"), (ExerciseStep("nod"),), goal="strength", progress=Progress())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "data", tmp_path / "cache")


def test_what_is_kept_is_a_file_under_its_own_id(home: Home) -> None:
    path = keep_routine(home, MADE, "mine")
    assert path == file_of(home, "mine") == home.routines / "guided" / "mine.yaml"
    assert "id: mine\n" in path.read_text(encoding="utf-8")
    folder = load(Folders(home.routines, home.media), None)
    assert [problem for problem in folder.problems if "nod" not in str(problem)] == []


def test_no_file_and_no_routine_is_written_over(home: Home) -> None:
    shelf = replace(EMPTY, routines={"there": MADE})
    assert free_id(home, shelf, "mine") == "mine"
    assert (is_taken(home, shelf, "there"), free_id(home, shelf, "there")) == (True, "there-2")
    keep_routine(home, MADE, "mine")
    keep_routine(home, MADE, "mine-2")
    assert free_id(home, shelf, "mine") == "mine-3"


def test_it_is_taken_back_as_long_as_nobody_changed_it(home: Home) -> None:
    path = keep_routine(home, MADE, "mine")
    assert take_back(home, MADE, "mine")
    assert not path.exists()
    assert not take_back(home, MADE, "mine")
    keep_routine(home, MADE, "mine").write_text("mine now", encoding="utf-8")
    assert not take_back(home, MADE, "mine")
    assert path.read_text(encoding="utf-8") == "mine now"


def test_the_very_same_is_found_again(home: Home) -> None:
    other = replace(MADE, title=Text("Another"))
    assert kept_as(home, MADE, "mine") is None
    keep_routine(home, other, "mine")
    assert kept_as(home, MADE, "mine") is None
    keep_routine(home, MADE, "mine-2")
    assert (kept_as(home, MADE, "mine"), kept_as(home, other, "mine")) == ("mine-2", "mine")
