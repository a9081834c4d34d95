"""The wall test page from the first sentence to the routine that its result asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.conductor import Conductor
from coach.content.model import Figure, TestFigures, Text
from coach.session.exercised import LET_GO_SECONDS
from coach.settings import AGE, AGE_ASKED, SPEAKS
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.walltest.page import WallTestPage
from coach.ui.pages.walltest.sections import Sections
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.labels import Label
from coach.ui.widgets.teststeps import TestSteps
from coach.walltest.age import ToldAge
from tests.beside import every_day, slow
from tests.fakes import FakeVoice
from tests.ui.seeing import button, settle, texts
from tests.ui.session_parts import SMALL, WALL_TEST, WindowParts

Key = Qt.Key


class Walk:
    """A page, its clock and a person's keys."""

    def __init__(self, qtbot, look, size=(972, 760), *, passed=True, catalogue=SMALL) -> None:
        self.parts = WindowParts(catalogue)
        if passed:
            self.parts.store.add_safety(())
        self.page = WallTestPage(self.parts, look)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.covers: list[bool] = []
        self.page.cover.connect(self.covers.append)

    def key(self, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(self.page, key)

    def wait(self, seconds: float) -> None:
        while seconds > 1e-9:
            step = min(0.5, seconds)
            self.parts.clock.pass_time(step)
            self.page.advance()
            seconds -= step

    def to_contact(self) -> None:
        self.page.pages.intro.start_button.click()
        self.wait(5.0)

    def to_hold(self, *answers: Key) -> None:
        self.to_contact()
        self.key(*(answers or (Key.Key_1, Key.Key_2)))
        self.wait(4.0)

    def to_tension(self, held: float = 18.0, after: tuple[Key, ...] = (Key.Key_1, Key.Key_2)) -> None:
        self.to_hold()
        self.wait(held)
        self.key(Key.Key_A)
        self.wait(4.0)
        self.key(*after)

    def rate(self, **values: tuple[int, int]) -> None:
        for area, pair in values.items():
            self.page.pages.tension.rows[area].click()
            for scale, value in zip(self.page.pages.tension.scales, pair, strict=True):
                QTest.keyClick(scale, Key.Key_0 + value)
        self.page.pages.tension.done_button.click()

    def whole(self, held: float = 18.0, **values: tuple[int, int]) -> None:
        self.to_tension(held)
        self.rate(**(values or {"neck": (4, 6), "chest": (2, 1)}))
        self.page.pages.measure.skip_button.click()

    def result(self) -> dict:
        return self.parts.store.tests("wall-test")[0].result

    @property
    def words(self) -> str:
        return " ".join(label.text() for label in self.page.page.findChildren(Label))


@pytest.fixture
def walk(qtbot, look):
    made = Walk(qtbot, look)
    yield made
    made.page.leave()
    made.parts.store.close()


# --- a page that is open is not a test that runs ---


def test_a_question_left_open_lets_reminders_and_the_screen_go(walk):
    desk = walk.parts.desk
    walk.to_contact()
    assert (walk.parts.awake.held, desk.status().quiet) == ("30-second wall test", ("session",))
    walk.wait(LET_GO_SECONDS + walk.page.conductor.view().length + 1)
    assert (walk.parts.awake.held, desk.status().quiet) == (None, ())
    walk.key(Key.Key_1, Key.Key_2)
    assert (walk.parts.awake.held, desk.status().quiet) == ("30-second wall test", ("session",))


def test_a_result_left_open_keeps_nothing_back(walk):
    desk = walk.parts.desk
    walk.whole()
    assert walk.page.page is walk.page.pages.result
    assert (walk.parts.awake.held, desk.status().quiet) == (None, ())


def test_safety_questions_left_open_keep_nothing_back(qtbot, look):
    walk = Walk(qtbot, look, passed=False)
    desk = walk.parts.desk
    walk.page.pages.intro.start_button.click()
    assert walk.covers == [True]
    assert (walk.parts.awake.held, desk.status().quiet) == (None, ())
    walk.parts.store.close()


def test_an_answer_given_right_after_waking_goes_on_to_the_next_part(walk):
    walk.to_contact()
    walk.key(Key.Key_1)
    walk.parts.clock.sleep_machine(600)
    walk.key(Key.Key_2)
    assert walk.page.page is walk.page.pages.room
    assert walk.page.conductor.view().interval.step == walk.page.under_way.test.course.current.step_index
    assert walk.page.conductor.view().state == "running"


# --- the course ------------------------------------------------------------------------------------------------------


def test_the_sections_in_their_order(qapp):
    sections = Sections(WALL_TEST)
    assert sections.names == ("Contact", "Hold", "Carry-over", "Tension")
    assert [sections.where(index).at for index in range(len(WALL_TEST.steps))] == [0, 0, 1, 1, 2, 2, 3, 3]
    assert sections.done().at == 4
    assert sections.outline()[1][1] == "One step forward, the same shape, up to 30 seconds."


def test_before_it_begins_the_page_says_what_it_needs(walk):
    assert walk.page.page is walk.page.pages.intro
    for text in ("30-second wall test", "Barefoot.", "The same wall.", "Your first one."):
        assert text in walk.words


def test_everything_at_the_wall_fills_the_window_and_the_result_does_not(walk):
    walk.page.pages.intro.start_button.click()
    assert walk.page.page is walk.page.pages.room
    assert walk.page.pages.room.scene.caption == "Stand with your back to the wall."
    assert walk.page.pages.room.scene.part == (1, 4)
    walk.wait(5.0)
    assert walk.page.page is walk.page.pages.contact
    walk.key(Key.Key_1, Key.Key_1)
    assert walk.page.page is walk.page.pages.room
    walk.wait(4.0)
    assert walk.page.pages.room.scene.name == "Hold"
    walk.key(Key.Key_A)
    walk.wait(4.0)
    assert walk.page.page is walk.page.pages.contact
    walk.key(Key.Key_1, Key.Key_1)
    assert walk.page.page is walk.page.pages.tension
    walk.rate()
    assert walk.page.page is walk.page.pages.measure
    assert walk.covers == [True]
    walk.page.pages.measure.skip_button.click()
    assert walk.covers == [True, False]


def test_return_goes_on_before_the_sentence_is_over(walk):
    walk.page.pages.intro.start_button.click()
    walk.wait(1.0)
    walk.key(Key.Key_Return)
    assert walk.page.page is walk.page.pages.contact


@pytest.mark.parametrize(
    "key", [Key.Key_Space, Key.Key_5, *slow((Key.Key_Return, Key.Key_M, Key.Key_A, Key.Key_Right))]
)
def test_any_key_ends_the_hold(walk, key):
    walk.to_hold()
    walk.wait(12.0)
    assert (walk.page.pages.room.scene.number, walk.page.pages.room.scene.word) == ("12", "of 30 s")
    assert walk.page.pages.room.scene.action == "Shape lost? Any key"
    walk.key(key)
    assert walk.page.under_way.test.course.answers.holds["hold"] == pytest.approx(12.0)


def test_a_key_on_a_focused_button_ends_the_hold_too(walk):
    walk.to_hold()
    walk.wait(3.0)
    walk.page.pages.room.mute_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(walk.page.pages.room.mute_button, Key.Key_Space)
    assert walk.page.under_way.test.course.answers.holds["hold"] == pytest.approx(3.0)


def test_a_click_on_the_plate_ends_the_hold(walk, qtbot):
    walk.to_hold()
    walk.wait(7.0)
    qtbot.mouseClick(walk.page.pages.room.plate, Qt.MouseButton.LeftButton)
    assert walk.page.under_way.test.course.answers.holds["hold"] == pytest.approx(7.0)


def test_the_hold_ends_by_itself_at_its_length(walk):
    walk.to_hold()
    walk.wait(30.0)
    assert walk.page.under_way.test.course.answers.holds["hold"] == 30.0


@pytest.mark.parametrize(("held", "name"), [(19.0, "19 seconds"), (0.25, "Less than a second")])
def test_a_lost_shape_is_told_large_and_its_part_is_not_ticked(walk, held, name):
    walk.to_hold()
    walk.wait(held)
    walk.key(Key.Key_A)
    scene = walk.page.pages.room.scene
    assert (scene.name, scene.caption, scene.part, scene.cut) == (name, "Step back.", (3, 4), {1})
    walk.wait(4.0)
    settle()
    steps = next(steps for steps in walk.page.page.findChildren(TestSteps) if steps.isVisible())
    assert steps.accessibleName() == "Part 3 of 4: Carry-over. Hold: not to its end"
    walk.key(Key.Key_1, Key.Key_1)
    assert walk.page.under_way.where().cut == {1}


def test_a_hold_kept_to_its_end_has_its_tick(walk):
    walk.to_hold()
    walk.wait(30.0)
    assert (walk.page.pages.room.scene.name, walk.page.pages.room.scene.cut) == ("30 seconds, to the end", frozenset())


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Control, Key.Key_Escape])
def test_modifiers_and_escape_do_not_end_the_hold(walk, key):
    walk.to_hold()
    walk.wait(3.0)
    walk.key(key)
    assert "hold" not in walk.page.under_way.test.course.answers.holds


# --- the questions ---------------------------------------------------------------------------------------------------


def test_the_contact_check_by_keys_and_by_clicks(walk, qtbot):
    walk.to_contact()
    assert "Back of the head" in walk.words
    walk.key(Key.Key_3)
    assert "Backs of the hands" in walk.words
    qtbot.mouseClick(walk.page.pages.contact.rows[1], Qt.MouseButton.LeftButton)
    assert dict(walk.page.under_way.test.course.answers.checks["contact"]) == {"head": 2, "hands": 1}


def test_a_key_without_an_answer_does_nothing(walk):
    walk.to_contact()
    walk.key(Key.Key_4, Key.Key_9, Key.Key_X)
    assert walk.page.under_way.test.course.current.number == 1


def test_back_shows_the_point_before_with_its_answer(walk):
    walk.to_contact()
    assert not walk.page.pages.contact.back_button.isEnabled()
    walk.key(Key.Key_2)
    walk.page.pages.contact.back_button.click()
    assert walk.page.under_way.test.course.current.number == 1
    assert [row._was_given for row in walk.page.pages.contact.rows] == [False, True, False]
    walk.key(Key.Key_1, Key.Key_1)
    assert dict(walk.page.under_way.test.course.answers.checks["contact"]) == {"head": 0, "hands": 0}


def test_tab_walks_the_areas_left_and_right(walk, qtbot):
    walk.to_tension()
    tension = walk.page.pages.tension
    qtbot.waitUntil(tension.scales[1].isVisible)
    assert walk.page.page is tension
    seen = []
    for value in (Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_6):
        scale = tension.focusWidget()
        seen.append((tension.current, tension.scales.index(scale)))
        QTest.keyClick(scale, value)
        QTest.keyClick(scale, Key.Key_Tab)
    assert seen == [("neck", 0), ("neck", 1), ("chest", 0), ("chest", 1)]
    assert tension.values == {"neck": [3, 4], "chest": [5, 6]}
    tension.scales[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tension.scales[0], Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert (tension.current, tension.scales[1].hasFocus()) == ("neck", True)


def test_clicking_the_drawing_or_the_table_chooses_the_area(walk, qtbot):
    walk.to_tension()
    tension = walk.page.pages.tension
    tension.map.chosen.emit("chest")
    assert tension.current == "chest"
    qtbot.mouseClick(tension.rows["neck"], Qt.MouseButton.LeftButton)
    assert tension.current == "neck"
    assert tension.rows["neck"].accessibleName() == "Neck, base of the skull: left 0, right 0"


def test_the_person_s_left_is_at_the_right_of_the_front_and_at_the_left_of_the_back(walk):
    walk.to_tension()
    drawing = walk.page.pages.tension.map
    drawing.tell({"neck": (7, 2)}, "neck")
    assert (drawing._value("neck", 0, 1), drawing._value("neck", 0, -1)) == (7, 2)
    assert (drawing._value("neck", 1, -1), drawing._value("neck", 1, 1)) == (7, 2)


@pytest.mark.parametrize(("typed", "value"), [("3.5", 3.5), ("3,5", 3.5), ("0", 0.0), ("30", 30.0), ("", None)])
def test_a_measurement_is_taken(walk, typed, value):
    walk.to_tension()
    walk.rate()
    QTest.keyClicks(walk.page.pages.measure.field.edit, typed)
    QTest.keyClick(walk.page.pages.measure.field.edit, Key.Key_Return)
    assert walk.result()["answers"]["measures"] == {"occiput": value}


@pytest.mark.parametrize("typed", ["31", "three", *slow(("-1", "nan", "inf"))])
def test_a_measurement_that_cannot_be_is_explained(walk, typed):
    walk.to_tension()
    walk.rate()
    QTest.keyClicks(walk.page.pages.measure.field.edit, typed)
    walk.page.pages.measure.save_button.click()
    assert walk.page.page is walk.page.pages.measure
    assert walk.page.pages.measure.problem.text() == "Write a number from 0 to 30, such as 3.5."


# --- what the advice on bones needs to know, asked once ---


def test_the_age_is_asked_once_and_the_distance_read_by_it(walk):
    walk.to_tension()
    walk.rate()
    QTest.keyClicks(walk.page.pages.measure.field.edit, "7,5")
    QTest.keyClicks(walk.page.pages.measure.age.edit, "55")
    walk.page.pages.measure.save_button.click()
    assert walk.parts.store.get(AGE) == ToldAge(55, walk.parts.clock.wall().date())
    assert (
        "The back of your head is more than 5 cm from the wall. From the age of 50 it is worth asking a doctor"
        in walk.words
    )
    assert "Gap between skull and wall: 7.5 cm." in walk.words
    walk.page.pages.result.done_button.click()
    walk.to_tension()
    walk.rate()
    assert "Optional, and asked once" not in texts(walk.page.page)
    QTest.keyClicks(walk.page.pages.measure.field.edit, "8")
    walk.page.pages.measure.save_button.click()
    assert "Gap between skull and wall: 8 cm, 0.5 cm more than last time." in walk.words


@pytest.mark.parametrize("leave", ["skip_button", "save_button"])
def test_who_does_not_say_is_not_asked_again_and_not_advised(walk, leave):
    walk.to_tension()
    walk.rate()
    assert "Optional, and asked once" in walk.words
    getattr(walk.page.pages.measure, leave).click()
    assert (walk.parts.store.get(AGE), walk.parts.store.get(AGE_ASKED)) == (None, True)
    assert "bones" not in walk.words


def test_an_age_that_is_none_is_explained(walk):
    walk.to_tension()
    walk.rate()
    QTest.keyClicks(walk.page.pages.measure.age.edit, "fifty")
    walk.page.pages.measure.save_button.click()
    assert walk.page.pages.measure.problem.text() == "Write your age in whole years, or leave it out."
    assert not walk.parts.store.get(AGE_ASKED)


def test_who_has_become_shorter_is_advised_without_a_distance(walk):
    walk.to_tension()
    walk.rate()
    walk.page.pages.measure.shorter.click()
    walk.page.pages.measure.save_button.click()
    assert "You have become shorter than you were." in walk.words


# --- the result ------------------------------------------------------------------------------------------------------


def test_the_result_is_shown_and_kept(walk):
    walk.whole()
    assert walk.page.page is walk.page.pages.result
    kept = walk.result()
    assert (kept["contact"], kept["contact_most"]) == (3, 4)
    assert kept["hold_seconds"] == pytest.approx(18.0)
    assert (kept["carry_over"], kept["carry_over_most"]) == (1, 2)
    assert kept["focus"] == ["neck"]
    assert [ring.number for ring in walk.page.pages.result.rings] == ["18", "3", "1"]
    assert "a place to start, not a finding" in walk.words
    assert walk.parts.store.unfinished() is None


def test_a_change_under_two_points_is_called_noise(walk):
    walk.whole(neck=(4, 6), chest=(0, 0))
    walk.page.pages.result.done_button.click()
    assert "Last time" in walk.words
    walk.whole(held=21.0, neck=(4, 5), chest=(0, 0))
    assert "3 s longer than last time" in walk.words
    assert "A change under 2 points is noise." in walk.words
    assert "was 6" in walk.words


def test_a_change_of_two_points_may_be_real(walk):
    walk.whole(neck=(4, 8), chest=(0, 0))
    walk.page.pages.result.done_button.click()
    walk.whole(neck=(4, 6), chest=(0, 0))
    assert "2 less than last time. That may be real; see whether it stays." in walk.words


def test_the_focus_routine_is_one_click_away(walk, qtbot):
    walk.whole()
    with qtbot.waitSignal(walk.page.start_routine) as signal:
        walk.page.pages.result.start_button.click()
    assert signal.args == ["focus"]


def test_the_result_is_said_with_what_the_keyboard_comes_to(walk):
    walk.whole(held=19.0, neck=(4, 8), chest=(0, 0))
    result = walk.page.pages.result
    said = result.done_button.accessibleDescription()
    for sentence in ("Hold: 19 seconds of 30. ", "Shape lost after 19 s. ", "One focus area. ", ": 8."):
        assert said.count(sentence) == 1, said
    assert ". ." not in said
    settle()
    assert walk.page.window().focusWidget() is result.done_button
    assert result.verticalScrollBar().value() == 0, "what was measured is seen first"


def test_a_ready_made_routine_for_the_area_stands_below_it(walk, qtbot):
    walk.whole()
    with qtbot.waitSignal(walk.page.pages.result.to.routine) as signal:
        button(walk.page.page, "Mixed bag").click()
    assert signal.args == ["mixed"]


def test_without_tension_there_is_no_focus_area(walk):
    walk.whole(neck=(2, 2), chest=(0, 1))
    assert "No focus area" in walk.words
    assert "No area was at 3 or more." in walk.words
    assert walk.page.pages.result.start_button is None


def test_the_last_result_can_be_seen_again(walk):
    walk.whole()
    walk.page.pages.result.done_button.click()
    walk.page.pages.intro.last_button.click()
    assert walk.page.page is walk.page.pages.result
    assert [ring.number for ring in walk.page.pages.result.rings] == ["18", "3", "1"]


# --- stopping --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["to_contact", "to_hold", "to_tension"])
def test_h_asks_everywhere(walk, where):
    getattr(walk, where)()
    QTest.keyClick(walk.page.focusWidget() or walk.page, Key.Key_H)
    assert walk.page.ask.question.name == "pain"


def test_strong_pain_stops_the_test_and_nothing_is_counted(walk):
    walk.to_hold()
    walk.key(Key.Key_H)
    QTest.keyClick(walk.page.ask.scale, Key.Key_7)
    QTest.keyClick(walk.page.ask.scale, Key.Key_Return)
    assert walk.page.page is walk.page.pages.stopped
    assert "Pain of 6 or more is too much: stop here." in walk.words
    assert walk.covers[-1] is False
    assert walk.parts.store.tests() == []
    assert walk.parts.store.sessions()[0].pain == 7


@pytest.mark.parametrize(
    ("value", "sentence"), [("dizzy", "You feel dizzy: stop here"), ("tingling", "Your arm tingles: stop here")]
)
def test_dizziness_and_tingling_stop_it_whatever_the_number(walk, value, sentence):
    walk.to_contact()
    walk.page.pages.contact.hurts.emit()
    walk.page.ask.buttons[value].click()
    assert walk.page.page is walk.page.pages.stopped
    assert sentence in walk.words
    assert "Call your emergency number now." in walk.words
    walk.page.pages.stopped.done_button.click()
    assert walk.page.page is walk.page.pages.intro
    assert walk.parts.store.tests() == []


def test_little_pain_goes_on_where_it_was(walk):
    walk.to_hold()
    walk.wait(5.0)
    walk.key(Key.Key_H)
    QTest.keyClick(walk.page.ask.scale, Key.Key_2)
    QTest.keyClick(walk.page.ask.scale, Key.Key_Return)
    assert walk.page.pages.room.scene.name == "Ready"
    walk.wait(3.0)
    assert walk.page.pages.room.scene.number == "5"


@pytest.mark.parametrize("is_paused", [False, True])
def test_what_hurt_by_mistake_leaves_the_hold_as_it_was(walk, is_paused):
    walk.to_hold()
    walk.wait(5.0)
    if is_paused:
        walk.page.command(Conductor.pause)
    walk.key(Key.Key_H)
    QTest.keyClick(walk.page.ask.scale, Key.Key_Escape)
    assert walk.page.conductor.view().state == ("paused" if is_paused else "reentry")
    announcer = walk.page.announcer
    assert (announcer._waiting or announcer.said[-1]).startswith("Paused") == is_paused


def test_escape_asks_and_an_ended_test_is_not_counted(walk):
    walk.to_hold()
    walk.key(Key.Key_Escape)
    assert walk.page.ask.question.name == "end"
    QTest.keyClick(walk.page.ask.focusWidget(), Key.Key_Escape)
    walk.wait(3.0)
    walk.key(Key.Key_Escape)
    walk.page.ask.buttons["end"].click()
    assert walk.page.page is walk.page.pages.intro
    assert walk.parts.store.tests() == []


def test_a_hold_that_stood_stands_again_where_the_test_is_not_to_end(walk):
    walk.to_hold()
    walk.wait(5.0)
    walk.page.command(Conductor.pause)
    walk.key(Key.Key_Escape)
    QTest.keyClick(walk.page.ask.focusWidget(), Key.Key_Escape)
    assert walk.page.conductor.view().state == "paused"
    announcer = walk.page.announcer
    assert (announcer._waiting or announcer.said[-1]).startswith("Paused")


def test_escape_just_as_the_test_comes_to_its_end_asks_nothing(qtbot, look):
    up_to_the_hold = replace(WALL_TEST, steps=WALL_TEST.steps[:4])
    walk = Walk(qtbot, look, catalogue=replace(SMALL, tests={"wall-test": up_to_the_hold}))
    walk.to_hold()
    walk.wait(29.0)
    walk.parts.clock.pass_time(1.5)
    walk.key(Key.Key_Escape)
    assert walk.page.page is walk.page.pages.result
    assert walk.page.ask.question is None
    walk.parts.store.close()


def test_a_question_goes_with_the_test_that_is_put_down(walk):
    walk.to_hold()
    walk.key(Key.Key_Escape)
    walk.page.leave()
    walk.page.show_intro()
    assert walk.page.ask.question is None
    assert walk.page.ask.isHidden()


def test_a_sleeping_machine_pauses_the_hold(walk):
    walk.to_hold()
    walk.wait(4.0)
    walk.parts.clock.pass_time(900.0)
    walk.page.advance()
    assert walk.page.pages.room.scene.name == "Paused"
    walk.key(Key.Key_Space)
    walk.wait(3.0)
    assert walk.page.pages.room.scene.number == "4"


@pytest.mark.parametrize("why", ["slept", "left"])
def test_a_question_left_alone_for_long_is_still_answered(walk, why):
    """The answer is what counts, not whether the timeline stood still meanwhile."""
    walk.to_contact()
    walk.key(Key.Key_1)
    if why == "slept":
        walk.parts.clock.pass_time(900.0)
        walk.page.advance()
    else:
        walk.page.hide()
        walk.page.show()
    assert walk.page.conductor.view().state == "paused"
    walk.key(Key.Key_1)
    assert walk.page.page is walk.page.pages.room
    assert walk.page.pages.room.scene.caption == "Take one step forward."


def test_the_hold_waits_when_its_window_is_closed(walk):
    walk.to_hold()
    walk.wait(5.0)
    walk.page.hide()
    walk.wait(20.0)
    walk.page.show()
    assert walk.page.pages.room.scene.name == "Paused"


# --- before the first one, and looks ---------------------------------------------------------------------------------


def test_the_safety_questions_come_before_the_first_test(qtbot, look):
    walk = Walk(qtbot, look, passed=False)
    walk.page.pages.intro.start_button.click()
    asked = walk.page.page
    assert walk.covers == [True]
    QTest.keyClick(asked, Key.Key_Return)
    for _ in range(3):
        asked.list.none_row.click()
        QTest.keyClick(asked, Key.Key_Return)
    QTest.keyClick(asked, Key.Key_Return)
    assert walk.page.page is walk.page.pages.room
    walk.page.leave()
    walk.parts.store.close()


def test_leaving_the_safety_questions_starts_nothing(qtbot, look):
    walk = Walk(qtbot, look, passed=False)
    walk.page.pages.intro.start_button.click()
    QTest.keyClick(walk.page.page, Key.Key_Escape)
    assert walk.page.page is walk.page.pages.intro
    assert not walk.page.is_running
    assert walk.covers == [True, False]
    walk.parts.store.close()


_LOOKS = [
    (theme, size, scale)
    for theme in ("light", "dark", "contrast")
    for size, scale in (((972, 760), 1.0), ((716, 560), 1.0), ((716, 560), 2.0))
]
_EVERYDAY = (("light", (972, 760), 1.0), ("dark", (716, 560), 2.0))


@pytest.mark.parametrize(("theme", "size", "scale"), every_day(_EVERYDAY, _LOOKS, of_several=True))
def test_every_page_shows_in_every_look(qtbot, qapp, theme, size, scale):
    walk = Walk(qtbot, WindowLook(theme, scale, reduced_motion=True), size)
    walk.whole()
    pages = walk.page.pages
    for page in (pages.intro, pages.contact, pages.tension, pages.measure, pages.result):
        walk.page.pages.show_page(page)
        qapp.processEvents()
        assert page.content.width() <= page.width(), page
        assert not page.grab().isNull()
    walk.page.leave()
    walk.parts.store.close()


# --- a small window --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), [((716, 560), 1.0), ((716, 560), 2.0), ((972, 760), 1.0)])
def test_this_hurts_is_seen_at_any_size(qtbot, size, scale):
    walk = Walk(qtbot, WindowLook("light", scale, reduced_motion=True), size)
    for go_on in (walk.to_contact, lambda: walk.key(Key.Key_1, Key.Key_1)):
        go_on()
        if walk.page.page is walk.page.pages.room:
            walk.wait(4.0)
            walk.key(Key.Key_A)
            walk.wait(4.0)
            walk.key(Key.Key_1, Key.Key_1)
        shown = walk.page.page
        assert shown in (walk.page.pages.contact, walk.page.pages.tension)
        settle()
        hurts = button(shown, "This hurts")
        below = hurts.mapTo(shown, QPoint(0, hurts.height()))
        assert below.y() <= shown.height()
        assert hurts.visibleRegion().boundingRect().height() == hurts.height()
    qtbot.mouseClick(button(walk.page.page, "This hurts"), Qt.MouseButton.LeftButton)
    walk.page.leave()
    walk.parts.store.close()


# --- which test, and who shows it ---


@pytest.mark.parametrize(("order", "first"), [(1, "wall-test"), (3, "arms"), (None, "arms")])
def test_the_page_is_that_of_the_test_whose_author_puts_it_first(qtbot, look, order, first):
    arms = replace(WALL_TEST, id="arms", title=Text("Arms up"), order=2)
    tests = {"arms": arms, "wall-test": replace(WALL_TEST, order=order)}
    walk = Walk(qtbot, look, catalogue=replace(SMALL, tests=tests))
    assert walk.page.test.id == first
    walk.parts.store.close()


def test_a_test_is_shown_by_the_figures_that_its_file_names(qtbot, look):
    figures = {name: Figure(name, Text(name), "standing", {}) for name in ("tall", "forward")}
    shown = replace(WALL_TEST, figures=TestFigures(wall="tall", step="forward"))
    walk = Walk(qtbot, look, catalogue=replace(SMALL, tests={"wall-test": shown}, figures=figures))

    def now() -> str:
        figure, _ = walk.page.under_way.scenes.figure_now(walk.page.conductor.view(), walk.parts.library.catalogue)
        return figure.id if figure else ""

    walk.page.pages.intro.start_button.click()
    seen = [now()]
    walk.wait(5.0)
    walk.key(Key.Key_1, Key.Key_2)
    seen.append(now())
    walk.wait(4.0)
    seen.append(now())
    walk.key(Key.Key_A)
    seen.append(now())
    assert seen == ["tall", "forward", "forward", "tall"]
    walk.page.leave()
    walk.parts.store.close()


def test_a_result_goes_with_its_day(walk):
    walk.whole()
    walk.page.appear()
    assert walk.page.page is walk.page.pages.result
    walk.parts.clock.sleep_machine(24 * 3600)
    walk.page.appear()
    assert walk.page.page is walk.page.pages.intro
    button(walk.page, "See it again").click()
    walk.page.appear()
    assert walk.page.page is walk.page.pages.result


def test_whoever_is_asked_to_the_test_finds_it_in_the_place_of_a_result(walk):
    walk.whole()
    walk.page.invite()
    assert walk.page.page is walk.page.pages.intro
    walk.to_contact()
    walk.page.invite()
    assert walk.page.page is walk.page.pages.contact


def test_its_calendar_is_on_its_first_page(walk):
    walk.page.show_intro()
    settle()
    (calendar,) = [one for one in walk.page.findChildren(Button) if one.text() == "Calendar" and one.isVisible()]
    calendar.click()
    settle()
    assert any("The first is " in text for text in texts(walk.page.pages.intro))


def test_the_choice_of_its_times_comes_into_view(qtbot, walk):
    walk.page.resize(972, 480)
    walk.page.show_intro()
    settle()
    (calendar,) = [one for one in walk.page.findChildren(Button) if one.text() == "Calendar" and one.isVisible()]
    calendar.click()
    settle()
    intro = walk.page.pages.intro
    save = button(intro, "Save the calendar")
    qtbot.waitUntil(lambda: intro.viewport().rect().contains(save.mapTo(intro.viewport(), save.rect().center())))


# --- told to who does not see it --------------------------------------------------------------------------------------


class Told(Walk):
    """The same with somebody who speaks, and what reaches a screen reader."""

    def __init__(self, qtbot, look, speaks) -> None:
        super().__init__(qtbot, look)
        self.voice = self.parts.voice = FakeVoice()
        self.parts.store.keep(SPEAKS, speaks)
        self.sentences: list[str] = []
        self.page.announcer.say = self.say
        self.waiting: list[str] = []
        self.page.telling.tell = lambda text, after: self.waiting.append(text) if after else self.say(text)
        self.page.telling.hush = self.waiting.clear

    def say(self, text: str, *, matters: bool = False) -> None:
        if matters or self.sentences[-1:] != [text]:
            self.sentences.append(text)

    def key(self, *keys: Key) -> None:
        """Whoever answers has heard the question."""
        for key in keys:
            if self.page.page is self.page.pages.contact:
                self.wait(12.0)
            super().key(key)

    def wait(self, seconds: float) -> None:
        self.sentences += self.waiting
        self.waiting.clear()
        super().wait(seconds)

    @property
    def spoken(self) -> list[str]:
        return [said.text for said in self.voice.said]


@pytest.fixture
def told(qtbot, look):
    running: list[Told] = []

    def begin(speaks) -> Told:
        running.append(Told(qtbot, look, speaks))
        return running[-1]

    yield begin
    for one in running:
        one.page.leave()
        one.parts.store.close()


def test_in_a_test_the_reader_asks_and_says_what_the_coach_would(told):
    reader = told("reader")
    reader.to_hold()
    reader.wait(20.0)
    assert reader.spoken == []
    for sentence in ("Stand with your back to the wall.", "Backs of the hands.", "Take one step forward."):
        assert reader.sentences.count(sentence) == 1, sentence
    assert reader.sentences.count("15 seconds left") == 1
    assert not any(": " in sentence and "Does it touch" in sentence for sentence in reader.sentences)


def test_in_a_test_no_step_is_announced_where_the_coach_speaks(told):
    coach = told("coach")
    coach.to_hold()
    coach.wait(25.0)
    assert coach.sentences == []
    assert "Backs of the hands." in coach.spoken


def test_in_a_test_both_say_it_once(told):
    both = told("both")
    both.to_hold()
    assert both.spoken.count("Backs of the hands.") == both.sentences.count("Backs of the hands.") == 1


def test_before_anybody_was_asked_the_questions_are_announced_as_they_stand(told):
    unset = told(None)
    unset.to_contact()
    unset.wait(12.0)
    assert "Back of the head. Does it touch the wall?" in unset.sentences
    assert "Does it touch the wall?" in unset.spoken


def test_where_a_screen_reader_goes_through_the_scales_nothing_is_read_beside_it(told):
    reader = told("reader")
    reader.to_tension()
    assert reader.sentences[-1] == "Where do you feel the most tension?"
    said = len(reader.sentences)
    reader.wait(30.0)
    assert len(reader.sentences) == said
    assert not reader.page.under_way.test.in_turn.is_lighting


def test_with_the_result_no_question_is_asked_any_more(walk, in_a_rush):
    walk.to_tension()
    walk.rate(neck=(4, 6))
    assert walk.page.announcer._waiting == "Gap between skull and wall"
    walk.page.pages.measure.skip_button.click()
    assert walk.page.page is walk.page.pages.result
    assert walk.page.announcer._waiting == ""
    assert walk.page.pages.result.done_button.accessibleDescription().startswith("Hold: ")


@pytest.mark.parametrize("speaks", ["coach", "reader", "both", None])
def test_a_pause_of_a_test_is_said_once(told, speaks):
    running = told(speaks)
    running.page.pages.intro.start_button.click()
    running.wait(1.0)
    running.key(Key.Key_Space)
    running.key(Key.Key_Space)
    assert len([sentence for sentence in running.sentences if sentence.startswith("Paused")]) == 1


def test_w_says_what_is_asked_which_question_it_is_and_what_is_chosen(told):
    running = told("coach")
    running.to_contact()
    running.key(Key.Key_1, Key.Key_W)
    answers = "1: Easily. 2: With effort. 3: No."
    assert running.sentences[-1] == f"Question 2 of 2. Backs of the hands. Does it touch the wall? {answers}"
    running.key(Key.Key_Left, Key.Key_W)
    assert running.sentences[-1].endswith(f"{answers} Your answer before: Easily.")
    running.key(Key.Key_1, Key.Key_2)
    running.wait(4.0)
    running.key(Key.Key_W)
    assert running.page.under_way.test.just_held is not None, "in the hold every key ends it"
    running.wait(8.0)
    running.key(Key.Key_1, Key.Key_2)
    page = running.page.pages.tension
    QTest.keyClick(page.scales[0], Key.Key_4)
    QTest.keyClick(page.scales[0], Key.Key_W)
    assert running.sentences[-1].startswith("Where do you feel the most tension? Question 1 of 2.")
    assert "left, 0 to 10: 4" in running.sentences[-1]
    page.done_button.click()
    running.page.setFocus()
    running.key(Key.Key_W)
    assert running.sentences[-1].startswith("Gap between skull and wall: not chosen yet.")
    running.page.pages.measure.field.edit.setText("3")
    running.key(Key.Key_W)
    assert running.sentences[-1].startswith("Gap between skull and wall: 3 cm.")


@pytest.mark.parametrize("speaks", ["reader", *slow(("coach", "both"))])
@pytest.mark.parametrize("over", [Key.Key_Escape, Key.Key_H])
def test_whoever_comes_back_to_a_question_hears_it_by_the_name_of_the_page(told, over, speaks):
    sitting = told(speaks)
    page = sitting.page
    assert page.accessibleName() == "Wall test"
    sitting.to_contact()
    for key, question in ((Key.Key_1, "Back of the head. Does it"), (None, "Backs of the hands. Does it")):
        Walk.key(sitting, over)
        settle()
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
        assert page.ask.question is None
        assert page.hasFocus()
        assert question in page.accessibleName()
        if key is not None:
            sitting.key(key)
    page.leave()
    page.setFocus()
    page.pages.intro.start_button.setFocus()
    settle()
    assert page.accessibleName() == "Wall test"
