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
make_application(draws=False)
print(json.dumps({name: QLoggingCategory(name).isWarningEnabled() for name in ("qt.qpa.services", "qt.qpa.window")}))
"""


def test_a_portal_that_does_not_know_us_is_nothing_to_tell_and_all_else_is() -> None:
    environ = {name: text for name, text in os.environ.items() if name != "QT_LOGGING_RULES"}
    environ["QT_QPA_PLATFORM"] = "offscreen"
    words = [sys.executable, "-c", ASKED]
    done = subprocess.run(words, env=environ, capture_output=True, text=True, timeout=100, check=True)
    assert json.loads(done.stdout) == {"qt.qpa.services": False, "qt.qpa.window": True}
