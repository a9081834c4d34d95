"""Makes media/sounds: `python -m coach.sound.make_cues [FOLDER]`. The same input gives the same bytes.

No recording is used. All sounds take their notes from C major's five-note scale, because several may sound together
(the end of one part is the beginning of the next) and must then agree. Each says what it means by its contour:

    tick    one short knock                     go      up a fourth, bright and quick
    tick-3  three of them a second apart        half    twice the same soft note
    switch  low left, high right                rest    three notes falling, slow
    stop    one low closing fifth               done    a small phrase upwards, coming home
    nudge   two soft bells, unhurried               back    one small soft step down
    beat    one soft note, hardly there

Format: 48 kHz, 16 bit, mono (switch is stereo). Equally loud: the loudest tenth of a second of each has the same root
mean square, but for back and beat, which come in every repetition and are softer; no peak is above -6 dBFS, so that two
at once never clip.
"""

from __future__ import annotations

import array
import sys
import wave
from pathlib import Path

from coach import resources
from coach.sound.countdown import CLIP, TICK
from coach.sound.synth import BELL, RATE_HZ, Note, loudness, mix, scaled

LOUDNESS = 10 ** (-16.5 / 20)  # root mean square, 1.0 is full scale
SOFTER = {"back": 10 ** (-5.0 / 20), "beat": 10 ** (-8.0 / 20)}  # times that loudness
PEAK = 10 ** (-6.0 / 20)  # -6 dBFS: two at once do not clip
TICKS_APART_SECONDS = 1.0

# Hertz, in equal temperament on A4 = 440. Notes, lengths and timbres of the sounds are chosen by ear.
E4, G4, A4, C5, D5, E5, G5, A5, C6, E6 = (
    329.63,
    392.00,
    440.00,
    523.25,
    587.33,
    659.26,
    783.99,
    880.00,
    1046.50,
    1318.51,
)

_TICK = (Note(0.0, C6, 0.055),)
SOUNDS: dict[str, tuple[tuple[Note, ...], float]] = {  # name -> notes, length in seconds
    "tick": (_TICK, 0.25),
    "go": ((Note(0.0, G5, 0.07, 0.8), Note(0.10, C6, 0.16)), 0.75),
    "half": ((Note(0.0, E5, 0.09, timbre=BELL), Note(0.20, E5, 0.12, timbre=BELL)), 0.75),
    "switch": ((Note(0.0, G4, 0.10, pan=-0.6), Note(0.24, D5, 0.14, pan=0.6)), 0.80),
    "rest": (
        (
            Note(0.0, A5, 0.16, 0.9, timbre=BELL),
            Note(0.26, E5, 0.18, 0.9, timbre=BELL),
            Note(0.52, C5, 0.28, timbre=BELL),
        ),
        1.50,
    ),
    "stop": ((Note(0.0, G4, 0.20), Note(0.0, C5 / 2, 0.26, 0.9)), 1.00),
    "done": (
        (
            Note(0.0, C5, 0.14, 0.8),
            Note(0.16, E5, 0.14, 0.8),
            Note(0.32, G5, 0.16, 0.9),
            Note(0.56, C6, 0.35, 0.9, timbre=BELL),
            Note(0.56, E5, 0.35, 0.5, timbre=BELL),
        ),
        1.90,
    ),
    "back": ((Note(0.0, A4, 0.10, 0.8, timbre=BELL), Note(0.12, E4, 0.16, timbre=BELL)), 0.60),
    "beat": ((Note(0.0, C5, 0.14, timbre=BELL),), 0.45),
    "nudge": ((Note(0.0, D5, 0.30, 0.8, timbre=BELL), Note(0.42, A5, 0.34, 0.7, timbre=BELL)), 1.70),
}


def make(name: str) -> bytes:
    """The frames of a sound of SOUNDS, or of tick-3, as 16-bit little-endian samples, channels interleaved."""
    if name == CLIP:
        tick = make(TICK)
        second = round(TICKS_APART_SECONDS * RATE_HZ) * 2
        return tick.ljust(second, b"\0") * 2 + tick
    notes, seconds = SOUNDS[name]
    channels = mix(notes, seconds, stereo=_is_stereo(name))
    channels = scaled(channels, SOFTER.get(name, 1.0) * LOUDNESS / loudness(channels))
    peak = max(abs(sample) for channel in channels for sample in channel)
    if peak > PEAK:
        raise ValueError(f"{name}: its peak is {peak:.3f}, more than {PEAK:.3f}; make it rounder or everything softer")
    frames = array.array("h", (round(32767 * s) for frame in zip(*channels, strict=True) for s in frame))
    if sys.byteorder == "big":
        frames.byteswap()
    return frames.tobytes()


def write(name: str, folder: Path) -> Path:
    """Writes FOLDER/NAME.wav and returns its path. OSError as open() raises it."""
    path = folder / f"{name}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2 if _is_stereo(name) else 1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(make(name))
    return path


def _is_stereo(name: str) -> bool:
    return name in SOUNDS and any(note.pan for note in SOUNDS[name][0])


def main(arguments: list[str]) -> int:
    """Write every cue sound into the folder, media/sounds by default, and print each path; 0."""
    folder = Path(arguments[0]) if arguments else resources.media() / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*SOUNDS, CLIP):
        sys.stdout.write(f"{write(name, folder)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
