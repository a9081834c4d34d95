"""A wall test for the terminal's tests, and a stage on which it is walked."""

from __future__ import annotations

from typing import Any

from coach.at_the_wall import Kept, WallTest
from coach.content.model import (
    Answer,
    Area,
    CheckStep,
    ContactPoint,
    HoldStep,
    MeasureStep,
    RateStep,
    RecheckStep,
    Routine,
    SayStep,
    Test,
    Text,
)
from coach.session.compile import compile_test
from coach.terminal.session import Surface
from coach.terminal.walltest import TestSession
from coach.walltest.score import Result
from tests.terminal.stage import LIBRARY, FakeSound, Library, Stage

ASK = Text("Does it touch the wall?")
ANSWERS = (Answer(Text("Easily"), 2), Answer(Text("With effort"), 1), Answer(Text("No"), 0))
POINTS = (
    ContactPoint("head", Text("Back of the head"), ASK, ANSWERS, "neck"),
    ContactPoint("hands", Text("Hands"), ASK, ANSWERS, "chest"),
)
TEST = Test(
    "wall-test",
    Text("Wall test"),
    (
        SayStep(Text("Stand at the wall."), seconds=5.0),
        CheckStep("contact", ASK, ANSWERS, POINTS),
        SayStep(Text("One step forward."), seconds=4.0),
        HoldStep("hold", 30.0),
        RecheckStep("carry-over", "contact"),
        RateStep("tension", Text("Where is the tension?"), ("neck", "chest"), sides=True),
        MeasureStep("occiput", Text("Gap behind the skull"), "cm", 0.0, 30.0, optional=True),
    ),
)
CATALOGUE: Any = Library(
    LIBRARY.exercises,
    areas={
        "neck": Area("neck", Text("Neck"), routines=("short",)),
        "chest": Area("chest", Text("Chest")),
    },
    routines={"short": Routine("short", Text("A short one"), ())},
)


class AtTheWall(Stage):
    """The test with `script` pressed."""

    def __init__(self, script: list[tuple[float, str]]) -> None:
        timeline = compile_test(TEST, LIBRARY)
        super().__init__(timeline, script)
        self.conductor = self.test = WallTest(TEST, timeline, self.clock, self.cues, self.store)
        surface = Surface(self.keys, self.screen, self.clock)
        self.session = self.test_session = TestSession(self.test, CATALOGUE, surface, FakeSound(self.cues))

    @property
    def result(self) -> Result | None:
        return self.test.outcome.result if isinstance(self.test.outcome, Kept) else None
