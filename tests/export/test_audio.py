"""What a sound file says before its session, and of itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from coach.export.audio import LEAD_SECONDS, AudioExport, chapters  # noqa: E402 (after the reason to skip)
from coach.settings import VOICE_AMOUNT  # noqa: E402
from coach.sound.marks import Chapter  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from coach.sound.voice.choose import Choice, WhyNot  # noqa: E402
from coach.sound.voice.levels import read_wav, write_wav  # noqa: E402
from coach.sound.voice.protocol import Utterance  # noqa: E402
from coach.sound.voice.utterances import sentence  # noqa: E402
from coach.wiring import Parts, build  # noqa: E402
from coach.words.language import ENGLISH  # noqa: E402
from coach.words.safety import stop_aloud, stop_if  # noqa: E402

VOICE = Choice("hibari", "a test's voice", "a test's voice")
CHIN_TUCK = "Left out for you: Chin tuck (neck injury)."


@pytest.fixture
def parts(tmp_path):
    made = build({"POSTURE_COACH_HOME": str(tmp_path / "home")}, sound=False)
    made.voice_choice = VOICE
    yield made
    made.close()


def speak(parts: Parts, job: AudioExport) -> None:
    """As if what is said first had been made, a second of a tone each; the rest is left out."""
    for text in job.before:
        made = parts.speech.folder / sentence(Utterance(text), VOICE.identity, 1.0).name
        write_wav(made, 0.3 * np.sin(np.arange(RATE_HZ) * 2 * np.pi * 997 / RATE_HZ))


def job(parts: Parts, ident: str = "desk-reset", *, intro: bool = False, kind: str = "routine") -> AudioExport:
    return AudioExport.of(parts, kind, ident, intro=intro)


def test_who_asks_for_it_hears_first_when_to_stop(parts):
    rules = parts.library.catalogue.safety.stop
    assert job(parts).before == ()
    said = job(parts, intro=True).before
    assert said == stop_aloud(ENGLISH, parts.library.catalogue.safety)
    assert said[1:] == tuple(str(rule) for rule in rules)
    assert job(parts, "wall-test", kind="test", intro=True).before == said


def test_what_is_left_out_is_always_said(parts):
    parts.store.add_conditions(["neck-injury"])
    assert job(parts).before == (CHIN_TUCK,)
    assert job(parts, intro=True).before[-1] == CHIN_TUCK
    parts.store.keep(VOICE_AMOUNT, "sounds")  # then words come only where they are asked for
    assert job(parts).before == ()
    assert job(parts, intro=True).before[-1] == CHIN_TUCK


def test_its_tags_tell_when_to_stop_and_what_is_left_out(parts):
    stop = stop_if(ENGLISH, parts.library.catalogue.safety)
    assert job(parts).comment.startswith(stop)
    parts.store.add_conditions(["neck-injury"])
    assert job(parts).comment.startswith(f"{CHIN_TUCK}\n{stop}\n")
    assert job(parts, "wall-test", kind="test").comment.startswith(stop)


def test_the_session_begins_behind_its_first_words(parts, tmp_path: Path):
    with_words = replace(job(parts, intro=True), amount="sounds", sounds={})
    speak(parts, with_words)
    assert with_words.write(tmp_path / "a.wav") == ()
    samples, _ = read_wav(tmp_path / "a.wav")
    count = len(with_words.before)
    before = LEAD_SECONDS + 1.5 * count + 1.0
    assert len(samples) / RATE_HZ == pytest.approx(before + with_words.timeline.seconds, abs=0.01)
    heard = np.flatnonzero(np.abs(samples) > 0.01) / RATE_HZ
    assert heard[0] == pytest.approx(LEAD_SECONDS, abs=0.01)
    assert heard[-1] == pytest.approx(LEAD_SECONDS + 1.5 * count - 0.5, abs=0.01)  # then silence, without a sound


def test_what_cannot_be_said_takes_no_time(parts, tmp_path: Path):
    mute = replace(job(parts, intro=True), choice=Choice(None, "none", "", (WhyNot("no-command"),)))
    assert mute.write(tmp_path / "a.wav") == (
        "Without the voice: this system has no speech command of its own either.",
    )
    samples, _ = read_wav(tmp_path / "a.wav")
    assert len(samples) / RATE_HZ < LEAD_SECONDS + mute.timeline.seconds + 3.0


def test_the_first_words_are_a_chapter_of_their_own(parts):
    timeline = parts.timeline("routine", "desk-reset")
    marks = chapters(timeline, {}, 10.0, 300.0, "Before you begin")
    assert marks[0] == Chapter(0.0, 10.0, "Before you begin")
    assert marks[1].start == 10.0
    test = chapters(parts.timeline("test", "wall-test"), {}, 10.0, 300.0, "Before you begin")
    assert [(mark.title, mark.start) for mark in test] == [("Before you begin", 0.0), ("30-second wall test", 10.0)]


class Asked:
    """In the place of the maker: remembers what it was asked for, and makes nothing."""

    words: tuple[str, ...] = ()
    trouble = None

    def make(self, _engine, _folder, sentences, _made, *, language: str) -> None:
        Asked.words = tuple(sentence.words for sentence in sentences)

    def wait(self, _seconds: float) -> bool:
        return True


def test_a_persons_pronunciations_are_said_in_the_file(parts, tmp_path, monkeypatch):
    monkeypatch.setattr("coach.export.audio.Maker", Asked)
    own = parts.folders[1].media / "pronunciations.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    head = "kind: pronunciations\nformat: 1\nid: pronunciations\ntitle: Mine\n"
    own.write_text(head + "words: [{word: desk reset, phonemes: dɛsk ˈriːsɛt}]\n", "utf-8")
    job(parts).write(tmp_path / "session.wav")
    assert Asked.words[0].startswith("[Desk](/dɛsk/) [reset](/ɹˈisɛt/). First: ")
