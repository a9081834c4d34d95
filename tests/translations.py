"""The texts of the window and the terminal, for a translator: `python -m tests.translations TAG` makes or updates
coach/translations/TAG.ts by Qt's lupdate.

lupdate is run over a copy of coach/ in which the count of every plural is the number 1. Its reader of Python (6.11)
marks a message as one with plural forms only where the count is a number, and loses the message altogether where the
count is a call or a sum; what it reads of a text is the same.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from coach.languages import files

COACH = Path(__file__).resolve().parents[1] / "coach"
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
_COUNT = 3  # the place of the count among the arguments of `translate`
_SECONDS = 300


def with_plain_counts(source: str) -> str:
    """A module with 1 for the count of every `translate`; every line keeps its number."""
    lines = [line.encode() for line in source.splitlines(keepends=True)]  # ast counts columns in bytes
    for count in sorted(_counts(ast.parse(source)), key=lambda one: (one.lineno, one.col_offset), reverse=True):
        first, last = count.lineno - 1, (count.end_lineno or count.lineno) - 1
        end = lines[last][count.end_col_offset :]
        lines[first] = lines[first][: count.col_offset] + b"1" + b"\n" * (last - first) + end
        for emptied in range(first + 1, last + 1):
            lines[emptied] = b""
    return b"".join(lines).decode()


def _counts(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "translate":
            if len(node.args) > _COUNT:
                yield node.args[_COUNT]
            yield from (one.value for one in node.keywords if one.arg == "n")


def update(tag: str, folder: Path = files.FOLDER, coach: Path = COACH) -> Path:
    """Make the .ts of a language, or take new texts into it and mark those that are gone; what is translated stays."""
    folder.mkdir(parents=True, exist_ok=True)
    into = folder / f"{tag}.ts"
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "coach"
        shutil.copytree(coach, copy, ignore=lambda _, names: [name for name in names if name == "__pycache__"])
        sources = sorted(
            path for path in copy.rglob("*.py") if "translate(" in (text := path.read_text("utf-8")) or ".tr(" in text
        )
        for path in sources:
            path.write_text(with_plain_counts(path.read_text("utf-8")), "utf-8")
        command: list[str | Path] = [
            LUPDATE,
            "-locations",
            "none",
            "-source-language",
            "en",
            "-target-language",
            tag,
            *sources,
            "-ts",
            into,
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return into


def messages(path: Path) -> set[tuple[str, str, str]]:
    """Context, text and comment of all that stands in a .ts."""
    return {
        (context.findtext("name") or "", one.findtext("source") or "", one.findtext("comment") or "")
        for context in ET.parse(path).getroot().iter("context")
        for one in context.iter("message")
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.translations", description=__doc__)
    parser.add_argument("tag", metavar="TAG", help="the language alone, such as de")
    tag: str = parser.parse_args().tag
    if not files.is_tag(tag):
        parser.error(f"{tag} is no tag of a language: write the language alone, such as de or fr")
    path = update(tag)
    print(f"{path}: {len(messages(path))} texts, {len(files.unfinished(tag))} unfinished.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
