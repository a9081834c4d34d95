"""A sound file: whole or not at all, with the samples that were given, and marks that others read."""

from __future__ import annotations

import struct
import sys
import wave
from collections.abc import Iterator
from types import ModuleType

import pytest

np = pytest.importorskip("numpy")

from coach.installing import line  # noqa: E402
from coach.sound.audio_file import AudioError, Cancelled, Contents, write_audio  # noqa: E402 (after the reason to skip)
from coach.sound.marks import chapters_of  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from coach.sound.voice.levels import read_wav  # noqa: E402
from coach.words.sound import sentence as told  # noqa: E402

CHAPTERS = chapters_of([(0.0, "Chin tuck"), (2.5, "Wandengel größer"), (61.25, "Plank")], 70.0)


def encoder() -> ModuleType:
    pytest.importorskip("mutagen")
    soundfile: ModuleType = pytest.importorskip("soundfile")
    return soundfile


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


def test_a_wav_tells_its_comment(tmp_path):
    path = tmp_path / "a.wav"
    write_audio(path, Contents([np.zeros(100, np.float32)], 100, "T", comment="Stop if it hurts."))
    info = dict(riff_chunks(dict(riff_chunks(path.read_bytes()[12:]))[b"LISTINFO"]))
    assert info[b"ICMT"] == b"Stop if it hurts.\0"


def riff_chunks(data: bytes):
    while data:
        name, size = data[:4], struct.unpack_from("<I", data, 4)[0]
        body = data[8 : 8 + size]
        yield (name + body[:4], body[4:]) if name == b"LIST" else (name, body)
        data = data[8 + size + size % 2 :]


@pytest.mark.parametrize("suffix", [".ogg", ".mp3"])
def test_compressed(tmp_path, suffix):
    soundfile = encoder()
    path = tmp_path / f"a{suffix}"
    write_audio(path, contents())
    with soundfile.SoundFile(path) as file:
        assert (file.samplerate, file.channels, file.frames) == (RATE_HZ, 1, 3 * RATE_HZ)
        assert file.title == "Nacken & Rücken"
        loudness = float(np.sqrt((file.read() ** 2).mean()))
    assert loudness == pytest.approx(0.3 / 2**0.5, rel=0.05)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", [".ogg", ".mp3"])
@pytest.mark.parametrize("chapters", [(), CHAPTERS], ids=["no-chapters", "chapters"])
def test_the_sound_is_what_the_encoder_makes_by_itself(tmp_path, suffix, chapters):
    """Title and chapters change no sample, nor where a player begins and ends."""
    soundfile = encoder()
    kind, subtype = {".ogg": ("OGG", "VORBIS"), ".mp3": ("MP3", "MPEG_LAYER_III")}[suffix]
    whole = np.concatenate([*contents(4.0).blocks])
    with soundfile.SoundFile(tmp_path / f"bare{suffix}", "w", RATE_HZ, 1, subtype, format=kind) as bare:
        for first in range(0, len(whole), RATE_HZ):
            bare.write(whole[first : first + RATE_HZ])
    write_audio(tmp_path / f"a{suffix}", Contents([whole], len(whole), "T", chapters))
    assert np.array_equal(soundfile.read(tmp_path / f"a{suffix}")[0], soundfile.read(tmp_path / f"bare{suffix}")[0])


@pytest.mark.parametrize("suffix", [".wav", ".ogg", ".mp3"])
def test_a_session_of_no_length_is_a_file_too(tmp_path, suffix):
    soundfile = encoder()
    write_audio(tmp_path / f"a{suffix}", Contents([], 0, "T", CHAPTERS))
    if suffix == ".wav":
        assert soundfile.info(tmp_path / "a.wav").frames == 0
    else:
        assert (tmp_path / f"a{suffix}").exists()


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
    encoder()
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


@pytest.mark.parametrize("suffix", [".wav", ".ogg", ".mp3"])
def test_cancelled_in_the_middle_leaves_nothing(tmp_path, suffix):
    if suffix != ".wav":
        encoder()
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
        encoder()
    path = tmp_path / "none" / f"a{suffix}"
    with pytest.raises(AudioError) as caught:
        write_audio(path, contents())
    assert told(caught.value.trouble).startswith(f"{path} cannot be written: ")


@pytest.mark.parametrize("suffix", [".wav", ".ogg", ".mp3"])
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there")
def test_a_disk_that_takes_no_more_is_named_where_the_encoder_has_no_word_for_it(tmp_path, suffix):
    if suffix != ".wav":
        encoder()
    import resource

    loud = np.random.default_rng(1).uniform(-0.5, 0.5, RATE_HZ).astype(np.float32)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, before[1]))
    try:
        with pytest.raises(AudioError) as caught:
            write_audio(tmp_path / f"a{suffix}", Contents([loud] * 20, 20 * RATE_HZ, "T", CHAPTERS))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert told(caught.value.trouble) == f"{tmp_path / f'a{suffix}'} cannot be written: File too large"
    assert list(tmp_path.iterdir()) == []


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
    assert told(caught.value.trouble) == sentence


def test_the_file_is_16_bit_and_one_channel(tmp_path):
    write_audio(tmp_path / "a.wav", contents(1.0))
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert (file.getsampwidth(), file.getnchannels()) == (2, 1)


@pytest.mark.parametrize("missing", ["soundfile", "mutagen"])
def test_a_package_that_is_missing_is_named_before_anything_is_written(tmp_path, monkeypatch, missing):
    monkeypatch.setattr("coach.sound.audio_file.importlib.util.find_spec", lambda name: None if name == missing else 1)
    with pytest.raises(AudioError) as caught:
        write_audio(tmp_path / "a.ogg", contents())
    assert told(caught.value.trouble) == f".ogg needs the package {missing}; write: {line(missing)}, or choose .wav"
    write_audio(tmp_path / "a.wav", contents())
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.wav"]
