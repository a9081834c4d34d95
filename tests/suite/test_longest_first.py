"""What is named as long is there, else it would begin last."""

from __future__ import annotations

from types import SimpleNamespace

from tests.suite.longest_first import LONGEST, ROOT, longest_first


def test_each_is_there() -> None:
    assert [name for name in LONGEST if not (ROOT / name).is_file()] == []


def test_they_come_first_and_the_rest_as_it_was() -> None:
    names = ["tests/b.py", LONGEST[1], "tests/a.py", LONGEST[0], LONGEST[1]]
    items = [SimpleNamespace(path=ROOT / name, number=number) for number, name in enumerate(names)]
    longest_first(items)  # type: ignore[arg-type]
    assert [item.number for item in items] == [3, 1, 4, 0, 2]
