"""Whether the system's own mixer keeps Posture Coach from being heard: muted, or at a volume of 0.

A PulseAudio or PipeWire server remembers both for a program's name, so that a session that plays is silent for months.
It is asked while a stream of ours is open; where it cannot be asked nothing is said.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator

from coach.sound.others.pactl import Run, runner
from coach.sound.others.streams import StreamsError
from coach.sound.sdl import APPLICATION
from coach.sound.trouble import Trouble
from coach.values import dataclass

SECONDS = 1.0
"""A server that does not answer one question within this is asked no other."""

Silenced = Callable[[], tuple[Trouble, ...]]
"""What keeps the program's stream from being heard. Never raises."""

_NUMBER = re.compile(r"^(?:Sink|Sink Input) #(\d+)$", re.MULTILINE)
_LINE = re.compile(r"^\t(Sink|Name|Description|Mute|Volume): *(.*)$", re.MULTILINE)
_LEVEL = re.compile(r":\s*(\d+)\s*/")
_PROPERTY = re.compile(r'^\s*([\w.]+) = "(.*)"$', re.MULTILINE)
_DEFAULT = re.compile(r"^Default Sink: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A stream or an output of the mixer: its number, what its lines say, and its properties."""

    number: str
    lines: dict[str, str]
    about: dict[str, str]

    @property
    def is_muted(self) -> bool:
        """Whether it is switched off, however loud it is set."""
        return self.lines.get("Mute") == "yes"

    @property
    def is_at_zero(self) -> bool:
        """Whether it is turned all the way down."""
        levels = _LEVEL.findall(self.lines.get("Volume", ""))
        return bool(levels) and not any(map(int, levels))


def choose_silenced(
    *, platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which, pid: int | None = None
) -> Silenced:
    """The way of this system; one that finds nothing where there is none."""
    program = which("pactl") if platform.startswith("linux") else None
    if program is None:
        return lambda: ()
    run = runner(program, SECONDS)
    return lambda: silenced(run, str(os.getpid() if pid is None else pid))


def silenced(run: Run, pid: str) -> tuple[Trouble, ...]:
    """What is wrong with the stream of the process `pid`, or of another one of ours, and with the output it goes to."""
    try:
        stream = _own(list(_entries(run(["list", "sink-inputs"]))), pid)
        output = _output(run, stream)
    except StreamsError:
        return ()
    found = []
    if stream is not None and (stream.is_muted or stream.is_at_zero):
        found.append(Trouble("program-muted" if stream.is_muted else "program-at-zero"))
    if output is not None and (output.is_muted or output.is_at_zero):
        name = output.lines.get("Description") or output.lines.get("Name", "")
        found.append(Trouble("output-muted" if output.is_muted else "output-at-zero", name))
    return tuple(found)


def _own(streams: list[_Entry], pid: str) -> _Entry | None:
    ours = [one for one in streams if one.about.get("application.name") == APPLICATION]
    return next((one for one in ours if one.about.get("application.process.id") == pid), ours[0] if ours else None)


def _output(run: Run, stream: _Entry | None) -> _Entry | None:
    """Where the stream goes; without one, where it would go."""
    outputs = list(_entries(run(["list", "sinks"])))
    if stream is not None:
        return next((one for one in outputs if one.number == stream.lines.get("Sink")), None)
    default = _DEFAULT.search(run(["info"]))
    return next((one for one in outputs if default and one.lines.get("Name") == default[1]), None)


def _entries(text: str) -> Iterator[_Entry]:
    """What `pactl list` prints, entry by entry."""
    pieces = _NUMBER.split(text)[1:]
    for number, body in zip(pieces[::2], pieces[1::2], strict=True):
        yield _Entry(number, dict(_LINE.findall(body)), dict(_PROPERTY.findall(body)))
