"""What a loudspeaker gets in a minute of the real program: every cue, none besides, each in its place."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("pygame")

from coach import resources  # noqa: E402 (after the reasons to skip)
from tests.journeys.ears import UNKNOWN, find_cues, load, load_templates  # noqa: E402
from tests.journeys.on_tape import ROOT, compare, play_and_listen, prepare_home  # noqa: E402
from tests.journeys.recording import SINK, private_pulse, why_no_pulse  # noqa: E402

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


# --- the ears themselves, which only the slow journeys use ----------------------------------------------------------

TEMPLATES = load_templates({path.stem: path for path in (resources.media() / "sounds").glob("*.wav")})


def tape(*cues: tuple[str, int], seconds: float = 8.0, gain: float = 1.0) -> np.ndarray:
    """A recording with cues at frames, and the near-silence between them."""
    samples = np.tile([[3e-5], [-3e-5]], (round(seconds * 24_000), 2))
    for name, frame in cues:
        samples[frame : frame + len(TEMPLATES[name])] += gain * TEMPLATES[name]
    return samples


@pytest.mark.slow
@pytest.mark.parametrize("gain", [1.0, 0.3])
@pytest.mark.parametrize(
    "cues",
    [
        (),
        (("go", 1000),),
        (("tick", 48_000), ("tick", 96_000), ("tick", 144_000), ("go", 192_000)),
        (("stop", 5000), ("rest", 5000)),
        (("stop", 5000), ("switch", 5480), ("half", 9000)),
        (("done", 100_000), ("stop", 100_100)),
        tuple((name, 1000 + 30_000 * index) for index, name in enumerate(sorted(TEMPLATES))),
    ],
)
def test_the_ears_hear_every_cue_to_the_sample(cues, gain):
    heard = [(name, round(at * 48_000)) for name, at in find_cues(tape(*cues, gain=gain), TEMPLATES, gain)]
    assert sorted(heard) == sorted(cues)


@pytest.mark.slow
def test_the_ears_do_not_take_a_strange_sound_for_a_cue():
    samples = tape(("go", 10_000))
    samples[200_000:210_000] += 0.3 * np.sin(np.arange(10_000) / 9.0)[:, None]
    assert [name for name, _ in find_cues(samples, TEMPLATES)] == ["go", UNKNOWN]


def test_the_comparison_tells_missing_extra_and_late():
    expected = [("tick", 1.0), ("tick", 2.0), ("go", 3.0), ("half", 9.0), ("stop", 12.0)]
    heard = [("tick", 11.0), ("tick", 12.0), ("go", 13.05), ("stop", 22.0), ("switch", 23.0)]
    result = compare(expected, heard)
    assert result.missing == (("half", 1),)
    assert result.extra == (("switch", 1),)
    assert result.worst == pytest.approx(0.05)
    assert [name for name, _, late in result.late if abs(late) > 0.01] == ["go"]


@pytest.mark.slow
def test_the_shipped_clip_of_three_is_heard_as_three_ticks():
    clip = load(resources.media() / "sounds" / "tick-3.wav")
    samples = tape(seconds=4.0)
    samples[4800 : 4800 + len(clip)] += clip
    assert find_cues(samples, TEMPLATES) == [("tick", 0.1), ("tick", 1.1), ("tick", 2.1)]
