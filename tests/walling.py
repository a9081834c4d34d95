"""Somebody at the wall: the real parts joined, over simulated time and with devices that remember."""

from __future__ import annotations

from coach.at_the_wall import Kept
from coach.conductor import QUESTION_PATIENCE_SECONDS
from coach.content.catalogue import Catalogue
from coach.walltest.course import Reply
from tests.fakes import FakeClock, FakeVoice
from tests.stores import memory_store
from tests.ui.parts import FakeParts
from tests.ui.session_parts import SMALL

HEAD = "Back of the head."
HANDS = "Backs of the hands."
SENTENCE, STEP_OUT, HOLD, STEP_BACK = 5.0, 4.0, 30.0, 4.0  # seconds
NECK_TENSE: Reply = {"neck": (4, 6), "chest": (2, 1)}


class AtTheWall:
    """Somebody at the wall, whose clock and voice are ours."""

    def __init__(self, catalogue: Catalogue = SMALL) -> None:
        self.clock = FakeClock()
        self.voice = FakeVoice("all", self.clock)
        self.parts = FakeParts(catalogue, memory_store(self.clock), self.clock, voice=self.voice)
        self.test = self.parts.wall_test("wall-test")

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.5)):
            self.clock.pass_time(0.5)
            self.test.advance()

    def answer(self, *replies: Reply) -> None:
        for reply in replies:
            self.test.answer(reply)

    def to_contact(self) -> None:
        self.test.start()
        self.wait(SENTENCE)

    def to_hold(self, *replies: Reply) -> None:
        self.to_contact()
        self.answer(*(replies or (0, 1)))
        self.wait(STEP_OUT)

    def to_tension(self, held: float = 18.0) -> None:
        self.to_hold()
        self.wait(held)
        self.test.lost()
        self.wait(STEP_BACK)
        self.answer(0, 1)

    def whole(self, held: float = 18.0, tension: Reply = NECK_TENSE) -> Kept:
        self.to_tension(held)
        self.answer(tension, 3.5)
        outcome = self.test.outcome
        assert isinstance(outcome, Kept)
        return outcome

    def again(self) -> None:
        self.test = self.parts.wall_test("wall-test")

    @property
    def questions(self) -> list[str]:
        """The questions that were asked aloud, in order."""
        return [said.text for said in self.voice.said if said.patience == QUESTION_PATIENCE_SECONDS]

    @property
    def outcomes(self) -> list[str]:
        """What became of each interval of the newest session."""
        store = self.parts.store
        return [one.outcome for one in store.intervals(store.sessions()[0].id)]
