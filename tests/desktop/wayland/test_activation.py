"""On a compositor that runs, the token of a second start reaches it from the first one, for that one's window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.wayland.real import absent, running, wait_for

pytestmark = pytest.mark.slow


def test_the_token_of_a_second_start_is_used_by_the_first(tmp_path: Path) -> None:
    if reason := absent("sway"):
        pytest.skip(reason)
    with running("sway") as desktop:
        dropped = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
        environ = {name: text for name, text in os.environ.items() if name not in dropped}
        environ |= {
            "XDG_RUNTIME_DIR": str(desktop.folder),
            "WAYLAND_DISPLAY": desktop.address.name,
            "QT_QPA_PLATFORM": "wayland",
            "POSTURE_COACH_HOME": str(tmp_path / "home"),
        }
        command, log = [sys.executable, "-P", "-m", "coach"], tmp_path / "log"
        with log.open("wb") as output:
            first = subprocess.Popen(command, env=environ | {"WAYLAND_DEBUG": "1"}, stdout=output, stderr=output)
        try:
            assert wait_for(lambda: 'set_title("Welcome' in log.read_text(errors="replace"), 60.0)
            given = environ | {"XDG_ACTIVATION_TOKEN": "of-a-menu"}
            second = subprocess.run(command, env=given, capture_output=True, text=True, timeout=60, check=False)
            assert (second.returncode, second.stdout) == (0, "")
            assert 'activate("of-a-menu", ' in log.read_text(errors="replace")
        finally:
            first.terminate()
            first.wait(20)
