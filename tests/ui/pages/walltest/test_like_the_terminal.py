"""The same person does the same test in the window and in the terminal: both keep the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.safety_answers import SafetyAnswers
from coach.settings import ASK_AFTERWARDS
from coach.terminal.run import play_in_terminal
from coach.terminal.terminal import Terminal
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.walltest.page import WallTestPage
from coach.wiring.testing import as_done
from tests.terminal.stage import CLASSIC, FakeKeys, Out
from tests.ui.session_parts import SAFETY, WindowParts

Key = Qt.Key
TENSION = {"neck": (4, 6), "chest": (2, 1)}
CONTACT = [(6.0, "1"), (7.0, "b"), (8.0, "2"), (9.0, "1")]  # the sentence lasts five seconds
HOLD = [(25.0, "x")]  # it begins at 13 s
AFTER = [(30.0, "1"), (31.0, "2")]
RATED = [
    "1",
    "4",
    "enter",
    "6",
    "enter",
    "2",
    "2",
    "enter",
    "1",
    "enter",
    "enter",
    "3",
    ".",
    "5",
    "enter",
    "enter",
    "n",
]
WHOLE = [*CONTACT, *HOLD, *AFTER, *((32.0 + n, key) for n, key in enumerate(RATED))]


def passed() -> WindowParts:
    """The parts of somebody who has passed the safety questions."""
    parts = WindowParts()
    SafetyAnswers(SAFETY).keep(parts.store)
    return parts


def in_the_terminal(script: list[tuple[float, str]]) -> WindowParts:
    """What a person at a terminal, who presses `script`, leaves in the store."""
    parts = passed()
    keys = FakeKeys(parts.clock, script)
    assert play_in_terminal(parts, "test", "wall-test", 0, Terminal(Out(), keys, lambda: CLASSIC, True)) == 0
    return parts


class InTheWindow:
    """A person at the window."""

    def __init__(self, qtbot: QtBot, look: WindowLook) -> None:
        self.parts = passed()
        self.page = WallTestPage(self.parts, look)
        qtbot.addWidget(self.page)
        self.page.show()
        self._began = self.parts.clock.monotonic()
        self.page.begin()

    def at(self, second: float, key: Key) -> None:
        """Press `key` when the test is so old."""
        until = self._began + second
        while (now := self.parts.clock.monotonic()) < until - 1e-9:
            self.parts.clock.pass_time(min(0.5, until - now))
            self.page.advance()
        QTest.keyClick(self.page, key)

    def to_hold(self) -> None:
        for second, key in ((6, Key.Key_1), (7, Key.Key_Left), (8, Key.Key_2), (9, Key.Key_1)):
            self.at(second, key)

    def whole(self) -> None:
        self.to_hold()
        for second, key in ((25, Key.Key_A), (30, Key.Key_1), (31, Key.Key_2)):
            self.at(second, key)
        tension, measure = self.page.pages.tension, self.page.pages.measure
        for area, pair in TENSION.items():
            tension.rows[area].click()
            for scale, value in zip(tension.scales, pair, strict=True):
                QTest.keyClick(scale, Qt.Key(Key.Key_0 + value))
        tension.done_button.click()
        QTest.keyClicks(measure.field.edit, "3.5")
        measure.save_button.click()

    def hurts(self, button: str) -> None:
        self.at(20, Key.Key_H)
        self.page.ask.buttons[button].click()

    def hurts_much(self) -> None:
        self.at(20, Key.Key_H)
        for key in (Key.Key_7, Key.Key_Return):
            QTest.keyClick(self.page.ask.scale, key)

    def stops(self) -> None:
        self.at(20, Key.Key_Escape)
        self.page.ask.buttons["end"].click()


def kept(parts: WindowParts) -> tuple[list[Mapping[str, Any]], list[tuple[str, str | None, int | None, list[str]]]]:
    """The results, with the seconds to the tenth, and of each session what it was, its end, pain and outcomes."""
    store = parts.store
    results = []
    for record in store.tests():
        answers = record.result["answers"]
        holds = {name: round(seconds, 1) for name, seconds in answers["holds"].items()}
        exact = {"hold_seconds": round(record.result["hold_seconds"], 1), "answers": {**answers, "holds": holds}}
        results.append({**record.result, **exact})
    sessions = [
        (one.target, one.how, one.pain, [interval.outcome for interval in store.intervals(one.id)])
        for one in store.sessions()
    ]
    return results, sessions


@pytest.mark.parametrize(
    ("in_window", "script", "results", "how"),
    [
        (InTheWindow.whole, WHOLE, 1, "finished"),
        (lambda window: (window.to_hold(), window.hurts("dizzy")), [*CONTACT, (20.0, "h"), (20.0, "d")], 0, "ended"),
        (lambda window: (window.to_hold(), window.hurts("tingling")), [*CONTACT, (20.0, "h"), (20.0, "t")], 0, "ended"),
        (
            lambda window: (window.to_hold(), window.hurts_much()),
            [*CONTACT, (20.0, "h"), (20.0, "7"), (20.0, "enter")],
            0,
            "pain",
        ),
        (lambda window: (window.to_hold(), window.stops()), [*CONTACT, (20.0, "q"), (20.0, "y")], 0, "ended"),
    ],
    ids=["whole", "dizzy", "tingling", "pain", "ended"],
)
def test_window_and_terminal_keep_the_same(
    qtbot: QtBot,
    look: WindowLook,
    in_window: Callable[[InTheWindow], object],
    script: list[tuple[float, str]],
    results: int,
    how: str,
) -> None:
    window = InTheWindow(qtbot, look)
    in_window(window)
    of_window, of_terminal = kept(window.parts), kept(in_the_terminal(script))
    assert of_window == of_terminal
    assert (len(of_window[0]), of_window[1][0][1]) == (results, how)
    if results:
        assert of_window[0][0]["hold_seconds"] == 12.0
        assert of_window[0][0]["tension"] == {"neck": 6, "chest": 2}
        assert of_window[0][0]["answers"]["checks"] == {"contact": {"head": 1, "hands": 0}}


def test_from_memory_the_terminal_asks_at_the_end_and_keeps_the_same() -> None:
    """The sentence, what to notice, the step, 12 s of the hold, the sentence, what to notice, then every question."""
    parts = passed()
    parts.store.keep(ASK_AFTERWARDS, True)
    test, timeline, _ = as_done(parts.library.catalogue, "wall-test", afterwards=True)
    hold = next(one for one in timeline.intervals if one.kind == "work")
    asked = next(one for one in timeline.intervals if one.wait).start - hold.seconds + 12.0
    answers = ["1", "2", "b", "2", "1", "2", *RATED]
    script = [(hold.start + 12.0, "x"), *((asked + 1.0 + number, key) for number, key in enumerate(answers))]
    keys, out = FakeKeys(parts.clock, script), Out()
    assert play_in_terminal(parts, "test", "wall-test", 0, Terminal(out, keys, lambda: CLASSIC, True)) == 0
    [record] = parts.store.tests()
    assert record.scored.answers.checks == {"contact": {"head": 0, "hands": 1}}
    assert record.scored.answers.rechecks == {"carry-over": {"head": 0, "hands": 1}}
    assert round(record.scored.hold_seconds) == 12
    assert "From memory: back at the wall." in out.getvalue()
    assert test.id == record.test_id
