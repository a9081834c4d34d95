"""What nobody catches is a sentence and a file, wherever it is raised, and the program goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

IN_THREADS = """
import os, threading
from coach.unexpected import catch_the_rest
catch_the_rest(os.environ)
def fail(why):
    raise RuntimeError(why)
for why in ("the unthinkable", "the unthinkable"):
    thread = threading.Thread(target=fail, args=(why,))
    thread.start()
    thread.join()
print("goes on")
{}["nothing"]
"""

IN_QT = """
import os
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from coach.unexpected import catch_the_rest
catch_the_rest(os.environ)
app = QCoreApplication([])

class Broken(QObject):
    def event(self, event):
        if event.type() == QEvent.Type.User:
            raise ValueError("in an event")
        return super().event(event)

def slot():
    raise KeyError("in a slot")

broken = Broken()
for _ in range(3):
    app.postEvent(broken, QEvent(QEvent.Type.User))
    QTimer.singleShot(0, slot)
QTimer.singleShot(50, app.quit)
app.exec()
print("goes on")
"""


def run(code: str, home: Path) -> tuple[int, str, list[str]]:
    """Its exit code, what it prints, and the lines that it says besides."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "POSTURE_COACH_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environ, timeout=100, check=False
    )
    return done.returncode, done.stdout, done.stderr.splitlines()


def sentence(error: str, home: Path) -> str:
    where = f"if it comes again, tell those who make the program what is in {home / 'last-error.txt'}"
    return f"posture-coach: something went wrong that should not: {error}; {where}"


def test_in_a_thread_and_at_the_end_of_the_main_one_it_is_said_once(tmp_path: Path) -> None:
    code, out, said = run(IN_THREADS, tmp_path)
    assert (code, out) == (1, "goes on\n")
    assert said == [sentence("the unthinkable", tmp_path), sentence("'nothing'", tmp_path)]
    assert "KeyError: 'nothing'" in (tmp_path / "last-error.txt").read_text("utf-8")


def test_in_what_qt_calls_it_is_said_once_and_the_loop_goes_on(tmp_path: Path) -> None:
    """PySide names the method of its own that was overridden, on the same line, and each time."""
    code, out, said = run(IN_QT, tmp_path)
    assert (code, out) == (0, "goes on\n")
    for error in ("in an event", "'in a slot'"):
        assert sum(line.endswith(sentence(error, tmp_path)) for line in said) == 1
    assert not any("Traceback" in line or "File " in line for line in said)
