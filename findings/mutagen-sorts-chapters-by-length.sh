#!/usr/bin/env bash
# mutagen 1.48.1 writes the chapters of an .mp3 sorted by the length of their titles, and players show them so.
#
# One would expect CHAP frames in the file in the order in which they were added, or by their times. mutagen sorts all
# frames of a tag by their size, so that a chapter of a short title comes before one of a long title. A table of contents
# (CTOC) beside them has the right order; ffmpeg, and what is built on it, takes the chapters as they lie. Known there
# (mutagen's issue 506, open since 2020).
#
# What we do: frames of one size are sorted by name; each chapter's name, which nobody sees, is a number, filled up so
# far that all frames have one size (coach/sound/tags.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check mutagen==1.48.1 av==18.0.0

cat >chapters.py <<'PY'
import sys
from importlib.metadata import version

import av
from mutagen.id3 import CHAP, CTOC, ID3, TIT2, CTOCFlags

TITLES = ["Shoulder rolls", "Chin tuck", "Wall angel", "Plank"]


def file_of(names: list[str]) -> str:
    with av.open("a.mp3", "w") as out:
        stream = out.add_stream("mp3", rate=48000, layout="mono")
        silence = av.AudioFrame(format="fltp", layout="mono", samples=1152)
        silence.sample_rate = 48000
        silence.planes[0].update(bytes(silence.planes[0].buffer_size))
        for _ in range(100):
            out.mux(stream.encode(silence))
        out.mux(stream.encode(None))
    tag = ID3()
    tag.add(CTOC(element_id="toc", flags=CTOCFlags.ORDERED, child_element_ids=names, sub_frames=[]))
    for number, (name, title) in enumerate(zip(names, TITLES)):
        times = {"start_time": 1000 * number, "end_time": 1000 * number + 1000}
        tag.add(CHAP(element_id=name, **times, sub_frames=[TIT2(encoding=1, text=[title])]))
    tag.save("a.mp3", v2_version=3)
    return "a.mp3"


def shown(path: str) -> list[str]:
    with av.open(path) as file:
        return [chapter["metadata"]["title"] for chapter in file.chapters()]


print("mutagen", version("mutagen"), "av", version("av"))
plain = shown(file_of(["c1", "c2", "c3", "c4"]))
longest = max(map(len, TITLES))
filled = shown(file_of([f"c{n}" + "." * 2 * (longest - len(title)) for n, title in enumerate(TITLES, 1)]))
print("added:        ", ", ".join(TITLES))
print("read:         ", ", ".join(plain))
print("read, filled: ", ", ".join(filled))
# added:         Shoulder rolls, Chin tuck, Wall angel, Plank
# read:          Plank, Chin tuck, Wall angel, Shoulder rolls
# read, filled:  Shoulder rolls, Chin tuck, Wall angel, Plank

if plain != sorted(TITLES, key=len):
    sys.exit("mutagen no longer writes chapters by the length of their titles.")
if filled != TITLES:
    sys.exit("names that bring all frames to one size no longer keep the order.")
PY
env/bin/python chapters.py
