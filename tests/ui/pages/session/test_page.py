"""The session page, driven by real keys and clicks over a clock that only moves when told."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from coach.conductor import Conductor
from coach.content.model import ExerciseStep, Progress, Routine, Text
from coach.session.exercised import LET_GO_SECONDS
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.session.conducted import FRAME_MS, STILL_FRAME_MS
from coach.ui.pages.session.page import SessionPage
from tests.beside import slow
from tests.fakes import troubled
from tests.ui.painted import left_over, painted
from tests.ui.pixels import colours, pixels
from tests.ui.seeing import texts
from tests.ui.session_parts import EXERCISES, MIXED, SMALL, WindowParts, exercise

Key = Qt.Key
# indices in the timeline of `mixed`
PREPARE, ANGEL, REST, PLANK, OWN, WALL_SIT, SAY = 0, 1, 2, 5, 7, 9, 12


class Session:
    """A page under way, and what a test does to it."""

    def __init__(self, qtbot, look, size=(1180, 760), *, muted=False, catalogue=SMALL) -> None:
        self.parts = WindowParts(catalogue, muted=muted)
        self.page = SessionPage(self.parts, look)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        self.page.begin(self.parts.timeline("routine", "mixed"))
        self.closed = []
        self.page.closed.connect(lambda: self.closed.append(True))

    def key(self, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(self.page.ask.focusWidget() if self.page.ask.question else self.page, key)

    def type_into(self, widget, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(widget, key)

    def wait(self, seconds: float) -> None:
        """Time passes in steps that no player takes for a sleeping machine."""
        while seconds > 1e-9:
            step = min(0.5, seconds)
            self.parts.clock.pass_time(step)
            self.page.advance()
            seconds -= step

    def skip_to(self, index: int) -> None:
        while self.index < index:
            self.key(Key.Key_Right)

    @property
    def state(self) -> str:
        return self.page.conductor.view().state

    @property
    def index(self) -> int:
        return self.page.conductor.view().index

    @property
    def shown(self):
        return self.page.view_page

    def record(self):
        return self.parts.store.sessions()[0]


@pytest.fixture
def session(qtbot, look):
    running = Session(qtbot, look)
    yield running
    running.page.leave()
    running.parts.store.close()


def test_it_begins_with_the_preparation_and_shows_what_comes(session):
    assert session.index == PREPARE
    assert session.shown.ring.number == "5"
    assert session.shown.stage.scene.title == "Wall angel"
    assert session.shown.next_card.words == "Wall angel, 4 repetitions"


def test_the_clock_moves_it_and_nothing_else(session):
    session.wait(5.0)
    assert session.index == ANGEL
    session.wait(2.0)
    assert session.shown.ring.number == "18"
    assert session.shown.ring.word == "Hold"
    assert session.shown.pips.shown == (1, 4)
    assert session.shown.ring.share == pytest.approx(0.9)


def test_the_caption_is_what_was_said_and_goes_with_its_part(session):
    assert session.shown.stage.caption == "Mixed bag. First: Wall angel."
    session.wait(5.0)
    assert session.shown.stage.caption != "Mixed bag. First: Wall angel."


def test_space_pauses_and_goes_on_after_three_seconds(session):
    session.wait(7.0)
    session.key(Key.Key_Space)
    assert session.state == "paused"
    assert session.shown.stage.scene.title == "Take your time."
    assert session.shown.stage.scene.lines == ("Stand tall.", "Slide your arms up.", "Slide them down.")
    assert session.shown.stage.caption == "Space goes on, after three seconds to get ready."
    assert (session.shown.ring.number, session.shown.ring.word) == ("18", "Paused")
    assert session.shown.ring.is_still
    assert session.shown.controls.pause_button.accessibleName() == "Go on"
    session.key(Key.Key_Space)
    assert session.state == "reentry"
    assert (session.shown.ring.number, session.shown.ring.word) == ("3", "Ready")
    session.wait(3.0)
    assert session.state == "running"
    assert session.shown.ring.number == "18"
    assert not session.shown.ring.is_still


def test_a_pause_looks_like_one(session):
    session.wait(7.0)
    session.page.resize(1180, 760)
    theme = session.shown._look.theme
    assert theme.accent.name() in colours(pixels(session.shown.ring))
    assert theme.accent.name() in colours(pixels(session.shown.strip))
    session.key(Key.Key_Space)
    for still in (session.shown.ring, session.shown.strip):
        assert theme.accent.name() not in colours(pixels(still))
    session.key(Key.Key_R)
    session.page.room.resize(1180, 760)
    assert session.page.room.scene.is_still
    assert (session.page.room.scene.number, session.page.room.scene.over) == ("18", "left")


def test_a_pause_does_not_count(session):
    session.wait(7.0)
    session.key(Key.Key_Space)
    session.wait(60.0)
    session.key(Key.Key_Space)
    session.wait(3.0)
    assert session.shown.ring.number == "18"


def test_arrows_skip_and_go_back(session):
    session.key(Key.Key_Right)
    assert session.index == ANGEL
    session.wait(4.0)
    session.key(Key.Key_Left)
    assert (session.index, session.shown.ring.number) == (ANGEL, "20")
    session.key(Key.Key_Left)
    assert session.index == PREPARE


@pytest.mark.parametrize("key", [Key.Key_Plus, Key.Key_Equal])
def test_plus_adds_ten_seconds(session, key):
    session.key(key)
    assert session.shown.ring.number == "15"


def test_a_sleeping_machine_is_told_as_the_reason(session):
    session.wait(6.0)
    session.parts.clock.pass_time(600.0)
    session.page.advance()
    assert session.state == "paused"
    assert session.shown.stage.scene.title == "The session waited for you."
    assert "10 minutes" in session.shown.stage.scene.lines[0]


def test_every_button_does_what_its_key_does(session, qtbot):
    controls = session.shown.controls
    session.skip_to(ANGEL)
    qtbot.mouseClick(controls.more_button, Qt.MouseButton.LeftButton)
    assert session.shown.ring.number == "30"
    qtbot.mouseClick(controls.pause_button, Qt.MouseButton.LeftButton)
    assert session.state == "paused"
    qtbot.mouseClick(controls.skip_button, Qt.MouseButton.LeftButton)
    assert session.index == REST
    qtbot.mouseClick(controls.back_button, Qt.MouseButton.LeftButton)
    assert session.index == ANGEL
    qtbot.mouseClick(controls.hurts_button, Qt.MouseButton.LeftButton)
    assert session.page.ask.question.name == "pain"


def test_a_focused_button_keeps_space_but_gives_up_the_arrows(session):
    button = session.shown.controls.more_button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Key.Key_Right)
    assert session.index == ANGEL
    QTest.keyClick(button, Key.Key_Space)
    assert session.state == "running"
    assert session.shown.ring.number == "30"


# --- open parts ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_own_pace_ends_with_done(session, key):
    session.skip_to(OWN)
    assert session.shown.action.isVisible()
    assert session.shown.action.text() == "Done"
    assert not session.shown.controls.pause_button.is_main
    session.wait(90.0)
    assert session.index == OWN
    session.key(key)
    assert session.index == OWN + 1
    assert not session.shown.action.isVisible()


@pytest.mark.parametrize("key", [Key.Key_L, Key.Key_Return, Key.Key_A, Key.Key_Down, Key.Key_9])
def test_as_long_as_possible_counts_up_and_any_obvious_key_ends_it(session, key):
    session.skip_to(WALL_SIT)
    session.wait(12.0)
    assert (session.shown.ring.number, session.shown.ring.word) == ("12", "of 60 s")
    session.key(key)
    assert session.index == WALL_SIT + 1


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Control, Key.Key_Alt])
def test_a_modifier_alone_ends_nothing(session, key):
    session.skip_to(WALL_SIT)
    session.key(key)
    assert session.index == WALL_SIT


def test_a_wait_goes_on_with_a_click(session, qtbot):
    session.skip_to(SAY)
    qtbot.mouseClick(session.shown.action, Qt.MouseButton.LeftButton)
    assert session.page.conductor.ended.how == "finished"


# --- this hurts ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pain", [6, 7, 10])
def test_pain_of_six_or_more_ends_kindly(session, pain):
    session.wait(8.0)
    session.key(Key.Key_H)
    scale = session.page.ask.scale
    session.type_into(scale, *([Key.Key_1, Key.Key_0] if pain == 10 else [Key.Key_0 + pain]), Key.Key_Return)
    assert session.page.conductor.ended.how == "pain"
    assert session.page._stack.currentWidget() is session.page.finish
    assert session.record().pain == pain
    assert session.page.finish.pain is None


@pytest.mark.parametrize("pain", [0, 3])
def test_little_pain_goes_on_after_the_countdown(session, pain):
    session.wait(8.0)
    session.key(Key.Key_H)
    assert session.state == "asking-pain"
    session.type_into(session.page.ask.scale, Key.Key_0 + pain, Key.Key_Return)
    assert session.state == "reentry"


@pytest.mark.parametrize(
    ("value", "state", "index"),
    [("on", "reentry", ANGEL), ("skip", "reentry", REST), ("stop", "ended", ANGEL)],
)
def test_pain_of_four_or_five_offers_gently_or_stop(session, value, state, index):
    session.wait(8.0)
    session.key(Key.Key_H)
    session.type_into(session.page.ask.scale, Key.Key_5, Key.Key_Return)
    assert session.page.ask.question.name == "gently"
    session.page.ask.buttons[value].click()
    assert (session.state, session.index) == (state, index)


def told_last(session) -> str:
    """What a screen reader is told last, or is about to be."""
    announcer = session.page.announcer
    return announcer._waiting or announcer.said[-1]


@pytest.mark.parametrize("way", ["Escape", "By mistake"])
def test_by_mistake_it_goes_on_as_before_and_nothing_is_kept(session, way):
    session.wait(8.0)
    session.key(Key.Key_H)
    if way == "Escape":
        session.type_into(session.page.ask.scale, Key.Key_7, Key.Key_Escape)
    else:
        session.page.ask.buttons["nothing"].click()
    assert session.state == "reentry"
    assert not session.page.is_asking
    assert session.parts.store.past()[0].pains == ()
    session.wait(3.0)
    assert session.state == "running"


def test_by_mistake_a_pause_stays_and_says_so(session):
    session.wait(8.0)
    session.key(Key.Key_Space)
    before = session.shown.stage.scene
    session.key(Key.Key_H)
    session.type_into(session.page.ask.scale, Key.Key_Escape)
    assert session.state == "paused"
    assert session.shown.stage.scene == before
    assert told_last(session).startswith("Paused.")


def test_who_leaves_open_how_to_go_on_hears_that_it_waits(session):
    session.wait(8.0)
    hurt(session, Key.Key_5)
    QTest.keyClick(session.page.ask.buttons["on"], Key.Key_Escape)
    assert session.state == "paused"
    assert told_last(session).startswith("Paused. Go on gently, or stop.")


@pytest.fixture
def offered(qtbot, look):
    """A session of a routine that has levels, with one for recovery beside it."""
    strong = replace(MIXED, progress=Progress())
    lean = exercise("lean", "Wall lean", for_seconds=15.0)
    exercises = {**EXERCISES, "lean": lean, "plank": replace(EXERCISES["plank"], easier="lean")}
    gentle = Routine(id="gentle", title=Text("Gentle bag"), goal="recovery", steps=(ExerciseStep("angel"),))
    routines = {"mixed": strong, "gentle": gentle}
    running = Session(qtbot, look, catalogue=replace(SMALL, routines=routines, exercises=exercises))
    yield running
    running.page.leave()
    running.parts.store.close()


def hurt(session, pain: Key) -> None:
    session.key(Key.Key_H)
    session.type_into(session.page.ask.scale, pain, Key.Key_Return)


def chosen(session) -> list[tuple[str, str, str]]:
    return [(one.routine, one.exercise, one.what) for one in session.parts.store.choices()]


@pytest.mark.parametrize("pain", [Key.Key_4, Key.Key_5])
@pytest.mark.parametrize("is_kept", [False, True])
def test_what_hurts_some_is_the_easier_one_from_here_on(offered, pain, is_kept):
    offered.skip_to(PLANK)
    offered.wait(1.0)
    hurt(offered, pain)
    ask = offered.page.ask
    assert list(ask.buttons) == ["easier", "on", "skip", "instead", "stop"]
    assert ask.buttons["easier"].text() == "Easier: Wall lean"
    assert ask.tick.text() == "The easier one the next times, too"
    if is_kept:
        QTest.keyClick(ask.tick, Key.Key_Space)
    QTest.keyClick(ask.buttons["easier"], Key.Key_Return)
    assert offered.state == "reentry"
    assert offered.page.conductor.view().interval.exercise == "lean"
    assert offered.shown.next_card.words == "Wall lean, 0:15"
    assert offered.shown.stage.caption == (
        "Wall lean from here on, and the next times." if is_kept else "Wall lean from here on, this time only."
    )
    assert chosen(offered) == ([("mixed", "plank", "easier")] if is_kept else [])
    assert [(one.exercise, one.pain) for one in offered.parts.store.past()[0].pains] == [("plank", pain - Key.Key_0)]
    offered.wait(3.0 + 10.0 + 15.0)
    assert [(one.exercise, one.named, one.outcome) for one in offered.parts.store.past()[0].work][2:] == [
        ("plank", "plank", "skipped"), ("lean", "plank", "done")
    ]  # fmt: skip
    assert "from here on" not in offered.shown.stage.caption


def test_what_hurts_can_be_easier_the_next_times_alone(offered):
    offered.skip_to(PLANK)
    hurt(offered, Key.Key_4)
    offered.page.ask.tick.click()
    offered.page.ask.buttons["on"].click()
    assert (offered.state, offered.index) == ("reentry", PLANK)
    assert chosen(offered) == [("mixed", "plank", "easier")]


def test_where_no_exercise_is_easier_less_of_it_can_be_kept(offered):
    offered.wait(8.0)  # the angel
    hurt(offered, Key.Key_4)
    assert list(offered.page.ask.buttons) == ["on", "skip", "instead", "stop"]
    assert offered.page.ask.tick.text() == "Easier the next times"
    offered.page.ask.tick.click()
    offered.page.ask.buttons["skip"].click()
    assert chosen(offered) == [("mixed", "angel", "easier")]
    assert offered.index == REST


def test_tab_comes_to_what_can_be_ticked(offered):
    offered.skip_to(PLANK)
    hurt(offered, Key.Key_4)
    ask = offered.page.ask
    assert ask.focusWidget() is ask.buttons["easier"]
    QTest.keyClick(ask.focusWidget(), Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert ask.focusWidget() is ask.tick


@pytest.mark.parametrize("by", ["key", "button", "room"])
def test_one_key_takes_the_easier_one_and_keeps_it_and_another_takes_it_back(offered, by):
    offered.skip_to(PLANK)
    offered.wait(1.0)
    if by == "room":
        offered.key(Key.Key_R)
    if by == "button":
        offered.shown.easier_button.click()
    else:
        offered.key(Key.Key_E)
    assert offered.page.conductor.view().interval.exercise == "lean"
    assert (offered.state, chosen(offered)) == ("running", [("mixed", "plank", "easier")])
    offered.wait(1.0)
    if by == "button":
        offered.shown.harder_button.click()
    else:
        offered.key(Key.Key_D)
    assert offered.page.conductor.view().interval.exercise == "plank"
    assert chosen(offered) == [("mixed", "plank", "easier"), ("mixed", "plank", "reset")]
    assert offered.shown.easier_button.toolTip() == "Easier exercise (E)"
    assert offered.shown.harder_button.toolTip() == "Harder exercise (D)"


def test_a_key_that_can_change_nothing_now_says_what_it_kept_or_that_there_is_nothing(offered, session):
    offered.key(Key.Key_E)  # the angel, which has nothing easier
    assert offered.shown.stage.caption == "Wall angel from the next time on: half as much."
    assert offered.index == PREPARE
    session.key(Key.Key_E)
    assert session.shown.stage.caption == "There is nothing easier in its place. Skip it, or go gently."
    session.key(Key.Key_D)
    assert session.shown.stage.caption == "There is nothing harder in its place."
    assert chosen(session) == []


def test_back_leads_from_the_easier_one_to_what_was_before_it(offered):
    offered.skip_to(PLANK)
    offered.wait(1.0)
    offered.key(Key.Key_E)
    offered.key(Key.Key_Left)
    assert (offered.index, offered.page.conductor.view().interval.exercise) == (PLANK, "plank")


def test_the_strip_and_the_end_know_what_took_over(offered):
    offered.skip_to(PLANK)
    offered.wait(1.0)
    offered.key(Key.Key_E)
    offered.wait(26.0)
    assert "Wall lean" in [offered.shown.strip._titles[one.exercise] for one in offered.shown.strip._groups]
    offered.key(Key.Key_Escape)
    offered.page.ask.buttons["end"].click()
    assert "1 of 5 exercises" in " ".join(texts(offered.page.finish))


def test_the_band_that_was_used_is_kept_and_stands_in_the_routine_the_next_time(qtbot, look):
    plank = replace(EXERCISES["plank"], needs=("band",))
    own = replace(EXERCISES["own"], needs=("band",))
    exercises = {**EXERCISES, "plank": plank, "own": own}
    running = Session(qtbot, look, catalogue=replace(SMALL, exercises=exercises))
    running.skip_to(PLANK)
    running.wait(31.0)
    running.key(Key.Key_Escape)
    running.page.ask.buttons["end"].click()
    fields = running.page.finish.loads.fields
    assert list(fields) == ["plank"], "what was not done is not asked for"
    QTest.keyClicks(fields["plank"].edit, "blue band")
    running.page.finish.save_button.click()
    assert running.closed == [True]
    timeline = running.parts.timeline("routine", "mixed")
    assert {one.load for one in timeline.intervals if one.exercise == "plank"} == {"blue band"}
    running.parts.store.close()


@pytest.mark.parametrize("pain", [Key.Key_6, Key.Key_9])
def test_who_stopped_for_pain_is_asked_nothing_of_a_band(qtbot, look, pain):
    angel = replace(EXERCISES["angel"], needs=("band",))
    running = Session(qtbot, look, catalogue=replace(SMALL, exercises={**EXERCISES, "angel": angel}))
    running.wait(40.0)
    hurt(running, pain)
    assert "1 of 5 exercises" in " ".join(texts(running.page.finish))
    assert running.page.finish.loads is None
    running.page.leave()
    running.parts.store.close()


def test_something_gentler_ends_kindly_and_leads_there(offered):
    offered.skip_to(PLANK)
    hurt(offered, Key.Key_5)
    led = []
    offered.page.instead.connect(led.append)
    assert offered.page.ask.buttons["instead"].text() == "Gentle bag instead"
    offered.page.ask.buttons["instead"].click()
    assert offered.page.conductor.ended.how == "ended"
    assert led == [], "the questions at the end come first"
    offered.page.finish.skip_button.click()
    assert (offered.closed, led) == ([True], ["gentle"])


def test_where_nothing_is_gentler_or_easier_neither_is_offered(session):
    session.wait(8.0)
    hurt(session, Key.Key_4)
    assert list(session.page.ask.buttons) == ["on", "skip", "stop"]


def test_a_session_that_was_ended_otherwise_leads_nowhere(offered):
    led = []
    offered.page.instead.connect(led.append)
    hurt(offered, Key.Key_5)
    offered.page.ask.buttons["stop"].click()
    offered.page.finish.skip_button.click()
    assert (offered.closed, led) == ([True], [])


@pytest.mark.parametrize(("number", "kept"), [(None, []), (Key.Key_2, [2])])
def test_who_stops_at_the_pain_question_stops_for_pain_whatever_the_number(session, number, kept):
    """Sharp or spreading pain is to stop for; the next session and the questions have to know of it."""
    session.wait(8.0)
    session.key(Key.Key_H)
    if number is not None:
        session.type_into(session.page.ask.scale, number)
    session.page.ask.buttons["stop"].click()
    assert session.page.conductor.ended.how == "pain"
    [past] = session.parts.store.past()
    assert (past.how, [pain.pain for pain in past.pains]) == ("pain", kept)


def test_return_without_a_number_answers_nothing(session):
    session.key(Key.Key_H)
    session.type_into(session.page.ask.scale, Key.Key_Return)
    assert session.page.ask.question is not None


def test_the_keys_of_the_session_sleep_while_it_asks(session):
    session.wait(8.0)
    session.key(Key.Key_H)
    session.type_into(session.page.ask.scale, Key.Key_Space, Key.Key_M, Key.Key_R, Key.Key_Plus)
    assert session.state == "asking-pain"
    assert session.page._stack.currentWidget() is session.shown


def test_tab_stays_inside_the_question(session):
    session.wait(8.0)
    session.key(Key.Key_H)
    ask = session.page.ask
    session.type_into(ask.scale, Key.Key_2)
    seen = []
    for _ in range(5):
        seen.append(ask.focusWidget())
        QTest.keyClick(ask.focusWidget(), Key.Key_Tab)
    assert seen[0] is ask.scale
    assert seen[4] is ask.scale
    assert set(seen[1:4]) == set(ask.buttons.values())


# --- ending ----------------------------------------------------------------------------------------------------------


def test_escape_asks_before_it_ends_and_waits_meanwhile(session):
    session.wait(7.0)
    session.key(Key.Key_Escape)
    assert session.state == "paused"
    session.key(Key.Key_Escape)
    assert session.state == "reentry"
    session.wait(3.0)
    session.key(Key.Key_Escape)
    session.page.ask.buttons["end"].click()
    assert session.page.conductor.ended.how == "ended"


@pytest.mark.parametrize("way", ["Escape", "Go on"])
def test_what_was_paused_is_paused_again_where_it_is_not_to_end(session, way):
    session.wait(7.0)
    session.key(Key.Key_Space)
    session.key(Key.Key_Escape)
    ask = session.page.ask
    assert ask.question.name == "end"
    if way == "Escape":
        QTest.keyClick(ask.focusWidget(), Key.Key_Escape)
    else:
        ask.buttons["on"].click()
    assert session.state == "paused"
    announcer = session.page.announcer
    assert (announcer._waiting or announcer.said[-1]).startswith("Paused")
    session.key(Key.Key_Space)
    assert session.state == "reentry"


def test_escape_just_as_the_session_comes_to_its_end_asks_nothing(qtbot, look):
    plank_alone = replace(MIXED, steps=(ExerciseStep("plank"),))
    session = Session(qtbot, look, catalogue=replace(SMALL, routines={"mixed": plank_alone}))
    session.wait(34.0)
    session.parts.clock.pass_time(1.5)
    session.key(Key.Key_Escape)
    assert session.page.conductor.ended.how == "finished"
    assert session.page.ask.question is None
    session.page.leave()
    session.parts.store.close()


def test_the_whole_routine_ends_well_and_is_written_down(session, qtbot):
    session.skip_to(SAY)
    session.key(Key.Key_Return)
    finish = session.page.finish
    assert session.page._stack.currentWidget() is finish
    session.type_into(finish.effort, Key.Key_4)
    session.type_into(finish.pain, Key.Key_1)
    qtbot.mouseClick(finish.save_button, Qt.MouseButton.LeftButton)
    assert session.closed == [True]
    record = session.record()
    assert (record.how, record.effort, record.pain) == ("finished", 4, 1)


@pytest.fixture
def rising(qtbot, look):
    """A session of one exercise, in a routine that has levels."""
    alone = replace(MIXED, steps=(ExerciseStep("plank"),), progress=Progress())
    running = Session(qtbot, look, catalogue=replace(SMALL, routines={"mixed": alone}))
    running.skip_to(1)
    yield running
    running.page.leave()
    running.parts.store.close()


@pytest.mark.parametrize(
    ("effort", "pain", "sentence"),
    [
        (Key.Key_8, Key.Key_0, "Harder than meant: the same next time."),
        (Key.Key_4, Key.Key_4, "Because of some pain, Plank will be the same next time."),
        (Key.Key_4, Key.Key_6, "Because it hurt, Plank will be a level easier next time."),
        (Key.Key_4, Key.Key_0, "It went well: the same next time."),
    ],
)
@pytest.mark.parametrize("way", [*slow(("click", "return")), "escape"])
def test_what_follows_is_told_once_the_answers_are_kept(rising, qtbot, effort, pain, sentence, way):
    rising.wait(31.0)
    finish = rising.page.finish
    rising.type_into(finish.effort, effort)
    rising.type_into(finish.pain, pain)
    finish.save_button.click()
    assert rising.closed == []
    assert rising.record().effort == effort - Key.Key_0, "kept before anything is read"
    assert not rising.page.is_running
    assert sentence in texts(finish)
    assert finish.done_button.accessibleDescription() == sentence, "said with the button"
    assert sentence not in (*rising.page.announcer.said, rising.page.announcer._waiting), "and so not twice"
    assert not finish.effort.isVisible()
    if way == "click":
        qtbot.mouseClick(finish.done_button, Qt.MouseButton.LeftButton)
    else:
        assert finish.focusWidget() is finish.done_button
        QTest.keyClick(finish.done_button, Key.Key_Return if way == "return" else Key.Key_Escape)
    assert rising.closed == [True]


def test_who_answers_nothing_is_told_nothing(rising):
    rising.wait(31.0)
    rising.page.finish.save_button.click()
    assert rising.closed == [True]


def test_the_questions_at_the_end_may_be_left_out(session):
    session.key(Key.Key_Escape)
    session.page.ask.buttons["end"].click()
    QTest.keyClick(session.page.finish, Key.Key_Escape)
    assert session.closed == [True]
    assert (session.record().effort, session.record().pain) == (None, None)


def test_leaving_without_an_end_can_be_resumed(session):
    session.wait(30.0)
    session.page.leave()
    found = session.parts.store.unfinished()
    assert found is not None
    assert found.next_interval == REST
    session.page.begin(session.parts.timeline("routine", "mixed"), found.next_interval, found.id)
    assert session.index == REST


def test_a_session_that_goes_on_knows_what_was_skipped_and_what_was_done_before(session):
    session.key(Key.Key_Right, Key.Key_Right)  # the preparation and the first set of the angel
    session.wait(30.0)  # rest and second set
    session.page.leave()
    found = session.parts.store.unfinished()
    assert found is not None
    session.page.begin(session.parts.timeline("routine", "mixed"), found.next_interval, found.id)
    strip = session.shown.strip
    assert [strip.fate(segment) for segment in strip._segments[:4]] == ["skipped", "skipped", "done", "done"]
    session.key(Key.Key_Escape)
    session.page.ask.buttons["end"].click()
    shown = texts(session.page.finish)
    assert "Mixed bag: 30 seconds, 1 of 5 exercises." in shown
    assert session.record().seconds == pytest.approx(30.0)


def test_a_session_that_was_skipped_to_its_end_says_so(session):
    while session.state != "ended":
        session.key(Key.Key_Right)
    shown = texts(session.page.finish)
    assert "Mixed bag: 0 seconds, 0 of 5 exercises." in shown
    assert "Well done." not in shown


# --- sound, room, full screen ----------------------------------------------------------------------------------------


def test_m_switches_the_sound_and_keeps_it_so(session):
    session.key(Key.Key_M)
    assert session.parts.cues.muted
    assert session.parts.store.setting("muted") is True
    assert session.shown.mute_button.accessibleName() == "Sound on"
    session.key(Key.Key_M)
    assert not session.parts.cues.muted


@pytest.mark.parametrize("muted", [True, False])
def test_the_button_tells_the_truth_in_a_run_that_was_started_muted(qtbot, look, muted):
    running = Session(qtbot, look, muted=muted)
    button = running.shown.mute_button
    for expected in (muted, not muted, muted):
        assert button.accessibleName() == ("Sound on" if expected else "Sound off")
        assert running.parts.muted is expected
        running.key(Key.Key_M)
    running.page.leave()
    running.parts.store.close()


def test_r_changes_to_the_room_and_back(session):
    session.wait(7.0)
    session.key(Key.Key_R)
    assert session.page._stack.currentWidget() is session.page.room
    assert session.page.room.scene.name == "Wall angel"
    assert session.page.room.scene.number == "18"
    session.key(Key.Key_R)
    assert session.page._stack.currentWidget() is session.shown


def test_in_the_room_any_key_goes_on_with_open_parts(session):
    session.skip_to(OWN)
    session.key(Key.Key_R)
    assert session.page.room.scene.action == "Done: any key"
    session.key(Key.Key_X)
    assert session.index == OWN + 1


def test_f_fills_the_screen_and_back(session):
    session.key(Key.Key_F)
    assert session.page.isFullScreen()
    session.key(Key.Key_F)
    assert not session.page.isFullScreen()


def test_missing_sound_is_said_and_stops_nothing(session):
    session.parts.cues.trouble = troubled("There is no sound device.")
    session.wait(7.0)
    assert session.shown.trouble.text() == "There is no sound device."
    assert session.state == "running"


NO_DEVICE = "There is no sound: no device could be opened. Connect or switch one on. (No such device)"


@pytest.mark.parametrize("size", [(1180, 760), (1280, 720), (1000, 700), (800, 560)])
def test_what_is_wrong_with_sound_is_shown_whole(qtbot, look, size):
    session = Session(qtbot, look, size)
    session.parts.cues.trouble = troubled(NO_DEVICE)
    session.wait(7.0)
    label = session.shown.trouble
    if session.shown.is_large:  # then it wraps where the rest scrolls
        label = session.shown.scrolled.trouble
    assert label.isVisible()
    assert label.text() == NO_DEVICE
    assert label.heightForWidth(label.width()) <= label.height()
    others = (session.shown.easier_button, session.shown.close_button)
    assert not any(label.geometry().intersects(other.geometry()) for other in others if not session.shown.is_large)
    session.page.leave()
    session.parts.store.close()


def test_timers_wake_it_often_enough_and_rest_in_a_pause(session):
    assert session.page._wake.isActive()
    assert session.page._wake.interval() <= 1000
    session.key(Key.Key_Space)
    assert not session.page._wake.isActive()


def test_what_stands_is_looked_at_less_often(session):
    session.wait(7.0)
    assert session.page._frame.interval() == FRAME_MS
    session.key(Key.Key_Space)
    assert session.page._frame.interval() == STILL_FRAME_MS
    session.key(Key.Key_Space)
    assert session.page._frame.interval() == FRAME_MS


def test_in_a_set_only_ring_strip_and_figure_are_painted(session):
    session.wait(7.0)
    shown = session.shown
    with painted(session.page) as found:
        for _ in range(10):
            session.wait(0.03)
    beside = (shown.controls, shown.next_card, shown.pips, *shown.buttons)
    assert found.times[shown.ring] > 0
    assert not [widget for widget in beside if found.times[widget]]


A_SHADE = 70
"""The edge of the ring's arc is a little other with each of its lengths (tests/ui/widgets/test_ring.py)."""


def test_another_repetition_paints_its_words_and_pips_alone(session):
    session.wait(7.0)
    shown, before = session.shown, session.shown._subtitle
    with painted(session.page) as found:
        for _ in range(12):
            session.wait(0.5)
    assert shown._subtitle != before
    assert found.times[shown.pips] > 0
    assert not [widget for widget in (shown.controls, shown.next_card) if found.times[widget]]
    assert left_over(session.page) <= A_SHADE


def test_what_is_amiss_is_asked_a_few_times_a_second(session, monkeypatch):
    asked = []
    monkeypatch.setattr(Conductor, "trouble", property(lambda _conductor: asked.append(1)))
    session.wait(7.0)
    asked.clear()
    for _ in range(30):
        session.parts.clock.pass_time(1 / 30)
        session.page.show_moment()
    assert 3 <= len(asked) <= 5


def test_a_closed_window_pauses_and_shows_so_when_it_is_back(session):
    session.wait(7.0)
    session.page.hide()
    assert session.state == "paused"
    assert not session.page._frame.isActive()
    session.page.show()
    assert session.shown.stage.scene.overline == "Paused"


# --- a page that is open is not a session that runs ---


def test_the_screen_is_kept_on_while_it_is_exercised_and_not_at_the_end_page(session):
    assert session.parts.awake.held == "Mixed bag"
    session.key(Key.Key_Escape)
    session.page.ask.buttons["end"].click()
    assert session.page._stack.currentWidget() is session.page.finish
    assert session.parts.awake.held is None


def test_a_pause_of_some_minutes_lets_the_screen_go_and_space_takes_it_again(session):
    session.wait(8.0)
    session.key(Key.Key_Space)
    assert session.page._let_go.isActive()
    assert session.page._let_go.interval() == LET_GO_SECONDS * 1000
    session.wait(LET_GO_SECONDS - 1)
    assert session.parts.awake.held == "Mixed bag"
    session.wait(1)
    assert session.parts.awake.held is None
    assert not session.page._let_go.isActive()
    session.key(Key.Key_Space)
    assert session.parts.awake.held == "Mixed bag"
    assert not session.page._let_go.isActive()
    assert session.page._wake.isActive()


def test_a_pause_that_is_long_between_two_looks_is_let_go_too(qtbot, session, monkeypatch):
    session.key(Key.Key_Space)
    session.wait(LET_GO_SECONDS - 1)
    painting = session.page.show_moment

    def takes_a_second() -> None:
        painting()
        session.parts.clock.pass_time(1)

    monkeypatch.setattr(session.page, "show_moment", takes_a_second)
    session.page.advance()
    monkeypatch.undo()
    assert session.parts.awake.held == "Mixed bag", "it was looked at a second before"
    qtbot.waitUntil(lambda: session.parts.awake.held is None)
    assert not session.page._let_go.isActive()


@pytest.mark.parametrize("leaves", ["ask_end", "hurts", "hide"])
def test_whatever_is_left_open_over_it_is_let_go_too(session, leaves):
    session.wait(8.0)
    getattr(session.page, leaves)()
    session.wait(LET_GO_SECONDS)
    assert session.parts.awake.held is None


def test_a_set_at_ones_own_pace_that_is_left_open_is_let_go_too(session):
    session.skip_to(OWN)
    session.wait(session.page.conductor.view().length + LET_GO_SECONDS - 1)
    assert session.parts.awake.held == "Mixed bag"
    session.wait(2)
    assert session.parts.awake.held is None
    session.key(Key.Key_Return)
    assert session.parts.awake.held == "Mixed bag"


def test_one_space_goes_on_after_the_machine_slept_in_a_pause(session):
    session.wait(8.0)
    session.key(Key.Key_Space)
    session.parts.clock.sleep_machine(600)
    session.key(Key.Key_Space)
    session.wait(4.0)
    assert session.state == "running"


# --- looks -----------------------------------------------------------------------------------------------------------


def test_every_control_has_a_name_and_can_be_reached(session):
    for button in session.shown.buttons:
        assert button.accessibleName() or button is session.shown.action
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_step_changes_are_announced_but_not_in_a_rush(session, in_a_rush):
    announcer = session.page.announcer
    assert announcer.said == ["Get ready. First: Wall angel"]
    session.skip_to(OWN)
    assert len(announcer.said) == 1
    assert announcer._waiting == "Push-up. 6 repetitions, at your own pace"


@pytest.mark.parametrize("theme", ["contrast", *slow(("light", "dark"))])
@pytest.mark.parametrize(
    ("size", "scale"), [((1180, 760), 1.0), ((800, 560), 1.0), ((800, 560), 2.0), ((1600, 1000), 2.0)]
)
def test_nothing_overlaps_in_any_look(qtbot, qapp, theme, size, scale):
    running = Session(qtbot, WindowLook(theme, scale, reduced_motion=True), size)
    for index in (PREPARE, ANGEL, PLANK, OWN, SAY):
        running.skip_to(index)
        shown = running.shown
        row = [button for button in shown.controls.buttons if button.parentWidget() is shown.controls]
        for one, other in itertools.pairwise(row):
            assert one.geometry().right() < other.geometry().left(), (one.text(), other.text())
        inside = [shown.ring, shown.controls]
        inside += [shown.scrolled, shown.scrolled.name] if shown.is_large else [shown.stage, shown.next_card]
        inside += [shown.action] if shown.action.isVisible() else [shown.pips]
        for widget in inside:
            assert shown.rect().contains(widget.geometry())
        assert not shown.grab().isNull()
    running.page.leave()
    running.parts.store.close()


def test_the_room_says_what_comes_next_and_that_space_pauses(session):
    session.key(Key.Key_R)
    session.wait(7.0)
    assert (session.page.room.scene.hint, session.page.room.scene.after) == (
        "Space pauses",
        "Next: Rest 10 s, then set 2",
    )
    session.key(Key.Key_Space)
    assert (session.page.room.scene.hint, session.page.room.scene.action) == ("", "Space goes on")
    session.key(Key.Key_Space)
    session.wait(3.5)
    session.skip_to(OWN)
    session.wait(0.5)
    assert session.page.room.scene.hint == "", "here a key has another meaning, which the plate tells"


def test_what_was_said_in_work_grows_old_in_the_room(session):
    session.page.conductor.caption = "Halfway."
    session.page.conductor._caption_at = session.parts.clock.monotonic()
    assert session.page.conductor.caption_for(3.0) == "Halfway."
    session.wait(3.5)
    assert session.page.conductor.caption_for(3.0) == "Halfway.", "what leads to work stays until it begins"
    session.wait(2.0)
    session.page.conductor.caption = "Halfway."
    session.page.conductor._caption_at = session.parts.clock.monotonic()
    session.wait(2.5)
    assert session.page.conductor.caption_for(3.0) == "Halfway."
    session.wait(1.0)
    assert session.page.conductor.caption_for(3.0) == ""


def test_a_note_stands_below_the_figure_while_nothing_else_is_said(qtbot, look):
    noted = replace(MIXED, steps=(replace(MIXED.steps[0], note=Text("Heels on the line.")), *MIXED.steps[1:]))
    session = Session(qtbot, look, catalogue=replace(SMALL, routines={"mixed": noted}))
    session.wait(0.5)
    assert session.shown.stage.caption == "Mixed bag. First: Wall angel."
    session.wait(4.0)
    assert session.shown.stage.caption == "Heels on the line.", "while it comes"
    session.wait(2.0)
    assert session.shown.stage.caption == "Heels on the line.", "and while it is done"
    session.key(Key.Key_R)
    assert session.page.room.scene.caption == "Heels on the line."
    session.key(Key.Key_R)
    session.key(Key.Key_Space)
    assert session.shown.stage.caption != "Heels on the line.", "a pause says how to go on"
    session.key(Key.Key_Space)
    session.wait(3.5)
    session.skip_to(PLANK)
    session.wait(4.0)
    assert session.shown.stage.caption != "Heels on the line."


# --- told to who does not see it --------------------------------------------------------------------------------------


def told(session) -> str:
    return " ".join((*session.page.announcer.said, session.page.announcer._waiting))


def test_pause_sound_and_where_it_stands_are_told(session):
    session.wait(8.0)
    session.key(Key.Key_Space)
    session.key(Key.Key_M)
    session.key(Key.Key_W)
    for sentence in ("Paused", "Sound off", "Wall angel. Set 1 of 2", "Next: "):
        assert sentence in told(session)


def test_a_question_is_a_dialog_with_its_title_and_says_its_text_once(session):
    session.wait(8.0)
    session.key(Key.Key_H)
    ask = session.page.ask
    interface = QAccessible.queryAccessibleInterface(ask)
    assert interface.role() == QAccessible.Role.Dialog
    assert interface.text(QAccessible.Text.Name) == "How much does it hurt?"
    assert any("stop, whatever the number" in label.text() for label in ask.findChildren(QLabel))
    assert not ask.accessibleDescription(), "a reader reads the dialog as it gets the keyboard"
    assert "Paused" not in told(session), "the question says itself"


def test_at_the_end_no_step_is_said_any_more(session, in_a_rush):
    session.skip_to(OWN)
    assert session.page.announcer._waiting.startswith("Push-up.")
    session.key(Key.Key_Escape)
    session.page.ask.buttons["end"].click()
    assert session.page.finish is not None
    assert "Push-up" not in session.page.announcer._waiting


def test_the_end_says_how_it_went_as_it_opens(session):
    session.key(Key.Key_Escape)
    session.page.ask.buttons["end"].click()
    finish = session.page.finish
    assert QAccessible.queryAccessibleInterface(finish).role() == QAccessible.Role.Dialog
    assert finish.accessibleName() == "That counts too."
    assert not finish.accessibleDescription()


def test_what_stands_in_the_view_throws_its_shadow_on_it(session, look):
    """The view has its ground painted before, not over, what its parts paint on it."""
    session.page.setPalette(look.palette())  # as its window does
    card, picture = session.shown.next_card.geometry(), session.page.grab().toImage()
    ratio = picture.devicePixelRatio()
    high = round((card.bottom() + 4) * ratio)
    below, ground = (picture.pixelColor(round(x * ratio), high) for x in (card.center().x(), 2))
    assert below.lightness() < ground.lightness()


def test_a_session_to_which_the_keyboard_comes_back_is_called_what_it_is_and_not_the_last_sentence(qtbot, session):
    session.wait(8.0)
    session.key(Key.Key_H)
    qtbot.waitUntil(lambda: session.page.accessibleName() == session.page._sitting.timeline.title)
