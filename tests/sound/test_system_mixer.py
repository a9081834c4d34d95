"""Muted in the system's mixer, or at a volume of 0: named, and where to mend it; what cannot be asked is not said."""

from __future__ import annotations

import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from coach.sound.others.streams import StreamsError
from coach.sound.system_mixer import SECONDS, choose_silenced, silenced
from coach.sound.trouble import Trouble
from coach.words.sound import sentence
from tests.beside import slow

LOUD = "front-left: 65536 / 100% / 0.00 dB,   front-right: 65536 / 100% / 0.00 dB"
ZERO = "front-left: 0 /   0% / -inf dB,   front-right: 0 /   0% / -inf dB"
LEFT = "front-left: 30000 /  46% / -20.00 dB,   front-right: 0 /   0% / -inf dB"

STREAM_MUTED = (
    "The system's mixer has Posture Coach muted: unmute it while it plays, in the system's sound settings, or in "
    "pavucontrol on the page Playback."
)
STREAM_AT_ZERO = STREAM_MUTED.replace("muted: unmute it", "at a volume of 0: turn it up")
OUTPUT_MUTED = "The system's mixer has the output Speakers muted: unmute it in the system's sound settings."
OUTPUT_AT_ZERO = OUTPUT_MUTED.replace("muted: unmute it", "at a volume of 0: turn it up")


def stream(mute: str = "no", volume: str = LOUD, name: str = "Posture Coach", pid: int = 7, sink: int = 1) -> str:
    """As pactl 16 prints a stream."""
    return (
        f"Sink Input #{pid}\n\tDriver: protocol-native.c\n\tClient: 5\n\tSink: {sink}\n\tMute: {mute}\n"
        f'\tVolume: {volume}\n\t        balance 0.00\n\tProperties:\n\t\tmedia.name = "Cues"\n'
        f'\t\tapplication.name = "{name}"\n\t\tapplication.process.id = "{pid}"\n\n'
    )


def sink(mute: str = "no", volume: str = LOUD, number: int = 1, name: str = "spk", title: str = "Speakers") -> str:
    """As pactl 16 prints an output."""
    return (
        f"Sink #{number}\n\tState: RUNNING\n\tName: {name}\n\tDescription: {title}\n\tMute: {mute}\n"
        f"\tVolume: {volume}\n\t        balance 0.00\n\tBase Volume: 65536 / 100% / 0.00 dB\n\n"
    )


def server(streams: str, sinks: str, info: str = "Default Sink: spk\n"):
    told = {("list", "sink-inputs"): streams, ("list", "sinks"): sinks, ("info",): info}

    def run(arguments: Sequence[str]) -> str:
        return told[tuple(arguments)]

    return run


@pytest.mark.parametrize(
    ("streams", "sinks", "said"),
    [
        (stream(), sink(), ()),
        (stream("yes"), sink(), (STREAM_MUTED,)),
        (stream(volume=ZERO), sink(), (STREAM_AT_ZERO,)),
        (stream(volume=LEFT), sink(volume=LEFT), ()),  # one ear is something
        (stream("yes", ZERO), sink(), (STREAM_MUTED,)),  # once unmuted, the next look tells of the rest
        (stream(), sink("yes"), (OUTPUT_MUTED,)),
        (stream(), sink(volume=ZERO), (OUTPUT_AT_ZERO,)),
        (stream("yes"), sink("yes"), (STREAM_MUTED, OUTPUT_MUTED)),
        # another program that is muted, and an output that nothing of ours goes to, are the person's own affair
        (stream("yes", name="Firefox", pid=3) + stream(), sink(), ()),
        (stream(sink=2), sink("yes") + sink(number=2, name="tv", title="Television"), ()),
        (stream(sink=2), sink() + sink("yes", number=2), (OUTPUT_MUTED,)),
        # the one of this process counts, and without one any other of the program
        (stream("yes", pid=6) + stream(pid=7), sink(), ()),
        (stream("yes", pid=6), sink(), (STREAM_MUTED,)),
        # without a stream the output counts to which one would go
        ("", sink("yes"), (OUTPUT_MUTED,)),
        ("", sink("yes", number=2, name="tv") + sink(), ()),
        ("", "", ()),
        ("", sink("yes", title=""), (OUTPUT_MUTED.replace("Speakers", "spk"),)),
    ],
)
def test_what_keeps_it_from_being_heard(streams: str, sinks: str, said: tuple[str, ...]) -> None:
    assert tuple(map(sentence, silenced(server(streams, sinks), "7"))) == said


def test_a_server_without_an_output_of_its_choice_says_nothing() -> None:
    assert silenced(server("", sink("yes"), info="Server Name: pulseaudio\n"), "7") == ()


def test_a_server_that_does_not_answer_is_asked_once_and_nothing_is_said() -> None:
    asked: list[Sequence[str]] = []

    def run(arguments: Sequence[str]) -> str:
        asked.append(arguments)
        raise StreamsError(Trouble("program-fails", "pactl", "timed out"))

    assert silenced(run, "7") == ()
    assert len(asked) == 1
    assert SECONDS <= 1.0, "with the second that a device may take, doctor is to end within five"


@pytest.mark.parametrize(("platform", "program"), [("linux", None), ("win32", "/usr/bin/pactl"), ("darwin", "/pactl")])
def test_where_it_cannot_be_asked_nothing_is_said(platform: str, program: str | None) -> None:
    assert choose_silenced(platform=platform, which=lambda _name: program)() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="a script that begins with #!")
@pytest.mark.parametrize("answer", ["exit 1", *slow(("exec sleep 100",)), "printf '\\377\\376'"])
def test_a_pactl_that_fails_hangs_or_raves_says_nothing(tmp_path: Path, answer: str) -> None:
    script = tmp_path / "pactl"
    script.write_text(f"#!/bin/sh\n{answer}\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    assert choose_silenced(platform="linux", which=lambda _name: str(script), pid=7)() == ()
