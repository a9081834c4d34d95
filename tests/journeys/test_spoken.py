"""The listener of spoken recordings, on recordings made up."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from coach import resources  # noqa: E402 (after the reason to skip)
from coach.export.audio import AudioExport  # noqa: E402
from coach.exporting import export  # noqa: E402
from coach.sound.mixdown import Mix, cue_seconds, load_cue  # noqa: E402
from coach.sound.score import Placed, score  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from coach.sound.voice.levels import read_wav  # noqa: E402
from coach.wiring import build  # noqa: E402
from tests.journeys.on_tape import prepare_home  # noqa: E402
from tests.journeys.spoken import frames_off, hear, laid  # noqa: E402
from tests.journeys.tape_clock import TapeClock  # noqa: E402

COUNTDOWNS = (5.0, 41.0, 77.0, 150.0)
SHORT = """\
kind: routine
format: 1
id: short
title: Short
prepare: 4s
between: 4s
steps:
  - exercise: chin-tuck
    dose: {sets: 1, for: 5s, sides: both, switch: 4s}
"""


@pytest.mark.slow  # two seconds of sums
def test_the_cues_are_laid_as_far_apart_as_a_tape_has_them_that_drifts():
    """Unstretched no two countdowns fit at once, and one fits as well in the other's place."""
    sounds = {name: resources.media() / "sounds" / f"{name}.wav" for name in ("tick", "go")}
    clips = {name: load_cue(path) for name, path in sounds.items()}
    placed = [
        Placed(first + i, len(clips[name]) / RATE_HZ, name)
        for first in COUNTDOWNS
        for i, name in enumerate(("tick", "tick", "tick", "go"))
    ]
    clock = TapeClock([(second, second * (1 - 350e-6)) for second in np.arange(0.0, 170.0, 0.5)])
    tape = np.zeros(170 * RATE_HZ, np.float32)
    for one in placed:
        place = round(clock.tape(1.5 + one.start) * RATE_HZ)
        tape[place : place + len(clips[one.sound])] += clips[one.sound]
    whole = laid({one: clips[one.sound] for one in placed}, clock)
    begins = round(clock.tape(1.5) * RATE_HZ)
    there = max(float(whole @ tape[begins + off : begins + off + len(whole)]) for off in (-1, 0, 1))
    assert there > 0.9 * float(whole @ whole)
    heard = hear(tape, Mix(placed, 160.0, sounds, lambda _text: None), clock)
    assert [one for one in heard if abs(one.late) > 0.001 or one.likeness < 0.95] == []


def test_every_cue_of_an_exported_file_is_heard_on_its_frame_and_one_that_is_off_by_how_much(tmp_path):
    """Where the silence before the first word was forgotten, all of them were heard at the edge of what is near."""
    prepare_home(tmp_path, "short", SHORT, "sounds")
    parts = build({"POSTURE_COACH_HOME": str(tmp_path)}, sound=False)
    export(parts, "routine", "short", tmp_path / "short.wav")
    timeline, sounds = AudioExport.of(parts, "routine", "short").timeline, parts.library.catalogue.sounds
    parts.close()
    placed = score(timeline, cue_seconds(sounds), lambda _text: None, "sounds")
    mix = Mix(placed, timeline.seconds, sounds, lambda _text: None)
    samples, rate_hz = read_wav(tmp_path / "short.wav")
    assert rate_hz == RATE_HZ
    off = frames_off(samples, mix)
    assert len(off) == len(placed) > 8
    assert {frames for _, frames in off} == {0}
    late = frames_off(np.concatenate([np.zeros(240, np.float32), samples]), mix)
    assert {frames for _, frames in late} == {240}
