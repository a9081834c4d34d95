"""The terminal that the program was started in: whether somebody sits at it, its keys, its output, its size."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import TextIO

from coach.terminal.keys import Keys, NoKeys, choose_keys
from coach.terminal.screen import Screen, Size, terminal_size


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
        screen = Screen(self.out, self.size, colour=self.colour)
        with goodbye(), self.keys, screen, self._standing_aside(screen):
            yield screen

    @contextmanager
    def _standing_aside(self, screen: Screen) -> Iterator[None]:
        """While this holds, Ctrl-Z leaves a usable shell behind, and the picture comes back with the program."""
        if sys.platform == "win32":
            yield
            return

        def stand_aside(_number: int, _frame: FrameType | None) -> None:
            screen.__exit__()
            self.keys.__exit__(None, None, None)
            os.kill(os.getpid(), signal.SIGSTOP)
            self.keys.__enter__()
            screen.__enter__()

        before = signal.signal(signal.SIGTSTP, stand_aside)
        try:
            yield
        finally:
            signal.signal(signal.SIGTSTP, before)


def this_terminal(environ: Mapping[str, str]) -> Terminal:
    """The terminal of this process. A dumb one, or one end that is a pipe, gets plain lines."""
    attended = sys.stdin.isatty() and sys.stdout.isatty() and environ.get("TERM", "") != "dumb"
    return Terminal(
        sys.stdout,
        choose_keys() if attended else NoKeys(),
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
