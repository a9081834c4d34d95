"""A running session's voice: sentences begin when they may, come late when they are late, stop when asked."""

from __future__ import annotations

import wave
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from coach.content.model import Pronunciation
from coach.sound.trouble import Trouble
from coach.sound.voice.choose import Choice
from coach.sound.voice.protocol import NullVoice, Utterance
from coach.sound.voice.speaker import FIRST_SECONDS, SpokenVoice
from coach.sound.voice.speech_cache import SpeechCache, Spoken
from coach.sound.voice.utterances import sentence
from tests.fakes import FakeOutput

IDENTITY = "e"


class Maker:
    """Makes a sentence when the test says so."""

    trouble: Trouble | None = None

    def __init__(self) -> None:
        self.wanted: list[Spoken] = []
        self.cancelled = 0
        self.folder = Path()
        self.made: Callable[[Spoken, Path | None], None] = lambda *_: None

    def make(self, engine: str, folder: Path, sentences: Sequence[Spoken], made, *, language: str = "en") -> None:
        self.language = language
        self.wanted, self.folder, self.made = list(sentences), folder, made

    def cancel(self) -> None:
        self.cancelled += 1

    def finish(self, sentence: Spoken, seconds: float = 1.0, *, fails: bool = False) -> None:
        path = self.folder / sentence.name
        if not fails:
            write(path, seconds)
        self.made(sentence, None if fails else path)


def write(path: Path, seconds: float) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(1000)
        file.writeframes(bytes(round(seconds * 1000) * 2))


class Stage:
    def __init__(self, folder: Path, **options: object) -> None:
        self.device, self.maker = FakeOutput(), Maker()
        self.cache = SpeechCache(folder)
        self.voice = SpokenVoice(
            Choice("hibari", IDENTITY, "a voice"),
            self.cache,
            self.device,
            self.maker,  # type: ignore[arg-type]
            monotonic=lambda: self.device.now,
            **options,  # type: ignore[arg-type]
        )

    def prepare(self, **made: float) -> None:
        """Sentences with their seconds; those of zero are not made yet."""
        for text, seconds in made.items():
            if seconds:
                write(self.cache.folder / named(text), seconds)
        self.voice.prepare([Utterance(text) for text in made])

    def say(self, at: float, text: str, **how: object) -> None:
        self.device.now = at
        self.voice.say(text, **how)  # type: ignore[arg-type]

    @property
    def said(self) -> list[tuple[str, float]]:
        names = {named(text): text for text in ("one", "two", "three")}
        return [(names[name], at) for name, at in (entry for entry in self.device.log if entry != "hush")]


def named(text: str) -> str:
    return sentence(Utterance(text), IDENTITY, 1.0).name


@pytest.fixture
def stage(tmp_path):
    return Stage(tmp_path / "speech")


def test_only_what_is_not_there_is_made(stage):
    stage.prepare(one=1.0, two=0, three=0)
    assert [sentence.words for sentence in stage.maker.wanted] == ["two", "three"]
    assert stage.device.volume == 1.0


def test_all_there_makes_nothing(stage):
    stage.prepare(one=1.0)
    assert stage.maker.wanted == []


def test_said_in_turn(stage):
    stage.prepare(one=2.0, two=1.0, three=1.0)
    stage.say(0.0, "one")
    stage.say(1.5, "two")  # waits for the first
    stage.say(1.6, "three")  # no place for it any more
    stage.say(9.0, "three")
    assert stage.said == [("one", 0.0), ("two", 2.12), ("three", 9.0)]


def test_not_begun_when_it_would_run_into_a_more_important_one(stage):
    stage.prepare(one=2.0)
    stage.say(0.0, "one", room=1.9)
    stage.say(1.0, "one", room=2.2, late=0.3)
    stage.say(2.0, "one", room=2.2, late=0.1)
    assert stage.said == [("one", 2.0)]


def test_it_follows_the_sound_that_announces_it(stage):
    stage.prepare(one=1.0)
    stage.device.cue = (5.0, 1.9)
    stage.say(5.0, "one")
    assert stage.said == [("one", 5.6)]


def test_the_first_words_wait_until_a_sleeping_device_is_awake(stage):
    stage.prepare(one=1.0, two=1.0)
    stage.device.awake_at = 0.3
    stage.say(0.0, "one")
    stage.say(1.0, "two")  # knows that the first one began later
    assert stage.said == [("one", 0.3), ("two", 1.42)]


def test_a_question_waits_longer(stage):
    stage.prepare(one=4.0, two=1.0)
    stage.say(0.0, "one")
    stage.say(0.5, "two", patience=10.0)
    assert stage.said == [("one", 0.0), ("two", 4.12)]


def test_too_late_is_not_said(stage):
    stage.prepare(one=1.0)
    stage.say(5.0, "one", late=1.6)
    assert stage.said == []


def test_an_unknown_sentence_is_a_caption(stage):
    stage.prepare(one=1.0)
    stage.say(0.0, "two")
    assert stage.said == []


@pytest.mark.parametrize(
    ("comes_at", "room", "said"),
    [(1.2, None, [("one", 1.2)]), (FIRST_SECONDS + 0.1, None, []), (1.2, 2.0, []), (1.2, 2.3, [("one", 1.2)])],
)
def test_a_sentence_that_is_still_being_made_is_said_when_it_comes(stage, comes_at, room, said):
    stage.prepare(one=0)
    stage.say(0.0, "one", room=room)
    stage.device.now = comes_at
    stage.maker.finish(stage.maker.wanted[0])
    assert stage.said == said


def test_another_one_that_comes_is_not_mistaken_for_it(stage):
    stage.prepare(one=0, two=0)
    stage.say(0.0, "one")
    stage.maker.finish(stage.maker.wanted[1])
    assert stage.said == []
    stage.maker.finish(stage.maker.wanted[0])
    assert stage.said == [("one", 0.0)]


def test_one_that_cannot_be_made_stays_a_caption(stage):
    stage.prepare(one=0)
    stage.say(0.0, "one")
    stage.maker.finish(stage.maker.wanted[0], fails=True)
    assert stage.said == []


def test_hushed_forgets_what_was_waiting(stage):
    stage.prepare(one=0, two=5.0)
    stage.say(0.0, "one")
    stage.voice.hush()
    stage.maker.finish(stage.maker.wanted[0])
    stage.say(1.0, "two")
    stage.voice.hush()
    stage.say(1.2, "two")
    assert stage.said == [("two", 1.0), ("two", 1.2)]


def test_an_answer_to_the_person_comes_before_every_other_sentence(stage):
    stage.prepare(one=5.0, two=1.0)
    stage.say(0.0, "one")
    stage.say(1.0, "two", rank=50)
    assert stage.device.log == [(named("one"), 0.0), "hush", (named("two"), 1.12)]


def test_a_broken_file_is_made_anew_next_time(stage):
    stage.prepare(one=1.0)
    path = stage.cache.folder / named("one")
    path.write_bytes(b"RIFF")
    stage.say(0.0, "one")
    assert stage.said == []
    assert not path.exists()


def test_another_script_is_told_once_and_stays_a_caption(stage):
    stage.voice.prepare([Utterance("one"), Utterance("Σκύψε"), Utterance("下巴")])
    assert [sentence.words for sentence in stage.maker.wanted] == ["one"]
    assert stage.voice.trouble == Trouble("script-unread")
    stage.prepare(one=1.0)
    assert stage.voice.trouble is None


def test_the_makers_trouble_is_ours(stage):
    stage.maker.trouble = Trouble("voice-stopped")
    assert stage.voice.trouble == stage.maker.trouble


def test_the_persons_speed_is_part_of_what_is_made(stage):
    stage.voice.set_speed(1.2)
    stage.voice.prepare([Utterance("one", 1.1)])
    assert [sentence.speed for sentence in stage.maker.wanted] == [1.32]


def test_silenced(stage):
    stage.prepare(one=1.0)
    stage.voice.set_amount("sounds")
    assert stage.voice.amount == "sounds"
    stage.say(0.0, "one")
    assert stage.device.log == ["hush"]


def test_a_read_only_home_speaks_all_the_same(tmp_path):
    (tmp_path / "file").touch()
    stage = Stage(tmp_path / "file" / "speech")
    stage.prepare(one=0)
    stage.say(0.0, "one")
    stage.maker.finish(stage.maker.wanted[0])
    assert stage.said == [("one", 0.0)]
    folder = stage.maker.folder
    stage.voice.close()
    assert not folder.exists()
    assert stage.maker.cancelled == 1


def test_no_voice_says_why_and_does_nothing():
    voice = NullVoice(Trouble("no-place"))
    voice.prepare([Utterance("one")])
    voice.say("one")
    voice.hush()
    voice.set_volume(1.0)
    voice.set_speed(1.0)
    voice.set_amount("all")
    voice.close()
    assert (voice.trouble, voice.amount) == (Trouble("no-place"), "sounds")


def test_a_changed_pronunciation_is_made_and_heard_at_the_next_session(tmp_path):
    entries = {}
    stage = Stage(tmp_path, pronunciations=lambda: entries)
    line = Utterance("Live tall.")
    stage.voice.prepare([line])
    stage.maker.finish(stage.maker.wanted[0])
    stage.voice.prepare([line])  # kept: nothing was asked for since
    before = stage.maker.wanted[0]
    entries["live"] = Pronunciation("live", ("lɪv",), within=("live tall",))
    stage.voice.prepare([line])
    (changed,) = stage.maker.wanted
    assert (before.words, changed.words) == ("Live tall.", "[Live](/lˈɪv/) tall.")
    stage.maker.finish(changed)
    stage.voice.say("Live tall.")
    assert stage.device.log == [(changed.name, 0.0)]
