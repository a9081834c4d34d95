"""The files of made sentences: their names, their number, and folders that cannot be written."""

from __future__ import annotations

import os
import wave
from pathlib import Path

import pytest

from coach.sound.voice.speech_cache import SpeechCache, Spoken, seconds_of

HALF = Spoken("Halfway.", "hibari 0.2.1 heart")


def make(cache: SpeechCache, sentence: Spoken, size: int = 1000, used_at: int = 0) -> Path:
    path = cache.folder / sentence.name
    path.write_bytes(bytes(size))
    os.utime(path, (used_at, used_at))
    return path


@pytest.mark.parametrize(
    "other",
    [
        Spoken("Halfway!", "hibari 0.2.1 heart"),
        Spoken("Halfway.", "hibari 0.2.2 heart"),
        Spoken("Halfway.", "system espeak-ng"),
        Spoken("Halfway.", "hibari 0.2.1 heart", 1.1),
    ],
)
def test_words_engine_and_speed_make_the_name(other):
    assert other.name != HALF.name
    assert HALF.name == Spoken("Halfway.", "hibari 0.2.1 heart").name
    assert HALF.name.endswith(".wav")


def test_found_when_made(tmp_path):
    cache = SpeechCache(tmp_path / "speech")
    assert cache.find(HALF) is None
    path = make(cache, HALF)
    assert cache.find(HALF) == path
    assert path.parent == tmp_path / "speech"


def test_an_empty_file_is_no_sentence(tmp_path):
    cache = SpeechCache(tmp_path)
    make(cache, HALF, size=0)
    assert cache.find(HALF) is None


def test_what_was_not_used_for_longest_goes_first(tmp_path):
    cache = SpeechCache(tmp_path, limit_megabytes=0.003)
    old, used, new, newest = (Spoken(word, "e") for word in ("old", "used", "new", "newest"))
    for used_at, sentence in enumerate((old, used, new, newest), 1):
        make(cache, sentence, used_at=used_at)
    assert cache.find(used) is not None  # used just now
    cache.trim()
    assert [cache.find(one) is None for one in (old, used, new, newest)] == [True, False, False, False]


def test_what_the_session_needs_goes_last_of_all(tmp_path):
    cache = SpeechCache(tmp_path, limit_megabytes=0.001)
    needed, other = Spoken("needed", "e"), Spoken("other", "e")
    make(cache, needed, used_at=1)
    make(cache, other, used_at=2)
    cache.trim(keep=[needed.name])
    assert cache.find(needed) is not None
    assert cache.find(other) is None


def test_a_folder_that_cannot_be_written_gives_way_to_one_that_lasts_as_long_as_we(tmp_path):
    (tmp_path / "file").touch()  # even root can make no folder in a file
    cache = SpeechCache(tmp_path / "file" / "speech")
    folder = cache.folder
    path = make(cache, HALF)
    assert cache.find(HALF) == path
    cache.close()
    assert not folder.exists()


def test_seconds_of_a_file(tmp_path):
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(bytes(96_000))
    assert seconds_of(tmp_path / "a.wav") == 1.0


def test_a_file_whose_head_says_no_rate_is_no_sound(tmp_path):
    path = tmp_path / "one.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(44100)
        file.writeframes(bytes(200))
    assert seconds_of(path) > 0
    head = bytearray(path.read_bytes())
    head[24:28] = bytes(4)
    path.write_bytes(head)
    with pytest.raises(wave.Error, match=r"one\.wav"):
        seconds_of(path)
