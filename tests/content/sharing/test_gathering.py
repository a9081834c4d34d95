"""What a routine needs of one's own: all of it, each once, in the order in which it is named."""

from __future__ import annotations

from pathlib import Path

from coach.content.library import load
from coach.content.sharing.gathering import gathered
from tests.content.shelf import exercise, fill, routine, small_library


def test_what_several_files_name_comes_along_once(tmp_path: Path) -> None:
    """Both exercises lead to a third before that was looked at, and to each other."""
    yours = fill(
        tmp_path / "yours",
        {
            "routines/guided/evening.yaml": routine("evening", "[{exercise: row}, {exercise: press}, {exercise: row}]"),
            "routines/exercises/row.yaml": exercise(
                "row", "{reps: 8}", "harder: press\ninstead: {neck-injury: lean}\n"
            ),
            "routines/exercises/press.yaml": exercise(
                "press", "{reps: 8}", "easier: row\ninstead: {neck-injury: lean}\n"
            ),
            "routines/exercises/lean.yaml": exercise("lean", "{reps: 8}"),
        },
    )
    catalogue = load(small_library(tmp_path / "shipped"), yours)
    assert catalogue.problems == ()
    parts = [(part.kind, part.id) for part in gathered(catalogue, "evening")]
    assert parts == [("routine", "evening"), ("exercise", "row"), ("exercise", "press"), ("exercise", "lean")]
