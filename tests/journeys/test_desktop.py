"""The whole program on a message bus: what the desktop hears of a session, and what `doctor` says of the desktop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.real import NotHereError, Peer, a_bus
from tests.mistakes import has_mistake

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]
pytest.importorskip("jeepney")

ROOT = Path(__file__).resolve().parents[2]
NOTIFICATIONS, SCREEN_SAVER, LOGIND = (f"org.freedesktop.{name}" for name in ("Notifications", "ScreenSaver", "login1"))


@pytest.fixture
def environ() -> Iterator[dict[str, str]]:
    try:
        with a_bus() as found:
            yield found
    except NotHereError as why:
        pytest.skip(str(why))


def coach(environ: dict[str, str], *words: str) -> str:
    """What it says, in a pipe, on that bus and without a display."""
    result = subprocess.run(
        [sys.executable, "-m", "coach", *words],
        cwd=ROOT,
        env=os.environ
        | environ
        | {
            "POSTURE_COACH_HOME": environ["HOME"],
            "SDL_AUDIODRIVER": "dummy",
            "DBUS_SYSTEM_BUS_ADDRESS": environ["DBUS_SESSION_BUS_ADDRESS"],
            "XDG_SESSION_ID": "2",
            "DISPLAY": "",
            "WAYLAND_DISPLAY": "",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert not has_mistake(result.stderr)
    return result.stdout


def test_a_session_keeps_the_screen_on_under_its_name(environ) -> None:
    screen_saver = Peer(environ["DBUS_SESSION_BUS_ADDRESS"], SCREEN_SAVER)
    screen_saver.answers |= {"Inhibit": ("u", (7,)), "UnInhibit": ("", ())}
    assert "Well done" in coach(environ, "play", "desk-reset", "--terminal", "--speed", "200")
    assert screen_saver.asked == [("Inhibit", ("Posture Coach", "Desk reset")), ("UnInhibit", (7,))]
    screen_saver.close()


def test_doctor_says_how_each_is_known_or_what_follows(environ) -> None:
    address = environ["DBUS_SESSION_BUS_ADDRESS"]
    found = json.loads(coach(environ, "doctor", "--json"))
    assert found["do_not_disturb"]["text"] == (
        "unknown (no notification server runs); reminders come even while do not disturb is on"
    )
    assert not any(found[name]["ok"] for name in ("do_not_disturb", "idle", "full_screen", "awake", "lock"))
    peers = [Peer(address, name) for name in (NOTIFICATIONS, SCREEN_SAVER, LOGIND)]
    server, _, logind = peers
    server.answers |= {
        "GetServerInformation": ("ssss", ("dunst", "knopwob", "1.9", "1.2")),
        "paused": ("v", (("b", True),)),
    }
    logind.answers |= {"GetSession": ("o", ("/session/_32",)), "LockedHint": ("v", (("b", False),))}
    found = json.loads(coach(environ, "doctor", "--json"))
    texts = {name: found[name]["text"] for name in ("do_not_disturb", "awake", "lock", "quiet")}
    assert texts == {
        "do_not_disturb": "known (dunst tells); reminders wait while do not disturb is on",
        "awake": "possible (the screen saver); the screen stays on while a session runs",
        "lock": "known (logind tells); a locked screen counts as time away",
        "quiet": "reminders wait now: do not disturb is on",
    }
    for peer in peers:
        peer.close()
