"""A file of pieces is whole and as it was written, or not there at all."""

from __future__ import annotations

import os
import stat
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.content.kept import chest

PIECES = {"routines": {"a": "first", "b": "", "c": "third"}, "rest": {}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "cache" / "library.kept"
    chest.write(file, "the program, 1 file", PIECES)
    return file


def pieces(found: chest.Chest) -> dict[str, dict[str, str]]:
    return {shelf: {name: found.piece(shelf, name) for name in found.names(shelf)} for shelf in ("routines", "rest")}


def test_what_was_written_is_read(file: Path) -> None:
    found = chest.read(file)
    assert found is not None
    assert found.stands_for == "the program, 1 file"
    assert pieces(found) == PIECES
    with pytest.raises(KeyError):
        found.piece("routines", "d")


def test_nobody_else_may_look_in(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_any_damage_is_seen(file: Path) -> None:
    """Cut off anywhere, and a bit turned in any byte: a half-written file, a disk that forgets."""
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert chest.read(file) is None
    for place in range(len(whole)):
        file.write_bytes(bytes([*whole[:place], whole[place] ^ 1, *whole[place + 1 :]]))
        assert chest.read(file) is None
    file.write_bytes(whole + b"x")
    assert chest.read(file) is None


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b'["x"]', b'["x",[]]', b'["x",{"a":1}]', b'["x",{"a":[[1]]}]', b'["x",{"a":[["b","c"]]}]',
     b"[" * 100_000, b"\xff"],
    ids=lambda body: repr(body[:20]),
)  # fmt: skip
def test_what_somebody_else_wrote_is_not_taken(file: Path, body: bytes) -> None:
    """Though it adds up."""
    head = file.read_bytes().split(b"\n", 1)[0].rsplit(b" ", 2)[0]
    file.write_bytes(head + f" {zlib.crc32(body):08x} {len(body):016x}\n".encode() + body)
    assert chest.read(file) is None


def _folder(file: Path) -> None:
    file.mkdir()


def _link_onto_itself(file: Path) -> None:
    file.symlink_to(file)


def _pipe(file: Path) -> None:
    os.mkfifo(file)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and links like these")
@pytest.mark.parametrize("put", [_folder, _link_onto_itself, _pipe])
def test_what_is_no_file_is_not_waited_for(file: Path, put: Callable[[Path], None]) -> None:
    file.unlink()
    put(file)
    assert chest.read(file) is None
    if put is _folder:
        with pytest.raises(IsADirectoryError):
            chest.write(file, "new", PIECES)
    else:
        chest.write(file, "new", PIECES)
        assert file.is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_a_link_is_replaced_and_what_it_leads_to_stays(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    file.unlink()
    file.symlink_to(other)
    chest.write(file, "new", PIECES)
    assert other.read_text() == "mine"
    assert not file.is_symlink()


def test_far_too_large_a_file_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chest, "MOST_BYTES", 20)
    assert chest.read(file) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
def test_a_file_of_somebody_else_is_not_taken(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    assert chest.read(file) is None


def test_a_file_that_may_not_be_written_is_replaced(file: Path) -> None:
    """As one that was made by whoever looks after the machine."""
    file.chmod(0o400)
    chest.write(file, "new", PIECES)
    found = chest.read(file)
    assert found is not None
    assert found.stands_for == "new"


def test_two_programs_write_at_once_and_each_reader_finds_a_whole_one(file: Path) -> None:
    def write(stands_for: str) -> None:
        for _ in range(40):
            chest.write(file, stands_for, {"routines": {"a": stands_for * 2_000}, "rest": {}})

    writers = [threading.Thread(target=write, args=(name,)) for name in ("one", "two")]
    for writer in writers:
        writer.start()
    seen = set()
    while any(writer.is_alive() for writer in writers):
        found = chest.read(file)
        assert found is not None
        if found.stands_for in ("one", "two"):
            assert found.piece("routines", "a") == found.stands_for * 2_000
        seen.add(found.stands_for)
    for writer in writers:
        writer.join()
    assert seen
    assert [left.name for left in file.parent.iterdir()] == [file.name]
