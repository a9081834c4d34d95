"""Whatever a file holds, only problems come of it, never an exception; both parsers agree about mutated files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.content.decoding import text_of
from coach.content.document import read_document
from coach.content.kinds import KINDS
from coach.content.library import Folders, load
from coach.content.library_files import Listed
from coach.content.notes import Notes, TooMany
from coach.content.reader import FAST_LOADER, PYTHON_LOADER, parse
from tests.content.shelf import FILES, SOUNDS, fill
from tests.examples import examples

SAMPLES = [text.replace("\n        ", "\n").replace("\n    ", "\n").strip() + "\n" for text in FILES.values()]
PIECES = st.sampled_from(
    ["\n", " ", "  ", "- ", ": ", "{", "}", "[", "]", ",", '"', "'", "#", "&a ", "*a", "!t ", "|", ">", "%", "@", "? ",
     "---\n", "...\n", "\t", "\\", "é", "😀", "~", "null", "<<: ", "\r", "\x00", "\x85", "\u2028", "\ufeff",
     "\\U00110000", "5", "1:30", "true", "reps", "for", "steps", "exercise", "kind: routine\n", "a" * 70]
)  # fmt: skip
few = settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def judged(folder: Path, data: bytes, name: str = "sample.yaml") -> None:
    """The file becomes a document with a value or with problems, alone and in a library."""
    folders = fill(folder, {})
    file = folders.routines / "guided" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    document = read_document(Listed(file, ""))
    assert (document.value is None) == bool(document.problems)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in document.problems:
        assert 1 <= problem.line <= lines + 1
        assert problem.column >= 1
        assert "; " in problem.text
        assert str(problem).isprintable()
    load(Folders(folders.routines, folders.media))


@few
@given(st.binary(max_size=300))
def test_random_bytes(tmp_path: Path, data: bytes) -> None:
    judged(tmp_path, data)
    judged(tmp_path, data, "sample.md")


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        piece = draw(PIECES)
        cut = draw(st.integers(0, 8))
        text = text[:at] + piece + text[at + cut :]
    return text


@few
@given(mutated())
def test_mutated_files(tmp_path: Path, text: str) -> None:
    judged(tmp_path, text.encode("utf-8"))


@few
@given(mutated())
def test_both_parsers_read_mutated_files_alike(text: str) -> None:
    both = []
    for loader in (FAST_LOADER, PYTHON_LOADER):
        notes = Notes()
        clean = text_of(text.encode("utf-8"), notes)
        assert clean is not None
        try:
            node = parse(clean, notes, loader=loader)
        except TooMany:
            node = None
        both.append((node, notes.problems))
    assert both[0] == both[1]


WORDS = st.sampled_from(
    sorted(
        {key for record in KINDS.values() for key in record.fields}
        | {"exercise", "say", "for", "check", "chin-tuck", "neck"}
    )
)
PLAIN = WORDS | st.sampled_from(
    ["5", "30s", "1:30", "true", "~", "0.5", "-3", "50%", "mon", "max", "'5'", "+2", "[]", "{}"]
)
TREES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda items: "[" + ", ".join(items) + "]")
        | st.dictionaries(WORDS, inner, max_size=5).map(
            lambda d: "{" + ", ".join(f"{k}: {v}" for k, v in d.items()) + "}"
        )
    ),
    max_leaves=15,
)


@few
@given(st.sampled_from(sorted(KINDS)), st.dictionaries(WORDS, TREES, max_size=6))
def test_random_trees(tmp_path: Path, kind: str, entries: dict[str, str]) -> None:
    keys = {"kind": kind, "format": "1", "id": "sample", "title": "Sample", **entries}
    judged(tmp_path, "".join(f"{key}: {value}\n" for key, value in keys.items()).encode("utf-8"))


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(FILES)), mutated()), min_size=1, max_size=3))
def test_mutated_libraries(tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str]]) -> None:
    root = tmp_path_factory.mktemp("library")
    folders = fill(root, {**FILES, **dict(changes)})
    (folders.media / "sounds").mkdir()
    for sound in SOUNDS:
        (folders.media / "sounds" / f"{sound}.wav").write_bytes(b"")
    catalogue = load(folders)
    for kind in ("exercise", "routine", "test", "figure"):
        for entry in catalogue.entries(kind):
            assert catalogue.find(f"{kind}/{entry.id}")[0] == kind
