"""What a loudspeaker gets in a minute of the real program: every cue, none besides, each in its place."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytest.importorskip("numpy")
pytest.importorskip("pygame")

from coach import resources
from tests.journeys.ears import find_cues, load_templates
from tests.journeys.on_tape import ROOT, compare, play_and_listen, prepare_home
from tests.journeys.recording import SINK, private_pulse, why_no_pulse

needs_pulse = pytest.mark.skipif(why_no_pulse() is not None, reason=why_no_pulse() or "")

TOLERANCE_SECONDS = 0.060

ROUTINE = """\
kind: routine
format: 1
id: sound-check
title: Sound check
prepare: 5s
between: 5s
steps:
  - exercise: chin-tuck
    dose: {sets: 1, for: 20s, sides: none}
  - exercise: chin-tuck
    dose: {sets: 1, for: 6s, sides: both, switch: 5s}
  - rest: 4s
  - exercise: chin-tuck
    dose: {sets: 2, reps: 1, move: 1s, hold: 1s, back: 1s, sides: none, rest: 5s}
"""


@pytest.fixture
def folder():
    """Somewhere with a name short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        yield Path(name)


@pytest.mark.slow
@needs_pulse
@pytest.mark.timeout(240)
def test_a_minute_of_the_real_program(folder):
    (folder / "pulse").mkdir()
    prepare_home(folder / "home", "sound-check", ROUTINE)
    with private_pulse(folder / "pulse") as server:
        result = play_and_listen(server, folder / "home", "sound-check")
    assert result.missing == ()
    assert result.extra == ()
    assert {name for name, _, _ in result.late} == {"tick", "go", "half", "stop", "switch", "rest", "done"}
    assert result.worst <= TOLERANCE_SECONDS, result.late


LISTENER = """
import sys, time
from coach import resources
from coach.sound.mixer import PygameCues
from coach.words.sound import sentence
sounds = {path.stem: path for path in (resources.media() / "sounds").glob("*.wav")}
cues = PygameCues(lambda: sounds)
cues.hold("a session")
print(cues.trouble and sentence(cues.trouble), flush=True)
for line in sys.stdin:
    time.sleep(float(line))  # a device that plays on while the clock jumped would count as one that stands still
    cues.play("go")
    if cues._keeper._opening:
        cues._keeper._opening.join()
    print(cues.trouble and sentence(cues.trouble), flush=True)
cues.close()
"""


@pytest.mark.slow
@needs_pulse
def test_a_sound_server_that_is_killed_and_started_again(folder):
    """Nothing stops or fails on our side: a sentence while there is no server, and sound again with the next one."""

    def step(seconds: float) -> str:
        listener.stdin.write(f"{seconds}\n")
        listener.stdin.flush()
        return listener.stdout.readline().strip()

    with private_pulse(folder) as server:
        listener = subprocess.Popen(
            [sys.executable, "-c", LISTENER],
            env=server.environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert listener.stdout.readline() == "None\n"
        assert step(0.0) == "None"
        server.kill()
        said = [step(0.0)]
        while said[-1] == "None":  # SDL notices within its next buffers
            said.append(step(0.0))
        assert said[-1] == "The sound device is gone; the session goes on without sound until it is back."
        assert step(6.0).startswith("There is no sound: no device could be opened.")
    with private_pulse(folder) as server, server.recording() as tape:
        assert step(6.0) == "None"
        tape.wait_more(0.4)
        assert step(0.0) == "None"
        tape.wait_more(1.5)
        _, errors = listener.communicate()
    sounds = {path.stem: path for path in (resources.media() / "sounds").glob("*.wav")}
    heard = [name for name, _ in find_cues(tape.samples(), load_templates(sounds))]
    assert heard == ["go", "go"], "six seconds later the device was asked for again: nothing that follows is lost"
    assert (listener.returncode, errors) == (0, "")


@pytest.mark.slow
@needs_pulse
def test_the_default_device_is_another_one_and_the_old_one_vanishes(folder):
    """Headphones are unplugged: the session says so once at most, and sounds on what is left."""
    with private_pulse(folder) as server:
        listener = subprocess.Popen(
            [sys.executable, "-c", LISTENER],
            env=server.environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

        def step(seconds: float) -> str:
            listener.stdin.write(f"{seconds}\n")
            listener.stdin.flush()
            return listener.stdout.readline().strip()

        def pactl(*arguments: str) -> str:
            done = subprocess.run(
                ["pactl", *arguments], env=server.environment, check=True, capture_output=True, text=True, timeout=10
            )
            return done.stdout.strip()

        assert listener.stdout.readline() == "None\n"
        assert step(1.0) == "None"
        pactl("load-module", "module-null-sink", "sink_name=other", "rate=48000", "channels=2")
        pactl("set-default-sink", "other")
        first = next(line.split()[0] for line in pactl("list", "short", "modules").splitlines() if f"={SINK}" in line)
        pactl("unload-module", first)
        with server.recording("other") as tape:
            said = [step(6.0) for _ in range(3)]
            tape.wait_more(0.5)
            said.append(step(1.0))
            tape.wait_more(1.5)
        listener.communicate()
    gone = "The sound device is gone; the session goes on without sound until it is back."
    assert said.count(gone) <= 1
    assert said[-1] == "None"
    sounds = {path.stem: path for path in (resources.media() / "sounds").glob("*.wav")}
    assert "go" in [name for name, _ in find_cues(tape.samples(), load_templates(sounds))]


def test_the_comparison_tells_missing_extra_and_late():
    expected = [("tick", 1.0), ("tick", 2.0), ("go", 3.0), ("half", 9.0), ("stop", 12.0)]
    heard = [("tick", 11.0), ("tick", 12.0), ("go", 13.05), ("stop", 22.0), ("switch", 23.0)]
    result = compare(expected, heard)
    assert result.missing == (("half", 1),)
    assert result.extra == (("switch", 1),)
    assert result.worst == pytest.approx(0.05)
    assert [name for name, _, late in result.late if abs(late) > 0.01] == ["go"]
