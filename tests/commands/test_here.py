"""What is the matter with the data file, every command says once, beside what it prints."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from coach.commands.here import Here
from coach.progress.opening import FILE_NAME
from coach.wiring.machine import Machine
from tests.command_line import CommandLine

COMMANDS = {
    "today": ("today",),
    "plan start": ("plan", "start", "eight-weeks"),
    "show": ("show", "upper-back-strength", "--mine"),
    "safety": ("safety",),
    "export": ("data", "export", "-"),
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_a_file_that_is_no_database_is_kept_aside_and_said_once(run: CommandLine, words: tuple[str, ...]) -> None:
    run.home.mkdir(parents=True, exist_ok=True)
    (run.home / FILE_NAME).write_text("no database " * 500)
    code, _, err = run(*words)
    [kept] = run.home.glob("*-broken-*")
    assert code == 0
    assert err == (
        "posture-coach: The data file could not be read (file is not a database). "
        f"It was kept as {kept}, and a new one was begun.\n"
    )
    assert run(*words)[2] == ""


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_a_file_of_a_newer_version_stays_untouched_and_it_is_said_that_nothing_is_saved(
    run: CommandLine, words: tuple[str, ...]
) -> None:
    run("plan", "start", "eight-weeks")
    with closing(sqlite3.connect(run.home / FILE_NAME)) as file:
        file.execute("PRAGMA user_version = 99")
    before = (run.home / FILE_NAME).read_bytes()
    _, _, err = run(*words)
    assert err.count("was written by a newer version of Posture Coach") == 1
    assert err.endswith("what you do now is not saved; install the newer version to go on with it.\n")
    assert (run.home / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize(("words", "code"), [(("plan", "start", "eight-weeks"), 3), (("today",), 0), (("history",), 0)])
def test_what_is_lost_at_the_end_is_no_good_end(run: CommandLine, words: tuple[str, ...], code: int) -> None:
    run.home.parent.joinpath("home").write_text("a file in the place of the folder")
    ended, _, err = run(*words)
    assert ended == code
    assert err.count("What you do now is kept in memory") == 1
    assert err.count("What you did could not be saved and is lost") == (code != 0)


def test_what_is_open_is_closed_where_the_notices_cannot_be_told(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Here({"POSTURE_COACH_HOME": str(run.home)})
    store, closed = here.build().store, []
    monkeypatch.setattr(store, "close", lambda close=store.close: closed.append(close()))
    monkeypatch.setattr(Machine, "notices", property(lambda _: 1 / 0))
    with pytest.raises(ZeroDivisionError):
        here.closing.close()
    assert closed
