"""What Qt is told before there is an application, in a process that has none yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys

ASKED = """
import json
from PySide6.QtCore import QLoggingCategory
from coach.ui.application import make_application
app = make_application(draws=False)
print(json.dumps(app.arguments()))
print(json.dumps({name: QLoggingCategory(name).isWarningEnabled() for name in ("qt.qpa.services", "qt.qpa.window")}))
"""


def asked(*words: str) -> tuple[list[str], dict[str, bool]]:
    """What Qt took of the command line, and of what it warns."""
    environ = {name: text for name, text in os.environ.items() if name != "QT_LOGGING_RULES"}
    environ["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-c", ASKED, *words]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=100, check=True)
    arguments, warns = done.stdout.splitlines()
    return json.loads(arguments), json.loads(warns)


def test_a_portal_that_does_not_know_us_is_nothing_to_tell_and_all_else_is() -> None:
    assert asked()[1] == {"qt.qpa.services": False, "qt.qpa.window": True}


def test_the_windows_class_is_our_name_however_it_was_started() -> None:
    """Its first half is the first word of the command line, which would be Python's name of a file."""
    assert asked("play", "-reverse")[0][0] == "posture-coach"
