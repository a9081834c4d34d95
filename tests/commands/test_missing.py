"""What `check --language` prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach import resources
from coach.commands.missing import PARTS, missing
from coach.content.library import Folders, Library
from coach.languages import files
from tests.command_line import CommandLine
from tests.languages.trial import TAG, translated, write_ts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(files, "FOLDER", tmp_path / "translations")
    return files.FOLDER


def test_each_part_has_its_count_and_its_first_places(run: CommandLine, folder: Path) -> None:
    write_ts(folder, TAG, {("Finish", "Done", ""): "", ("Finish", "Again", ""): "Yet again"})
    code, out, err = run("check", "--language", TAG)
    assert (code, err) == (1, "")
    lines = out.splitlines()
    heads = [line.partition(":")[0] for line in lines if not line.startswith(" ")]
    assert heads[:-1] == ["interface", *PARTS.values()]
    assert lines[:2] == ["interface: 1 missing", f'  {folder / f"{TAG}.ts"}: Finish: "Done"']
    assert lines[-1] == "xx is not offered before all of it is there."
    assert any(".yaml: title: " in line for line in lines), "file and key"


def test_a_place_that_is_misspelt_is_said(run: CommandLine, folder: Path) -> None:
    write_ts(folder, TAG, {("Finish", "{title} is over", ""): "{titel} ist vorbei"})
    code, out, _ = run("check", "--language", TAG)
    assert code == 1
    assert '"{titel} ist vorbei" has not the places of "{title} is over" in its braces' in out.splitlines()[1]


def test_a_language_without_a_file_is_told_so(run: CommandLine, folder: Path) -> None:
    code, out, _ = run("check", "--language", TAG)
    assert code == 1
    assert out.splitlines()[0] == "interface: all missing"
    assert "there is no such file yet" in out.splitlines()[1]


def test_a_complete_language_is_said_to_be_one(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_ts(folder, TAG, {("Finish", "Done", ""): "Over"})
    shipped = Library(Folders(resources.routines(), resources.media()), Folders(tmp_path / "no", tmp_path / "no"))
    assert missing(TAG, translated(shipped.catalogue), folder) == 0
    out = capsys.readouterr().out.splitlines()
    assert out == [*(f"{part}: complete" for part in ("interface", *PARTS.values())), out[-1]]
    assert out[-1] == "xx is complete: the program can speak it."


@pytest.mark.parametrize("tag", ["de_AT", "de-AT", "German", "", "x", "../de"])
def test_what_is_no_tag_is_said(run: CommandLine, tag: str) -> None:
    code, out, err = run("check", "--language", tag)
    assert (code, out) == (2, "")
    assert "is no tag of a language: write the language alone, such as de or fr." in err


@pytest.mark.parametrize("tag", ["en", "qps"])
def test_of_english_nothing_is_missing(run: CommandLine, tag: str) -> None:
    code, out, _ = run("check", "--language", tag)
    assert (code, out.count("nothing is missing")) == (0, 1)


def test_files_go_without_it(run: CommandLine) -> None:
    code, _, err = run("check", "--language", "de", "routines")
    assert (code, "name no files with it" in err) == (2, True)
