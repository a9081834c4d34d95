"""A rendered session: every sound and sentence in its place to the frame, nothing clipped, marks that others read."""

from __future__ import annotations

import struct
import wave
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

np = pytest.importorskip("numpy")

from coach import resources  # noqa: E402 (after the reason to skip)
from coach.content.model import CueAt, DoseLayer, Text  # noqa: E402
from coach.session.compile import compile_routine  # noqa: E402
from coach.session.timeline import Timeline  # noqa: E402
from coach.sound.audio_file import AudioError, Cancelled, Contents, write_audio  # noqa: E402
from coach.sound.ducking import LOWERED  # noqa: E402
from coach.sound.marks import chapters_of  # noqa: E402
from coach.sound.mixdown import Mix, blocks, cue_seconds, load_cue  # noqa: E402
from coach.sound.ogg import set_headers  # noqa: E402
from coach.sound.score import Placed, score  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from coach.sound.voice.levels import LOUDNESS, PEAK, read_wav, write_wav  # noqa: E402
from coach.sound.voice.turns import BEHIND_CUE_SECONDS, BREATH_SECONDS  # noqa: E402
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


# --- files -----------------------------------------------------------------------------------------------------------

CHAPTERS = chapters_of([(0.0, "Chin tuck"), (2.5, "Wandengel größer"), (61.25, "Plank")], 70.0)


def contents(seconds: float = 3.0) -> Contents:
    tone = 0.3 * np.sin(np.arange(RATE_HZ) * 2 * np.pi * 440 / RATE_HZ).astype(np.float32)
    return Contents([tone] * round(seconds), round(seconds) * RATE_HZ, "Nacken & Rücken", CHAPTERS)


def test_wav_with_its_title_and_marks(tmp_path):
    path = tmp_path / "a.wav"
    write_audio(path, contents())
    samples, rate_hz = read_wav(path)
    assert (len(samples), rate_hz) == (3 * RATE_HZ, RATE_HZ)
    data = path.read_bytes()
    assert struct.unpack_from("<I", data, 4)[0] == len(data) - 8
    chunks = dict(riff_chunks(data[12:]))
    count, *points = struct.unpack("<I" + "II4sIII" * 3, chunks[b"cue "])
    assert count == 3
    assert [points[n * 6 + 5] for n in range(3)] == [0, 120_000, 2_940_000]
    labels = [body[4:].rstrip(b"\0").decode() for _, body in riff_chunks(chunks[b"LISTadtl"])]
    assert labels == ["Chin tuck", "Wandengel größer", "Plank"]
    assert dict(riff_chunks(chunks[b"LISTINFO"]))[b"INAM"].rstrip(b"\0").decode() == "Nacken & Rücken"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.wav"]


def riff_chunks(data: bytes):
    while data:
        name, size = data[:4], struct.unpack_from("<I", data, 4)[0]
        body = data[8 : 8 + size]
        yield (name + body[:4], body[4:]) if name == b"LIST" else (name, body)
        data = data[8 + size + size % 2 :]


@pytest.mark.parametrize("suffix", [".ogg", ".mp3"])
def test_compressed(tmp_path, suffix):
    soundfile = pytest.importorskip("soundfile")
    path = tmp_path / f"a{suffix}"
    write_audio(path, contents())
    with soundfile.SoundFile(path) as file:
        assert (file.samplerate, file.channels, file.frames) == (RATE_HZ, 1, 3 * RATE_HZ)
        assert file.title == "Nacken & Rücken"
        loudness = float(np.sqrt((file.read() ** 2).mean()))
    assert loudness == pytest.approx(0.3 / 2**0.5, rel=0.05)
    data = path.read_bytes()
    assert "Wandengel größer".encode("utf-8" if suffix == ".ogg" else "utf-16-le") in data
    if suffix == ".ogg":
        assert b"CHAPTER003=00:01:01.250" in data
        assert b"CHAPTER003NAME=Plank" in data
    else:
        assert data.count(b"CHAP") == 3
        assert struct.pack(">II", 2500, 61_250) in data


def test_a_file_that_is_no_ogg_stays_as_it_is(tmp_path):
    for data in (b"", b"OggS", b"OggS" + bytes(300)):
        path = tmp_path / "a.ogg"
        path.write_bytes(data)
        set_headers(path, ["TITLE=x"])
        assert path.read_bytes() == data


def pages(data: bytes) -> Iterator[tuple[tuple[object, ...], bytes, bytes]]:
    """Fields, body and the whole of each Ogg page (RFC 3533)."""
    while data:
        fields = struct.unpack_from("<4sBBqIIIB", data)
        table = data[27 : 27 + fields[7]]
        size = 27 + len(table) + sum(table)
        yield fields, data[27 + len(table) : size], data[:size]
        data = data[size:]


def check_sum(page: bytes) -> int:
    """Bit by bit as RFC 3533, 6 says it, over the page with its check sum zero."""
    total = 0
    for byte in page[:22] + bytes(4) + page[26:]:
        total ^= byte << 24
        for _ in range(8):
            total = (total << 1 ^ 0x04C11DB7 if total & 0x80000000 else total << 1) & 0xFFFFFFFF
    return total


@pytest.mark.parametrize("seconds", [1, 3, 40])
def test_an_ogg_names_the_bit_rate_that_it_has_since_players_seek_by_it(tmp_path, seconds):
    pytest.importorskip("soundfile")
    path = tmp_path / "a.ogg"
    sparse = Contents([*contents(1.0).blocks, np.zeros((seconds - 1) * RATE_HZ, np.float32)], seconds * RATE_HZ, "T")
    write_audio(path, sparse)
    data = path.read_bytes()
    found = list(pages(data))
    assert found[-1][0][3] == seconds * RATE_HZ
    _, channels, rate_hz, _, nominal, _ = struct.unpack_from("<IBIiii", found[0][1], 7)
    assert (channels, rate_hz) == (1, RATE_HZ)
    assert nominal == pytest.approx(len(data) * 8 / seconds, abs=1.0)
    for fields, _, page in found[:3]:
        assert fields[6] == check_sum(page)


def test_comments_that_would_not_fit_are_left_out(tmp_path):
    pytest.importorskip("soundfile")
    path = tmp_path / "a.ogg"
    write_audio(path, contents(1.0))
    before = path.read_bytes()
    set_headers(path, ["X=" + "x" * 70_000])
    assert path.read_bytes() == before


@pytest.mark.parametrize("suffix", [".wav", ".ogg", ".mp3"])
def test_cancelled_in_the_middle_leaves_nothing(tmp_path, suffix):
    if suffix != ".wav":
        pytest.importorskip("soundfile")
    (tmp_path / f"a{suffix}").write_text("the one before")
    shares = []

    def progress(share: float) -> bool:
        shares.append(round(share, 2))
        return len(shares) < 2

    with pytest.raises(Cancelled):
        write_audio(tmp_path / f"a{suffix}", contents(4.0), progress)
    assert shares == [0.25, 0.5]
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [(f"a{suffix}", "the one before")]


@pytest.mark.parametrize("suffix", [".wav", ".ogg"])
def test_a_folder_that_is_not_there(tmp_path, suffix):
    if suffix != ".wav":
        pytest.importorskip("soundfile")
    path = tmp_path / "none" / f"a{suffix}"
    with pytest.raises(AudioError) as caught:
        write_audio(path, contents())
    assert str(caught.value).startswith(f"{path} cannot be written: ")


def test_a_full_disk_is_named_where_the_encoder_has_no_word_for_it(tmp_path, monkeypatch):
    def left(folder) -> SimpleNamespace:  # what was begun takes all room until it is taken away
        return SimpleNamespace(free=4096 if list(folder.iterdir()) else 200_000)

    monkeypatch.setattr("coach.sound.audio_file.shutil.disk_usage", left)

    def blocks_that_end() -> Iterator[object]:
        yield np.zeros(10, np.float32)
        raise RuntimeError("System error.")

    with pytest.raises(AudioError, match=r"a\.wav cannot be written: No space left on device"):
        write_audio(tmp_path / "a.wav", Contents(blocks_that_end(), 20, "T"))
    assert list(tmp_path.iterdir()) == []


def test_a_sentence_whose_file_is_broken_leaves_nothing(tmp_path):
    (tmp_path / "s.wav").write_bytes(b"RIFF")
    mix = Mix((Placed(0.0, 1.0, text="x"),), 3.0, {}, lambda _text: tmp_path / "s.wav")
    with pytest.raises(AudioError):
        write_audio(tmp_path / "a.wav", Contents(blocks(mix), mix.frames, "T"))
    assert [entry.name for entry in tmp_path.iterdir()] == ["s.wav"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("a.flac", ".flac is not a kind of sound file; write .wav, .ogg, .mp3"),
        ("a", "a file without an ending is not a kind of sound file; write .wav, .ogg, .mp3"),
    ],
)
def test_a_kind_that_is_not_written(tmp_path, name, sentence):
    with pytest.raises(AudioError) as caught:
        write_audio(tmp_path / name, contents())
    assert str(caught.value) == sentence


def test_the_file_is_16_bit_and_one_channel(tmp_path):
    write_audio(tmp_path / "a.wav", contents(1.0))
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert (file.getsampwidth(), file.getnchannels()) == (2, 1)


def test_a_cue_of_the_steps_own_is_rendered_too():
    what = timeline(step("some", CueAt(say=Text("Breathe."), sound="half", from_start=5.0)))
    placed = score(what, LENGTHS, lambda _text: 0.7, "all")
    assert f"{15 + BEHIND_CUE_SECONDS:g} Breathe." in heard(placed)
