"""`play` in the terminal where the routine was cut short: going on is offered where it is by now, or its beginning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coach.content.catalogue import Catalogue
from coach.content.model import ExerciseStep, Routine, Text
from coach.progress.folders import Home
from coach.sound.voice.protocol import NullVoice
from coach.terminal.run import play_in_terminal
from coach.terminal.terminal import Terminal
from coach.wiring import Given, Parts
from tests.fakes import FakeAwake, FakeClock, FakeCues, FakeLibrary, FakeMedia
from tests.stores import memory_store
from tests.terminal.stage import CLASSIC, LIBRARY, FakeKeys, Out, typed
from tests.ui.session_parts import SMALL

HOME = Home(Path("nobody-runs-here"), Path("nobody-runs-here"))
OFFERED = "Go on where it stopped?"
CHANGED = "the routine has changed meanwhile."


def mine(*exercises: str) -> Routine:
    return Routine("mine", Text("Mine"), tuple(map(ExerciseStep, exercises)), prepare=3.0, between=3.0)


def library(*exercises: str) -> Catalogue:
    return replace(SMALL, exercises=LIBRARY.exercises, routines={"mine": mine(*exercises)})


class Sitting:
    """A person with keys to press, over a real store in memory."""

    def __init__(self) -> None:
        clock = FakeClock()
        given = Given(
            library=FakeLibrary(library("chin-tuck", "wall-sit", "row")),
            store=memory_store(clock),
            cues=FakeCues(),
            voice=NullVoice(),
            awake=FakeAwake(),
            media=FakeMedia(),
        )
        self.parts: Any = Parts(HOME, clock, given=given)
        self.parts.store.add_safety(())
        self.out = Out()

    def play(self, *keys: str | tuple[float, str]) -> str:
        """What was written until the keys are used up."""
        self.out = Out()
        script = [*typed(*(k for k in keys if isinstance(k, str))), *(k for k in keys if not isinstance(k, str))]
        terminal = Terminal(self.out, FakeKeys(self.parts.clock, script), lambda: CLASSIC, True)
        play_in_terminal(self.parts, "routine", "mine", 0, terminal)
        return self.out.getvalue()

    def edit(self, *exercises: str) -> None:
        self.parts.library.catalogue = library(*exercises)

    def worked(self) -> list[tuple[str | None, str]]:
        """What was done of the newest session, oldest first."""
        newest = self.parts.store.sessions()[0]
        return [(row.exercise, row.outcome) for row in self.parts.store.intervals(newest.id) if row.kind == "work"]


@pytest.fixture
def cut() -> Sitting:
    """The terminal went away in the second exercise."""
    sitting = Sitting()
    sitting.play((25.0, "hang-up"))
    assert sitting.worked() == [("chin-tuck", "done")]
    return sitting


def test_it_goes_on_where_it_stopped(cut: Sitting) -> None:
    written = cut.play("y", (60.0, "q"), (61.0, "y"), (62.0, "q"))
    assert OFFERED in written
    assert "It stopped at part 4 of 6. 3 done." in written
    assert cut.worked()[:2] == [("chin-tuck", "done"), ("wall-sit", "done")]
    (record,) = cut.parts.store.sessions()
    assert record.how == "ended"


def test_in_an_edited_routine_it_goes_on_at_its_exercise(cut: Sitting) -> None:
    cut.edit("row", "chin-tuck", "wall-sit")
    assert "It stopped at part 6 of 6. 2 done." in cut.play("y", (80.0, "q"))
    assert cut.worked() == [("chin-tuck", "done"), ("wall-sit", "done")]
    (record,) = cut.parts.store.sessions()
    assert record.how == "finished"


def test_skipped_parts_are_told_apart() -> None:
    sitting = Sitting()
    sitting.play((1.0, "n"), (2.0, "n"), (10.0, "hang-up"))
    assert "It stopped at part 4 of 6. 1 done, 2 skipped." in sitting.play("q")


def test_begun_anew_it_is_a_session_of_its_own(cut: Sitting) -> None:
    cut.play("n", (10.0, "q"), (11.0, "y"), (12.0, "q"))
    assert [record.how for record in cut.parts.store.sessions()] == ["ended", "abandoned"]


def test_a_routine_that_has_changed_is_said_to_and_only_its_beginning_is_offered(cut: Sitting) -> None:
    cut.edit("plank", "row")
    written = cut.play("y", "n", (10.0, "q"), (11.0, "y"), (12.0, "q"))
    assert CHANGED in written
    assert OFFERED not in written
    assert [record.how for record in cut.parts.store.sessions()] == ["ended", "abandoned"]
    assert cut.worked() == [("plank", "ended")], "in a record of its own"


def test_who_leaves_that_question_leaves_all_as_it_is(cut: Sitting) -> None:
    cut.edit("plank", "row")
    cut.play("q")
    assert [record.how for record in cut.parts.store.sessions()] == [None]


def test_another_routine_is_played_without_a_question(cut: Sitting) -> None:
    cut.parts.library.catalogue = replace(cut.parts.library.catalogue, routines={"mine": mine("row")})
    other = replace(mine("row"), id="other")
    cut.parts.library.catalogue = replace(cut.parts.library.catalogue, routines={"other": other})
    terminal = Terminal(out := Out(), FakeKeys(cut.parts.clock, typed("q", "y", "q")), lambda: CLASSIC, True)
    play_in_terminal(cut.parts, "routine", "other", 0, terminal)
    assert OFFERED not in out.getvalue()
    assert CHANGED not in out.getvalue()
