"""Media keys of a real desktop: a session in a real window on a message bus, steered by playerctl."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.progress.store import open_store
from tests.desktop.real import NotHereError, a_bus
from tests.journeys.screen import Screen, screen, wait_for
from tests.mistakes import has_mistake

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]
pytest.importorskip("jeepney")


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Screen]:
    """A screen with a bus, of somebody who answered the safety questions."""
    if shutil.which("playerctl") is None:
        pytest.skip("needs playerctl")
    store = open_store(tmp_path, SystemClock())
    store.add_safety(())
    store.close()
    try:
        with a_bus() as bus, screen(tmp_path) as found:
            found.environ["DBUS_SESSION_BUS_ADDRESS"] = bus["DBUS_SESSION_BUS_ADDRESS"]
            yield found
    except NotHereError as why:
        pytest.skip(str(why))


def playing(desktop: Screen, *words: str) -> str:
    return desktop.run("playerctl", "--player=posture_coach", *words)


def position(desktop: Screen) -> float:
    return float(playing(desktop, "position") or -1)


def test_a_session_is_shown_paused_and_taken_on(desktop: Screen) -> None:
    program = desktop.start("play", "desk-reset")
    wait_for("the player", lambda: playing(desktop, "status") == "Playing")
    assert desktop.run("playerctl", "-l") == "posture_coach"
    assert playing(desktop, "metadata", "album") == "Desk reset"
    first = playing(desktop, "metadata", "title")
    assert first
    begun = position(desktop)
    wait_for("the position to grow", lambda: position(desktop) > begun)
    playing(desktop, "pause")
    wait_for("the pause", lambda: playing(desktop, "status") == "Paused")
    stood = position(desktop)
    assert position(desktop) == stood
    playing(desktop, "play-pause")
    wait_for("it to go on", lambda: playing(desktop, "status") == "Playing")
    track = playing(desktop, "metadata", "mpris:trackid")
    playing(desktop, "next")
    wait_for("the next part", lambda: playing(desktop, "metadata", "mpris:trackid") not in (track, ""))
    desktop.key("Escape")
    wait_for("the question to be told", lambda: playing(desktop, "status") == "Paused")
    asked = playing(desktop, "metadata", "mpris:trackid")
    playing(desktop, "play")
    playing(desktop, "next")
    assert playing(desktop, "metadata", "mpris:trackid") == asked
    assert playing(desktop, "status") == "Paused"
    desktop.key("Return")
    wait_for("it to go on", lambda: playing(desktop, "status") == "Playing")
    wait_for("the end", lambda: not playing(desktop, "next") and desktop.run("playerctl", "-l") == "")
    assert program.poll() is None
    program.send_signal(signal.SIGTERM)
    _, errors = program.communicate(timeout=30)
    assert not has_mistake(errors)
