"""What a file gives, and which names it needs."""

from __future__ import annotations

from pathlib import Path

from coach.content.document import read_document
from coach.content.library_files import Listed
from coach.content.ties import Tie, ties_of
from tests.content.shelf import exercise, fill, routine


def test_ties(tmp_path: Path) -> None:
    fill(tmp_path, {"row.yaml": exercise("row", "{reps: 8}", "harder: bow\nfigure: row\n")})
    fill(tmp_path, {"day.yaml": routine("day", "[{exercise: row}, {exercise: row}, {routine: week}]"), "bad.yaml": "["})
    roles = {"row": "exercise", "day": "routine", "bad": ""}
    documents = [read_document(Listed(tmp_path / f"{name}.yaml", kind)) for name, kind in roles.items()]
    assert ties_of(documents) == {
        str(tmp_path / "row.yaml"): Tie(
            "exercise", "row", None, (("area", "neck"), ("exercise", "bow"), ("figure", "row"))
        ),
        str(tmp_path / "day.yaml"): Tie("routine", "day", None, (("exercise", "row"), ("routine", "week"))),
        str(tmp_path / "bad.yaml"): Tie(None, "bad", None, ()),
    }
    assert [tie.name for tie in ties_of(documents).values()] == [("exercise", "row"), ("routine", "day"), None]
