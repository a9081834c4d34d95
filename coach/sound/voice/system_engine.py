"""The system's own speech, through the command that comes with it: espeak-ng, macOS's say, Windows' SpeechSynthesizer.

Each writes a file, so it can be kept, ranked and mixed like the neural voice. Only the helper process runs it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coach.sound.trouble import Trouble, TroubledError
from coach.values import dataclass

NAME = "system"
WORDS_A_MINUTE = 165  # at speed 1.0; chosen by ear
_LONGEST_SECONDS = 60.0  # that a sentence may take to be made before it is given up

_POWERSHELL = (
    "Add-Type -AssemblyName System.Speech;"
    "[Console]::InputEncoding = [Text.Encoding]::UTF8;"
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "{select}"
    "$voice.Rate = {rate};"
    "$voice.SetOutputToWaveFile('{path}');"
    "$voice.Speak([Console]::In.ReadToEnd());"
    "$voice.Dispose()"
)
_POWERSHELL_VOICES = (
    "Add-Type -AssemblyName System.Speech;"
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8;"
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).GetInstalledVoices() | Where-Object {$_.Enabled} |"
    "ForEach-Object { $_.VoiceInfo.Culture.Name + ' ' + $_.VoiceInfo.Name }"
)
_ASKED_SECONDS = 10.0  # that a command may take to list its voices; PowerShell needs some seconds to start


@dataclass(frozen=True, slots=True)
class Command:
    """A speech command: its program and how it is called. `arguments(program, path, speed, voice)`, the voice None for
    the system's own choice; the text is its stdin. `voices(program, language)` has it list its voices, each a line of
    which `line` finds the `language` and what the `voice` is called by; None: it has nothing to tell.
    """

    program: str
    name: str
    arguments: Callable[[str, Path, float, str | None], list[str]]
    voices: Callable[[str, str], list[str]] | None = None
    line: str = ""


def _espeak(program: str, path: Path, speed: float, voice: str | None) -> list[str]:
    rate = str(round(WORDS_A_MINUTE * speed))
    return [program, "-v", voice or "en", "-s", rate, "-w", str(path), "--stdin"]


def _say(program: str, path: Path, speed: float, voice: str | None) -> list[str]:
    which = ["-v", voice] if voice else []
    rate = str(round(WORDS_A_MINUTE * speed))
    return [program, *which, "-r", rate, "-o", str(path), "--file-format=WAVE", "--data-format=LEI16@22050", "-f", "-"]


def _windows(program: str, path: Path, speed: float, voice: str | None) -> list[str]:
    rate = max(-10, min(10, round((speed - 1.0) * 10)))
    select = f"$voice.SelectVoice('{_quoted(voice)}');" if voice else ""
    script = _POWERSHELL.format(rate=rate, path=_quoted(str(path)), select=select)
    return _powershell(program, script)


def _powershell(program: str, script: str) -> list[str]:
    return [program, "-NoProfile", "-NonInteractive", "-Command", script]


def _quoted(text: str) -> str:
    return text.replace("'", "''")


_ESPEAK = (
    _espeak,
    lambda program, language: [program, f"--voices={language}"],
    # those of mbrola are listed where mbrola is not installed, too
    r"^ *\d+ +(?P<voice>(?P<language>[a-z]+)\S*)(?! .* mb/).*$",
)
_SAY = (_say, lambda program, _: [program, "-v", "?"], r"^(?P<voice>\S.*?) +(?P<language>[a-z]+)[_-]\S+ +#")
_WINDOWS = (
    _windows,
    lambda program, _: _powershell(program, _POWERSHELL_VOICES),
    r"^(?P<language>[a-z]+)(?:-\S+)? (?P<voice>.+)$",
)


def find_command(platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which) -> Command | None:
    """The speech command of this system, or None."""
    known = {"darwin": {"say": _SAY}, "win32": {"powershell": _WINDOWS}}
    for name, how in known.get(platform, {"espeak-ng": _ESPEAK, "espeak": _ESPEAK}).items():
        program = which(name)
        if program is not None:
            return Command(program, name, *how)
    return None


def speaks(command: Command, language: str) -> bool:
    """Whether it has a voice for this language. False where it does not tell."""
    return voice_for(command, language) is not None


def voice_for(command: Command, language: str) -> str | None:
    """What its voice for this language is called by, the first that it lists; None where it has or tells none."""
    if command.voices is None:
        return None
    try:
        listed = subprocess.run(  # noqa: S603 - the program was looked up
            command.voices(command.program, language),
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_ASKED_SECONDS,
        ).stdout.decode(errors="replace")
    except (OSError, subprocess.SubprocessError):
        return None
    return voice_among(listed, command.line, language)


def voice_among(listed: str, line: str, language: str) -> str | None:
    """The first voice of a language in what a command lists, by the form of its lines."""
    for found in re.finditer(line, listed, re.MULTILINE):
        if found["language"] == language:
            return found["voice"].strip()
    return None


class EngineError(RuntimeError, TroubledError):
    """The command does not speak."""

    def __init__(self, trouble: Trouble) -> None:
        TroubledError.__init__(self, trouble)


class SystemEngine:
    """Makes sentences with a command. Raises EngineError where it fails."""

    def __init__(self, command: Command | None = None, language: str = "en") -> None:
        found = command or find_command()
        if found is None:
            raise EngineError(Trouble("no-command"))
        self._command = found
        self._voice = voice_for(found, language)
        if self._voice is None and language != "en":
            raise EngineError(Trouble("command-speaks-another", found.name))
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
                    self._command.arguments(self._command.program, path, speed, self._voice),
                    input=words.encode(),
                    check=True,
                    capture_output=True,
                    timeout=_LONGEST_SECONDS,
                )
                samples, self.rate_hz = read_wav(path)
            except (OSError, EOFError, subprocess.SubprocessError) as problem:
                raise EngineError(Trouble("command-fails", self._command.name, str(problem))) from problem
            except ValueError as problem:  # of what it wrote, which is no sound file
                raise EngineError(Trouble("command-fails", self._command.name, "WAV")) from problem
        return samples
