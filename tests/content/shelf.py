"""A small library on disk, and the problems of one file judged against it."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

from coach.content.examining import check
from coach.content.library import Folders
from coach.content.library_files import AT_THE_TOP, ONE_EACH, Listed
from tests.content.quick_readers import agree

AREAS = """\
    kind: areas
    format: 1
    id: areas
    title: Areas
    areas:
      neck: {title: Neck, rated: true, exercises: [chin-tuck]}
      chest: {title: Chest, rated: true}
      glutes: {title: Buttocks}
    """
COACHING = """\
    kind: coaching
    format: 1
    id: coaching
    title: Coaching
    events:
      go: {sound: go}
      done: {say: Well done.}
    """
SAFETY = """\
    kind: safety
    format: 1
    id: safety
    title: Safety
    tiers: {emergency: {say: Call for help., lock: true}, soon: {say: See a doctor.}}
    questions: [{id: chest-pain, ask: Chest pain?, tier: emergency}]
    conditions: {neck-injury: {ask: A neck injury?}}
    """
SOURCES = """\
    kind: sources
    format: 1
    id: sources
    title: Sources
    sources: {jull-2009: {title: A trial, where: Pain, year: 2009}}
    """


def exercise(ident: str, dose: str, more: str = "") -> str:
    """An exercise with nothing but what must be there."""
    head = f"kind: exercise\nformat: 1\nid: {ident}\ntitle: {ident}\n"
    return head + f"areas: [neck]\nposition: sitting\ndescribe: Sit tall.\ndose: {dose}\n{more}"


def routine(ident: str, steps: str) -> str:
    return f"kind: routine\nformat: 1\nid: {ident}\ntitle: {ident}\nsteps: {steps}\n"


FILES = {
    "routines/areas.yaml": AREAS,
    "routines/coaching.yaml": COACHING,
    "routines/safety.yaml": SAFETY,
    "routines/sources.yaml": SOURCES,
    "routines/exercises/chin-tuck.yaml": exercise("chin-tuck", "{reps: 8, hold: 5s}"),
    "routines/exercises/plank.yaml": exercise("plank", "{for: 20s, sets: 2}"),
    "routines/exercises/march.yaml": exercise("march", "{for: 60s, every: 1s}"),
    "routines/exercises/wall-sit.yaml": exercise("wall-sit", "{for: max, up_to: 1m}"),
    "routines/exercises/own-row.yaml": exercise("own-row", "{reps: 10, pace: own}"),
    "routines/exercises/side-plank.yaml": exercise("side-plank", "{for: 20s, sides: both, switch: 3s}"),
    "routines/exercises/bird-dog.yaml": exercise("bird-dog", "{reps: 6, sides: alternate}"),
    "routines/guided/desk-reset.yaml": routine("desk-reset", "[{exercise: chin-tuck}, {exercise: plank}]"),
    "routines/tests/wall-test.yaml": """\
        kind: test
        format: 1
        id: wall-test
        title: Wall test
        steps: [{hold: 30s, id: hold}]
        """,
    "media/figures/chin-tuck.yaml": """\
        kind: figure
        format: 1
        id: chin-tuck
        title: Chin tuck
        base: sitting
        start: {}
        """,
}
SOUNDS = ("go", "tick", "done")


def fill(root: Path, files: dict[str, str]) -> Folders:
    """Write `files` (path below `root` to text) and return the library's folders."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dedent(text).encode("utf-8"))
    return Folders(root / "routines", root / "media")


def small_library(root: Path) -> Folders:
    folders = fill(root, FILES)
    (folders.media / "sounds").mkdir()
    for sound in SOUNDS:
        (folders.media / "sounds" / f"{sound}.wav").write_bytes(b"RIFF")
    return folders


def _role(text: bytes) -> str | None:
    """What the folder holds in which such a file belongs."""
    kind = re.search(rb"(?m)^kind: ([a-z]+)$", text)
    named = kind[1].decode() if kind else None
    return next((folder for folder, kinds in AT_THE_TOP.items() if named in kinds), named)


class Shelf:
    """The small library as the shipped one, and a place for a file under examination."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.shipped = small_library(root / "shipped")

    def of_text(self, text: str | bytes, name: str = "sample.yaml") -> list[str]:
        """`LINE:COLUMN: sentence` of each problem of a file with this text, which both readers have to agree about."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        agree(Listed(path, _role(path.read_bytes())))
        return [f"{p.line}:{p.column}: {p.text}" for p in check([path], self.shipped, None)]

    def of(self, kind: str, body: str) -> list[str]:
        """As `of_text`; `body` stands below the four opening keys, so it begins on line 5."""
        ident = kind if kind in ONE_EACH else "sample"
        head = f"kind: {kind}\nformat: 1\nid: {ident}\ntitle: Sample\n"
        return self.of_text(head + dedent(body), f"{ident}.yaml")
