"""A wall test as it happens: the real parts joined, over simulated time and with devices that remember."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from coach.at_the_wall import RESULT_PATIENCE_SECONDS, Felt, Kept, newest
from coach.content.model import HoldStep, SayStep, Text
from coach.session.events import Ended, IntervalStarted, Paused
from coach.settings import ASK_AFTERWARDS
from coach.sound.voice.turns import JOINED_SECONDS
from coach.walltest.advice import Change, Comparison
from coach.walltest.held import Held
from coach.walltest.score import Result
from coach.words.at_the_wall import how_afterwards, how_to_answer
from coach.words.language import ENGLISH
from tests.fakes import FakeClock, FakeVoice
from tests.stores import memory_store
from tests.ui.parts import FakeParts
from tests.ui.session_parts import SMALL, WALL_TEST
from tests.walling import HANDS, HEAD, HOLD, NECK_TENSE, SENTENCE, STEP_BACK, STEP_OUT, AtTheWall


@pytest.fixture
def wall() -> Iterator[AtTheWall]:
    made = AtTheWall()
    yield made
    made.parts.close()


# --- a whole one -----------------------------------------------------------------------------------------------------


def test_a_whole_test_is_scored_and_kept(wall: AtTheWall) -> None:
    kept = wall.whole()
    result = kept.result
    assert (result.contact, result.contact_most) == (3, 4)
    assert result.hold_seconds == pytest.approx(18.0)
    assert (result.carry_over, result.carry_over_most) == (1, 2)
    assert dict(result.tension) == {"neck": 6, "chest": 2}
    assert dict(result.answers.measures) == {"occiput": 3.5}
    assert result.focus == ("neck",)
    assert (kept.number, kept.before, kept.comparison, kept.at) == (1, None, None, wall.clock.wall())
    [record] = wall.parts.store.tests()
    assert (record.test_id, record.scored) == ("wall-test", result)
    [session] = wall.parts.store.sessions()
    assert (session.kind, session.target, session.how, session.pain) == ("test", "wall-test", "finished", None)
    assert wall.outcomes == ["done", "done", "done", "lost", "done", "done", "done", "done"]


def test_each_is_told_beside_the_one_before(wall: AtTheWall) -> None:
    first = wall.whole(18.0)
    wall.again()
    second = wall.whole(21.0, {"neck": (4, 5), "chest": (4, 1)})
    assert (second.number, second.before) == (2, first.result)
    assert second.comparison == Comparison(3, 0, 0, {"neck": Change("noise", -1), "chest": Change("perhaps", 2)})
    wall.again()
    assert (wall.whole().number, wall.test.outcome == newest(wall.parts.store, "wall-test")) == (3, True)


def test_nothing_came_of_a_test_that_nobody_did(wall: AtTheWall) -> None:
    assert newest(wall.parts.store, "wall-test") is None
    wall.whole()
    assert newest(wall.parts.store, "another") is None


def test_a_result_is_told_though_it_cannot_be_read_back(wall: AtTheWall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wall.parts.store, "tests", lambda *_: [])
    assert wall.whole().result.contact == 3


def test_an_old_result_is_read_though_it_does_not_name_its_test(wall: AtTheWall) -> None:
    wall.parts.store.add_test("wall-test", {"contact": 9})
    kept = newest(wall.parts.store, "wall-test")
    assert kept is not None
    assert kept.result == Result("wall-test", contact=9)


# --- what counts as answered -----------------------------------------------------------------------------------------


def test_a_sentence_counts_when_it_was_heard_or_left(wall: AtTheWall) -> None:
    wall.test.start()
    assert wall.test.asked is None
    wall.test.go_on()
    assert wall.test.asked is wall.test.course.asks[1]
    assert wall.outcomes == ["skipped"]


def test_a_sentence_that_waits_is_done_when_the_person_goes_on() -> None:
    waiting = replace(WALL_TEST, steps=(SayStep(Text("Find a wall."), None), *WALL_TEST.steps[1:]))
    wall = AtTheWall(catalogue=replace(SMALL, tests={"wall-test": waiting}))
    wall.test.start()
    wall.wait(60.0)
    wall.test.go_on()
    assert wall.test.asked is wall.test.course.asks[1]
    assert wall.outcomes == ["done"]
    wall.parts.close()


def test_a_hold_counts_its_seconds_without_the_pauses_and_at_most_its_length(wall: AtTheWall) -> None:
    wall.to_hold()
    assert wall.test.is_held
    wall.wait(6.0)
    wall.test.pause()
    assert wall.test.is_held, "it stands, but is still the hold"
    wall.wait(60.0)
    wall.test.go_on()
    wall.wait(3.0 + 4.0)  # counted in
    assert not wall.test.course.answers.holds
    wall.test.go_on()
    assert wall.test.course.answers.holds == {"hold": pytest.approx(10.0)}
    assert not wall.test.is_held
    assert wall.outcomes[-1] == "lost"


def test_a_hold_that_nobody_ends_lasts_its_whole_length(wall: AtTheWall) -> None:
    wall.to_hold()
    wall.wait(HOLD)
    assert wall.test.course.answers.holds == {"hold": 30.0}
    assert wall.outcomes[-1] == "done"


def test_a_question_is_left_by_its_answers_alone(wall: AtTheWall) -> None:
    wall.to_contact()
    for command in (wall.test.next, wall.test.done, wall.test.go_on, wall.test.lost, wall.test.more):
        assert not [event for event in command() if isinstance(event, IntervalStarted)]
        assert wall.test.asked is wall.test.course.asks[1]
    wall.answer(0)
    assert wall.test.asked is wall.test.course.asks[2]
    assert [event for event in wall.test.answer(1) if isinstance(event, IntervalStarted)]
    assert wall.test.asked is None


def test_a_reply_that_nobody_asked_for_changes_nothing(wall: AtTheWall) -> None:
    wall.test.start()
    wall.answer(0)
    assert wall.test.course.current is wall.test.course.asks[0]
    wall.wait(SENTENCE)
    wall.test.hurts()
    assert wall.test.asked is None, "what hurts is asked first"
    wall.answer(0)
    assert not wall.test.course.answers.checks
    wall.test.end()
    wall.answer(0)
    assert wall.test.asked is None
    assert not wall.test.course.answers.checks


def test_what_is_no_answer_is_refused_and_asked_again(wall: AtTheWall) -> None:
    wall.to_contact()
    with pytest.raises(ValueError, match="3 is not one of the 3 answers, counted from 0"):
        wall.answer(3)
    assert wall.test.asked is wall.test.course.asks[1]


# --- how long a hold lasted is told at once --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "sentence"), [(19.0, "19 seconds."), (0.5, "Less than a second."), (29.5, "Just under 30 seconds.")]
)
def test_a_lost_shape_is_told_at_once_and_what_follows_comes_behind(
    wall: AtTheWall, held: float, sentence: str
) -> None:
    wall.to_hold()
    wall.wait(held)
    before = len(wall.voice.said)
    wall.test.lost()
    told = wall.voice.said[before:]
    assert [(said.text, said.at) for said in told] == [(sentence, told[0].at), ("Step back.", told[0].at)]
    assert told[1].patience == JOINED_SECONDS
    assert wall.test.caption == f"{sentence} Step back."
    assert (wall.test.just_held, wall.test.held) == (Held(held, 30.0, was_lost=True), {3: wall.test.just_held})
    assert sentence in {line.text for line in wall.voice.prepared[0]}, "made ahead"
    wall.wait(STEP_BACK)
    assert wall.test.just_held is None
    assert set(wall.test.held) == {3}


def test_one_kept_to_its_end_is_told_so(wall: AtTheWall) -> None:
    wall.to_hold()
    wall.wait(HOLD)
    assert wall.test.caption == "30 seconds, to the end. Step back."
    assert not wall.test.held[3].was_lost


def test_of_two_holds_in_a_row_each_is_told() -> None:
    steps = (*WALL_TEST.steps[:4], HoldStep("again", 20.0), *WALL_TEST.steps[5:])
    wall = AtTheWall(catalogue=replace(SMALL, tests={"wall-test": replace(WALL_TEST, steps=steps)}))
    wall.to_hold()
    wall.wait(12.0)
    wall.test.lost()
    wall.wait(5.0)
    wall.test.lost()
    assert [hold.whole_seconds for hold in wall.test.held.values()] == [12, 5]
    texts = [said.text for said in wall.voice.said]
    assert texts.index("12 seconds.") < texts.index("5 seconds.")
    assert wall.test.caption == "5 seconds. Does it touch the wall?"
    assert wall.test.asked is not None
    assert wall.test.just_held is not None, "the question that follows says it, too"
    wall.parts.close()


def test_a_hold_that_is_broken_off_is_told_nothing(wall: AtTheWall) -> None:
    wall.to_hold()
    wall.wait(7.0)
    wall.test.end()
    assert (wall.test.held, wall.test.just_held) == ({}, None)
    assert "7 seconds." not in [said.text for said in wall.voice.said]


# --- going back ------------------------------------------------------------------------------------------------------


def test_back_goes_to_the_question_before_in_its_step(wall: AtTheWall) -> None:
    wall.to_contact()
    wall.answer(2)
    wall.test.back()
    asked = wall.test.asked
    assert asked is not None
    assert (asked.number, wall.test.course.given) == (1, 2)
    wall.answer(0, 0)
    assert wall.test.course.answers.checks == {"contact": {"head": 0, "hands": 0}}
    assert wall.questions == [HEAD, HANDS, HEAD, HANDS]


def test_the_question_that_is_gone_back_to_takes_the_place_of_the_other(wall: AtTheWall) -> None:
    wall.to_contact()
    wall.answer(2)
    wall.test.back()
    assert [name for name, _ in wall.voice.calls[-2:]] == ["hush", "say"]


def test_there_is_no_way_back_while_it_is_asked_what_hurts(wall: AtTheWall) -> None:
    wall.to_contact()
    wall.answer(2)
    wall.test.hurts()
    wall.test.back()
    assert wall.test.course.current is wall.test.course.asks[2]


@pytest.mark.parametrize("where", ["to_contact", "to_hold"])
def test_from_the_first_question_and_the_hold_nothing_is_gone_back_to(wall: AtTheWall, where: str) -> None:
    getattr(wall, where)()
    before, questions = wall.test.view(), wall.questions
    wall.test.back()
    assert wall.test.view() == before
    assert wall.questions == questions, "what is not gone back to is not asked again"
    assert "repeated" not in wall.outcomes


def test_back_leads_from_part_to_part_and_the_hold_is_not_tried_again(wall: AtTheWall) -> None:
    wall.to_tension()
    for point in (7, 6, 2, 1):
        wall.test.back()
        assert wall.test.asked is wall.test.course.asks[point]
    before = wall.outcomes
    wall.answer(1, 1)
    assert wall.test.asked is wall.test.course.asks[6], "past the sentences and the hold"
    assert wall.outcomes == before
    wall.answer(1, 1)
    assert wall.test.asked is wall.test.course.asks[8]
    wall.answer(NECK_TENSE)
    wall.test.back()
    assert wall.test.course.given == NECK_TENSE
    wall.answer({"neck": (9, 9)}, None)
    kept = wall.test.outcome
    assert isinstance(kept, Kept)
    assert (kept.result.contact, kept.result.carry_over, kept.result.tension["neck"]) == (2, 0, 9)
    assert kept.result.hold_seconds == pytest.approx(18.0)
    assert "repeated" not in wall.outcomes


# --- asked aloud -----------------------------------------------------------------------------------------------------


def test_every_point_is_asked_aloud_once_after_the_sentence_that_leads_to_it(wall: AtTheWall) -> None:
    wall.to_tension()
    assert wall.questions == [HEAD, HANDS, HEAD, HANDS, "Press at each place that is tense."]
    said = [what for name, what in wall.voice.calls if name == "say"]
    asked = said.index("Does it touch the wall?")
    assert said[asked : asked + 3] == ["Does it touch the wall?", how_to_answer(ENGLISH), HEAD], "it follows"
    hushes = [n for n, (name, _) in enumerate(wall.voice.calls) if name == "hush"]
    asks = [n for n, (_, what) in enumerate(wall.voice.calls) if what == HANDS]
    assert all(n - 1 in hushes for n in asks), "the next one of a step takes the place of the one before"
    leading = [n for n, (_, what) in enumerate(wall.voice.calls) if what == HEAD]
    assert not any(n - 1 in hushes for n in leading), "the first one waits for the sentence before it"
    assert {HEAD, HANDS} <= {line.text for line in wall.voice.prepared[0]}, "made ahead"


def test_a_question_is_not_asked_again_because_the_test_stands(wall: AtTheWall) -> None:
    wall.to_contact()
    wall.test.pause()
    wall.test.resume()
    assert wall.questions == [HEAD]


# --- as in every session ---------------------------------------------------------------------------------------------


def test_the_screen_stays_on_and_how_late_the_sounds_were_is_kept(wall: AtTheWall) -> None:
    wall.to_hold()
    assert wall.parts.awake.held == "30-second wall test"
    wall.wait(HOLD + STEP_BACK)
    wall.answer(0, 1, NECK_TENSE, None)
    assert wall.parts.awake.held is None
    assert wall.parts.last_lateness is not None


def test_a_rehearsal_says_nothing() -> None:
    voice = FakeVoice("all")
    clock = FakeClock(speed=20.0)
    parts = FakeParts(SMALL, memory_store(clock), clock, voice=voice)
    parts.wall_test("wall-test").start()
    assert voice.said == []
    parts.close()


# --- stopped and ended -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["dizzy", "tingling"])
@pytest.mark.parametrize("where", ["to_contact", "to_hold", "to_tension"])
def test_what_is_felt_besides_pain_stops_it_everywhere(wall: AtTheWall, where: str, what: Felt) -> None:
    getattr(wall, where)()
    wall.wait(2.0)
    wall.test.hurts()
    assert wall.test.outcome is None
    assert isinstance(wall.test.feels(what)[-1], Ended)
    assert wall.test.outcome == what
    assert wall.parts.store.tests() == []
    assert wall.parts.store.sessions()[0].how == "ended"


@pytest.mark.parametrize(("pain", "stops"), [(0, False), (5, False), (6, True), (10, True)])
def test_pain_stops_it_from_six_on(wall: AtTheWall, pain: int, stops: bool) -> None:
    wall.to_hold()
    wall.wait(5.0)
    wall.test.hurts()
    wall.test.answer_pain(pain)
    assert wall.test.outcome == ("pain" if stops else None)
    assert (wall.test.ended is not None) == stops
    if stops:
        [session] = wall.parts.store.sessions()
        assert (session.how, session.pain) == ("pain", pain)
    assert not wall.test.course.answers.holds, "a hold that was broken off is none"
    assert wall.parts.store.tests() == []


@pytest.mark.parametrize("where", ["to_contact", "to_hold", "to_tension"])
def test_one_that_is_ended_early_is_not_counted(wall: AtTheWall, where: str) -> None:
    getattr(wall, where)()
    wall.test.end()
    assert (wall.test.outcome, wall.parts.store.tests()) == (None, [])
    assert wall.parts.store.sessions()[0].how == "ended"


def test_one_that_is_put_down_stays_open(wall: AtTheWall) -> None:
    wall.to_hold()
    wall.test.close()
    assert (wall.test.outcome, wall.test.ended) == (None, None)
    assert wall.parts.store.sessions()[0].how is None


# --- asleep over a question ------------------------------------------------------------------------------------------


def test_an_answer_after_waking_goes_on_to_the_next_step(wall: AtTheWall) -> None:
    wall.to_contact()
    wall.answer(0)
    wall.clock.sleep_machine(600.0)
    events = wall.test.answer(1)
    assert [event.reason for event in events if isinstance(event, Paused)] == ["gap"]
    assert (wall.test.view().state, wall.test.view().interval.text) == ("running", "Take one step forward.")
    wall.wait(STEP_OUT)
    assert wall.test.is_held


def test_a_question_asked_right_after_waking_is_not_cut_off(wall: AtTheWall) -> None:
    wall.to_contact()
    wall.clock.sleep_machine(600.0)
    wall.answer(0)
    wall.wait(2.0)
    assert wall.voice.calls[-1] == ("say", HANDS)


def test_going_back_right_after_waking_does_not_cut_the_question_off(wall: AtTheWall) -> None:
    wall.to_contact()
    wall.answer(0)
    wall.clock.sleep_machine(600.0)
    wall.test.back()
    wall.wait(2.0)
    assert wall.voice.calls[-1] == ("say", HEAD)


def test_a_test_that_stands_at_a_question_is_answered_all_the_same(wall: AtTheWall) -> None:
    wall.to_contact()
    wall.test.pause()
    wall.answer(0, 1)
    assert wall.test.view().state == "running"
    assert wall.test.course.answers.checks == {"contact": {"head": 0, "hands": 1}}


def test_a_machine_that_sleeps_in_the_hold_takes_nothing_from_it(wall: AtTheWall) -> None:
    wall.to_hold()
    wall.wait(4.0)
    wall.clock.sleep_machine(600.0)
    wall.test.advance()
    assert wall.test.view().state == "paused"
    wall.test.go_on()
    wall.wait(3.0 + 5.0)
    wall.test.lost()
    assert wall.test.course.answers.holds == {"hold": pytest.approx(9.0)}


# --- asked afterwards, from memory -----------------------------------------------------------------------------------


def test_asked_afterwards_nothing_is_asked_at_the_wall_and_the_result_is_the_same(wall: AtTheWall) -> None:
    at_the_wall = wall.whole()
    wall.parts.store.keep(ASK_AFTERWARDS, True)
    wall.again()
    wall.test.start()
    seconds = 0.0
    while wall.test.asked is None:
        if wall.test.is_held and wall.test.view().elapsed >= 18.0:
            wall.test.lost()
        wall.wait(0.5)
        seconds += 0.5
    assert set(wall.test.held) == {3}
    assert seconds > SENTENCE + STEP_OUT + 18.0 + STEP_BACK
    assert wall.test.from_memory
    asked = []
    for reply in (0, 1, 0, 1, NECK_TENSE, 3.5):
        assert wall.test.asked is not None
        asked.append(type(wall.test.asked.step).__name__)
        wall.answer(reply)
    assert asked == ["CheckStep", "CheckStep", "RecheckStep", "RecheckStep", "RateStep", "MeasureStep"]
    kept = wall.test.outcome
    assert isinstance(kept, Kept)
    assert kept.result == replace(
        at_the_wall.result, hold_seconds=kept.result.hold_seconds, answers=kept.result.answers
    )
    assert how_afterwards(ENGLISH) in [said.text for said in wall.voice.said]


def test_when_the_questions_come_can_be_said_each_time(wall: AtTheWall) -> None:
    wall.parts.store.keep(ASK_AFTERWARDS, True)
    assert wall.parts.wall_test("wall-test").from_memory
    assert not wall.parts.wall_test("wall-test", afterwards=False).from_memory
    assert wall.parts.wall_test("wall-test", afterwards=True).from_memory


# --- what came of it, told aloud -------------------------------------------------------------------------------------


def told_at_the_end(wall: AtTheWall) -> list[str]:
    return [said.text for said in wall.voice.said if said.patience == RESULT_PATIENCE_SECONDS]


def test_the_result_is_told_where_the_screen_is_out_of_sight(wall: AtTheWall) -> None:
    wall.whole()
    neck = str(SMALL.areas["neck"].title)
    assert told_at_the_end(wall) == [
        "Contact: 3 of 4.",
        "You kept the shape for:",
        "18 seconds.",
        "Your places to start:",
        f"{neck}.",
    ]
    prepared = {line.text for line in wall.voice.prepared[0]}
    assert prepared >= set(told_at_the_end(wall))


def test_without_a_tense_place_that_is_told(wall: AtTheWall) -> None:
    wall.whole(tension={})
    assert told_at_the_end(wall)[-1] == "No area was tense enough to be a focus."


def test_nothing_is_told_of_a_test_that_was_ended(wall: AtTheWall) -> None:
    wall.to_tension()
    wall.test.end()
    assert told_at_the_end(wall) == []


def test_a_test_without_contact_or_rating_tells_its_hold_alone() -> None:
    held = replace(WALL_TEST, steps=tuple(step for step in WALL_TEST.steps if isinstance(step, SayStep | HoldStep)))
    wall = AtTheWall(catalogue=replace(SMALL, tests={"wall-test": held}))
    wall.test.start()
    wall.wait(60.0)
    assert told_at_the_end(wall) == ["You kept the shape for:", "30 seconds, to the end."]
    wall.parts.close()


def test_where_only_keys_are_heard_the_areas_are_read_with_theirs(wall: AtTheWall) -> None:
    wall.test = wall.parts.wall_test("wall-test", presses=False)
    wall.to_tension()
    titles = [str(SMALL.areas[ident].title) for ident in ("neck", "chest")]
    assert told_at_the_end(wall)[:2] == [f"1: {titles[0]}.", f"2: {titles[1]}."]
    assert told_at_the_end(wall)[-1] == "Enter: that is all."
    assert {line.text for line in wall.voice.prepared[-1]} >= set(told_at_the_end(wall))
