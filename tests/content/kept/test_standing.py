"""What a kept library stands for changes with each file and with the program."""

from __future__ import annotations

import os
from collections.abc import Callable
from json import dumps
from pathlib import Path
from zipfile import ZipFile
from zipimport import zipimporter

import pytest

import coach
from coach.content.kept import standing as module
from coach.content.kept.standing import GRAIN_NS, is_sure, standing
from coach.content.library_files import Folders, Look, look_at
from tests.content.shelf import exercise, fill, routine


@pytest.fixture
def library(tmp_path: Path) -> Folders:
    fill(tmp_path, {"routines/exercises/row.yaml": exercise("row", "{reps: 8}")})
    fill(tmp_path, {"routines/guided/day.yaml": routine("day", "[{exercise: row}]")})
    (tmp_path / "media" / "sounds").mkdir(parents=True)
    return Folders(tmp_path / "routines", tmp_path / "media")


def now(library: Folders) -> str:
    return standing([look_at(library)])


def _content(library: Folders) -> None:
    with (library.routines / "guided" / "day.yaml").open("a") as file:
        file.write("# more\n")


def _added(library: Folders) -> None:
    fill(library.routines.parent, {"routines/guided/week.yaml": routine("week", "[{exercise: row}]")})


def _gone(library: Folders) -> None:
    (library.routines / "guided" / "day.yaml").unlink()


def _renamed(library: Folders) -> None:
    (library.routines / "guided" / "day.yaml").rename(library.routines / "guided" / "night.yaml")


def _elsewhere(library: Folders) -> None:
    (library.routines / "guided" / "day.yaml").rename(library.routines / "day.yaml")


def _sound(library: Folders) -> None:
    (library.media / "sounds" / "go.wav").write_bytes(b"")


def _no_folder(library: Folders) -> None:
    (library.routines / "plans").symlink_to(library.routines)


def _another_file_of_the_same_size_and_time(library: Folders) -> None:
    """As a copy that keeps times makes."""
    file = library.routines / "guided" / "day.yaml"
    before, other = file.stat(), file.with_name("other")
    other.write_text(file.read_text().replace("row", "bow"))
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)


def _the_same_file_with_its_time_put_back(library: Folders) -> None:
    file = library.routines / "guided" / "day.yaml"
    before = file.stat()
    text = file.read_text().replace("row", "bow")
    while file.stat().st_ctime_ns == before.st_ctime_ns:  # the clock of files may tick slowly
        file.write_text(text)
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize(
    "change",
    [_content, _added, _gone, _renamed, _elsewhere, _sound, _no_folder, _another_file_of_the_same_size_and_time,
     _the_same_file_with_its_time_put_back],
)  # fmt: skip
def test_any_change_of_files_shows(library: Folders, change: Callable[[Folders], None]) -> None:
    before = now(library)
    assert now(library) == before
    change(library)
    assert now(library) != before


def test_it_is_of_these_folders(library: Folders, tmp_path: Path) -> None:
    assert now(library) != now(Folders(tmp_path, tmp_path))


def test_another_version_stands_for_something_else(library: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    before = now(library)
    monkeypatch.setattr(coach, "__version__", "0.0.0")
    assert now(library) != before


def test_a_changed_source_that_judges_content_stands_for_something_else(
    library: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "content" / "kinds"
    package.mkdir(parents=True)
    (package / "dose.py").write_text("A = 1\n")
    monkeypatch.setattr(module, "__file__", str(package / "standing.py"))
    before = now(library)
    (package / "dose.py").write_text("A = 10\n")
    assert now(library) != before


def test_a_program_in_one_file_has_no_sources(
    library: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "__file__", str(tmp_path / "none" / "kept" / "standing.py"))
    monkeypatch.setattr(module.sys, "frozen", True, raising=False)
    assert module.sys.executable in now(library)


def test_a_parser_within_an_archive_stands_by_its_name(
    library: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file of its own tells when it changed."""

    def standing_with(archive: Path) -> str:
        with ZipFile(archive, "w") as packed:
            packed.writestr("yaml.py", "")
        monkeypatch.setattr(module.importlib.util, "find_spec", zipimporter(str(archive)).find_spec)
        return now(library)

    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    assert dumps([str(one / "yaml.py"), 0, 0], separators=(",", ":")) in standing_with(one)
    assert standing_with(one) == standing_with(one)
    assert standing_with(one) != standing_with(other)


def test_a_file_changed_just_now_may_change_again_unseen(tmp_path: Path) -> None:
    nowhere = Folders(tmp_path, tmp_path)

    def look(at: int) -> list[Look]:
        return [Look(nowhere, (("a.yaml", None, None, (at, 10, 1, at)),), (), ())]

    looked_at = 10 * GRAIN_NS
    assert is_sure(look(looked_at - GRAIN_NS - 1), looked_at)
    assert not is_sure(look(looked_at - GRAIN_NS), looked_at)
    assert not is_sure(look(looked_at + 1), looked_at)  # by a clock that was put back since
    assert is_sure([Look(nowhere, (), (), ())], looked_at)
