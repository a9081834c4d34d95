"""Keys: what a terminal sends, by name; and a real terminal."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from coach.terminal.entry import Entry
from coach.terminal.keys import CTRL_C, HANG_UP, Interruptible, NoKeys, split


@pytest.mark.parametrize(
    ("typed", "key", "rest"),
    [
        ("q", "q", ""),
        (" x", "space", "x"),
        ("\r", "enter", ""),
        ("\n", "enter", ""),
        ("\x7f", "backspace", ""),
        ("\x1b", "escape", ""),
        ("\x1b[C\x1b[D", "right", "\x1b[D"),
        ("\x1bOA", "up", ""),
        ("\x1b[15~q", "", "q"),  # F5 means nothing, and is not five keys
        ("\x1b[1;5Cq", "", "q"),
        ("\x1b[", "", ""),
        ("ä", "ä", ""),
    ],
)
def test_what_a_terminal_sends_is_split_into_keys(typed: str, key: str, rest: str) -> None:
    assert split(typed) == (key, rest)


def test_where_there_are_no_keys_waiting_gives_none() -> None:
    with NoKeys() as keys:
        assert keys.wait(0.0) is None


def test_an_interrupt_is_a_key_among_others() -> None:
    class Typed(NoKeys):
        def wait(self, seconds: float) -> str | None:
            signal.raise_signal(signal.SIGINT)
            return None

    before = signal.getsignal(signal.SIGINT)
    with Interruptible(Typed()) as keys:
        assert keys.wait(0.0) == CTRL_C
        signal.raise_signal(signal.SIGINT)
        assert keys.wait(0.0) == CTRL_C
    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("7 enter", 7),
        ("1 0 enter", 10),
        ("0 enter", 0),
        ("1 1 enter", None),
        ("enter", None),
        ("1 1 enter 3 enter", 3),
        ("8 backspace 4 enter", 4),
        ("x - 5 enter", 5),
        ("2 . 5 enter", None),  # without its point this is 25
    ],
)
def test_a_number_is_typed_key_by_key(keys: str, value: int | None) -> None:
    entry = Entry(0, 10)
    results = [entry.press(key) for key in keys.split()]
    assert next((result for result in results if result is not None), None) == value


def test_a_decimal_takes_a_point_or_a_comma() -> None:
    for sign in ".,":
        entry = Entry(0, 30, decimals=True)
        assert [entry.press_decimal(key) for key in ("4", sign, "5", "enter")][-1] == 4.5
    assert [Entry(0, 30, decimals=True).press_decimal(key) for key in (".", "enter")] == [None, None]


if sys.platform != "win32":
    import pty
    import termios

    from coach.terminal.keys import PosixKeys

    @pytest.fixture
    def terminal() -> Iterator[tuple[int, int]]:
        """A pseudo terminal: the end that types, the end that the program reads."""
        try:
            person, program = pty.openpty()
        except OSError as error:
            pytest.skip(f"this machine gives no pseudo terminal: {error}")
        yield person, program
        for fd in (person, program):
            try:
                os.close(fd)
            except OSError:  # the test has closed it
                continue

    def test_a_real_terminal_gives_single_keys_and_is_put_back(terminal: tuple[int, int]) -> None:
        person, program = terminal
        before = termios.tcgetattr(program)
        with PosixKeys(program) as keys:
            assert not termios.tcgetattr(program)[3] & termios.ICANON
            os.write(person, "a \x1b[Cü\x1b".encode())
            assert [keys.wait(5.0) for _ in range(5)] == ["a", "space", "right", "ü", "escape"]
            assert keys.wait(0.0) is None
        assert termios.tcgetattr(program) == before

    def test_a_terminal_that_goes_away_is_told(terminal: tuple[int, int]) -> None:
        person, program = terminal
        with PosixKeys(program) as keys:
            os.close(person)
            assert keys.wait(5.0) == HANG_UP
            assert keys.wait(0.0) == HANG_UP
