"""The streams of a PulseAudio or PipeWire server through `pactl`, which both bring along.

Its text form is read, in the C locale: every version has it, the JSON of some is none (`pactl` 15 and 16).
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Sequence

from coach.sound.others.protocol import Way
from coach.sound.others.streams import Stream, StreamsError
from coach.sound.trouble import Trouble

SECONDS = 2.0
"""A server that does not answer is not waited for any longer."""

Run = Callable[[Sequence[str]], str]
"""Calls pactl with these arguments and returns what it prints. Raises StreamsError."""

_INPUT = re.compile(r"^Sink Input #(\d+)$", re.MULTILINE)
_VOLUME = re.compile(r"^\s*Volume:(.*)$", re.MULTILINE)
_CHANNEL = re.compile(r":\s*(\d+)\s*/")
_PROPERTY = re.compile(r'^\s*([\w.]+) = "(.*)"$', re.MULTILINE)


class PactlStreams:
    """coach.sound.others.streams.Streams of the server that `run` reaches."""

    way: Way = "pactl"
    program = ""
    share = 0.5  # a volume's third power multiplies the amplitude

    def __init__(self, run: Run) -> None:
        self._run = run

    def playing(self) -> list[Stream]:
        """As the protocol says; StreamsError where the server does not answer in time."""
        return parse(self._run(["list", "sink-inputs"]))

    def set_volume(self, stream: Stream, volume: Sequence[int]) -> None:
        """As the protocol says; `volume` has a number for each channel of the stream."""
        self._run(["set-sink-input-volume", stream.index, *map(str, volume)])


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
            found.append(Stream(index, volume, about.get("application.process.id", ""), name, role, owner))
    return found


def runner(program: str, seconds: float = SECONDS) -> Run:
    """Calls the real one, and waits for it this long at most."""

    def run(arguments: Sequence[str]) -> str:
        try:
            done = subprocess.run(  # noqa: S603 - a program that was looked up, with numbers of our own
                [program, *arguments],
                env={**os.environ, "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as problem:
            raise StreamsError(Trouble("program-fails", program, str(problem))) from problem
        return done.stdout.decode(errors="replace")

    return run
