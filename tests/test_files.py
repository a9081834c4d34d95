"""A file is there whole or not at all, whatever ends its writing, and stands where its name leads."""

from __future__ import annotations

import errno
import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from coach.files import is_there, write_new, write_whole, written_aside
from tests.ordinary_user import as_ordinary_user, closed_folder, needs_permissions

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="links, permissions and pipes as POSIX has them")


def test_it_appears_when_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "new.json"
    with written_aside(file) as part:
        part.write_text("half")
        assert not file.exists()
        assert part.suffix == ".json"  # Qt and libsndfile know by it what is wanted
        part.write_text("whole")
    assert file.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [file]


@needs_permissions
def test_behind_a_door_that_one_may_not_open_there_is_nothing(tmp_path: Path) -> None:
    with closed_folder() as folder, as_ordinary_user():
        assert [is_there(folder), is_there(folder / "there")] == [True, False]
    assert [is_there(tmp_path / name) for name in ("", "none", "none/none")] == [True, False, False]


def _write_half(file: Path, ending: BaseException) -> None:
    with written_aside(file) as part:
        part.write_text("ha")
        raise ending


@pytest.mark.parametrize("ending", [OSError("full"), KeyboardInterrupt(), SystemExit(143), GeneratorExit()])
def test_whatever_ends_it_too_early_the_old_one_still_stands(tmp_path: Path, ending: BaseException) -> None:
    file = tmp_path / "x.json"
    file.write_text("good")
    with pytest.raises(type(ending)):
        _write_half(file, ending)
    assert file.read_text() == "good"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("data", ["Körper\n", b"K\xc3\xb6rper\n"])
def test_text_and_bytes(tmp_path: Path, data: str | bytes) -> None:
    write_whole(tmp_path / "x", data)
    assert (tmp_path / "x").read_bytes() == b"K\xc3\xb6rper\n"


@needs_posix
@pytest.mark.parametrize("stands", [True, False])
def test_a_symbolic_link_is_written_through_and_stays(tmp_path: Path, stands: bool) -> None:
    (tmp_path / "far").mkdir()
    real, link = tmp_path / "far" / "real.mp3", tmp_path / "link.mp3"
    if stands:
        real.write_text("before")
    link.symlink_to(Path("far") / "real.mp3")
    write_whole(link, "after")
    assert link.is_symlink()
    assert real.read_text() == "after"
    assert list(real.parent.iterdir()) == [real]


@pytest.mark.parametrize("length", [240, 255])
def test_a_name_as_long_as_names_may_be(tmp_path: Path, length: int) -> None:
    file = tmp_path / ("n" * (length - 4) + ".ogg")
    write_whole(file, "sound")
    assert file.read_text() == "sound"


@needs_posix
def test_what_is_written_over_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("before")
    file.chmod(0o640)
    write_whole(file, "after")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@needs_posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everything")
def test_a_protected_file_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("before")
    file.chmod(0o400)
    with pytest.raises(PermissionError):
        write_whole(file, "after")
    assert file.read_text() == "before"


@needs_posix
def test_a_pipe_is_given_everything_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    heard: list[str] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text()))
    reader.start()
    write_whole(pipe, "all of it")
    reader.join()
    assert heard == ["all of it"]
    assert pipe.is_fifo()


def test_a_folder_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "x.wav").mkdir()
    with pytest.raises(OSError, match=r"x\.wav"):
        write_whole(tmp_path / "x.wav", "sound")
    assert list(tmp_path.iterdir()) == [tmp_path / "x.wav"]


def test_two_writers_of_one_file_do_not_meet(tmp_path: Path) -> None:
    file = tmp_path / "x.ics"
    with written_aside(file) as first, written_aside(file) as second:
        first.write_text("first")
        second.write_text("second")
    assert file.read_text() == "first"  # whose block ends last
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as refused:
        write_whole(tmp_path / "nowhere" / "x.json", "{}")
    assert refused.value.filename == str(tmp_path / "nowhere" / "x.json"), "not what it is called while it is written"


def test_a_new_file_takes_nobodys_place(tmp_path: Path) -> None:
    file, link = tmp_path / "x.yaml", tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    write_new(file, "first")
    for there in (file, link):
        with pytest.raises(FileExistsError):
            write_new(there, "second")
    assert file.read_text() == "first"
    assert sorted(tmp_path.iterdir()) == [link, file]


def test_a_new_file_on_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    file = tmp_path / "x.yaml"
    write_new(file, "first")
    with pytest.raises(FileExistsError):
        write_new(file, "second")
    assert file.read_text() == "first"
    assert list(tmp_path.iterdir()) == [file]
