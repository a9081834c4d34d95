"""Another program's stream on a real sound server, before, while and after the coach speaks."""

from __future__ import annotations

import re
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("numpy")

from coach.sound.others.background import BackgroundOthers
from coach.sound.others.ledger import Ledger
from coach.sound.others.pactl import PactlStreams, Run
from tests.journeys.recording import PulseServer, private_pulse, why_no_pulse

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(why_no_pulse() is not None, reason=why_no_pulse() or ""),
    pytest.mark.timeout(60),
]
QUIET = (49152, 49152)  # 75 %


def pactl_of(server: PulseServer) -> Run:
    def run(arguments) -> str:
        environment = {**server.environment, "LC_ALL": "C"}
        done = subprocess.run(["pactl", *arguments], env=environment, capture_output=True, check=True, timeout=10)
        return done.stdout.decode()

    return run


@contextmanager
def music(server: PulseServer, run: Run):
    """Somebody else plays silence at 75 %."""
    command = ["pacat", "--playback", "--raw", "--client-name=Music", "--channels=2", "/dev/zero"]
    with subprocess.Popen(command, env=server.environment, stderr=subprocess.DEVNULL) as process:
        try:
            while not (playing := [one for one in PactlStreams(run).playing() if one.pid == str(process.pid)]):
                assert process.poll() is None
            PactlStreams(run).set_volume(playing[0], QUIET)
            yield process
        finally:
            process.kill()


@pytest.fixture
def folder():
    """Somewhere with a name short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        yield Path(name)


def shown(run: Run) -> list[str]:
    """The volume as a mixer shows it."""
    return re.findall(r"Volume: front-left: \d+ / +(\d+)%", run(["list", "sink-inputs"]))


def await_volume(run: Run, others: BackgroundOthers, percent: str) -> None:
    while shown(run) != [percent]:
        assert others._thread is not None, others.trouble


def test_music_is_softer_while_the_coach_speaks(folder):
    with private_pulse(folder) as server:
        run = pactl_of(server)
        with music(server, run):
            others = BackgroundOthers(PactlStreams(run), Ledger(folder / "lowered.json"), wanted=True)
            assert shown(run) == ["75"]
            others.lower(600.0)
            await_volume(run, others, "38")
            others.close()
            assert [one.volume for one in PactlStreams(run).playing()] == [QUIET]
            assert others.trouble is None


def test_a_crash_leaves_the_music_soft_only_until_the_next_start(folder):
    with private_pulse(folder) as server:
        run = pactl_of(server)
        with music(server, run):
            crashed = BackgroundOthers(PactlStreams(run), Ledger(folder / "lowered.json"), wanted=True)
            crashed.lower(600.0)
            await_volume(run, crashed, "38")
            BackgroundOthers(PactlStreams(run), Ledger(folder / "lowered.json")).wait()
            assert [one.volume for one in PactlStreams(run).playing()] == [QUIET]
            crashed.close()
            assert [one.volume for one in PactlStreams(run).playing()] == [QUIET]
