"""The examples of the reference: whole files among them are judged like an author's, beside the shipped library."""

from __future__ import annotations

import re
from pathlib import Path

from coach import resources
from coach.content.examining import check
from coach.content.kinds import KINDS
from coach.content.library import Folders
from tests.format_reference import DOCUMENT

EXAMPLE = re.compile(r"```yaml\n((?:---\n)?kind: ([a-z]+)\n.*?)```", re.DOTALL)
FOLDERS = {
    "exercise": "exercises",
    "routine": "guided",
    "reminder": "reminders",
    "plan": "plans",
    "lesson": "lessons",
    "test": "tests",
}


def test_the_examples_are_sound(tmp_path: Path) -> None:
    files = []
    for text, kind in EXAMPLE.findall(DOCUMENT.read_text("utf-8")):
        ident = re.search(r"^id: (.+)$", text, re.MULTILINE)
        assert ident is not None
        file = tmp_path / "routines" / FOLDERS.get(kind, "") / f"{ident[1]}.{'md' if kind == 'lesson' else 'yaml'}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        files.append(file)
    assert files
    assert set(FOLDERS) <= set(KINDS)
    found = check(files, Folders(resources.routines(), resources.media()), None)
    assert [f"{one.file.name}:{one.line}:{one.column}: {one.text}" for one in found] == []
