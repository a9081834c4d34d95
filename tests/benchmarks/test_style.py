"""What the numbers of style count, on code whose numbers are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.style import Measured, main, measure, table

KNOWN = '''"""A module."""

import os  # beside a line

# a line of its own


class Shelf:
    """Holds."""

    def put(self, thing: str, *more: int) -> None:
        if thing and more or os:
            for one in more:
                print(one)

    def takeEvent(self, event):
        return event

    def _own(self):
        assert self


def loose(a, b: int = 1) -> int:
    """Sums."""
    return [x for x in (a, b)][0]


class _Hidden:
    def shown(self) -> None: ...
'''


@pytest.fixture
def measured(tmp_path: Path) -> Measured:
    (tmp_path / "known.py").write_text(KNOWN, "utf-8")
    (tmp_path / "empty.py").write_text("", "utf-8")
    return measure(tmp_path)


def test_lengths_and_branches(measured: Measured) -> None:
    assert {name.split()[-1]: length for name, length in measured.functions} == {
        "put": 4, "takeEvent": 2, "_own": 2, "loose": 3, "shown": 1,
    }  # fmt: skip
    assert sorted(measured.complexities) == [1, 1, 1, 2, 5], "if, and, or, for; a comprehension"


def test_what_is_public_and_told(measured: Measured) -> None:
    assert (measured.public, measured.public_documented) == (3, 2), "Shelf, put and loose; Qt's and hidden ones are not"
    assert [line.split()[-1] for line in measured.undocumented] == ["Shelf.put"]
    assert (measured.things, measured.documented, measured.modules_documented) == (7, 2, 1)


def test_types_comments_and_imports(measured: Measured) -> None:
    assert measured.typed == 2, "put and shown"
    assert (measured.comments, measured.imports) == (1, [0, 1])


def test_the_table_says_a_line_each(measured: Measured, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert dict(table(measured, measured))["docstrings, public"] == "66.7 %"
    assert main([str(tmp_path), str(tmp_path)]) == 0
    assert "longest function" in capsys.readouterr().out
    assert main([str(tmp_path), "--missing"]) == 0
    assert capsys.readouterr().out.strip().endswith("Shelf.put")


def test_the_windows_tests_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder, lines in (("coach", 10), ("coach/ui", 4), ("tests", 10), ("tests/ui", 1)):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "some.py").write_text("x = 1\n" * lines + "def f(): ...\n" * 2, "utf-8")
    assert main([str(tmp_path / "coach"), str(tmp_path / "tests")]) == 0
    told = capsys.readouterr().out.splitlines()[-1].split()
    assert told == ["lines", "of", "tests", "to", "a", "line,", "the", "window's", "0.50"], "3 lines to 6"
