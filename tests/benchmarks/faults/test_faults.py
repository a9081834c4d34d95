"""What the calls that fail look like to a program, and one of a dozen of them for every command."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.faults.calls import Calls
from tests.benchmarks.faults.run import CODES, SCENARIOS, Stage, cases, run

EVERY = 12
EVERY_OF_THE_WINDOW = 121  # a run of it takes a second or two


def a_file(folder: Path) -> object:
    (folder / "file").write_text("text", "utf-8")
    return (folder / "file").read_text("utf-8")


def a_folder(folder: Path) -> object:
    (folder / "new").mkdir()
    return list(folder.iterdir())


def a_database(folder: Path) -> object:
    file = sqlite3.connect(folder / "data")
    try:
        return file.execute("SELECT 1").fetchall()
    finally:
        file.close()


@pytest.mark.parametrize("act", [a_file, a_folder, a_database], ids=lambda act: act.__name__)
def test_each_call_fails_once_and_elsewhere_none(tmp_path: Path, act: Callable[[Path], object]) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    calls = Calls([here])
    for number in range(1, 3):
        for folder in (here, elsewhere):
            folder.mkdir(exist_ok=True)
            for one in folder.iterdir():
                (one.rmdir if one.is_dir() else one.unlink)()
        calls.begin(number, errno.ENOSPC)
        with calls.in_force():
            act(elsewhere)
            assert calls.made == []
            with pytest.raises((OSError, sqlite3.OperationalError), match=os.strerror(errno.ENOSPC)):
                act(here)
        assert len(calls.made) == number


def test_all_after_it_fail_too(tmp_path: Path) -> None:
    calls = Calls([tmp_path])
    calls.begin(1, errno.EIO, lasts=True)
    with calls.in_force():
        for _ in range(3):
            with pytest.raises(OSError, match=os.strerror(errno.EIO)):
                tmp_path.stat()
    assert tmp_path.is_dir()


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_however_a_call_fails_a_sentence_says_so_and_nothing_is_lost(tmp_path: Path, qapp: object) -> None:
    stage = Stage(tmp_path)
    count, failures = run(stage, cases(stage, [name for name in SCENARIOS if name != "window"], EVERY), lambda _: None)
    assert count > len(SCENARIOS)
    count, fell = run(stage, cases(stage, ["window"], EVERY_OF_THE_WINDOW), lambda _: None)
    assert count > len(CODES)
    assert not failures + fell, "\n".join((*failures, *fell))


@pytest.mark.slow
def test_what_is_done_in_the_window_is_written_down(tmp_path: Path, qapp: object) -> None:
    """Else no call there could fail that matters."""
    stage = Stage(tmp_path, ["window"])
    stage.fail("window", 0, "EIO", lasts=False)
    written = [call.split(" ")[0] for call in stage.calls.made]
    assert {"mkdir", "open(wb)", "write", "replace"} <= set(written)
    said = [call.rpartition(": ")[2].split(" ")[0] for call in stage.calls.made]
    assert said.count("INSERT") >= 8
    assert "UPDATE" in said
