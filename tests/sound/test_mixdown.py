"""A rendered session: every sound and sentence in its place to the frame, nothing clipped, marks that others read."""

from __future__ import annotations

from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from coach import resources  # noqa: E402 (after the reason to skip)
from coach.content.model import CueAt, DoseLayer, Text  # noqa: E402
from coach.session.compile import compile_routine  # noqa: E402
from coach.session.speech import BEHIND_CUE_SECONDS  # noqa: E402
from coach.session.timeline import Timeline  # noqa: E402
from coach.sound.audio_file import AudioError, Contents, write_audio  # noqa: E402
from coach.sound.ducking import LOWERED  # noqa: E402
from coach.sound.mixdown import Mix, blocks, cue_seconds, load_cue  # noqa: E402
from coach.sound.score import Placed, score  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from coach.sound.voice.levels import LOUDNESS, PEAK, write_wav  # noqa: E402
from coach.sound.voice.turns import BREATH_SECONDS  # noqa: E402
from tests.session.library import catalogue, exercise, routine, step  # noqa: E402

SOUNDS = {path.stem: path for path in (resources.media() / "sounds").glob("*.wav")}
LENGTHS = cue_seconds(SOUNDS)


def timeline(*steps: object) -> Timeline:
    some = exercise("some", DoseLayer(reps=4, move=2.0, back=2.0), ("Ribs down.",))
    return compile_routine(routine(*(steps or (step("some"), step("some", for_seconds=20.0)))), catalogue(some))  # type: ignore[arg-type]


def heard(placed: tuple[Placed, ...]) -> list[str]:
    return [f"{one.start:g} {one.sound or one.text}" for one in placed]


# --- where everything lies -------------------------------------------------------------------------------------------


def test_cues_lie_where_the_timeline_has_them():
    what = timeline()
    placed = score(what, LENGTHS, lambda _text: None, "all")
    assert [(one.start, one.sound) for one in placed] == [(c.at, c.sound) for c in what.cues if c.sound]


def test_sentences_lie_in_their_turns_behind_the_sounds_that_announce_them():
    placed = score(timeline(), LENGTHS, lambda _text: 1.0, "all")
    assert [entry for entry in heard(placed) if not entry.split()[1].islower()] == [
        "0 A routine. First: Some. 4 repetitions. Sit tall.",
        "14 Ribs down.",
        "22 Last one.",
        "26 Next: Some. 20 seconds. Sit tall.",
        "42 Ribs down.",
        f"{46 + BEHIND_CUE_SECONDS:g} Halfway.",
        f"{56 + BEHIND_CUE_SECONDS:g} Well done.",
    ]


def test_a_long_sentence_gives_way_and_a_short_one_waits():
    lengths = {"Ribs down.": 8.5, "A routine. First: Some. 4 repetitions. Sit tall.": 13.0}
    placed = score(timeline(), LENGTHS, lambda text: lengths.get(text, 1.0), "all")
    said = [(one.text, one.start) for one in placed if one.text]
    assert ("Ribs down.", 14.0) not in said  # it would run into "Last one."
    assert said[0] == ("A routine. First: Some. 4 repetitions. Sit tall.", 0.0)
    lengths = {"A routine. First: Some. 4 repetitions. Sit tall.": 14.5}
    said = [(o.text, o.start) for o in score(timeline(), LENGTHS, lambda t: lengths.get(t, 1.0), "all") if o.text]
    assert said[1] == ("Ribs down.", pytest.approx(14.5 + BREATH_SECONDS))


def test_names_only_and_nothing():
    assert heard(score(timeline(step("some")), lambda _name: None, lambda _text: 1.0, "names")) == [
        "0 A routine. First: Some. 4 repetitions.",
        "22 Last one.",
        "26 Well done.",
    ]
    assert score(timeline(), lambda _name: None, lambda _text: 1.0, "sounds") == ()


def test_an_open_part_lasts_as_long_as_its_estimate():
    what = timeline(step("some", own_pace=True, reps=6), step("some"))
    last = score(what, LENGTHS, lambda _text: None, "all")[-1]
    assert (last.sound, last.start) == ("done", what.seconds)


def test_a_cue_of_the_steps_own_is_rendered_too():
    what = timeline(step("some", CueAt(say=Text("Breathe."), sound="half", from_start=5.0)))
    placed = score(what, LENGTHS, lambda _text: 0.7, "all")
    assert f"{15 + BEHIND_CUE_SECONDS:g} Breathe." in heard(placed)


def test_a_sentence_is_lowered_under_the_cues_that_begin_while_it_is_said():
    (sentence, *_) = (one for one in score(timeline(), LENGTHS, lambda _text: 9.0, "all") if one.text)
    assert [(round(a, 3), round(b, 3)) for a, b in sentence.lowered] == [(7.0, round(9.0 + (LENGTHS("tick") or 0), 3))]


# --- the samples -----------------------------------------------------------------------------------------------------


def render(mix: Mix) -> np.ndarray:
    return np.concatenate(list(blocks(mix)))


def test_every_onset_is_in_its_frame():
    """Across block borders too: the session minus each cue at its frame is silence."""
    what = timeline()
    mix = Mix(score(what, LENGTHS, lambda _text: None, "all"), what.seconds, SOUNDS, lambda _text: None)
    samples = render(mix)
    assert len(samples) == mix.frames
    for cue in what.cues:
        if cue.sound:
            clip = load_cue(SOUNDS[cue.sound])
            frame = round(cue.at * RATE_HZ)
            samples[frame : frame + len(clip)] -= clip
    assert np.abs(samples).max() < 1e-6


def test_its_length_is_the_timelines_and_the_closing_words():
    what = timeline()
    mix = Mix(score(what, LENGTHS, lambda _text: 0.8, "all"), what.seconds, SOUNDS, lambda _text: None)
    assert what.seconds <= mix.frames / RATE_HZ <= what.seconds + 3.0
    silent = Mix((), 12.5, SOUNDS, lambda _text: None)
    assert render(silent).shape == (12.5 * RATE_HZ,)


@pytest.fixture
def sentence(tmp_path) -> Path:
    write_wav(tmp_path / "sentence.wav", 0.3 * np.ones(4 * RATE_HZ, np.float32))
    return tmp_path / "sentence.wav"


def test_speech_is_lowered_under_a_cue_and_not_elsewhere(sentence):
    placed = (Placed(1.0, 4.0, text="words", lowered=((2.0, 3.0),)),)
    samples = render(Mix(placed, 6.0, {}, lambda _text: sentence, speech_gain=0.5))
    at = {second: samples[round(second * RATE_HZ)] / 0.15 for second in (0.5, 1.5, 1.99, 2.5, 2.99, 3.5, 4.9, 5.5)}
    rounded = {second: round(float(share), 2) for second, share in at.items()}
    assert rounded == {0.5: 0, 1.5: 1, 1.99: 1, 2.5: LOWERED, 2.99: LOWERED, 3.5: 1, 4.9: 1, 5.5: 0}
    assert np.abs(np.diff(samples[round(1.5 * RATE_HZ) : round(4.9 * RATE_HZ)])).max() < 1e-3  # no click


def test_at_full_volume_nothing_clips():
    """The loudest that can meet: the end of one part, the beginning of the next, and speech lowered beneath."""
    pairs = [("stop", other) for other in ("rest", "switch", "done", "go", "tick")] + [("half", "tick"), ("go", "half")]
    for pair in pairs:
        clips = [load_cue(SOUNDS[name]) for name in pair]
        both = np.zeros(max(map(len, clips)))
        for clip in clips:
            both[: len(clip)] += clip
        assert np.abs(both).max() + PEAK * LOWERED <= 1.0, pair


def test_a_voice_is_about_as_loud_as_the_cues():
    assert 0.3 < LOUDNESS / 10 ** (-16.5 / 20) < 1.0


def test_a_sentence_whose_file_is_broken_leaves_nothing(tmp_path):
    (tmp_path / "s.wav").write_bytes(b"RIFF")
    mix = Mix((Placed(0.0, 1.0, text="x"),), 3.0, {}, lambda _text: tmp_path / "s.wav")
    with pytest.raises(AudioError):
        write_audio(tmp_path / "a.wav", Contents(blocks(mix), mix.frames, "T"))
    assert [entry.name for entry in tmp_path.iterdir()] == ["s.wav"]
