"""The streams of a PulseAudio or PipeWire server through `pactl`, which both bring along.

Its text form is read, in the C locale: every version has it, the JSON of some is none (`pactl` 15 and 16).
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SECONDS = 2.0
"""A server that does not answer is not waited for any longer."""

Run = Callable[[Sequence[str]], str]
"""Calls pactl with these arguments and returns what it prints. Raises PactlError."""

_INPUT = re.compile(r"^Sink Input #(\d+)$", re.MULTILINE)
_VOLUME = re.compile(r"^\s*Volume:(.*)$", re.MULTILINE)
_CHANNEL = re.compile(r":\s*(\d+)\s*/")
_PROPERTY = re.compile(r'^\s*([\w.]+) = "(.*)"$', re.MULTILINE)


class PactlError(Exception):
    """Carries one sentence."""


@dataclass(frozen=True, slots=True)
class Stream:
    """What one program plays. `volume` is a whole number a channel, 65536 for 100 %; `owner` tells its program."""

    index: int
    volume: tuple[int, ...]
    pid: str = ""
    name: str = ""
    role: str = ""
    owner: str = ""


def streams(run: Run) -> list[Stream]:
    """Everything that is being played now. Raises PactlError."""
    return parse(run(["list", "sink-inputs"]))


def set_volume(run: Run, stream: Stream, volume: Sequence[int]) -> None:
    """Raises PactlError; a stream that has ended meanwhile is one, too."""
    run(["set-sink-input-volume", str(stream.index), *map(str, volume)])


def parse(text: str) -> list[Stream]:
    """What `pactl list sink-inputs` prints, stream by stream; one without a volume is left out."""
    pieces = _INPUT.split(text)[1:]
    found = []
    for index, body in zip(pieces[::2], pieces[1::2], strict=True):
        line = _VOLUME.search(body)
        volume = tuple(map(int, _CHANNEL.findall(line[1]))) if line else ()
        if volume:
            about = dict(_PROPERTY.findall(body))
            name, role = about.get("application.name", ""), about.get("media.role", "")
            owner = "|".join((name, about.get("application.process.binary", ""), role))
            found.append(Stream(int(index), volume, about.get("application.process.id", ""), name, role, owner))
    return found


def runner(program: str) -> Run:
    """Calls the real one."""

    def run(arguments: Sequence[str]) -> str:
        try:
            done = subprocess.run(  # noqa: S603 - a program that was looked up, with numbers of our own
                [program, *arguments],
                env={**os.environ, "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as problem:
            raise PactlError(f"{program} does not work ({problem}).") from problem
        return done.stdout.decode(errors="replace")

    return run
