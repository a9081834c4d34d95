"""A desktop of a language that we have no words for, as German has none yet: everything is English, nothing half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.languages import files

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif("de" in files.tags(), reason="German is there: ask for another language here"),
]


def texts_on(desktop: str, folder: Path) -> dict[str, list[str]]:
    """Every text of every view where the system speaks so."""
    kept = folder / f"{desktop}.json"
    known = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.all_texts", kept],
        cwd=ROOT,
        env={**known, "LC_ALL": desktop, "LANG": desktop, "LANGUAGE": desktop[:2], "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=800,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(kept.read_text("utf-8"))
    return found


def test_a_german_desktop_has_the_same_texts_as_an_english_one(tmp_path: Path) -> None:
    german, english = texts_on("de_DE.UTF-8", tmp_path), texts_on("C", tmp_path)
    assert len(english) > 60, "views"
    assert sum(map(len, english.values())) > 3000, "texts"
    assert german.keys() == english.keys()
    other = {name: sorted(set(german[name]) ^ set(english[name])) for name in english if german[name] != english[name]}
    assert other == {}
