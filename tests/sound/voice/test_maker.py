"""The helper process: what is made is told of in order; killed, deaf and senseless helpers end in captions."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coach.sound.trouble import Trouble
from coach.sound.voice.maker import Maker
from coach.sound.voice.speech_cache import Spoken
from tests.sound.voice.helpers import CANNOT_LOAD, CANNOT_WRITE, DIES_AFTER_ONE, GOOD, WAITS

SENTENCES = [Spoken(word, "e") for word in ("one", "two", "three")]


def make(code: str, folder: Path, sentences: list[Spoken] = SENTENCES) -> tuple[list[tuple[str, bool]], Trouble | None]:
    """Each (words, whether it was made) in the order told, and the trouble."""
    told: list[tuple[str, bool]] = []
    maker = Maker((sys.executable, "-c", code))
    maker.make("e", folder, sentences, lambda sentence, path: told.append((sentence.words, path is not None)))
    assert maker.wait(60)
    return told, maker.trouble


def test_all_in_order(tmp_path):
    assert make(GOOD, tmp_path) == ([("one", True), ("two", True), ("three", True)], None)
    assert (tmp_path / SENTENCES[2].name).read_text() == "three"


def test_nothing_to_make_starts_nothing(tmp_path):
    assert make("raise SystemExit(1)", tmp_path, []) == ([], None)


def test_killed_in_the_middle_it_is_started_once_more_with_what_is_left(tmp_path):
    assert make(DIES_AFTER_ONE, tmp_path) == (
        [("one", True), ("two", True), ("three", False)],
        Trouble("voice-stopped"),
    )
    assert (tmp_path / "starts").read_text() == "one two "


def test_killed_once_nobody_notices(tmp_path):
    assert make(DIES_AFTER_ONE, tmp_path, SENTENCES[:2]) == ([("one", True), ("two", True)], None)


def test_an_engine_that_cannot_be_loaded_is_not_tried_again(tmp_path):
    told, trouble = make(CANNOT_LOAD, tmp_path)
    assert told == [("one", False), ("two", False), ("three", False)]
    assert trouble == Trouble("voice-unloaded", why="no memory")
    assert (tmp_path / "starts").read_text() == "start "


def test_a_full_disk_is_one_sentence(tmp_path):
    told, trouble = make(CANNOT_WRITE, tmp_path)
    assert told == [("one", False), ("two", False), ("three", False)]
    assert trouble == Trouble("unkept", "x", "No space left on device")


def test_a_helper_that_cannot_be_started(tmp_path):
    told: list[bool] = []
    maker = Maker((str(tmp_path / "nothing"),))
    maker.make("e", tmp_path, SENTENCES, lambda _sentence, path: told.append(path is not None))
    assert maker.wait(60)
    assert told == [False, False, False]
    assert maker.trouble is not None
    assert maker.trouble.what == "voice-unstarted"


def test_a_new_session_gives_up_what_the_last_one_wanted(tmp_path):
    told: list[str] = []
    maker = Maker((sys.executable, "-c", WAITS))
    maker.make("e", tmp_path, SENTENCES, lambda sentence, _path: told.append(sentence.words))
    job = maker._job
    maker._command = (sys.executable, "-c", GOOD)
    maker.make("e", tmp_path, [Spoken("new", "e")], lambda sentence, _path: told.append(sentence.words))
    assert maker.wait(60)
    assert job is not None
    assert job.finished.wait(60)  # the first helper is gone
    assert told == ["new"]
    assert maker.trouble is None


@pytest.mark.parametrize("moment", ["before", "after"])
def test_cancelling_is_harmless(tmp_path, moment):
    maker = Maker((sys.executable, "-c", GOOD))
    if moment == "after":
        maker.make("e", tmp_path, SENTENCES, lambda *_: None)
        assert maker.wait(60)
    maker.cancel()
    assert maker.wait(0)
