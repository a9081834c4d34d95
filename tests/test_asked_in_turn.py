"""A whole wall test by presses alone, second by second: what is lit and read, and what each press takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from coach.asked_in_turn import Lit, Taken
from coach.at_the_wall import Kept
from coach.content.catalogue import Catalogue
from coach.content.model import SayStep, Text
from coach.session.events import Ended, Event, IntervalStarted, Say
from coach.walltest.scanning import PRESS_APART_SECONDS
from coach.words.at_the_wall import how_to_answer
from coach.words.language import ENGLISH
from tests.ui.session_parts import SMALL, WALL_TEST
from tests.walling import HEAD, STEP_OUT, AtTheWall

TICK = 0.1


class Pressing(AtTheWall):
    """Somebody at the wall with one button, and another one that goes back."""

    def __init__(self, catalogue: Catalogue = SMALL) -> None:
        super().__init__(catalogue)
        self.seen: list[tuple[float, str]] = []
        self._began = self.clock.monotonic()

    @property
    def now(self) -> float:
        return round(self.clock.monotonic() - self._began, 1)

    def see(self, events: list[Event]) -> list[Event]:
        for event in events:
            match event:
                case Lit(words=words) if words:
                    self.seen.append((self.now, f"lit {words}"))
                case Taken(words=words):
                    self.seen.append((self.now, f"took {words}"))
                case IntervalStarted(interval=interval) if interval.kind == "work":
                    self.seen.append((self.now, "hold"))
                case Say(event="lost", text=words):
                    self.seen.append((self.now, f"told {words}"))
                case Ended(how=how):
                    self.seen.append((self.now, how))
        return events

    def until(self, condition: Callable[[], bool], most: float = 120.0) -> None:
        for _ in range(round(most / TICK)):
            if condition():
                return
            self.clock.pass_time(TICK)
            self.see(self.test.advance())
        raise AssertionError("it never came")

    def press(self, words: str) -> None:
        """Press when `words` are lit."""

        def is_lit() -> bool:
            lit = self.test.in_turn.lit
            return lit is not None and self.test.in_turn.words_of(lit) == words

        self.until(is_lit)
        self.until_apart()
        self.see(self.test.press())

    def until_apart(self) -> None:
        end = self.clock.monotonic() + PRESS_APART_SECONDS
        self.until(lambda: self.clock.monotonic() >= end)

    def pass_by(self, seconds: float) -> None:
        end = self.clock.monotonic() + seconds
        self.until(lambda: self.clock.monotonic() >= end - 1e-9)

    def to_questions(self) -> None:
        self.see(self.test.start())
        self.until(lambda: self.test.asked is not None)


@pytest.fixture
def wall() -> Pressing:
    return Pressing()


def test_a_whole_test_second_by_second(wall: Pressing) -> None:
    wall.to_questions()
    wall.press("1: Easily.")
    wall.press("With effort.")
    wall.until(lambda: wall.test.is_held)
    wall.pass_by(19.0)
    wall.see(wall.test.press())
    wall.press("1: Easily.")
    wall.press("No.")
    wall.press("Neck, base of the skull.")
    wall.press("That is all.")
    wall.press("4.")
    wall.press("6.")
    wall.press("3.")
    kept = wall.test.outcome
    assert isinstance(kept, Kept)
    assert (kept.result.contact, kept.result.carry_over, round(kept.result.hold_seconds)) == (3, 1, 19)
    assert dict(kept.result.tension) == {"neck": 6, "chest": 0}
    assert kept.result.answers.measures == {"occiput": 3.0}
    assert wall.seen == EVERYTHING
    wall.parts.close()


def test_how_to_answer_is_said_before_anything_is_asked(wall: Pressing) -> None:
    wall.to_questions()
    texts = [said.text for said in wall.voice.said]
    how = how_to_answer(ENGLISH)
    assert texts == ["Stand with your back to the wall.", "Does it touch the wall?", how, HEAD]
    wall.press("1: Easily.")
    wall.press("Easily.")
    assert [said.text for said in wall.voice.said].count(how) == 1
    assert how in {line.text for line in wall.voice.prepared[0]}


def test_how_to_answer_is_said_with_the_first_sentence_where_that_leaves_time() -> None:
    first = SayStep(Text("Stand with your back to the wall."), 25.0)
    test = replace(WALL_TEST, steps=(first, *WALL_TEST.steps[1:]))
    wall = Pressing(replace(SMALL, tests={"wall-test": test}))
    wall.to_questions()
    texts = [said.text for said in wall.voice.said]
    assert texts == ["Stand with your back to the wall.", how_to_answer(ENGLISH), "Does it touch the wall?", HEAD]
    wall.parts.close()


def test_everything_that_is_read_was_made_ahead(wall: Pressing) -> None:
    test_a_whole_test_second_by_second(wall)
    assert {said.text for said in wall.voice.said} <= {line.text for line in wall.voice.prepared[0]}


def test_a_press_in_the_lead_takes_nothing(wall: Pressing) -> None:
    wall.to_questions()
    wall.see(wall.test.press())
    assert wall.test.course.current is wall.test.course.asks[1]


def test_a_double_press_answers_one_question(wall: Pressing) -> None:
    wall.to_questions()
    wall.press("1: Easily.")
    wall.clock.pass_time(0.3)
    wall.see(wall.test.press())
    assert wall.test.course.current is wall.test.course.asks[2]
    wall.press("Easily.")
    wall.clock.pass_time(0.3)
    wall.see(wall.test.press())
    assert wall.test.view().interval.text == "Take one step forward.", "and no sentence is left by it"


def test_a_double_press_in_the_hold_does_not_leave_the_sentence_that_follows(wall: Pressing) -> None:
    wall.to_hold()
    wall.wait(5.0)
    wall.test.press()
    wall.clock.pass_time(0.4)
    wall.test.press()
    assert wall.test.view().interval.text == "Step back."
    assert wall.outcomes[-1] == "lost"


@pytest.mark.parametrize("back", [False, True])
def test_any_press_ends_the_hold(wall: Pressing, back: bool) -> None:
    wall.to_hold()
    wall.wait(5.0)
    if back:
        wall.test.press_back()
    else:
        wall.test.press()
    assert wall.test.held[3].whole_seconds == 5


def test_the_other_press_goes_to_the_question_before_of_whatever_part(wall: Pressing) -> None:
    wall.to_tension()
    for point in (7, 6, 2, 1, 1):
        wall.pass_by(1.0)
        wall.test.press_back()
        assert wall.test.asked is wall.test.course.asks[point]
    wall.press("2: With effort.")
    assert wall.test.course.answers.checks["contact"]["head"] == 1


def test_within_a_rating_it_goes_to_the_number_before(wall: Pressing) -> None:
    wall.to_tension()
    wall.press("Chest.")
    wall.press("That is all.")
    wall.press("2.")
    wall.pass_by(1.0)
    wall.test.press_back()
    question = wall.test.in_turn.question
    assert question is not None
    assert (question.turn.area, question.turn.side) == ("chest", "left")


def test_a_press_goes_on_from_a_sentence_and_after_a_pause(wall: Pressing) -> None:
    wall.test.start()
    wall.wait(1.0)
    wall.test.pause()
    wall.test.press()
    assert wall.test.view().state == "reentry"
    wall.wait(3.0)
    wall.test.press()
    assert wall.test.asked is wall.test.course.asks[1]


def test_a_press_that_finds_the_machine_asleep_only_wakes_it(wall: Pressing) -> None:
    wall.to_questions()
    wall.until(lambda: wall.test.in_turn.lit == 0)
    wall.clock.sleep_machine(600.0)
    wall.test.press()
    assert wall.test.view().state == "paused"
    assert not wall.test.course.answers.checks
    wall.pass_by(1.0)
    wall.test.press()
    wall.pass_by(0.2)
    assert (wall.test.view().state, wall.test.in_turn.lit) == ("running", 0), "lit anew, and nothing is taken"


def test_while_it_is_asked_what_hurts_nothing_is_lit_and_no_press_counts(wall: Pressing) -> None:
    wall.to_questions()
    wall.until(lambda: wall.test.in_turn.lit == 1)
    wall.test.hurts()
    wall.pass_by(5.0)
    wall.test.press()
    assert (wall.test.in_turn.lit, wall.test.view().state) == (None, "asking-pain")


def test_who_has_gone_is_not_read_to_for_ever_and_the_next_press_begins_anew(wall: Pressing) -> None:
    wall.to_questions()
    wall.pass_by(90.0)
    assert wall.test.in_turn.lit is None
    silent = len(wall.voice.said)
    wall.pass_by(60.0)
    assert len(wall.voice.said) == silent
    wall.test.press()
    wall.pass_by(0.2)
    assert wall.test.in_turn.lit == 0
    assert not wall.test.course.answers.checks


def test_who_answers_by_hand_is_not_read_to_until_the_next_question(wall: Pressing) -> None:
    wall.to_questions()
    wall.until(lambda: wall.test.in_turn.lit == 0)
    wall.test.by_hand()
    wall.pass_by(20.0)
    assert wall.test.in_turn.lit is None
    wall.test.answer(0)
    wall.until(lambda: wall.test.in_turn.lit == 0)


def test_the_next_moment_is_known_so_that_a_timer_can_wait_for_it(wall: Pressing) -> None:
    wall.to_questions()
    lit = []
    while len(lit) < 4:
        due = wall.test.next_due()
        assert due is not None
        wall.clock.pass_time(max(0.0, due - wall.clock.monotonic()))
        lit += [event.words for event in wall.test.advance() if isinstance(event, Lit)]
    assert lit == ["1: Easily.", "2: With effort.", "3: No.", "1: Easily."]


def test_an_answer_with_a_key_takes_the_light_with_it(wall: Pressing) -> None:
    wall.to_questions()
    wall.until(lambda: wall.test.in_turn.lit == 2)
    wall.test.answer(0)
    assert wall.test.in_turn.lit is None
    wall.test.answer(1)
    assert wall.test.in_turn.question is None
    wall.pass_by(STEP_OUT)
    assert wall.test.in_turn.lit is None


EVERYTHING = [
    (17.2, "lit 1: Easily."),
    (18.0, "took 1: Easily."),
    (19.7, "lit Easily."),
    (21.7, "lit With effort."),
    (22.5, "took With effort."),
    (26.5, "hold"),
    (45.5, "told 19 seconds."),
    (52.4, "lit 1: Easily."),
    (53.3, "took 1: Easily."),
    (55.0, "lit Easily."),
    (57.0, "lit With effort."),
    (59.2, "lit No."),
    (60.1, "took No."),
    (64.2, "lit Neck, base of the skull."),
    (65.1, "took Neck, base of the skull."),
    (67.2, "lit Chest."),
    (69.2, "lit That is all."),
    (70.1, "took That is all."),
    (72.8, "lit 0."),
    (74.2, "lit 1."),
    (75.6, "lit 2."),
    (77.0, "lit 3."),
    (78.4, "lit 4."),
    (79.3, "took 4."),
    (82.0, "lit 0."),
    (83.4, "lit 1."),
    (84.8, "lit 2."),
    (86.2, "lit 3."),
    (87.6, "lit 4."),
    (89.0, "lit 5."),
    (90.4, "lit 6."),
    (91.3, "took 6."),
    (93.3, "lit Leave it out."),
    (94.9, "lit 0."),
    (96.3, "lit 1."),
    (97.7, "lit 2."),
    (99.1, "lit 3."),
    (100.0, "took 3."),
    (100.0, "finished"),
]
