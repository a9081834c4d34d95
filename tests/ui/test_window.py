"""The frame: where keys and clicks lead, what covers it, what it says by itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from coach.ui import window as module
from coach.ui.look.typography import BODY, LABEL
from coach.ui.widgets.focus import keys_were_last, note_pressed
from coach.ui.widgets.notice import Notice
from coach.ui.widgets.rail import DeskStatusBox, places
from coach.words.keys import first
from tests.beside import every_day, slow
from tests.ui.parts import shipped
from tests.ui.seeing import button, settle, texts

ROUTINE = "desk-reset"


class FakeCover(QWidget):
    """Stands for the pages that cover the window."""

    closed, passed, instead = Signal(), Signal(), Signal(str)
    made: ClassVar[list[FakeCover]] = []

    def __init__(self, parts, look, *, begins=True) -> None:
        super().__init__()
        self.begins = begins
        self.begun: tuple | None = None
        self.is_running = False
        self.asked = self.left = 0
        FakeCover.made.append(self)

    def begin(self, timeline, first=0, session=None) -> None:
        self.begun = (timeline.id, first, session)
        self.is_running = True

    def ask_end(self) -> None:
        self.asked += 1

    def leave(self) -> None:
        self.left += 1
        self.is_running = False


@pytest.fixture
def cover(monkeypatch):
    """Sessions and safety questions that only remember what they were told."""
    import coach.ui.pages.safety as safety
    import coach.ui.pages.session.page as session

    FakeCover.made.clear()
    monkeypatch.setattr(session, "SessionPage", FakeCover)
    monkeypatch.setattr(safety, "SafetyPage", FakeCover)
    return FakeCover.made


@pytest.fixture
def passed(parts):
    parts.store.add_safety(())


# --- going ---

_NUMBERED = [(number, name) for number, (name, *_) in enumerate(places()[:6], 1)]


@pytest.mark.parametrize(("number", "page"), every_day([(1, "today"), (6, "learn")], _NUMBERED, of_several=True))
def test_control_and_a_number_lead_to_a_place(qtbot, window, page, number):
    window.go("settings")
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.ControlModifier)
    assert window.page == page
    assert window.rail.items[page].isChecked()


@pytest.mark.parametrize("page", every_day(("walltest", "settings"), [name for name, *_ in places()]))
def test_the_rail_leads_everywhere(qtbot, window, page):
    window.go("learn" if page != "learn" else "today")
    qtbot.mouseClick(window.rail.items[page], Qt.MouseButton.LeftButton)
    assert window.page == page


def test_back_goes_the_way_one_came(qtbot, window):
    name = next(iter(shipped().exercises))
    window.go("routines")
    window.go("routine", ROUTINE)
    window.go("exercise", name)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window._path[-1] == ("routine", ROUTINE)
    window.back()
    assert window.page == "routines"
    window.back()
    assert window.page == "routines"


def test_an_exercise_leads_to_its_easier_and_harder_ones_and_back(qtbot, window):
    window.go("routines")
    window.go("exercise", "wall-angel")
    page = window.pages["exercise"]
    qtbot.mouseClick(button(page, "Easier: Low wall angel"), Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Low wall angel - Posture Coach"
    assert window.focusWidget() is page
    qtbot.mouseClick(button(page, "Wall angel"), Qt.MouseButton.LeftButton)  # the way back
    assert window.windowTitle() == "Wall angel - Posture Coach"
    qtbot.mouseClick(button(page, "Routines"), Qt.MouseButton.LeftButton)
    assert window.page == "routines"


def test_back_from_a_page_one_was_led_to_goes_to_its_place(window):
    window._path.clear()
    window.go("routine", ROUTINE)
    window.back()
    assert window.page == "routines"


def test_going_where_one_is_reads_anew(window):
    window.go("routines")
    window.parts.library.catalogue = replace(shipped(), routines={})
    window.go("routines")
    assert "There is no routine here yet." in texts(window.pages["routines"])


@pytest.mark.parametrize(
    ("place", "way"),
    [
        *every_day([("progress", "key")], [(place.page, "key") for place in places()], of_several=True),
        ("routines", "click"),
    ],
)
def test_a_place_that_is_chosen_again_is_at_its_top_with_the_keyboard_as_when_it_opened(qtbot, window, place, way):
    with qtbot.waitActive(window):
        window.activateWindow()
    window.parts.finish(ROUTINE)  # so that there is progress
    window.resize(800, 560)
    choose(qtbot, window, place, way)
    settle()
    page, opened = window.pages[place], window.focusWidget()
    bars = [area.verticalScrollBar() for area in page.findChildren(QScrollArea) if area.isVisible()]
    bars += [page.verticalScrollBar()] if isinstance(page, QScrollArea) else []
    assert any(bar.maximum() for bar in bars)
    lowest = [one for one in page.findChildren(QWidget) if one.isVisible() and one.focusPolicy() and one.isEnabled()]
    lowest[-1].setFocus()
    for bar in bars:
        bar.setValue(bar.maximum())
    choose(qtbot, window, place, way)
    settle()
    assert [bar.value() for bar in bars] == [0] * len(bars)
    assert window.focusWidget() is opened
    assert window._path == [(place, "")]


def choose(qtbot, window, place: str, way: str) -> None:
    """By its key, or in the rail."""
    if way == "click":
        qtbot.mouseClick(window.rail.items[place], Qt.MouseButton.LeftButton)
        return
    key = QKeySequence(first("window", place))[0]
    qtbot.keyClick(window.focusWidget(), key.key(), key.keyboardModifiers())


def test_what_was_opened_within_a_place_is_left_when_it_is_chosen_again(qtbot, window):
    window.go("learn")
    page = window.pages["learn"]
    page.open_lesson(next(iter(shipped().lessons)))
    assert page.key_grounds == ("lesson",)
    qtbot.mouseClick(window.rail.items["learn"], Qt.MouseButton.LeftButton)
    assert page.key_grounds == ()
    assert window.windowTitle() == "Learn - Posture Coach"


@pytest.mark.usefixtures("passed")
def test_a_wall_test_that_fills_the_window_keeps_the_keyboard_where_it_is(window):
    window.go("walltest")
    window.pages["walltest"].begin()
    settle()
    had = window.focusWidget()
    window.go("walltest")
    assert window.focusWidget() is had
    window.leave_session()


def test_find_leads_to_the_search(qtbot, window):
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "routines"
    assert window.pages["routines"].field.edit.hasFocus()


@pytest.mark.usefixtures("passed")
def test_find_asks_first_where_the_wall_test_fills_the_window(window):
    window.go("walltest")
    window.pages["walltest"].begin()
    window._search()
    assert window.page == "walltest"
    assert window.pages["walltest"].ask.question.name == "end"
    window.leave_session()


@pytest.mark.parametrize(
    ("width", "scale", "narrow"), [(1180, 1.0, False), (959, 1.0, True), (1180, 2.0, True), (1500, 2.0, False)]
)
def test_the_rail_is_narrow_where_there_is_little_room(window, width, scale, narrow):
    window.look.set_scale(scale)
    window.resize(width, 760)
    settle()
    assert window.rail.narrow is narrow


@pytest.mark.parametrize("size", [(1180, 760), (466, 333), *slow([(1280, 720), (800, 560), (640, 480)])])
@pytest.mark.parametrize("scale", [1.0, 2.0, *slow([1.5])])
def test_the_rail_keeps_its_words_in_any_window(window, size, scale):
    window.setMinimumSize(1, 1)
    window.look.set_scale(scale)
    window.resize(*size)
    settle()
    rail = window.rail
    items = list(rail.items.values())
    style = LABEL.bold if rail.narrow else BODY.bold
    letters = QFontMetricsF(window.look.font(style))
    for item, place in zip(items, places(), strict=True):
        beside = 0 if rail.narrow else 24 + window.look.px(22)
        assert letters.horizontalAdvance(place.short if rail.narrow else place.title) <= item.width() - beside
        assert item.height() >= letters.height()
    for above, below in pairwise(items):
        assert above.geometry().bottom() < below.geometry().top()
    if size[1] >= 560:
        assert items[-1].geometry().bottom() <= rail.height(), "at these it needs no scrolling"


def test_the_page_has_the_focus_and_no_ring_is_shown(qtbot, window):
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.focusWidget() is window.pages["today"]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget().focus_ring.is_shown


def test_a_key_that_the_page_itself_takes_counts_as_the_keyboard(qtbot, window):
    note_pressed(by_keyboard=False)
    qtbot.keyClick(window.pages["today"], Qt.Key.Key_F6)
    assert keys_were_last()
    qtbot.mouseClick(window.rail.items["settings"], Qt.MouseButton.LeftButton)
    assert not keys_were_last()


def test_pages_come_in_with_motion_and_end_where_they_belong(qtbot, window):
    window.look.set_reduced_motion(False)
    window.go("routines")
    fade = window._fade
    assert fade.isVisible()
    assert not fade.grab().isNull()
    qtbot.waitUntil(lambda: not fade.isVisible())
    window.go("today")
    qtbot.mouseClick(fade, Qt.MouseButton.LeftButton)
    assert not fade.isVisible()


# --- sessions ---


def test_the_safety_questions_come_before_the_first_session(window, cover):
    told = []
    window.session_changed.connect(told.append)
    window.start("routine", ROUTINE)
    assert window.is_covered
    assert cover[0].begun is None
    window.parts.store.add_safety(())
    cover[0].passed.emit()
    assert cover[1].begun == (ROUTINE, 0, None)
    assert told == [False, True]


def test_skipping_the_questions_starts_nothing(window, cover):
    window.start("routine", ROUTINE)
    cover[0].closed.emit()
    assert not window.is_covered
    assert len(cover) == 1


@pytest.mark.usefixtures("passed")
def test_a_session_covers_the_window_until_it_is_closed(window, cover):
    told = []
    window.session_changed.connect(told.append)
    window.start("routine", ROUTINE, 3)
    assert cover[0].begun == (ROUTINE, 3, None)
    cover[0].closed.emit()
    cover[0].closed.emit()
    assert not window.is_covered
    assert told == [True, False]
    assert window.page == "today"


@pytest.mark.usefixtures("passed")
def test_a_first_interval_that_is_not_there_is_the_beginning(window, cover):
    window.start("routine", ROUTINE, 9999)
    assert cover[0].begun == (ROUTINE, 0, None)


@pytest.mark.usefixtures("passed")
def test_a_session_cut_short_is_offered_and_goes_on(window, cover):
    session = window.parts.begin(ROUTINE)
    window.go("today")
    assert "Cut short" in texts(window.pages["today"])
    button(window.pages["today"], "Go on").click()
    assert cover[0].begun == (ROUTINE, 1, session)


def test_a_session_cut_short_may_be_left(window):
    window.parts.begin(ROUTINE)
    window.go("today")
    button(window.pages["today"], "Leave it").click()
    assert "Cut short" not in texts(window.pages["today"])
    assert window.parts.store.sessions()[0].how == "abandoned"


def test_resuming_nothing_or_what_is_gone_starts_nothing(window, cover):
    window.beginning.resume()
    window.parts.begin(ROUTINE)
    window.parts.library.catalogue = replace(shipped(), routines={})
    window.beginning.resume()
    assert cover == []
    assert any(text.endswith("is not there any more.") for text in texts(window))


@pytest.mark.usefixtures("passed")
def test_closing_during_a_session_asks_and_after_it_leaves(window, cover):
    window.start("routine", ROUTINE)
    window.ask_to_end()
    assert (cover[0].asked, window.is_covered) == (1, True)
    cover[0].is_running = False
    window.ask_to_end()
    assert (cover[0].left, window.is_covered) == (1, False)
    window.leave_session()
    window.ask_to_end()


def test_the_safety_questions_can_be_answered_again(window, cover):
    window.go("settings")
    button(window.pages["settings"], "Answer again").click()
    cover[0].passed.emit()
    assert (len(cover), window.is_covered, window.page) == (1, False, "settings")
    assert not cover[0].begins, "nothing waits for them"


def test_the_wall_test_may_fill_the_window(window):
    told = []
    window.session_changed.connect(told.append)
    window.go("walltest")
    window.pages["walltest"].cover.emit(True)
    assert not window.rail.isVisible()
    window.pages["walltest"].cover.emit(False)
    assert window.rail.isVisible()
    assert told == [True, False]


@pytest.mark.usefixtures("passed")
def test_the_title_names_the_session_until_it_is_over(qtbot, window):
    routine = window.parts.library.catalogue.routines[ROUTINE]
    window.go("routines")
    window.start("routine", ROUTINE)
    session = window.covers.page
    assert window.windowTitle() == f"{routine.title} - Posture Coach"
    qtbot.keyClick(session, Qt.Key.Key_Escape)
    qtbot.mouseClick(button(session, "End it"), Qt.MouseButton.LeftButton)
    assert window.windowTitle() == f"{routine.title} - Posture Coach"
    qtbot.mouseClick(button(session, "Skip the questions"), Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Routines - Posture Coach"


def test_the_title_names_the_questions_and_the_wall_test(qtbot, window):
    window.start("routine", ROUTINE)
    assert window.windowTitle() == "Safety questions - Posture Coach"
    window.leave_session()
    assert window.windowTitle() == "Today - Posture Coach"
    qtbot.mouseClick(button(window.pages["today"], "Do the test"), Qt.MouseButton.LeftButton)
    window.parts.store.add_safety(())
    qtbot.mouseClick(window.pages["walltest"].pages.intro.start_button, Qt.MouseButton.LeftButton)
    assert window.is_covered
    assert window.windowTitle() == "Wall test - Posture Coach"
    window.leave_session()


# --- what it says ---


def test_a_sentence_is_told_once_until_it_is_put_away(window):
    window.tell("The disk is full.")
    window.tell("The disk is full.")
    settle()
    notices = window.findChildren(Notice)
    assert len(notices) == 1
    button(notices[0], "Close").click()
    assert not notices[0].isVisible()
    window.tell("The disk is full.")
    assert len(window.findChildren(Notice)) == 2


def test_the_stores_notices_are_told(qtbot, look):
    from tests.ui.parts import FakeParts

    parts = FakeParts()

    class Store:
        notices = ("saved",)

        def __getattr__(self, name):
            return getattr(parts_store, name)

    parts_store, parts.store = parts.store, Store()
    made = module.MainWindow(parts, look)
    qtbot.addWidget(made)
    made.show()
    made.go("today")
    assert "What could not be saved before is saved now." in texts(made)


def test_a_changed_file_is_shown_by_the_next_look(window):
    window.go("routines")
    window.parts.library.catalogue = replace(shipped(), routines={})
    window.tick()
    assert "There is no routine here yet." not in texts(window.pages["routines"])
    window.parts.library.changed = True
    window.tick()
    assert "There is no routine here yet." in texts(window.pages["routines"])


def test_the_rail_tells_of_the_desk(window):
    window.tell_desk()
    assert "at the desk" in window.rail._status.accessibleName()
    window.parts.desk.pause(1800)
    window.tell_desk()
    assert "Paused until 12:18" in window.rail._status.accessibleName()
    window.rail._status.click()
    assert window.page == "reminders"


@pytest.mark.parametrize("page", every_day(("today", "reminders"), [place.page for place in places()]))
def test_nothing_that_may_have_the_keyboard_is_named_anew_as_time_passes(window, monkeypatch, page):
    window.go(page)
    window.tick()
    window.rail._status.setFocus()
    named = []
    for name in ("setAccessibleName", "setAccessibleDescription"):
        own = getattr(QWidget, name)
        monkeypatch.setattr(
            QWidget, name, lambda widget, text, own=own: (named.append((widget, text)), own(widget, text))
        )
    for _ in range(3):
        window.parts.clock.pass_time(2)
        window.parts.desk.tick()
        window.tick()
    assert [text for widget, text in named if widget.focusPolicy() != Qt.FocusPolicy.NoFocus] == []


@pytest.mark.parametrize("hours", [2, 10])
def test_a_day_at_the_desk_fits_the_rail(window, monkeypatch, hours):
    window.rail.set_status(f"{hours} h 48 min at the desk", "Next nudge in 29 min")
    written = []
    monkeypatch.setattr(QPainter, "drawText", lambda _painter, _place, _flags, text: written.append(text))
    window.rail.findChild(DeskStatusBox).grab()
    assert written == [f"{hours} h 48 min at the desk", "Next nudge in 29 min"]


def test_closing_is_told_and_not_done(window):
    told = []
    window.closed.connect(lambda: told.append(1))
    window.close()
    assert told == [1]
    assert window.isVisible()


def test_a_window_that_comes_back_looks_around(window):
    window.parts.library.changed = True
    window.changeEvent(QEvent(QEvent.Type.ActivationChange))
    assert window.page == "today"


@pytest.mark.parametrize(
    ("yes", "heading"), [("infection", "Have this checked first."), ("chest-pain", "Get help now.")]
)
def test_while_the_safety_questions_lock_the_state_stands_on_today_and_in_settings(window, yes, heading):
    window.parts.clock.pass_time(60)
    window.parts.store.add_safety({yes})
    for name in ("today", "settings"):
        window.go(name)
        told = texts(window.pages[name])
        assert heading in told
        assert any(text.startswith("By your answers of 1") for text in told)
        button(window.pages[name], "Answer again").click()
        assert window.covers.page.windowTitle() == "Safety questions"
        window.covers.page.leave()
    names = {found.text() for found in window.pages["today"].findChildren(QAbstractButton) if found.isVisible()}
    assert not names & {"Start", "Do the test"}, "nothing is offered"


@pytest.mark.parametrize(("kind", "ident"), [("routine", "desk-reset"), ("test", "wall-test")])
def test_while_they_lock_nothing_starts(window, kind, ident):
    window.parts.clock.pass_time(60)
    window.parts.store.add_safety({"infection"})
    window.start(kind, ident)
    assert window.covers.under_way is None
    assert window.parts.store.sessions() == []


def test_the_first_name_of_a_session_is_what_is_told_first(qtbot, window, parts, monkeypatch):
    """A reader that is behind reads a name that was replaced, and then again each that came after it."""
    from coach.ui.pages.session.page import SessionPage

    names = []

    def named(page, name):
        names.append(name)
        QWidget.setAccessibleName(page, name)

    monkeypatch.setattr(SessionPage, "setAccessibleName", named)
    parts.store.add_safety(())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.start("routine", "desk-reset")
    qtbot.waitUntil(lambda: names != [])
    assert names == ["Get ready. First: Chin tuck"]
