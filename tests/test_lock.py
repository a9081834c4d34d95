"""Exactly one holds a lock, until it is let go or its holder has died."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest

from coach.lock import Lock, try_lock


def is_free(path: Path) -> bool:
    lock = try_lock(path)
    if lock is not None:
        lock.close()
    return lock is not None


def test_one_holds_it_until_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    lock = try_lock(path)
    assert lock is not None
    assert not is_free(path)
    lock.close()
    assert is_free(path)


def test_what_stands_in_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_text("theirs")
    with Lock(path, lambda: None):
        assert not is_free(path)
    assert path.read_text() == "theirs"


def test_a_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        try_lock(tmp_path / "none" / "lock")
    with pytest.raises(FileNotFoundError), Lock(tmp_path / "none" / "lock", lambda: None):
        pass


@pytest.mark.parametrize("number", [errno.EACCES, errno.EAGAIN, errno.EDEADLK])
def test_what_the_systems_say_of_a_lock_that_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_file: IO[bytes]) -> None:
        raise OSError(number, "held")

    monkeypatch.setattr("coach.lock._lock", refuse)
    assert try_lock(tmp_path / "lock") is None


def test_a_file_system_without_locks_is_held_by_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: IO[bytes]) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("coach.lock._lock", refuse)
    with pytest.raises(OSError, match="No locks"):
        try_lock(tmp_path / "lock")
    with pytest.raises(OSError, match="No locks"), Lock(tmp_path / "lock", lambda: None):
        pass


# --- two starts at once ---


def test_a_second_start_waits_for_the_first(tmp_path: Path) -> None:
    path, waits, order = tmp_path / "lock", threading.Event(), list[str]()

    def second() -> None:
        with Lock(path, waits.set):
            order.append("second")

    with Lock(path, lambda: None):
        thread = threading.Thread(target=second)
        thread.start()
        assert waits.wait(timeout=30)
        order.append("first")
    thread.join(timeout=30)
    assert order == ["first", "second"]
    assert is_free(path)


def test_one_that_is_free_is_not_waited_for(tmp_path: Path) -> None:
    waited: list[bool] = []
    with Lock(tmp_path / "lock", lambda: waited.append(True)):
        assert not is_free(tmp_path / "lock")
    assert waited == []
    assert is_free(tmp_path / "lock")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives a lock to no other process")
def test_what_was_begun_meanwhile_holds_it_too(tmp_path: Path) -> None:
    """A pip that outlives the start that called it."""
    path = tmp_path / "lock"
    with Lock(path, lambda: None):
        pip = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False)
    try:
        assert not is_free(path)
    finally:
        pip.communicate(b"\n")
    assert is_free(path)
