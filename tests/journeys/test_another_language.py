"""A wheel with a complete language: built, installed where nothing else of it is, and started in that language."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from coach.languages.files import release_tool
from coach.pseudo import pseudo
from tests.languages.trial import TAG
from tests.languages.whole import OWN_NAME, ROOT, checkout, translate_all
from tests.translations import LUPDATE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(sys.platform == "win32" or shutil.which("git") is None, reason="needs git"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs a checkout"),
    pytest.mark.skipif(release_tool() is None or not LUPDATE.exists(), reason="needs lupdate and lrelease of PySide6"),
]


def run(place: Path, *command: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """A program of the new place, in a folder that has nothing of the checkout."""
    home = {"POSTURE_COACH_HOME": str(place / "home"), "QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "", "LC_ALL": ""}
    known = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    tools = str(Path(sys.executable).parent)  # lrelease, which a build has from PySide6
    return subprocess.run(
        command,
        cwd=place,
        env={**known, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", **home, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program installed from its wheel, beside what it stands on as this machine has it."""
    place = tmp_path_factory.mktemp("place")
    translate_all(checkout(place / "checkout"))
    made = place / "venv"
    venv.create(made, with_pip=True)
    python = made / "bin" / "python"
    site = next(made.glob("lib/python*/site-packages"))
    needs = run(place, python, "-m", "pip", "install", "-q", "hatchling", "argparse-manpage", "shtab")
    if needs.returncode != 0:
        pytest.skip(f"needs pip's package index: {needs.stderr.strip().splitlines()[-1:]}")
    (site / "what-is-here.pth").write_text(next(path for path in sys.path if path.endswith("site-packages")), "utf-8")
    wheels = place / "wheels"
    built = ("-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", wheels, place / "checkout")
    done = run(place, python, *built)
    assert done.returncode == 0, done.stderr
    [wheel] = wheels.glob("*.whl")
    done = run(place, python, "-m", "pip", "install", "-q", "--no-deps", "--force-reinstall", "--target", site, wheel)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(place / "checkout")
    return place


def coach(place: Path, *words: str, lang: str) -> str:
    done = run(place, place / "venv" / "bin" / "python", "-m", "coach", *words, LANG=lang)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_who_speaks_it_has_it_from_the_first_start(place: Path) -> None:
    found = run(place, place / "venv" / "bin" / "python", "-c", "import coach; print(coach.__file__)").stdout
    assert str(place) in found, "the wheel's, not the checkout's"
    english, theirs = (coach(place, "list", "routine", lang=lang) for lang in ("C", f"{TAG}_XX.UTF-8"))
    title = "Desk reset"
    assert title in english
    assert title not in theirs
    assert pseudo(title) in theirs
    shown = coach(place, "show", "desk-reset", lang=f"{TAG}_XX.UTF-8")
    assert pseudo(title) in shown
    assert OWN_NAME in coach(place, "doctor", lang=f"{TAG}_XX.UTF-8")


def test_what_is_taken_along_speaks_it(place: Path) -> None:
    pytest.importorskip("icalendar")
    calendar = place / "plan.ics"
    coach(place, "export", "eight-weeks", str(calendar), lang=f"{TAG}_XX.UTF-8")
    unfolded = calendar.read_text("utf-8").replace("\n ", "")
    assert f"SUMMARY:{pseudo('30-second wall test')}" in unfolded
    if shutil.which("pdftotext") is None:
        return
    sheet = place / "sheet.pdf"
    coach(place, "export", "desk-reset", str(sheet), lang=f"{TAG}_XX.UTF-8")
    words = subprocess.run(["pdftotext", sheet, "-"], capture_output=True, text=True, check=True, timeout=60).stdout
    assert pseudo("Desk reset") in words
    assert pseudo("Stop if you notice").split()[0] in words
    assert "Stop if" not in words


def test_the_window_speaks_it(place: Path) -> None:
    code = """
import os, sys
from PySide6.QtWidgets import QApplication, QLabel
from coach.wiring import build
from coach.ui.look.window_look import look_from
from coach.ui.window import MainWindow
from coach.ui.words.qt_language import LANGUAGE
app = QApplication([])
parts = build(os.environ, sound=False)
LANGUAGE.speak(parts.language)
window = MainWindow(parts, look_from(parts.store))
window.go("settings")
print(parts.language.tag, *sorted({one.text() for one in window.pages["settings"].findChildren(QLabel)}), sep="\\n")
parts.close()
"""
    for lang, tag, heading in (("C", "en", "Settings"), (f"{TAG}_XX.UTF-8", TAG, pseudo("Settings"))):
        done = run(place, place / "venv" / "bin" / "python", "-c", code, LANG=lang)
        assert done.returncode == 0, done.stderr
        told = done.stdout.splitlines()
        assert told[0] == tag
        assert heading in told
