"""The text of a shared routine: written and read again, and what is refused of others' texts, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.content.document import read_document
from coach.content.library_files import Listed
from coach.content.notes import Notes
from coach.content.sharing import form
from coach.content.sharing.form import Part, Shared, as_part, read, written

ROUTINE = "kind: routine\nformat: 1\nid: a-breath\ntitle: A breath\nsteps: [{say: Breathe., for: 15s}]\n"
FIGURE = "kind: figure\nformat: 1\nid: sway\ntitle: Sway\nbase: standing\nstart: {}\n"
BRINGS = "routine, exercise, figure, areas, sources"
HEAD = "kind: share\nformat: 1\nroutine: a-breath\n"


def wrong(text: str) -> list[str]:
    """`LINE:COLUMN: sentence` of each problem."""
    notes = Notes()
    read(text, notes)
    return [f"{mark.line}:{mark.column}: {sentence}" for mark, sentence in notes.problems]


def test_what_is_written_is_read_again():
    shared = Shared("a-breath", (Part("routine", "a-breath", ROUTINE), Part("figure", "sway", FIGURE)), "Jö", "1.0")
    notes = Notes()
    found = read(written(shared), notes)
    assert notes.problems == []
    assert found is not None
    assert [(part.key, part.text) for part in found.parts] == [(part.key, part.text) for part in shared.parts]
    assert (found.routine, found.by, found.made_with) == ("a-breath", "Jö", "1.0")
    lines = written(shared).split("\n")
    assert [lines[part.first_line - 1] for part in found.parts] == ["kind: routine", "kind: figure"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("---\nkind: figure\n...\n", "\nkind: figure\n"),
        ("%YAML 1.2\n--- # of mine\nkind: figure\n", "\n    # of mine\nkind: figure\n"),
        ("--- {kind: figure}", "    {kind: figure}\n"),
        ("kind: figure\ntitle: |\n  ---\n", "kind: figure\ntitle: |\n  ---\n"),
    ],
)
def test_the_marks_of_a_document_do_not_part_the_text(text: str, bare: str):
    assert as_part("figure", "sway", text).text == bare


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEAD}---\n{ROUTINE}...\n", []),
        (f"---\n# of a friend\n{HEAD}---\n{ROUTINE}...\n", []),
        (ROUTINE, ["1:7: this is no shared routine; name a file that begins with kind: share"]),
        ("[]", ["1:1: this is no shared routine; name a file that begins with kind: share"]),
        ("", ["1:1: the file is empty; begin with kind: and the kind of file it is"]),
        (f"{HEAD}---\n{ROUTINE}", ["9:1: the end is missing, which is a line of ...; get the whole file once more"]),
        (
            f"kind: share\nformat: 2\nroutine: a-breath\n---\n{ROUTINE}...\n",
            ["2:9: format 2 is made for a newer version of Posture Coach; update it"],
        ),
        (f"{HEAD}of: Jo\n---\n{ROUTINE}...\n", ["4:1: of is not known; write by, format, kind, made_with or routine"]),
        (f"{HEAD}---\n{FIGURE}...\n", ["1:1: the routine a-breath is not in the file; get it once more"]),
        (
            f"{HEAD}---\n{ROUTINE}---\n{ROUTINE}...\n",
            ["13:5: the routine a-breath begins in line 5 already; keep one of them"],
        ),
        (
            f"{HEAD}---\n{ROUTINE}---\n{FIGURE.replace('sway', 'com1')}...\n",
            ["13:5: Windows has no file of the name com1; ask for it under another id"],
        ),
        *(
            (
                f"{HEAD}---\n{ROUTINE}---\nkind: {kind}\nid: sway\n...\n",
                [f"11:7: {kind} does not come with a shared routine, which brings {BRINGS}; take it out"],
            )
            for kind in ("safety", "coaching", "reminder", "plan", "test", "lesson", "pronunciations", "share", "virus")
        ),
        (
            f"{HEAD}by: {'n' * 101}\n---\n{ROUTINE}...\n",
            ["4:5: the name is 101 characters long; write at most 100"],
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, told: list[str]):
    assert wrong(text) == told


def test_one_that_lies_among_ones_own_files_says_what_to_do(tmp_path: Path):
    file = tmp_path / "a-breath.yaml"
    file.write_text(f"{HEAD}---\n{ROUTINE}...\n", encoding="utf-8")
    told = [str(problem) for problem in read_document(Listed(file, "routine")).problems]
    assert told == [f"{file}:1:7: this is a shared routine; take it in by: posture-coach share --in FILE"]


def test_a_file_has_no_more_parts_than_anybody_makes():
    text = HEAD + f"---\n{ROUTINE}" + "---\nkind: figure\n" * form.MOST_PARTS + "...\n"
    assert wrong(text) == ["1009:1: the file has 501 parts; share a routine with at most 500"]


def test_a_part_full_of_mistakes_ends_nothing():
    text = f"{HEAD}---\n{ROUTINE}---\nkind: figure\n" + "a: !x 1\na: 2\n" * 300 + "...\n"
    notes = Notes()
    found = read(text, notes)
    assert found is not None
    assert [part.kind for part in found.parts] == ["routine", ""]
