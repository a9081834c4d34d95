"""The system's own speech, through the command that comes with it: espeak-ng, macOS's say, Windows' SpeechSynthesizer.

Each writes a file, so it can be kept, ranked and mixed like the neural voice. Only the helper process runs it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAME = "system"
WORDS_A_MINUTE = 165  # at speed 1.0; chosen by ear
_LONGEST_SECONDS = 60.0  # that a sentence may take to be made before it is given up

_POWERSHELL = (
    "Add-Type -AssemblyName System.Speech;"
    "[Console]::InputEncoding = [Text.Encoding]::UTF8;"
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$voice.Rate = {rate};"
    "$voice.SetOutputToWaveFile('{path}');"
    "$voice.Speak([Console]::In.ReadToEnd());"
    "$voice.Dispose()"
)


@dataclass(frozen=True, slots=True)
class Command:
    """A speech command: its program and how it is called. `arguments(program, path, speed)`; the text is its stdin."""

    program: str
    name: str
    arguments: Callable[[str, Path, float], list[str]]


def _espeak(program: str, path: Path, speed: float) -> list[str]:
    return [program, "-v", "en", "-s", str(round(WORDS_A_MINUTE * speed)), "-w", str(path), "--stdin"]


def _say(program: str, path: Path, speed: float) -> list[str]:
    rate = str(round(WORDS_A_MINUTE * speed))
    return [program, "-r", rate, "-o", str(path), "--file-format=WAVE", "--data-format=LEI16@22050", "-f", "-"]


def _windows(program: str, path: Path, speed: float) -> list[str]:
    rate = max(-10, min(10, round((speed - 1.0) * 10)))
    script = _POWERSHELL.format(rate=rate, path=str(path).replace("'", "''"))
    return [program, "-NoProfile", "-NonInteractive", "-Command", script]


def find_command(platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which) -> Command | None:
    """The speech command of this system, or None."""
    if platform == "darwin":
        candidates: tuple[tuple[str, Callable[[str, Path, float], list[str]]], ...] = (("say", _say),)
    elif platform == "win32":
        candidates = (("powershell", _windows),)
    else:
        candidates = (("espeak-ng", _espeak), ("espeak", _espeak))
    for name, arguments in candidates:
        program = which(name)
        if program is not None:
            return Command(program, name, arguments)
    return None


class SystemEngine:
    """Makes sentences with a command. Raises RuntimeError with the reason where it fails."""

    def __init__(self, command: Command | None = None) -> None:
        found = command or find_command()
        if found is None:
            raise RuntimeError("this system has no speech command")
        self._command = found
        self.rate_hz = 22_050

    def rest(self) -> None:
        """Nothing is left to do."""

    def make(self, words: str, speed: float) -> Any:
        """The sentence as samples at `rate_hz`, which is known once a sentence was made."""
        from coach.sound.voice.levels import read_wav

        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "sentence.wav"
            try:
                subprocess.run(  # noqa: S603 - the program was looked up, the text goes to its stdin
                    self._command.arguments(self._command.program, path, speed),
                    input=words.encode(),
                    check=True,
                    capture_output=True,
                    timeout=_LONGEST_SECONDS,
                )
                samples, self.rate_hz = read_wav(path)
            except (OSError, EOFError, subprocess.SubprocessError, ValueError) as problem:
                raise RuntimeError(f"{self._command.name} failed: {problem}") from problem
        return samples
