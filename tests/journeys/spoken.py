"""A spoken session of the real program, recorded, and set against the same session rendered to a file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median

import numpy as np

from coach.export.audio import LEAD_SECONDS, AudioExport
from coach.settings import VOICE_VOLUME
from coach.sound.mixdown import Mix, cue_seconds, load_cue
from coach.sound.mixer import WAKE_SECONDS
from coach.sound.score import Placed, delayed, score
from coach.sound.synth import RATE_HZ
from coach.sound.voice.levels import read_wav
from coach.sound.voice.speech_cache import seconds_of
from coach.sound.voice.utterances import made_by, utterances_of
from coach.wiring import build
from tests.journeys.on_tape import ROOT, START_SECONDS, _in_terminal
from tests.journeys.recording import PulseServer
from tests.journeys.tape_clock import TapeClock

NEAR_SECONDS = 0.15
_BLOCK = RATE_HZ // 20
_PIECE = RATE_HZ // 5
_SHIFT = RATE_HZ // 20  # a sound server that stumbles goes on a little later
_LOST, _LIKE = 0.5, 0.8  # a gain below that under any cue, or another sound
_SPEAKING = 0.02  # of a sentence's loudest block: what is softer is breath and room


@dataclass(frozen=True)
class Heard:
    """One sound or sentence of the recording.

    `late` is how far from its place, in seconds; `gains` the softest and loudest fifth of a second of a sentence
    against its own file; `likeness` its correlation with it, fifth by fifth; of a cue its share. `missing` are the
    seconds of a sentence that were not heard: cut off, or lost where the machine stumbled.
    """

    what: Placed
    late: float
    likeness: float
    gains: tuple[float, float] = (1.0, 1.0)
    missing: float = 0.0

    @property
    def start(self) -> float:
        return self.what.start + self.late


def expected(home: Path, routine: str) -> Mix:
    """The session as it should sound, all speech made beforehand, at full volume."""
    environment = os.environ | {"POSTURE_COACH_HOME": str(home)}
    rendered = home / "rendered.wav"
    subprocess.run(
        [sys.executable, "-m", "coach", "export", routine, str(rendered)],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    rendered.unlink()
    parts = build(environment, sound=False)
    parts.store.keep(VOICE_VOLUME, 1.0)
    file = AudioExport.of(parts, "routine", routine)  # what it has waits for nobody
    timeline = file.timeline
    wanted = made_by(file.choice, utterances_of(timeline), 1.0, file.pronunciations)
    found = {text: parts.speech.find(one) for text, one in wanted.items()}
    files = {text: file for text, file in found.items() if file is not None}
    assert files.keys() == found.keys(), "every sentence was made"
    sounds = parts.library.catalogue.sounds
    placed = score(timeline, cue_seconds(sounds), lambda text: seconds_of(files[text]), "all")
    parts.close()
    return Mix(placed, timeline.seconds, sounds, files.get)


def play_and_hear(server: PulseServer, home: Path, routine: str, mix: Mix) -> list[Heard]:
    """`play ROUTINE --terminal` in real time, and each thing of `mix` as it was heard.

    What begins with the session comes WAKE_SECONDS later, when a device that slept is awake.
    """
    mix = replace(mix, placed=[replace(one, start=max(one.start, WAKE_SECONDS)) for one in mix.placed])
    environment = server.environment | {"POSTURE_COACH_HOME": str(home), "TERM": "xterm-256color"}
    environment.pop("DISPLAY", None)
    with server.recording() as tape, _in_terminal(routine, environment):
        tape.wait_more(mix.seconds + START_SECONDS)
    return hear(tape.samples().mean(axis=1).astype(np.float32), mix, tape.clock())


def hear(samples: np.ndarray, mix: Mix, clock: TapeClock) -> list[Heard]:
    """Where each thing is on the recording; its start is unknown, and the median of the cues is taken for in time.

    `clock` is the recording's, which is not quite the machine's.
    """
    cues = [one for one in mix.placed if one.sound is not None]
    clips = {one: _clip(one, mix) for one in mix.placed}
    begins = _best_lag(samples, laid({one: clips[one] for one in cues}, clock))
    found = _places(samples, mix, clips, begins, clock)
    late = {one: clock.machine(place / RATE_HZ) - one.start for one, (place, _) in found.items()}
    middle = median(late[one] for one in cues)
    alone = _without(samples, cues, clips, found)
    return [_judged(one, clips[one], place, late[one] - middle, alone, share) for one, (place, share) in found.items()]


def frames_off(samples: np.ndarray, mix: Mix) -> list[tuple[Placed, int]]:
    """How many frames each thing of a file lies behind its place, by ear; before the session nothing is said in it."""
    mix = replace(mix, placed=delayed(mix.placed, LEAD_SECONDS))
    clips = {one: _clip(one, mix) for one in mix.placed}
    found = _places(samples, mix, clips, 0, TapeClock())
    return [(one, place - round(one.start * RATE_HZ)) for one, (place, _) in found.items()]


def laid(clips: Mapping[Placed, np.ndarray], clock: TapeClock) -> np.ndarray:
    """Sounds from the session's start on, as far apart as on the tape: over ten minutes its drift is longer than a cue,
    and the few sounds that fit unstretched fit as well at the next countdown."""
    places = {one: round((clock.tape(one.start) - clock.tape(0.0)) * RATE_HZ) for one in clips}
    whole = np.zeros(max(places[one] + len(clip) for one, clip in clips.items()), np.float32)
    for one, clip in clips.items():
        whole[places[one] : places[one] + len(clip)] += clip
    return whole


def _places(
    samples: np.ndarray, mix: Mix, clips: Mapping[Placed, np.ndarray], begins: int, clock: TapeClock
) -> dict[Placed, tuple[int, float]]:
    """The first frame of each thing, and the share of it that is there."""
    cues, sentences = ([one for one in mix.placed if (one.sound is not None) is wanted] for wanted in (True, False))
    found: dict[Placed, tuple[int, float]] = {}
    began = clock.machine(begins / RATE_HZ)
    for _ in range(2):  # once more, now that the one is known when the other is looked for
        for these, others in ((cues, sentences), (sentences, cues)):
            tape = _without(samples, others, clips, found)
            for one in these:
                found[one] = _near(tape, clips[one], round(clock.tape(began + one.start) * RATE_HZ))
    return found


def _without(
    samples: np.ndarray,
    these: Sequence[Placed],
    clips: Mapping[Placed, np.ndarray],
    found: Mapping[Placed, tuple[int, float]],
) -> np.ndarray:
    """The recording without those that were found already, sentences as softened as they are."""
    tape = samples.copy()
    for one in these:
        if one in found:
            place = found[one][0]
            clip = clips[one] if one.sound is not None else _shaped(tape, clips[one], place)
            tape[place : place + len(clip)] -= clip[: len(tape) - place]
    return tape


def _shaped(tape: np.ndarray, clip: np.ndarray, place: int) -> np.ndarray:
    """The sentence as loud, 50 ms by 50 ms, as it is on the tape."""
    count = min(len(clip), len(tape) - place) // _BLOCK * _BLOCK
    ours, theirs = clip[:count].reshape(-1, _BLOCK), tape[place : place + count].reshape(-1, _BLOCK)
    energies = (ours**2).sum(axis=1)
    gains = (ours * theirs).sum(axis=1) / np.maximum(energies, 1e-12)
    shaped: np.ndarray = (ours * gains[:, None]).ravel()
    return shaped


def overlapping(heard: Sequence[Heard]) -> list[tuple[str | None, str | None]]:
    """The pairs of sentences that sound at once."""
    said = sorted((one for one in heard if one.what.text), key=lambda one: one.start)
    return [(a.what.text, b.what.text) for a, b in pairwise(said) if b.start < a.start + a.what.seconds]


def _judged(one: Placed, clip: np.ndarray, place: int, late: float, tape: np.ndarray, share: float) -> Heard:
    if one.text is None:
        return Heard(one, late, share)
    gains, likenesses, weights = [], [], []
    for first in range(0, len(clip) - _PIECE, _PIECE):
        ours = clip[first : first + _PIECE]
        gain, likeness = _compared(ours, tape[max(0, place + first) : place + first + _PIECE])
        if likeness < _LIKE:  # looked for nearby only now: beside a loud sound a soft one would be taken for it
            around = tape[max(0, place + first - _SHIFT) : place + first + _PIECE + _SHIFT]
            lag = _best_lag(around, ours, 2 * _SHIFT)
            gain, likeness = _compared(ours, around[lag : lag + _PIECE])
        gains.append(gain)
        likenesses.append(likeness)
        weights.append(float((ours**2).sum()))
    said = np.array(weights) > _SPEAKING * max(weights)
    heard_gains, heard_likenesses = np.array(gains)[said], np.array(likenesses)[said]
    lost = (heard_gains < _LOST) | (heard_likenesses < _LIKE)
    whole = float(np.average(heard_likenesses, weights=np.array(weights)[said]))
    softest, loudest = float(heard_gains.min()), float(heard_gains.max())
    return Heard(one, late, whole, (softest, loudest), float(lost.sum()) * _PIECE / RATE_HZ)


def _compared(ours: np.ndarray, theirs: np.ndarray) -> tuple[float, float]:
    """How loud ours is in theirs, and how much theirs is like it."""
    ours = ours[: len(theirs)]
    both, energy = float((ours * theirs).sum()), float((ours**2).sum())
    return both / max(energy, 1e-12), both / float(np.sqrt(max(energy * (theirs**2).sum(), 1e-12)))


def _clip(one: Placed, mix: Mix) -> np.ndarray:
    if one.sound is not None:
        return load_cue(mix.sounds[one.sound])
    path = mix.speech(one.text or "")
    assert path is not None
    return read_wav(path)[0]


def _best_lag(tape: np.ndarray, whole: np.ndarray, most: int | None = None) -> int:
    """Where `whole` fits best, at most at frame `most`."""
    size = 1 << (len(tape) + len(whole)).bit_length()
    fit = np.fft.irfft(np.fft.rfft(tape, size) * np.conj(np.fft.rfft(whole, size)), size)
    return int(np.argmax(fit[: len(tape) if most is None else most]))


def _near(tape: np.ndarray, clip: np.ndarray, about: int) -> tuple[int, float]:
    """The frame near `about` where the clip fits best, and the share of it that is there."""
    near = round(NEAR_SECONDS * RATE_HZ)
    first = max(0, about - near)
    piece = tape[first : about + near + len(clip)]
    lag = _best_lag(piece, clip, 2 * near)
    there = piece[lag : lag + len(clip)]
    return first + lag, float((there * clip[: len(there)]).sum() / (clip**2).sum())
