"""Each package whose branches are counted has its tests, and others pause the counting."""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.suite.counting import AGAIN_AND_AGAIN, Counting, counting_for

ROOT = Path(__file__).resolve().parents[2]
MEASURED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["coverage"]["run"]["source"]


def test_all_of_them_are_there() -> None:
    assert MEASURED
    assert [path for path in counting_for(MEASURED) if not path.exists()] == []
    assert [path for path in AGAIN_AND_AGAIN if not path.is_file()] == []


def test_what_does_not_count_pauses_it_until_something_does() -> None:
    said: list[str] = []
    controller = SimpleNamespace(
        cov=SimpleNamespace(config=SimpleNamespace(source=["coach.today", "coach.session"])),
        pause=lambda: said.append("pause"),
        resume=lambda: said.append("resume"),
    )
    counting = Counting(SimpleNamespace(cov_controller=controller))
    names = ("ui/test_window.py", "today/test_due.py", "today/test_past.py", "words/test_today.py",
             "session/test_commands.py", "session/test_properties.py")  # fmt: skip
    items: list[Any] = [SimpleNamespace(path=ROOT / "tests" / name) for name in names]
    hooks = [counting.pytest_collection(), *map(counting.pytest_runtest_protocol, items)]
    for hook in hooks:
        next(hook)
    assert said == ["pause", "resume", "pause", "resume", "pause"]
