"""No voice reads a language that is not its own: the system's has one for it, or there are captions and tones."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from coach.content.model import Pronunciation
from coach.installing import line
from coach.sound.voice.choose import Choice, WhyNot, choose
from coach.sound.voice.protocol import Utterance
from coach.sound.voice.read_aloud import can_be_read
from coach.sound.voice.system_engine import Command, SystemEngine, find_command, speaks, voice_among, voice_for
from coach.sound.voice.utterances import made_by, sentence
from coach.words.voice import which, why, why_sentence, without

ESPEAK_NG = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  fr-be           --/M      French_(Belgium)   roa/fr-BE            (fr 8)
 6  de              --/F      german-mbrola-1    mb/mb-de1
 5  de              --/M      German             gmw/de
"""
"""As espeak-ng 1.51 writes it; those of mbrola are listed where mbrola is not installed, too."""

SAY = """\
Alex                en_US    # Most people recognize me by my voice.
Anna                de_DE    # Hallo! Ich heiße Anna.
Bad News            en_US    # Hello! My name is Bad News.
Eddy (German (Germany)) de_DE    # Hallo! Ich heiße Eddy.
"""
WINDOWS = "en-US Microsoft Zira Desktop\r\nde-DE Microsoft Hedda Desktop\r\n"


def command(platform: str) -> Command:
    found = find_command(platform, lambda program: f"/bin/{program}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("platform", "listed", "language", "voice"),
    [
        ("linux", ESPEAK_NG, "de", "de"),
        ("linux", ESPEAK_NG, "fr", "fr-be"),
        ("linux", ESPEAK_NG, "nl", None),
        ("linux", "\n".join(line for line in ESPEAK_NG.splitlines() if "gmw" not in line), "de", None),
        ("darwin", SAY, "de", "Anna"),
        ("darwin", SAY, "en", "Alex"),
        ("darwin", SAY, "fr", None),
        ("win32", WINDOWS, "de", "Microsoft Hedda Desktop"),
        ("win32", WINDOWS, "fr", None),
        ("win32", "", "en", None),
    ],
)
def test_the_voice_of_a_language_in_what_a_system_lists(platform: str, listed: str, language: str, voice: str | None):
    assert voice_among(listed, command(platform).line, language) == voice


@pytest.mark.parametrize(
    ("platform", "voice", "told"),
    [
        ("linux", "de", ["-v", "de"]),
        ("linux", None, ["-v", "en"]),
        ("darwin", "Anna", ["-v", "Anna"]),
        ("win32", "O'Brian", ["$voice.SelectVoice('O''Brian');"]),
    ],
)
def test_it_is_told_which_voice_to_speak_with(platform: str, voice: str | None, told: list[str]):
    it = command(platform)
    arguments = it.arguments(it.program, Path("a.wav"), 1.0, voice)
    assert all(any(word in argument for argument in arguments) for word in told)
    assert ("SelectVoice" in " ".join(arguments)) is (platform == "win32" and voice is not None)


def stand_in(code: str) -> Command:
    """A command that lists what `code` prints."""
    return replace(command("linux"), program=sys.executable, voices=lambda program, _: [program, "-c", code])


@pytest.mark.parametrize(
    ("code", "voice"),
    [
        ("print('5  de  --/M  German  gmw/de')", "de"),
        ("raise SystemExit(1)", None),
        ("print('de')", None),
        ("import sys; sys.stdout.buffer.write(bytes(range(128, 256)))", None),
    ],
)
def test_a_command_is_asked_what_it_speaks(code: str, voice: str | None):
    assert voice_for(stand_in(code), "de") == voice
    assert speaks(stand_in(code), "de") is (voice is not None)


def test_one_that_tells_nothing_speaks_english_alone():
    silent = replace(command("linux"), voices=None)
    assert not speaks(silent, "de")
    assert not speaks(replace(silent, program="/none/such"), "de")
    SystemEngine(silent)
    with pytest.raises(RuntimeError, match="command-speaks-another"):
        SystemEngine(silent, "de")


ESPEAK = command("linux")


@pytest.mark.parametrize(
    ("finds", "speaks_it", "engine", "identity", "told"),
    [
        (ESPEAK, True, "system", "system espeak-ng de", "the neural voice does not speak this language"),
        (
            ESPEAK,
            False,
            None,
            "none",
            (
                "the neural voice does not speak this language. "
                "The system's speech (espeak-ng) has no voice for this language either"
            ),
        ),
        (
            None,
            True,
            None,
            "none",
            "the neural voice does not speak this language. This system has no speech command of its own either",
        ),
    ],
)
def test_another_language_has_the_systems_voice_or_captions(
    finds: Command | None, speaks_it: bool, engine: str | None, identity: str, told: str
):
    found = choose(lambda: None, lambda: finds, "de", lambda _command, _language: speaks_it)
    assert (found.engine, found.identity, found.language) == (engine, identity, "de")
    assert why(found) == told
    assert why_sentence(found) == told[0].upper() + told[1:] + "."


def test_which_voice_it_is_in_words():
    assert which(Choice("system", "system say de", "say", language="de")) == "the system's speech (say)"
    none = Choice(None, "none", "", (WhyNot("without-its-voice", "hibari-tts"),))
    assert which(none) == "captions only"
    assert without(none) == (
        f"Without the voice: no neural voice, because hibari-tts came without it; write: {line('hibari-tts')}."
    )


def test_english_is_spoken_without_asking_what_the_system_speaks():
    def asked(_command: Command, _language: str) -> bool:
        raise AssertionError

    assert choose(lambda: None, lambda: ESPEAK, "en", asked).engine == "hibari"


def test_a_sentence_is_made_anew_in_another_language_and_read_by_its_own_rules():
    said = Utterance("Live 8 x 5 s.")
    entries = {"live": Pronunciation("live", say="lyve")}
    english, german = (
        made_by(Choice("system", f"system espeak-ng {tag}", "espeak-ng", (), tag), [said], 1.0, entries)[said.text]
        for tag in ("en", "de")
    )
    assert english.name != german.name
    assert english.words == "lyve 8 times 5 seconds."
    assert german.words == said.text, "neither notation nor words of English"
    assert sentence(said, "x", 1.0).words != said.text


@pytest.mark.parametrize(
    ("text", "language", "can"), [("Прямо.", "en", False), ("Прямо.", "ru", True), ("…", "ru", False)]
)
def test_what_a_voice_can_read(text: str, language: str, can: bool):
    assert can_be_read(text, language) is can
