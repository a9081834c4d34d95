"""What is wrong with sound and voice: each trouble has a sentence, and it is translated."""

from __future__ import annotations

import json

import pytest

from coach.sound.protocol import Opened
from coach.sound.trouble import KNOWN, Trouble, What
from coach.words.sound import opened, sentence, sentences, way
from tests.words.languages import Bracketed, outside_brackets

ALL: list[What] = sorted(KNOWN - {"said"})


@pytest.mark.parametrize("what", ALL)
def test_each_has_a_sentence_in_every_language(what: What):
    trouble = Trouble(what, "a name", "why", "more")
    assert sentence(trouble)
    assert outside_brackets(sentence(trouble, Bracketed())) == ""


def test_what_others_say_keeps_its_words():
    assert sentence(Trouble("said", why="No space left on device"), Bracketed()) == "No space left on device"
    told = sentence(Trouble("unkept", "/a {folder}", "%n {why}"))
    assert told == "Speech cannot be kept in /a {folder} (%n {why}). The captions show every sentence."


def test_one_because_of_another():
    because = Trouble("program-fails", "pactl", "timed out")
    told = sentence(Trouble("not-given-back", because=because))
    assert told.startswith("Other sounds could not be given back: pactl does not work (timed out). They are when ")


def test_several():
    assert sentences([Trouble("output-muted", "Speakers"), Trouble("said", why="Yes.")]) == (
        "The system's mixer has the output Speakers muted: unmute it in the system's sound settings. Yes."
    )


def test_a_file_without_an_ending_is_called_so():
    assert sentence(Trouble("unknown-kind", more=".wav")) == (
        "a file without an ending is not a kind of sound file; write .wav"
    )


def test_the_device_and_its_channels():
    assert opened(Opened("alsa", 44100, 1, 512)) == "alsa, 44100 Hz, 1 channel, buffer of 512 frames"
    assert opened(Opened("alsa", 44100, 6, 512)) == "alsa, 44100 Hz, 6 channels, buffer of 512 frames"


def test_the_way_to_others():
    assert [way("pactl"), way("windows-mixer"), way("")] == ["through pactl", "through the volume mixer of Windows", ""]


def test_it_crosses_to_another_process_whole():
    whole = Trouble("unspoken", because=Trouble("command-fails", "espeak-ng", "timed out"))
    assert Trouble.from_json(json.loads(json.dumps(whole.as_json()))) == whole
    assert sentence(whole).startswith("A sentence could not be spoken: espeak-ng failed: timed out. ")


BROKEN = [None, "voice-stopped", {}, {"what": "of-another-version"}, {"what": "said", "because": 1}]


@pytest.mark.parametrize("told", BROKEN)
def test_what_is_none_is_refused(told: object):
    with pytest.raises(ValueError):  # noqa: PT011 (that it is one, is all)
        Trouble.from_json(told)
