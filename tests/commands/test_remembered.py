"""What `data export` and `data import` do."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from coach import history_file
from coach.clock import SystemClock
from coach.progress.opening import FILE_NAME
from coach.progress.portable.form import written
from coach.progress.store import open_store
from tests.command_line import CommandLine
from tests.progress.portable.histories import choice, session

FIRST = '{"format": "posture-coach-history", "version": 1, "exported": "2026-06-01T08:00:00+01:00"}'
EARLY = "2026-05-01T10:00:00+02:00"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A history of two sessions and a choice."""
    path = tmp_path / "history.jsonl"
    records = [session("one"), session("two"), choice("three", EARLY)]
    path.write_text("\n".join([FIRST, *map(written, records)]) + "\n", encoding="utf-8")
    return path


def test_it_says_what_it_took(run: CommandLine, file: Path) -> None:
    assert run("data", "import", str(file)) == (0, "2 sessions, 1 choice taken\n", "")
    assert run("data", "import", str(file)) == (0, "nothing taken; 3 known already\n", "")


def test_export_import_export_is_the_same(run: CommandLine, home: Path, file: Path, tmp_path: Path) -> None:
    run("data", "import", str(file))
    assert run("data", "export", str(tmp_path / "a.jsonl")) == (0, f"{tmp_path / 'a.jsonl'}\n", "")
    other = CommandLine(tmp_path / "other", run.capsys)
    assert other("data", "import", str(tmp_path / "a.jsonl"))[0] == 0
    other("data", "export", str(tmp_path / "b.jsonl"))
    assert _records(tmp_path / "a.jsonl") == _records(tmp_path / "b.jsonl")
    assert home.exists()


def test_settings_go_along_where_they_are_wanted(run: CommandLine, home: Path, tmp_path: Path) -> None:
    store = open_store(home, SystemClock())
    store.set_setting("theme", "dark")
    store.set_setting("reminders-state", {})
    store.close()
    out = run("data", "export", "-")[1]
    assert len(out.splitlines()) == 1
    with_settings = [json.loads(line) for line in run("data", "export", "-", "--settings")[1].splitlines()]
    assert [(one["uid"], one["value"]) for one in with_settings[1:]] == [("setting:theme", "dark")]


ABOUT_YOU = {
    "aim": "running",
    "kit-missing": ["band", "foam-roller"],
    "desk-hours": {"days": ["mon", "tue"], "from": "08:00", "until": "16:00"},
}


def _setting(key: str, value: object) -> str:
    return json.dumps({"type": "setting", "uid": f"setting:{key}", "changed": EARLY, "key": key, "value": value})


def test_what_a_person_wants_has_and_when_goes_along(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "settings.jsonl"
    path.write_text("\n".join([FIRST, *(_setting(key, value) for key, value in ABOUT_YOU.items())]), encoding="utf-8")
    assert run("data", "import", str(path))[0] == 0
    with_settings = [json.loads(line) for line in run("data", "export", "-", "--settings")[1].splitlines()[1:]]
    assert {one["key"]: one["value"] for one in with_settings} == ABOUT_YOU


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("aim", "swimming", "none of desk, running, both"),
        ("kit-missing", "band", "no list of names"),
        ("desk-hours", {"days": ["mon"], "from": "08:00", "until": "25:00"}, "no time of day"),
        ("theme", "purple", "none of system, light, dark, contrast"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_and_left_out(
    run: CommandLine, tmp_path: Path, key: str, value: object, why: str
) -> None:
    path = tmp_path / "settings.jsonl"
    other = _setting("of-a-newer-version", [1])
    path.write_text("\n".join([FIRST, _setting(key, value), other]), encoding="utf-8")
    code, _, err = run("data", "import", str(path))
    assert code == 1
    assert err == f"posture-coach: {path}: line 2 has a wrong value of {key}; it is {why}; it is left out\n"
    assert [json.loads(line)["key"] for line in run("data", "export", "-", "--settings")[1].splitlines()[1:]] == [
        "of-a-newer-version"
    ]


def test_a_line_that_cannot_be_used_is_named_and_the_rest_goes_in(run: CommandLine, file: Path) -> None:
    file.write_text(file.read_text() + "{}\n", encoding="utf-8")
    code, out, err = run("data", "import", str(file))
    assert (code, out) == (1, "2 sessions, 1 choice taken; 1 line left out\n")
    assert err.startswith(f"posture-coach: {file}: line 5 has the type null")


def test_strict_takes_nothing_then(run: CommandLine, file: Path) -> None:
    file.write_text(file.read_text() + "{}\n", encoding="utf-8")
    code, out, err = run("data", "import", str(file), "--strict")
    assert (code, out) == (1, "")
    assert err.endswith("nothing was taken; mend the file, or leave --strict out\n")
    assert len(run("data", "export", "-")[1].splitlines()) == 1


@pytest.mark.parametrize(
    ("first", "why"),
    [
        (FIRST.replace("1,", "2,", 1), "made by a newer version of Posture Coach"),
        ("a,b", "not a history of Posture Coach"),
    ],
)
def test_another_file_is_refused(run: CommandLine, tmp_path: Path, first: str, why: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(first, encoding="utf-8")
    assert run("data", "import", str(path)) == (1, "", f"posture-coach: {path}: {why}\n")


def test_a_file_that_is_not_there_is_a_sentence(run: CommandLine, tmp_path: Path) -> None:
    code, _, err = run("data", "import", str(tmp_path / "no.jsonl"))
    assert code == 3
    assert "cannot be read (No such file or directory); name a file that is there" in err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
def test_what_has_no_end_is_refused_and_a_pipe_is_read(
    run: CommandLine, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A device filled the memory of the machine."""
    assert run("data", "import", "/dev/zero") == (1, "", "posture-coach: /dev/zero: not a history of Posture Coach\n")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writing = threading.Thread(target=pipe.write_bytes, args=(file.read_bytes(),), daemon=True)
    writing.start()
    assert run("data", "import", str(pipe))[0] == 0
    writing.join(10)
    assert not writing.is_alive()
    monkeypatch.setattr(history_file, "MOST_BYTES", 10)
    code, _, err = run("data", "import", str(file))
    assert (code, "larger than a history can be" in err) == (1, True)


def test_a_folder_that_is_not_there_is_a_sentence(run: CommandLine, tmp_path: Path) -> None:
    code, _, err = run("data", "export", str(tmp_path / "no" / "h.jsonl"))
    assert code == 3
    assert "cannot be written" in err


def test_without_a_word_it_says_which_there_are(run: CommandLine) -> None:
    assert run("data") == (2, "", "posture-coach: say what to do: data export FILE or data import FILE\n")


def test_a_newer_data_file_is_neither_read_nor_written(run: CommandLine, home: Path, file: Path) -> None:
    run("data", "export", "-")
    data = next(home.rglob(FILE_NAME))
    with closing(sqlite3.connect(data)) as newer:
        newer.execute("PRAGMA user_version = 99")
    for words in (("export", "-"), ("import", str(file))):
        code, out, err = run("data", *words)
        assert (code, out) == (3, "")
        assert "was written by a newer version" in err


def test_where_it_cannot_be_saved_nothing_is_taken(run: CommandLine, home: Path, file: Path) -> None:
    """Another program holds the data file all the time."""
    run("data", "export", "-")
    data = next(home.rglob(FILE_NAME))
    with closing(sqlite3.connect(data, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, out, err = run("data", "import", str(file))
        assert (code, out) == (3, "")
        assert "Another program is using the data file" in err
        other.execute("ROLLBACK")
    assert run("data", "import", str(file)) == (0, "2 sessions, 1 choice taken\n", "")


def _records(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[1:]
