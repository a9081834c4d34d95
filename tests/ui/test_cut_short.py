"""A session cut short, its routine edited meanwhile, and the person back at the window: by clicks alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coach.content.model import DoseLayer, ExerciseStep, Routine, Text
from coach.ui.window import MainWindow
from coach.words.history import as_text
from tests.ui.parts import FakeParts, shipped
from tests.ui.seeing import button, texts

TRIPLE = DoseLayer(sets=1, reps=2, move=1.0, hold=1.0, back=1.0)
BEFORE = ("chin-tuck", "wall-angel", "doorway-stretch", "scapular-squeeze")
IN_FRONT = ("scapular-squeeze", "chin-tuck", "wall-angel", "doorway-stretch")


def mine(*exercises: str) -> Routine:
    still = DoseLayer(sets=1, for_seconds=20.0, sides="none")
    steps = tuple(ExerciseStep(name, still if name == "doorway-stretch" else TRIPLE) for name in exercises)
    return Routine("mine", Text("Mine"), steps, prepare=3.0, between=3.0)


class Sitting:
    """A person who leaves in the third exercise and comes back to Today."""

    def __init__(self, qtbot, look) -> None:
        self.qtbot = qtbot
        self.parts = FakeParts()
        self.parts.store.add_safety(())
        self.edit(*BEFORE)
        self.window = MainWindow(self.parts, look)
        qtbot.addWidget(self.window, before_close_func=lambda widget: widget.hide())
        self.window.show()

    def edit(self, *exercises: str) -> None:
        """The routine's file is another one from now on; without exercises it is gone."""
        routines = {"mine": mine(*exercises)} if exercises else {}
        self.parts.library.catalogue = replace(shipped(), routines=routines)

    def leave_in_the_third(self, *, skipped: tuple[int, ...] = ()) -> None:
        self.window.start("routine", "mine")
        while self.index < 5:
            if self.index in skipped:
                self.page.skip()
            self.wait(0.5)
        self.window.leave_session()

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.5)):
            self.parts.clock.pass_time(0.5)
            self.page.advance()

    def click(self, word: str) -> None:
        self.qtbot.mouseClick(button(self.today, word), Qt.MouseButton.LeftButton)

    @property
    def today(self):
        self.window.go("today")
        return self.window.pages["today"]

    @property
    def page(self):
        return self.window.covers.page

    @property
    def index(self) -> int:
        return self.page.conductor.view().index

    @property
    def at(self) -> str:
        return self.page.conductor.view().interval.exercise

    def fates(self) -> dict[str, str]:
        """What the strip says of the work of each exercise."""
        self.page.show_moment()
        strip, found = self.page.view_page.strip, {}
        for segment in strip._segments:
            interval = self.page.conductor.timeline.intervals[segment.first]
            if segment.kind == "work":
                found[interval.exercise] = strip.fate(segment)
        return found

    def recorded(self) -> dict[int, set[tuple]]:
        """Everything that the store holds under each number."""
        found: dict[int, set[tuple]] = {}
        for record in self.parts.store.sessions():
            for row in self.parts.store.intervals(record.id):
                found.setdefault(row.index, set()).add((record.id, row.kind, row.exercise, row.set, row.side))
        return found


@pytest.fixture
def sitting(qtbot, look):
    return Sitting(qtbot, look)


def test_it_goes_on_at_its_exercise_though_another_stands_in_front_by_now(sitting):
    sitting.leave_in_the_third()
    sitting.edit(*IN_FRONT)
    assert "4 of 8 parts done" in texts(sitting.today)
    sitting.click("Go on")
    assert sitting.at == "doorway-stretch"
    fates = sitting.fates()
    assert (fates["chin-tuck"], fates["wall-angel"]) == ("done", "done")
    assert fates["scapular-squeeze"] != "done"
    assert fates["doorway-stretch"] != "done"


def test_what_was_recorded_stays_what_it_was_and_it_is_one_session_of_one_length(sitting):
    sitting.leave_in_the_third()
    before = sitting.recorded()
    sitting.edit(*IN_FRONT)
    sitting.click("Go on")
    sitting.wait(30.0)
    (record,) = sitting.parts.store.sessions()
    after = sitting.recorded()
    assert {index: after[index] for index in before} == before
    assert all(len(names) == 1 for names in after.values()), "a number names one thing"
    works = [row.exercise for row in sitting.parts.store.intervals(record.id) if row.kind == "work"]
    assert works == ["chin-tuck", "wall-angel", "doorway-stretch"]
    assert record.how == "finished"
    assert record.seconds == pytest.approx(3 + 6 + 3 + 6 + 3 + 20, abs=0.5)
    assert sitting.page.conductor.spent_seconds == pytest.approx(record.seconds)
    assert "Mine: 41 seconds, 3 of 4 exercises." in texts(sitting.page.finish)
    assert len(as_text(sitting.parts.store.history()).splitlines()) == 1


def test_a_session_that_went_on_in_an_edited_routine_is_offered_again(sitting):
    sitting.leave_in_the_third()
    sitting.edit(*IN_FRONT, "band-pull-apart")
    sitting.click("Go on")
    sitting.wait(26.0)
    assert sitting.at == "band-pull-apart"
    sitting.window.leave_session()
    assert "6 of 10 parts done" in texts(sitting.today)
    sitting.click("Go on")
    assert sitting.at == "band-pull-apart"
    assert len(sitting.parts.store.sessions()) == 1


def test_where_the_place_is_not_to_be_found_its_beginning_is_offered(sitting):
    sitting.leave_in_the_third()
    (cut,) = sitting.parts.store.sessions()
    sitting.edit("doorway-stretch", "chin-tuck", "wall-angel")
    shown = texts(sitting.today)
    assert "It has changed meanwhile, so it can only be begun anew." in shown
    assert not [text for text in shown if "parts done" in text]
    sitting.click("Begin anew")
    assert (sitting.index, sitting.page.conductor.view().outcomes) == (0, {})
    newest, oldest = sitting.parts.store.sessions()
    assert (oldest.id, oldest.how, oldest.seconds) == (cut.id, "abandoned", cut.seconds)
    assert (newest.how, newest.seconds) == (None, 0.0)


def test_going_on_is_not_begun_anew_without_a_word(sitting):
    sitting.leave_in_the_third()
    today = sitting.today
    sitting.edit("band-pull-apart")
    button(today, "Go on").click()
    assert sitting.page is None
    assert "Mine has changed meanwhile; it can only be begun anew." in texts(sitting.window)
    assert button(today, "Begin anew")


def test_the_same_routine_made_shorter_begins_no_second_time_in_the_same_record(sitting):
    sitting.leave_in_the_third()
    sitting.edit("chin-tuck", "wall-angel")
    assert sitting.window.covers.page is None
    sitting.click("Begin anew")
    assert [len(sitting.parts.store.intervals(one.id)) for one in sitting.parts.store.sessions()] == [0, 5]


def test_skipped_parts_are_not_said_to_be_done(sitting):
    sitting.leave_in_the_third(skipped=(1,))
    assert "4 of 8 parts done, 1 skipped" in texts(sitting.today)
    sitting.edit(*IN_FRONT)
    sitting.window.pages["today"].refresh()
    assert "3 of 8 parts done, 1 skipped" in texts(sitting.today)


def test_a_routine_that_is_gone_or_broken_offers_no_going_on(sitting):
    sitting.leave_in_the_third()
    sitting.edit()
    assert "It is not there any more." in texts(sitting.today)
    for word in ("Go on", "Begin anew"):
        with pytest.raises(LookupError):
            button(sitting.today, word)
    sitting.window.beginning.anew()
    assert sitting.page is None
    sitting.click("Leave it")
    assert "Cut short" not in texts(sitting.today)


def test_all_parts_walked_through_and_killed_before_the_end_is_nothing_to_go_on_with(sitting):
    sitting.leave_in_the_third()
    (record,) = sitting.parts.store.sessions()
    intervals = sitting.parts.timeline("routine", "mine").intervals
    for index in range(5, 8):
        sitting.parts.store.add_interval(record.id, index, intervals[index], 6.0, "done")
    assert sitting.parts.cut_short() is None
    sitting.window.beginning.anew()
    assert sitting.page is None


def test_what_took_over_goes_on_where_it_was(qtbot, look):
    sitting = Sitting(qtbot, look)
    sitting.window.start("routine", "mine")
    while sitting.index < 1:
        sitting.wait(0.5)
    sitting.page.easier()
    assert sitting.page.conductor.view().interval.exercise == "chin-tuck-lying"
    index = sitting.index
    sitting.window.leave_session()
    sitting.window.beginning.resume()
    assert (sitting.index, sitting.page.conductor.view().interval.exercise) == (index, "chin-tuck-lying")
    sitting.window.leave_session()


def test_an_exercise_by_itself_goes_on_and_can_be_begun_anew(qtbot, look):
    sitting = Sitting(qtbot, look)
    sitting.window.start("exercise", "band-row")
    sitting.page.skip()
    sitting.wait(3.0)
    sitting.page.skip()
    sitting.window.leave_session()
    sitting.window.go("today")
    sitting.window.beginning.resume()
    conductor = sitting.page.conductor
    assert (conductor.timeline.kind, conductor.view().index) == ("exercise", 2)
    sitting.window.leave_session()
    sitting.window.beginning.anew()
    assert sitting.page.conductor.view().index == 0
    assert [one.kind for one in sitting.parts.store.sessions()] == ["exercise", "exercise"]
    sitting.window.leave_session()
