"""The terminal that the program was started in: whether somebody sits at it, its keys, its output, its size."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Self, TextIO

from coach.terminal.keys import Interruptible, Keys, NoKeys, choose_keys
from coach.terminal.screen import Screen, Size, terminal_size
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Terminal:
    """`is_attended` is True where a person sees the output and can press keys; else plain lines are all there is."""

    out: TextIO
    keys: Keys
    size: Callable[[], Size]
    is_attended: bool
    colour: bool = True

    @contextmanager
    def screen(self) -> Iterator[Screen]:
        """The full screen with single keys; whatever happens within, the terminal is put back afterwards."""
        aside = Aside(self.keys)
        screen = aside.screen = Screen(self.out, self.size, colour=self.colour, before=aside.if_asked)
        with goodbye(), self.keys, screen, aside:
            yield screen


class Aside:
    """Ctrl-Z leaves a usable shell behind, and the picture comes back with the program.

    The signal only leaves a note, which is read before the next picture is drawn: a signal may come while one is being
    written, and output cannot be entered twice.
    """

    def __init__(self, keys: Keys) -> None:
        self.screen: Screen | None = None
        self._keys = keys
        self._is_asked = False

    if sys.platform == "win32":

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *unused: object) -> None:
            return

        def if_asked(self) -> None:
            """Windows stops no program this way."""

    else:

        def __enter__(self) -> Self:
            self._before = signal.signal(signal.SIGTSTP, self._ask)
            return self

        def __exit__(self, *unused: object) -> None:
            signal.signal(signal.SIGTSTP, self._before)

        def _ask(self, _number: int, _frame: FrameType | None) -> None:
            self._is_asked = True

        def if_asked(self) -> None:
            """Stand aside if that was asked for, until the program is told to go on."""
            if not self._is_asked or self.screen is None:
                return
            self._is_asked = False
            self.screen.__exit__()
            self._keys.__exit__(None, None, None)
            os.kill(os.getpid(), signal.SIGSTOP)
            self._keys.__enter__()
            self.screen.__enter__()


def this_terminal(environ: Mapping[str, str]) -> Terminal:
    """The terminal of this process. A dumb one, or one end that is a pipe, gets plain lines."""
    attended = sys.stdin.isatty() and sys.stdout.isatty() and environ.get("TERM", "") != "dumb"
    return Terminal(
        sys.stdout,
        Interruptible(choose_keys()) if attended else NoKeys(),
        lambda: terminal_size(sys.stdout.fileno()),
        attended,
        colour="NO_COLOR" not in environ,
    )


@contextmanager
def goodbye() -> Iterator[None]:
    """While this holds, a polite end of the process (SIGTERM, SIGHUP) unwinds it, so that everything is put back."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
