"""Whether a screen reader runs, as the accessibility service of the session tells it."""

from __future__ import annotations

import pytest

from coach.desktop.choose import choose_screen_reader
from coach.desktop.dbus import Reply
from coach.desktop.linux_screen_reader import A11Y, StatusScreenReader
from coach.desktop.windows import WindowsScreenReader
from coach.words.how_known import said
from tests.desktop.fake_bus import SILENT, UNKNOWN, FakeBus

ENABLED = (A11Y, "ScreenReaderEnabled")


@pytest.mark.parametrize("runs", [True, False])
def test_it_is_told_and_asked_anew(runs: bool) -> None:
    bus = FakeBus()
    bus.answers[ENABLED] = ((("b", runs)),)
    reader = StatusScreenReader(bus)
    assert reader.runs() is runs
    assert said(reader.why) == "the accessibility service tells"
    bus.answers[ENABLED] = ((("b", not runs)),)
    assert reader.runs() is not runs
    assert bus.asked == ["ScreenReaderEnabled"] * 2


@pytest.mark.parametrize("answer", [SILENT, UNKNOWN, (), (True,), (("s", "true"),), (("b", 1),), (("b",),)])
def test_what_says_nothing_is_unknown(answer: Reply | tuple[object, ...]) -> None:
    bus = FakeBus()
    bus.answers[ENABLED] = answer
    reader = StatusScreenReader(bus)
    assert reader.runs() is None
    assert said(reader.why) == "no accessibility service answers"


def test_closed_it_closes_its_bus() -> None:
    bus = FakeBus()
    StatusScreenReader(bus).close()
    assert bus.is_closed


def test_without_a_bus_nobody_is_asked() -> None:
    reader = choose_screen_reader({}, "linux")
    assert (reader.runs(), said(reader.why)) == (None, "there is no session bus")


@pytest.mark.parametrize("flag", [True, False, None])
def test_on_windows_it_is_the_flag_that_screen_readers_set(flag: bool | None) -> None:
    reader = WindowsScreenReader(lambda: flag)
    assert (reader.runs(), said(reader.why)) == (flag, "Windows tells")
