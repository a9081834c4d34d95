"""The files of translations."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach.languages import files
from tests.languages.trial import with_lrelease, write_ts

DONE = ("Finish", "Done", "")
MANY = ("Finish", "%n exercises", "1 exercise")


def test_only_the_language_alone_is_a_tag(tmp_path: Path):
    for name in ("de.ts", "haw.ts", "de_AT.ts", "DE.ts", "de.qm", "notes.ts"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert files.tags(tmp_path) == ("de", "haw")
    assert files.tags(tmp_path / "none") == ()


@pytest.mark.parametrize("told", ["", ["%n Übung", ""], ["", ""]])
def test_what_has_no_words_is_unfinished(told: str | list[str], tmp_path: Path):
    write_ts(tmp_path, "xx", {DONE: "Fertig", MANY: told})
    assert files.unfinished("xx", tmp_path) == [("Finish", "%n exercises")]


@pytest.mark.parametrize(
    ("source", "comment", "told", "is_fine"),
    [
        ("{title} is over", "", "{title} ist vorbei", True),
        ("{title} is over", "", "vorbei", True),
        ("{title} is over", "", "{titel} ist vorbei", False),
        ("{title} is over", "", "{title ist vorbei", False),
        ("{title} is over", "", "{} ist vorbei", False),
        ("Over", "", "{title} ist vorbei", False),
        ("{hour}:{minute}", "or of {hour12}", "{hour12}.{minute}", True),
        ("%n of {all}", "1 of {all}", ["%n von {all}", "%n von {alle}"], False),
    ],
)
def test_a_place_that_nobody_can_fill_in_is_found(
    source: str, comment: str, told: str | list[str], is_fine: bool, tmp_path: Path
):
    write_ts(tmp_path, "xx", {("Finish", source, comment): told})
    wrong = told if isinstance(told, str) else told[-1]
    assert files.misplaced("xx", tmp_path) == ([] if is_fine else [("Finish", source, wrong)])


@pytest.mark.parametrize(("kind", "count"), [("unfinished", 1), ("vanished", 0), ("obsolete", 0)])
def test_what_the_translator_has_not_signed_is_unfinished_and_what_is_gone_is_not(
    kind: str, count: int, tmp_path: Path
):
    write_ts(tmp_path, "xx", {DONE: "Fertig"}, attributes=f' type="{kind}"')
    assert len(files.unfinished("xx", tmp_path)) == count


def test_a_file_that_is_none_is_said(tmp_path: Path):
    (tmp_path / "xx.ts").write_text("<TS>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"xx\.ts is no file of translations"):
        files.unfinished("xx", tmp_path)
    with pytest.raises(OSError, match="yy"):
        files.unfinished("yy", tmp_path)


@with_lrelease
def test_the_second_file_is_made_where_the_first_is_newer(tmp_path: Path):
    source = write_ts(tmp_path, "xx", {DONE: "Fertig"})
    made = files.compiled("xx", tmp_path)
    assert made == tmp_path / "xx.qm"
    first = made.read_bytes()
    write_ts(tmp_path, "xx", {DONE: "Geschafft"})
    os.utime(source, ns=(made.stat().st_mtime_ns + 10**9,) * 2)
    assert files.compiled("xx", tmp_path) == made
    assert made.read_bytes() != first


def test_without_the_tool_what_was_made_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "release_tool", lambda: None)
    source = write_ts(tmp_path, "xx", {DONE: "Fertig"})
    assert files.compiled("xx", tmp_path) is None
    made = tmp_path / "xx.qm"
    made.write_bytes(b"made before")
    os.utime(made, ns=(source.stat().st_mtime_ns - 10**9,) * 2)
    assert files.compiled("xx", tmp_path) == made


def test_a_tool_that_fails_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "release_tool", lambda: str(tmp_path / "no-such-tool"))
    write_ts(tmp_path, "xx", {DONE: "Fertig"})
    assert files.compiled("xx", tmp_path) is None
