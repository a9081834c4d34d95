"""What a loudspeaker gets of a spoken minute: every sentence whole, one at a time, and the cues where they were."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("pygame")

from coach.sound.voice.hibari_engine import why_not  # noqa: E402 (after the reasons to skip)
from tests.journeys.on_tape import prepare_home  # noqa: E402
from tests.journeys.recording import private_pulse, why_no_pulse  # noqa: E402
from tests.journeys.spoken import expected, overlapping, play_and_hear  # noqa: E402

needs_pulse = pytest.mark.skipif(why_no_pulse() is not None, reason=why_no_pulse() or "")
needs_voice = pytest.mark.skipif(why_not() is not None, reason=str(why_not()))

TOLERANCE_SECONDS = 0.060
LIKENESS = 0.9
SPEECH_SECONDS = 0.150  # the first one comes while the program is still starting
LOST_SECONDS = 0.2  # a busy machine's sound server may stumble once

ROUTINE = """\
kind: routine
format: 1
id: spoken
title: Spoken
prepare: 8s
between: 8s
steps:
  - exercise: chin-tuck
    dose: {sets: 1, reps: 4, move: 1s, hold: 1s, back: 1s, sides: none}
    cues:
      - {at: 1s, say: Breathe out and let the shoulders sink.}
  - exercise: chin-tuck
    dose: {sets: 1, for: 20s, sides: none}
  - rest: 6s
  - exercise: chin-tuck
    dose: {sets: 1, for: 6s, sides: both, switch: 5s}
"""


@pytest.fixture
def folder():
    """Somewhere with a name short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        yield Path(name)


@pytest.mark.slow
@needs_pulse
@needs_voice
@pytest.mark.timeout(240)
def test_a_spoken_minute_of_the_real_program(folder):
    (folder / "pulse").mkdir()
    prepare_home(folder / "home", "spoken", ROUTINE, "all")
    mix = expected(folder / "home", "spoken")
    with private_pulse(folder / "pulse") as server:
        heard = play_and_hear(server, folder / "home", "spoken", mix)
    said = [one for one in heard if one.what.text]
    assert len(said) >= 8
    assert [one for one in heard if one.what.sound and abs(one.late) > TOLERANCE_SECONDS] == []
    assert [one for one in said if abs(one.late) > SPEECH_SECONDS] == []
    assert [one for one in said if one.likeness < LIKENESS] == []
    assert [one for one in said if one.missing > LOST_SECONDS] == []
    assert [one for one in said if one.gains[1] > 1.1] == []
    assert overlapping(heard) == []
