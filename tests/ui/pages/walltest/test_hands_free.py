"""Whole wall tests in the window by somebody who looks at no key: media keys, a presenter's remote, clicks, memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.settings import ASK_AFTERWARDS
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.walltest.page import WallTestPage
from tests.beside import every_day
from tests.ui.seeing import button, settle, texts
from tests.ui.session_parts import WindowParts

Key = Qt.Key
TICK = 0.25
APART = 1.0


class AtFourMetres:
    """Somebody whose hands are free for one press at a time; `press` and `go_back` are how."""

    def __init__(self, qtbot: QtBot, look: WindowLook) -> None:
        self.parts = WindowParts()
        self.parts.store.add_safety(())
        self.page = WallTestPage(self.parts, look)
        qtbot.addWidget(self.page)
        self.page.resize(1180, 760)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.press: Callable[[], None] = lambda: self.key(Key.Key_MediaTogglePlayPause)

    def key(self, key: Key) -> None:
        """As the system sends it; QTest has no text for media keys and warns of it."""
        text = {Key.Key_Period: ".", Key.Key_B: "b"}.get(key, chr(key) if key < 0x80 else "")
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(QApplication.focusWidget() or self.page, event)

    def click(self, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """A click somewhere, where no control is."""
        settle()
        where = self.page.childAt(QPoint(14, 300)) or self.page
        QTest.mouseClick(where, button, pos=QPoint(2, 2))

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / TICK)):
            self.parts.clock.pass_time(TICK)
            self.page.advance()

    def until(self, condition: Callable[[], bool]) -> None:
        for _ in range(1200):
            if condition():
                return
            self.wait(TICK)
        raise AssertionError("it never came")

    @property
    def test(self):
        return self.page.under_way.test

    def take(self, words: str) -> None:
        """Press when `words` are lit."""

        def is_lit() -> bool:
            lit = self.test.in_turn.lit
            return lit is not None and self.test.in_turn.words_of(lit) == words

        self.wait(APART)
        self.until(is_lit)
        self.press()

    def answer(self, *replies: object) -> None:
        for reply in replies:
            self.page._answer(reply)

    def whole(self) -> None:
        self.page.pages.intro.start_button.click()
        self.take("1: Easily.")
        self.take("With effort.")
        self.until(lambda: self.test.is_held)
        self.wait(19.0)
        self.press()
        self.take("1: Easily.")
        self.take("No.")
        self.take("Neck, base of the skull.")
        for words in ("That is all.", "4.", "6.", "Leave it out."):
            self.take(words)

    def kept(self) -> tuple[int, int, int, dict[str, int]]:
        result = self.parts.store.tests("wall-test")[0].scored
        return result.contact, result.hold_seconds.__round__(), result.carry_over, dict(result.tension)


@pytest.fixture
def wall(qtbot: QtBot, look: WindowLook) -> Iterator[AtFourMetres]:
    made = AtFourMetres(qtbot, look)
    yield made
    made.page.leave()
    made.parts.store.close()


KEYS = [
    *(Key.Key_MediaPlay, Key.Key_MediaTogglePlayPause, Key.Key_MediaNext),
    *(Key.Key_PageDown, Key.Key_F5, Key.Key_Period, Key.Key_B),
]


@pytest.mark.parametrize("key", every_day((Key.Key_PageDown, Key.Key_MediaPlay), KEYS), ids=lambda key: key.name)
def test_a_whole_test_by_one_key_alone(wall: AtFourMetres, key: Key) -> None:
    wall.press = lambda: wall.key(key)
    wall.whole()
    assert wall.page.page is wall.page.pages.result
    assert wall.kept() == (3, 19, 1, {"neck": 6, "chest": 0})


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Right, Key.Key_Down], ids=lambda key: key.name)
def test_at_a_point_of_contact_what_a_small_remote_sends_is_a_press(wall: AtFourMetres, key: Key) -> None:
    wall.page.pages.intro.start_button.click()
    wall.press = lambda: wall.key(key)
    wall.take("2: With effort.")
    assert wall.test.course.answers.checks == {"contact": {"head": 1}}


def test_a_whole_test_by_clicks_anywhere(wall: AtFourMetres) -> None:
    wall.press = wall.click
    wall.whole()
    assert wall.page.page is wall.page.pages.result
    assert wall.kept() == (3, 19, 1, {"neck": 6, "chest": 0})


def test_a_presenter_s_button_that_sends_f5_and_escape_in_turn_answers_each_time(wall: AtFourMetres) -> None:
    keys = [Key.Key_F5, Key.Key_Escape]

    def press() -> None:
        wall.key(keys[0])
        keys.reverse()

    wall.press = press
    wall.whole()
    assert wall.kept() == (3, 19, 1, {"neck": 6, "chest": 0})


@pytest.mark.parametrize("how", ["previous", "page-up", "right-click"])
def test_back_goes_to_the_question_before_of_whatever_part(wall: AtFourMetres, how: str) -> None:
    back = {
        "previous": lambda: wall.key(Key.Key_MediaPrevious),
        "page-up": lambda: wall.key(Key.Key_PageUp),
        "right-click": lambda: wall.click(Qt.MouseButton.RightButton),
    }[how]
    wall.page.pages.intro.start_button.click()
    wall.take("1: Easily.")
    wall.take("Easily.")
    wall.until(lambda: wall.test.is_held)
    wall.wait(5.0)
    back()  # in the hold every press ends it
    wall.until(lambda: wall.test.asked is not None)
    wall.wait(APART)
    back()
    assert wall.test.asked is wall.test.course.asks[2]
    assert [row._was_given for row in wall.page.pages.contact.rows] == [True, False, False]
    wall.take("No.")
    assert wall.test.asked is wall.test.course.asks[6], "past the hold, which is not tried again"


@pytest.mark.parametrize("page", ["tension", "measure"])
def test_back_is_a_button_on_every_page_that_asks(wall: AtFourMetres, page: str) -> None:
    wall.page.pages.intro.start_button.click()
    for answers in ((0, 0), (0, 1)):
        wall.until(lambda: wall.test.asked is not None)
        for answer in answers:
            wall.page._answer(answer)
        if wall.test.asked is None:
            wall.until(lambda: wall.test.is_held)
            wall.page.act()
    if page == "measure":
        wall.page._answer({"neck": (4, 6), "chest": (0, 0)})
    before = wall.test.course.current.index
    button(wall.page.page, "Back").click()
    assert wall.test.course.current.index == before - 1
    if page == "measure":
        assert wall.page.pages.tension.values == {"neck": [4, 6], "chest": [0, 0]}


def test_a_double_click_is_one_press(wall: AtFourMetres) -> None:
    wall.page.pages.intro.start_button.click()
    wall.press = lambda: (wall.click(), wall.click())
    wall.take("1: Easily.")
    assert wall.test.asked is wall.test.course.asks[2]


def test_volume_is_the_person_s_own(wall: AtFourMetres) -> None:
    wall.page.pages.intro.start_button.click()
    wall.until(lambda: wall.test.asked is not None and wall.test.in_turn.lit == 0)
    for key in (Key.Key_VolumeUp, Key.Key_VolumeDown, Key.Key_VolumeMute):
        wall.key(key)
    assert wall.test.asked is wall.test.course.asks[1]


def test_over_the_question_whether_to_stop_a_press_goes_on(wall: AtFourMetres) -> None:
    wall.page.pages.intro.start_button.click()
    wall.until(lambda: wall.test.asked is not None)
    wall.answer(0, 0)
    wall.until(lambda: wall.test.is_held)
    wall.key(Key.Key_Escape)
    assert wall.page.ask.question is not None
    wall.wait(APART)
    wall.key(Key.Key_PageDown)
    assert wall.page.ask.question is None
    assert wall.test.view().state == "reentry"


def test_the_answer_that_is_lit_is_seen(wall: AtFourMetres) -> None:
    wall.page.pages.intro.start_button.click()
    wall.until(lambda: wall.page.page is wall.page.pages.contact and wall.test.in_turn.lit == 1)
    assert [row.is_lit for row in wall.page.pages.contact.rows] == [False, True, False]
    wall.page.resize(1000, 700)
    settle()
    assert [row.is_lit for row in wall.page.pages.contact.rows] == [False, True, False]


def test_who_rates_with_the_keyboard_is_not_read_to(wall: AtFourMetres) -> None:
    wall.page.pages.intro.start_button.click()
    wall.take("1: Easily.")
    wall.take("Easily.")
    wall.until(lambda: wall.test.is_held)
    wall.press()
    wall.take("1: Easily.")
    wall.take("Easily.")
    wall.until(lambda: wall.test.in_turn.lit == 1)
    assert wall.page.pages.tension.current == "chest"
    QTest.keyClick(wall.page.pages.tension.scales[0], Key.Key_7)
    wall.wait(20.0)
    assert wall.test.in_turn.lit is None
    assert wall.page.pages.tension.values["chest"] == [7, 0]


def test_a_digit_goes_to_the_field_of_a_measure(wall: AtFourMetres) -> None:
    wall.press = lambda: wall.key(Key.Key_PageDown)
    wall.page.pages.intro.start_button.click()
    wall.until(lambda: wall.test.asked is not None)
    wall.answer(0, 0)
    wall.until(lambda: wall.test.is_held)
    wall.press()
    wall.until(lambda: wall.test.asked is not None)
    wall.answer(0, 0, {})
    for key in (Key.Key_3, Key.Key_Period, Key.Key_5, Key.Key_Return):
        wall.key(key)
    assert wall.parts.store.tests()[0].scored.answers.measures == {"occiput": 3.5}


def test_from_memory_all_is_asked_at_the_end_and_the_choice_is_remembered(wall: AtFourMetres) -> None:
    intro = wall.page.pages.intro
    QTest.mouseClick(intro.when.thumb("afterwards"), Qt.MouseButton.LeftButton)
    assert wall.parts.store.get(ASK_AFTERWARDS)
    intro.start_button.click()
    wall.until(lambda: wall.test.is_held)
    assert not wall.test.course.answers.checks
    wall.wait(12.0)
    wall.press()
    wall.until(lambda: wall.test.asked is not None)
    over = []
    for reply in (0, 1, 0, 0, {"neck": (4, 6)}, None):
        over += [text for text in texts(wall.page.page) if text.startswith("From memory")]
        wall.page._answer(reply)
    assert over == [*["From memory: at first"] * 2, *["From memory: back at the wall"] * 2]
    assert wall.kept() == (3, 12, 2, {"neck": 6, "chest": 0})
    wall.page.show_intro()
    assert intro.when.value() == "afterwards"


def test_a_test_that_is_killed_in_the_middle_loses_nothing_that_was_finished(wall: AtFourMetres) -> None:
    wall.whole()
    wall.page.put_away()
    wall.page.pages.intro.start_button.click()
    wall.take("1: Easily.")
    wall.page.leave()  # as much as a kill leaves: the session stays open
    assert [one.how for one in wall.parts.store.sessions()] == [None, "finished"]
    assert len(wall.parts.store.tests()) == 1
    assert wall.kept() == (3, 19, 1, {"neck": 6, "chest": 0})
    wall.page.show_intro()
    wall.whole()
    assert len(wall.parts.store.tests()) == 2
