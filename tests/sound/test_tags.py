"""Title and chapters as other programs read them: mutagen, ffprobe where it is installed, and the bytes themselves."""

from __future__ import annotations

import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
soundfile = pytest.importorskip("soundfile")
mutagen = pytest.importorskip("mutagen")

from mutagen.id3 import ID3  # noqa: E402 (after the reason to skip)
from mutagen.oggvorbis import OggVorbis  # noqa: E402

from coach.sound.audio_file import Contents, write_audio  # noqa: E402
from coach.sound.marks import Chapter, chapters_of  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from coach.sound.tags import tagged_mp3  # noqa: E402

NAMES = ["Chin tuck", "Wandengel größer", "A", "A chapter with a very long title indeed", "Plank", "\N{RUNNER}", "Z"]
STARTS = [0.0, 2.5, 61.25, 3599.9996, 3700.0, 3701.004, 40_000.0]
CHAPTERS = chapters_of(list(zip(STARTS, NAMES, strict=True)), 50_000.0)


def written(path: Path, chapters: tuple[Chapter, ...] = CHAPTERS, title: str = "Nacken & Rücken") -> Path:
    write_audio(path, Contents([np.zeros(RATE_HZ, np.float32)] * 3, 3 * RATE_HZ, title, chapters))
    return path


def many(count: int) -> tuple[Chapter, ...]:
    """Chapters of titles that grow shorter and longer."""
    return chapters_of([(float(n), "x" * (1 + n * 7 % 23)) for n in range(count)], float(count))


# --- .mp3


def test_an_mp3_has_its_title_and_a_frame_for_each_chapter_listed_in_its_table(tmp_path):
    tag = ID3(written(tmp_path / "a.mp3"), translate=False)
    assert tag.version == (2, 3, 0)
    assert tag["TIT2"].text == ["Nacken & Rücken"]
    (table,) = tag.getall("CTOC")
    frames = {frame.element_id: frame for frame in tag.getall("CHAP")}
    listed = [frames[name] for name in table.child_element_ids]
    assert (int(table.flags), len(frames)) == (0b11, len(CHAPTERS))  # at the top, and in order
    assert [(f.start_time, f.end_time, f.sub_frames["TIT2"].text) for f in listed] == [
        (round(1000 * chapter.start), round(1000 * chapter.end), [chapter.title]) for chapter in CHAPTERS
    ]
    assert {(f.start_offset, f.end_offset) for f in listed} == {(0xFFFFFFFF, 0xFFFFFFFF)}


@pytest.mark.parametrize("count", [1, 2, 9, 10, 11, 100, 300])
def test_chapters_lie_in_the_file_as_they_follow_each_other(count):
    data = tagged_mp3(b"", "T", many(count))
    places = [
        int.from_bytes(piece[piece.index(b"\0", 6) + 1 :][:4], "big")  # behind the frame's size, flags and name
        for piece in data.split(b"CHAP")[1:]
    ]
    assert places == [1000 * number for number in range(count)]
    table = ID3(BytesIO(data), translate=False).getall("CTOC")[0]
    assert len(table.child_element_ids) == min(count, 255)
    assert table.child_element_ids[:2] == [f.element_id for f in ID3(BytesIO(data)).getall("CHAP")][:2]


def test_an_mp3_without_chapters_has_no_table(tmp_path):
    tag = ID3(written(tmp_path / "a.mp3", ()))
    assert list(tag) == ["TIT2"]


STOP = "Left out for you: Größe.\nStop if you notice: Dizziness."


@pytest.mark.parametrize("suffix", [".mp3", ".ogg"])
def test_a_comment_is_what_players_show_as_well(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    write_audio(path, Contents([np.zeros(RATE_HZ, np.float32)], RATE_HZ, "T", CHAPTERS, STOP))
    if suffix == ".mp3":
        tag = ID3(path)
        told = [tag.getall("COMM")[0].text[0], tag.getall("USLT")[0].text]
        assert len(tag.getall("CHAP")) == len(CHAPTERS)
    else:
        tags = dict(comments(path))
        told = [tags["COMMENT"], tags["LYRICS"]]
        assert tags["CHAPTER007NAME"] == "Z"
    assert told == [STOP, STOP]


def test_a_comment_goes_before_hundreds_of_chapters(tmp_path):
    path = tmp_path / "a.ogg"
    write_audio(path, Contents([np.zeros(RATE_HZ, np.float32)], RATE_HZ, "T", many(2000), STOP))
    assert comments(path) == [("TITLE", "T"), ("COMMENT", STOP), ("LYRICS", STOP)]


# --- .ogg


def comments(path: Path) -> list[tuple[str, str]]:
    return list(OggVorbis(path).tags)


def test_an_ogg_has_its_title_and_two_comments_for_each_chapter(tmp_path):
    found = comments(written(tmp_path / "a.ogg"))
    assert found[:3] == [("TITLE", "Nacken & Rücken"), ("CHAPTER001", "00:00:00.000"), ("CHAPTER001NAME", "Chin tuck")]
    assert [value for name, value in found if name.endswith("NAME")] == NAMES
    assert [value for name, value in found[1::2]] == [
        "00:00:00.000",
        "00:00:02.500",
        "00:01:01.250",
        "01:00:00.000",
        "01:01:40.000",
        "01:01:41.004",
        "11:06:40.000",
    ]


@pytest.mark.parametrize(("count", "kept"), [(0, 1), (30, 61), (900, 1801), (3000, 1)])
def test_as_many_comments_as_its_pages_hold_and_always_the_title(tmp_path, count, kept):
    path = written(tmp_path / "a.ogg", many(count))
    assert len(comments(path)) == kept
    assert comments(path)[0] == ("TITLE", "Nacken & Rücken")
    assert soundfile.info(path).frames == 3 * RATE_HZ


def test_a_title_that_no_page_holds_is_left_out(tmp_path):
    path = written(tmp_path / "a.ogg", title="x" * 70_000)
    assert "TITLE" not in dict(comments(path))
    assert soundfile.info(path).frames == 3 * RATE_HZ


# --- by another reader


@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is not installed")
@pytest.mark.parametrize("suffix", [".mp3", ".ogg"])
def test_ffprobe_reads_the_same(tmp_path, suffix):
    path = written(tmp_path / f"a{suffix}")
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_chapters", "-show_entries", "stream_tags:format_tags"]
    answer = subprocess.run([*command, str(path)], capture_output=True, text=True, encoding="utf-8", check=True)
    assert answer.stderr == ""
    found = json.loads(answer.stdout)
    tags = found["format"].get("tags") or found["streams"][0]["tags"]
    assert {name.lower(): value for name, value in tags.items()}["title"] == "Nacken & Rücken"
    assert [(float(c["start_time"]), c["tags"]["title"]) for c in found["chapters"]] == [
        (round(chapter.start, 3), chapter.title) for chapter in CHAPTERS
    ]
