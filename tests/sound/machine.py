"""A sound card that is none: it comes, goes and stands still as a test says, and remembers what was asked of it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

from coach.sound.mixer import PygameCues
from coach.sound.protocol import Opened
from coach.sound.sdl import SoundError
from coach.sound.trouble import Trouble

FILES = {name: Path("shipped") / f"{name}.wav" for name in ("go", "tick", "tick-3")}
SENTENCE = Path("speech/sentence.wav")
NONE = Trouble("no-device", why="none")
CARD = Opened("a card", 48000, 2, 512)


class Machine:
    """One sound card. `answers` is cleared while the card lets nobody in; `broken` are files that cannot be read."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept = 0.0
        self.is_there = True
        self.answers = threading.Event()
        self.answers.set()
        self.broken: set[str] = set()
        self.is_sounding = False
        self.log: list[object] = []
        self.opened = 0
        self.looked = 0
        self.open_now = 0

    def device(self, frames: int) -> Device:
        self.answers.wait(30)
        if not self.is_there:
            raise SoundError(NONE)
        assert self.open_now == 0, "given back before it is asked for again"
        self.opened += 1
        self.open_now += 1
        return Device(self)

    def cues(
        self,
        files: Mapping[str, Path] = FILES,
        volume: float = 1.0,
        *,
        muted: bool = False,
        wake_seconds: float = 0.0,
        beat_seconds: float | None = None,
    ) -> PygameCues:
        def sleep(seconds: float) -> None:
            self.slept += seconds

        return PygameCues(
            lambda: files,
            volume,
            muted,
            device=self.device,
            monotonic=lambda: self.now,
            sleep=sleep,
            wake_seconds=wake_seconds,
            beat_seconds=beat_seconds,
        )


class Device:
    """coach.sound.device.Device of that machine. A clip is a second long; a sentence four."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine

    def load(self, path: Path) -> str:
        if path.name in self.machine.broken:
            raise SoundError(Trouble("unplayable", str(path), "noise"))
        return str(path)

    def three_a_second_apart(self, clip: str) -> str:
        return f"3 x {clip}"

    def seconds(self, clip: str) -> float:
        return 4.0 if "sentence" in clip else 1.0

    def speak(self, clip: str, amplitude: float, after_seconds: float) -> None:
        self.machine.log.append(("speak", Path(clip).name, round(amplitude, 3), after_seconds))

    def set_speech_amplitude(self, amplitude: float) -> None:
        self.machine.log.append(("lowered", round(amplitude, 3)))

    def fade_speech(self, seconds: float) -> None:
        self.machine.log.append(("speech fades", seconds))

    def play(self, clip: str, amplitude: float, after_seconds: float = 0.0) -> None:
        self.machine.log.append((clip, amplitude, after_seconds) if after_seconds else (clip, amplitude))

    def look(self) -> None:
        self.machine.looked += 1

    def fade_out(self, seconds: float) -> None:
        self.machine.log.append("fade")

    def is_sounding(self) -> bool:
        return self.machine.is_sounding

    def is_gone(self) -> bool:
        return not self.machine.is_there

    def halt(self) -> None:
        self.machine.log.append("halted")

    def describe(self) -> Opened:
        return CARD

    def close(self) -> None:
        self.machine.answers.wait(30)
        self.machine.open_now -= 1
        self.machine.log.append("closed")
