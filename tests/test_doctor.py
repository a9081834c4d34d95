"""What the doctor tells of the voice and of the last session."""

from __future__ import annotations

import importlib.util
import shlex
import sys
from types import SimpleNamespace

import pytest

from coach.desktop.global_key import NullKey
from coach.desktop.how import How
from coach.desktop.media import NullMedia
from coach.desktop.protocol import (
    SERVICES,
    NullAwake,
    NullIdle,
    NullLessMotion,
    NullLock,
    NullQuiet,
    NullScreenReader,
    Service,
)
from coach.doctor import _extras, _lateness, _others, _quiet, _service, _sound, _voice
from coach.installing import line
from coach.session.lateness import Lateness
from coach.settings import VOLUME
from coach.sound.protocol import Opened
from coach.sound.trouble import Trouble
from coach.sound.voice.choose import Choice, WhyNot
from tests.fakes import troubled
from tests.ui.parts import FakeParts
from tests.words.languages import Glossary

NEURAL = Choice("hibari", "hibari 0.2.1 heart", "hibari 0.2.1 heart")
LESSER = Choice("system", "system espeak-ng en", "espeak-ng", (WhyNot("not-installed", "onnxruntime"),))


@pytest.mark.parametrize(
    ("choice", "amount", "ok", "text"),
    [
        (NEURAL, "all", True, "neural voice hibari 0.2.1 heart, made on this machine"),
        (NEURAL, "names", True, "neural voice hibari 0.2.1 heart, made on this machine; says names and counts"),
        (
            LESSER,
            "all",
            False,
            (
                "the system's speech (espeak-ng); no neural voice, because onnxruntime is not installed; "
                f"write: {line('hibari-tts')}"
            ),
        ),
    ],
)
def test_the_voice_and_why_not_a_better_one(choice, amount, ok, text):
    finding = _voice(SimpleNamespace(voice_choice=choice, voice_amount=amount))
    assert (finding.ok, finding.text) == (ok, text)


def test_which_voice_speaks_another_language():
    choice = Choice("system", "system espeak-ng de", "espeak-ng", (WhyNot("other-language"),), "de")
    finding = _voice(SimpleNamespace(voice_choice=choice, voice_amount="all"), Glossary("de", {"English": "Deutsch"}))
    assert not finding.ok
    assert finding.text == ("Deutsch: the system's speech (espeak-ng); the neural voice does not speak this language")


@pytest.mark.parametrize(
    ("last", "ok", "text"),
    [
        (None, True, "not measured yet; the first session will"),
        (
            Lateness.of([0.001, 0.002, 0.012]),
            True,
            "last session: 3 sounds, half of them within 2 ms of their moment, the latest 12 ms",
        ),
        (
            Lateness.of([0.001, 0.4]),
            False,
            "last session: 2 sounds, half of them within 200 ms of their moment, the latest 400 ms",
        ),
    ],
)
def test_the_lateness_of_the_last_session(last, ok, text):
    finding = _lateness(SimpleNamespace(last_lateness=last))
    assert (finding.ok, finding.text) == (ok, text)


@pytest.mark.parametrize(
    ("why_not", "trouble", "wanted", "ok", "text"),
    [
        (None, None, False, True, "other programs keep their loudness, by your setting (through pactl)"),
        (None, None, True, True, "other programs are softer while the coach speaks (through pactl)"),
        (None, Trouble("not-lowered", why="no."), True, False, "Other sounds cannot be lowered: no."),
        (
            Trouble("no-pactl"),
            None,
            True,
            True,
            "other programs keep their loudness: the command pactl is missing; install pulseaudio-utils",
        ),
    ],
)
def test_what_becomes_of_other_programs_sounds(why_not, trouble, wanted, ok, text):
    store = SimpleNamespace(get=lambda _setting: wanted)
    others = SimpleNamespace(why_not=why_not, trouble=trouble, way="pactl")
    finding = _others(SimpleNamespace(others=others, store=store))
    assert (finding.ok, finding.text) == (ok, text)


WHY = How("said", "why")
READY = "cue sounds are ready"
CARD = "pulseaudio, 48000 Hz, 2 channels, buffer of 512 frames"


@pytest.mark.parametrize(
    ("trouble", "silenced", "muted", "volume", "ok", "text"),
    [
        (None, (), False, 0.8, True, f"{READY}; {CARD}"),
        (
            None,
            (troubled("It is muted."), troubled("So is the output.")),
            False,
            0.8,
            False,
            "It is muted. So is the output.",
        ),
        (troubled("There is no sound."), (troubled("It is muted."),), False, 0.8, False, "There is no sound."),
        (None, (), True, 0.8, True, f"{READY}; off, by your setting; {CARD}"),
        (None, (), False, 0.0, True, f"{READY}; at a volume of 0, by your setting; {CARD}"),
    ],
)
def test_sound_and_what_keeps_it_from_being_heard(trouble, silenced, muted, volume, ok, text):
    cues = SimpleNamespace(open=lambda: None, trouble=trouble, describe=lambda: Opened("pulseaudio", 48000, 2, 512))
    store = SimpleNamespace(get=lambda setting: {VOLUME: volume}[setting])
    finding = _sound(SimpleNamespace(cues=cues, silenced=lambda: silenced, muted=muted, store=store))
    assert (finding.ok, finding.text) == (ok, text)


def test_each_service_of_the_desktop_how_it_is_known():
    parts = FakeParts()
    assert [_service(service, parts).text for service in SERVICES] == [
        "known (a test); breaks away from the desk count by themselves",
        "known (a test); reminders wait while do not disturb is on",
        "known (a test); reminders wait while a program fills the screen",
        "known (a test); reminders wait while the camera is in use",
        "possible (a test); the screen stays on while a session runs",
        "known (a test); a locked screen counts as time away",
        "possible (a test); they pause a session and go on",
        "known (a test); who speaks in a session is asked where one runs",
        "possible (a test); one that you choose leads to what waits",
        "known (a test); it holds here until you choose in Settings",
    ]
    assert all(_service(service, parts).ok for service in SERVICES)


@pytest.mark.parametrize(
    ("service", "text"),
    [
        ("idle", "unknown (why); all time counts as time at the desk"),
        ("do-not-disturb", "unknown (why); reminders come even while do not disturb is on"),
        ("full-screen", "unknown (why); reminders come even while a program fills the screen"),
        ("camera", "unknown (why); reminders come even while the camera is in use"),
        ("awake", "not possible (why); the screen may go dark in a session"),
        ("lock", "unknown (why); only what is not touched counts as time away"),
        ("media-keys", "not possible (why); a session has its own keys alone"),
        ("screen-reader", "unknown (why); who speaks in a session is set in Settings"),
        ("reminder-key", "not possible (why); a reminder is answered on Reminders"),
        ("less-motion", "unknown (why); how much moves is set in Settings"),
    ],
)
def test_or_that_it_is_unknown_and_what_follows(service: Service, text: str):
    parts = SimpleNamespace(
        idle=NullIdle(WHY),
        quiet=NullQuiet(WHY),
        awake=NullAwake(WHY),
        lock=NullLock(WHY),
        media=NullMedia(WHY),
        screen_reader=NullScreenReader(WHY),
        reminder_key=NullKey(WHY),
        less_motion=NullLessMotion(WHY),
    )
    finding = _service(service, parts)
    assert (finding.name, finding.ok, finding.text) == (service, False, text)


def test_what_keeps_reminders_back_now():
    parts = FakeParts()
    assert _quiet(parts).text == "nothing keeps reminders back now"
    parts.quiet.now = frozenset({"full-screen", "camera"})
    assert _quiet(parts).text == "reminders wait now: the camera is in use, a program fills the screen"


def test_what_is_missing_is_told_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    absent = {"hibari", "fontpkg_manrope", "pip"}
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in absent else found(name))
    finding = _extras(SimpleNamespace())
    assert not finding.ok
    assert finding.text == (
        "not installed: fonts, voice; the program does without; to have them, write: "
        f"uv pip install --python {shlex.quote(sys.executable)} fontpkg-manrope 'hibari-tts>=0.2.1,<0.3'"
    )
