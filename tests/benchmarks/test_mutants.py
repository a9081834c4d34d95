"""Mutants: one place each, nothing that only readers see, and told of when the tests let them live."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks.mutants import main, mutants

KNOWN = '''"""Words > 1."""

def may(age: int = 17 + 1, *, asked: bool = True) -> bool:
    """Whether."""
    note("é", level=3)
    return age >= 18 and not asked
'''

SMALL = """def may(age):
    print("asked")
    return age >= 18
"""
TESTS = """
from coach.known import may

assert may(18)
assert not may(17)
"""
RUN = (sys.executable,)  # the tests of the tree are a script


def test_each_has_one_place_changed() -> None:
    found = mutants(KNOWN)
    changes = [(one.line, one.before, one.after) for one in found]
    assert changes == [
        (3, "1", "2"),
        (3, "17", "18"),
        (3, "17 + 1", "(17 - 1)"),
        (3, "True", "False"),
        (5, "3", "4"),
        (5, 'note("é", level=3)', "note('é')"),
        (5, 'note("é", level=3)', "pass"),
        (6, "18", "19"),
        (6, "age >= 18", "age > 18"),
        (6, "age >= 18 and not asked", "(age >= 18 or not asked)"),
        (6, "not asked", "(asked)"),
        (6, "return age >= 18 and not asked", "return None"),
    ]
    for one in found:
        lines = zip(KNOWN.splitlines(), one.text.splitlines(), strict=True)
        assert [number for number, (before, after) in enumerate(lines, 1) if before != after] == [one.line]


def test_what_only_readers_see_is_left_alone() -> None:
    assert mutants('@slots(a=1)\nclass A(B, key=2):\n    """3"""\n    x: Literal[4]\n    y = f"{5}"\n') == []


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "coach").mkdir()
    (tmp_path / "coach" / "__init__.py").touch()
    (tmp_path / "coach" / "known.py").write_text(SMALL, "utf-8")
    (tmp_path / "test_known.py").write_text(TESTS, "utf-8")
    return tmp_path


def test_who_lives_is_told_and_the_tree_is_left_as_it_was(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coach/known.py", "--tests", "test_known.py", "--count", "0"], tree, RUN) == 0
    assert capsys.readouterr().out.splitlines() == [
        'lives  coach/known.py:2  print("asked")  ->  pass',
        "coach/known.py: 3 of 4 mutants noticed, of 4 that there are",
    ]
    assert (tree / "coach" / "known.py").read_text("utf-8") == SMALL


def test_what_cannot_be_tried_is_said(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coach/no.py", "--tests", "test_known.py"], tree, RUN) == 2
    assert "coach/no.py is not a file" in capsys.readouterr().err
    (tree / "test_known.py").write_text("assert False\n", "utf-8")
    assert main(["coach/known.py", "--tests", "test_known.py"], tree, RUN) == 3
    assert "fail without any mutant" in capsys.readouterr().err
