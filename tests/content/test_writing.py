"""A routine that was put together, as a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coach import resources
from coach.content.examining import check
from coach.content.library import load
from coach.content.library_files import Folders
from coach.content.model import (
    DoseLayer,
    ExerciseStep,
    Progress,
    ProgressStep,
    RestStep,
    RoundsStep,
    Routine,
    SayStep,
    Text,
)
from coach.content.writing import routine_text

SHIPPED = Folders(resources.routines(), resources.media())
MADE = Routine(
    "my-focus",
    Text('Focus: "mine" # \\ {a, b}'),
    (
        SayStep(Text('You need a "band".')),
        *(ExerciseStep("chin-tuck"), RestStep(22.0), ExerciseStep("band-row", DoseLayer(sets=3))),
        SayStep(Text("Rest."), 8.0),
    ),
    between=14.0,
    goal="strength",
    why=Text("For: Neck; Überkopf.\nAnd more."),
    progress=Progress(),
)


@pytest.mark.parametrize("made", [MADE, replace(MADE, why=None, progress=None)])
def test_what_is_written_is_read_as_the_same_and_has_no_problem(tmp_path: Path, made: Routine) -> None:
    path = tmp_path / "guided" / "my-focus.yaml"
    path.parent.mkdir()
    path.write_text(routine_text(made), encoding="utf-8")
    yours = Folders(tmp_path, tmp_path / "media")
    assert check([path], SHIPPED, yours) == []
    assert load(SHIPPED, yours).routines["my-focus"] == made


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (replace(MADE, steps=(RoundsStep(2, MADE.steps),)), "my-focus has more in it than exercises, rests and words"),
        (replace(MADE, progress=Progress(steps=(ProgressStep("reps", 1),))), "my-focus rises in a way of its own"),
    ],
)
def test_what_it_has_no_form_for_is_refused(made: Routine, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        routine_text(made)
