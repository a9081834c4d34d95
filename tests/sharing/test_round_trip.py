"""Every shipped routine as one of somebody's own, with own copies of all it names: whoever gets it has the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coach.content.model import Exercise, ExerciseStep, RoundsStep, Routine, RoutineStep
from coach.sharing.naming import free_id, under
from coach.sharing.out import make_ready, save
from coach.sharing.received import look
from coach.sharing.taking import take
from tests.sharing.mine import all_of
from tests.ui.parts import FakeParts, shipped

ROUTINES = sorted(shipped().routines)


def copied(home: Path, ident: str) -> None:
    """The shipped files that the routine needs, word for word among one's own."""
    catalogue, files = shipped(), {}
    waiting = [("routine", ident)]
    while waiting:
        key = waiting.pop()
        if key in files or key not in catalogue.origins or key[0] not in ("routine", "exercise", "figure"):
            continue
        files[key] = catalogue.origins[key].file
        value = catalogue.routines[key[1]] if key[0] == "routine" else catalogue.exercises.get(key[1])
        if isinstance(value, Routine):
            waiting += [("exercise", one) for one in exercises_of(value.steps)]
        elif isinstance(value, Exercise) and key[0] == "exercise":
            chain = (value.easier, value.harder, *value.instead.values())
            waiting += [("exercise", one) for one in chain if one]
            waiting += [("figure", value.figure)] if value.figure else []
    folders = {"routine": "routines/guided", "exercise": "routines/exercises", "figure": "media/figures"}
    for (kind, _), file in files.items():
        path = home / folders[kind] / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.read_bytes())


def exercises_of(steps: tuple[RoutineStep, ...]) -> list[str]:
    found = []
    for step in steps:
        if isinstance(step, ExerciseStep):
            found.append(step.exercise)
        elif isinstance(step, RoundsStep):
            found += exercises_of(step.steps)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("ident", ROUTINES)
def test_it_is_known_at_once_and_comes_in_under_another_name(tmp_path: Path, ident: str):
    copied(tmp_path / "theirs", ident)
    theirs, mine = FakeParts.at_home(tmp_path / "theirs"), FakeParts.at_home(tmp_path / "mine")
    file = tmp_path / "shared.yaml"
    ready = make_ready(theirs, ident, "Jane")
    assert ready.problems == ()
    save(ready, file)
    assert look(mine, file).is_there  # it comes with the program
    file.write_text(
        "".join(line.replace("title: ", "title: X") for line in ready.text.splitlines(keepends=True)), encoding="utf-8"
    )
    received = look(mine, file)
    assert received.problems == ()
    assert ("routine", ident) in received.clashes
    renamed = under(mine, received, free_id(mine, received))
    assert (renamed.problems, renamed.clashes) == ((), ())
    take(mine, renamed)
    mine.library.refresh()
    found, old = mine.library.catalogue.routines[f"{ident}-2"], shipped().routines[ident]
    assert mine.library.catalogue.problems == ()
    assert found.from_whom == "Jane"
    assert exercises_of(found.steps) == [f"{one}-2" for one in exercises_of(old.steps)]
    assert replace(found, id=old.id, title=old.title, steps=old.steps, from_whom=None) == old
    assert mine.library.catalogue.routines[ident] == old
    assert look(mine, file).clashes == received.clashes
    assert under(mine, look(mine, file), f"{ident}-2").is_there


@pytest.mark.slow
def test_nothing_of_ones_own_is_touched_by_looking(tmp_path: Path):
    copied(tmp_path / "theirs", ROUTINES[0])
    theirs = FakeParts.at_home(tmp_path / "theirs")
    before = all_of(tmp_path / "theirs")
    save(make_ready(theirs, ROUTINES[0]), tmp_path / "shared.yaml")
    look(theirs, tmp_path / "shared.yaml")
    assert all_of(tmp_path / "theirs") == before
