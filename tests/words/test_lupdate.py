"""What translates finds every text of ours: Qt's lupdate, where it is installed, reads coach/words/."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

WORDS = Path(__file__).parents[2] / "coach" / "words"
UI = WORDS.parent / "ui"
FILES = sorted(WORDS.glob("*.py"))
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")


def named(call: ast.Call) -> str:
    """What is called, without what it belongs to."""
    function = call.func
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def calls(path: Path) -> list[ast.Call]:
    """The calls of `translate` in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in found if isinstance(call.func, ast.Attribute) and call.func.attr == "translate"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_call_is_written_out(path: Path):
    for call in calls(path):
        texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        where = f"{path.name}:{call.lineno}"
        assert isinstance(call.func, ast.Attribute)
        assert ast.unparse(call.func.value) in ("language", "self._language"), where
        assert len(texts) >= 2, f"{where}: context and text are literals"
        assert all(isinstance(text, str) for text in texts[:2]), where
        context = path.stem.replace("_", "")
        assert str(texts[0]).lower() == context, f"{where}: the context is the module's name"


def test_no_text_of_the_window_goes_through_a_function_that_hides_it() -> None:
    """`tr` and `translate` with literals are all that lupdate sees, and nothing else has such a name."""
    hidden = []
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or named(node) not in ("tr", "translate"):
                continue
            called, literals = ast.unparse(node.func), [isinstance(one, ast.Constant) for one in node.args[:2]]
            of_a_language = (
                called.lower().endswith(("language.translate", "qcoreapplication.translate")) or called == "translate"
            )
            if (
                path.name != "qt_language.py"
                and ((of_a_language and literals != [True, True]) or (called == "self.tr" and literals[:1] != [True]))
            ) or (named(node) == "tr" and called != "self.tr"):
                hidden.append(f"{path.name}:{node.lineno} {ast.unparse(node)}")
    assert hidden == []


@pytest.mark.skipif(not LUPDATE.exists(), reason="pyside6-lupdate is not installed")
def test_lupdate_finds_every_text(tmp_path: Path):
    ours = {(call.args[0].value, call.args[1].value) for path in FILES for call in calls(path)}  # type: ignore[attr-defined]
    into = tmp_path / "words.ts"
    subprocess.run([LUPDATE, *FILES, "-ts", into], check=True, capture_output=True, timeout=60)
    contexts = ET.parse(into).getroot().iter("context")
    found = {
        (context.findtext("name"), message.findtext("source"))
        for context in contexts
        for message in context.iter("message")
    }
    assert found == ours
    assert len(ours) > 30
