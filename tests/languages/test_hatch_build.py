"""What the build adds to a wheel: the .qm of each complete translation."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.languages.trial import with_lrelease, write_ts

HOOK = Path(__file__).parents[2] / ".ci" / "hatch_build.py"


class Interface:
    """Stands for hatchling's, which is there at build only."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)


@pytest.fixture
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    name = "hatchling.builders.hooks.plugin.interface"
    stand_in = ModuleType(name)
    stand_in.BuildHookInterface = Interface  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, name, stand_in)
    spec = importlib.util.spec_from_file_location("hatch_build", HOOK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "share.py").write_text("NEEDS = ()\n\n\ndef files():\n    return []\n", encoding="utf-8")
    made = module.Made(tmp_path)
    yield made
    made.finalize("standard", {}, "")


def test_without_a_translation_nothing_is_needed_and_nothing_made(hook: Any) -> None:
    data: dict[str, Any] = {"artifacts": []}
    hook.initialize("standard", data)
    assert (hook.dependencies(), data) == ([], {"artifacts": []})


@with_lrelease
def test_each_complete_translation_is_made(hook: Any, tmp_path: Path) -> None:
    folder = tmp_path / "coach" / "translations"
    write_ts(folder, "xx", {("Finish", "Done", ""): "Over"})
    write_ts(folder, "yy", {("Finish", "Done", ""): ""})
    data: dict[str, Any] = {"artifacts": []}
    hook.initialize("standard", data)
    assert hook.dependencies() != []
    assert data == {"artifacts": ["coach/translations/xx.qm"]}
    assert [path.name for path in folder.glob("*.qm")] == ["xx.qm"]
