"""Keys from the person's keyboard, one at a time, waited for no longer than asked: a protocol, one class a system.

A key is its character, or one of space, enter, escape, backspace, left, right, up, down. `hang-up` is said once the
terminal is gone, `ctrl-c` for Ctrl-C.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from types import FrameType, TracebackType
from typing import Protocol, Self

HANG_UP = "hang-up"
CTRL_C = "ctrl-c"
NAMES = {
    " ": "space",
    "\r": "enter",
    "\n": "enter",
    "\x1b": "escape",
    "\x03": CTRL_C,
    "\x7f": "backspace",
    "\x08": "backspace",
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1b[C": "right",
    "\x1b[D": "left",
    "\x1bOA": "up",
    "\x1bOB": "down",
    "\x1bOC": "right",
    "\x1bOD": "left",
}
ESCAPE_SECONDS = 0.05
"""A lone escape is told from the start of an arrow by what follows within this time."""


class Keys(Protocol):
    """Usable within `with`, which sets the terminal up and puts it back."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def wait(self, seconds: float) -> str | None:
        """The next key, None if none came within `seconds`."""
        ...


class NoKeys:
    """Where nobody can press anything: waiting is all there is."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        return

    def wait(self, seconds: float) -> str | None:
        """Let `seconds` pass and give None; a negative length passes at once."""
        time.sleep(max(0.0, seconds))
        return None


class Interruptible:
    """`keys` among which Ctrl-C is one, so that it is answered between two steps and never in the midst of one."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._is_interrupted = False

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._interrupt)
        self._keys.__enter__()
        return self

    def __exit__(self, *unused: object) -> None:
        self._keys.__exit__(None, None, None)
        signal.signal(signal.SIGINT, self._before)

    def wait(self, seconds: float) -> str | None:
        """The next key, `ctrl-c` for a Ctrl-C that came before or meanwhile, or None after `seconds`."""
        key = None if self._is_interrupted else self._keys.wait(seconds)
        if self._is_interrupted:
            self._is_interrupted = False
            return CTRL_C
        return key

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self._is_interrupted = True


def split(typed: str) -> tuple[str, str]:
    """The first key in what was typed, by name, and the rest. A sequence that we do not know is dropped whole.

    >>> split("\\x1b[Cq")
    ('right', 'q')
    """
    if typed[:2] in ("\x1b[", "\x1bO"):
        end = next((i for i, c in enumerate(typed[2:], start=2) if "@" <= c <= "~"), len(typed) - 1)
        return NAMES.get(typed[: end + 1], ""), typed[end + 1 :]
    return NAMES.get(typed[0], typed[0]), typed[1:]


if sys.platform == "win32":
    import msvcrt

    ARROWS = {"H": "up", "P": "down", "M": "right", "K": "left"}

    class WindowsKeys:
        """The console's keys, asked for every few milliseconds since it has nothing better to wait with."""

        def __enter__(self) -> Self:
            os.system("")  # noqa: S605, S607 - the documented way to make an old console understand ANSI sequences
            return self

        def __exit__(self, *unused: object) -> None:
            return

        def wait(self, seconds: float) -> str | None:
            """The next key pressed in this console; None after `seconds`, and for a key that has no name here."""
            until = time.monotonic() + seconds
            while not msvcrt.kbhit():
                left = until - time.monotonic()
                if left <= 0:
                    return None
                time.sleep(min(left, 0.005))
            key = msvcrt.getwch()
            if key in ("\x00", "\xe0"):
                return ARROWS.get(msvcrt.getwch())
            return NAMES.get(key, key)

    def choose_keys() -> Keys:
        """The keys of this system's terminal; standard input must be one."""
        return WindowsKeys()

else:
    import codecs
    import select
    import termios
    import tty

    class PosixKeys:
        """A terminal in its one-key-at-a-time mode. Ctrl-C and Ctrl-Z keep their meaning."""

        def __init__(self, fd: int) -> None:
            self._fd = fd
            self._typed = ""
            self._is_gone = False
            self._decoder = codecs.getincrementaldecoder("utf-8")(errors="ignore")

        def __enter__(self) -> Self:
            self._before = termios.tcgetattr(self._fd)
            tty.setcbreak(self._fd, termios.TCSADRAIN)
            return self

        def __exit__(self, *unused: object) -> None:
            try:
                termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)
            except termios.error:  # the terminal is gone
                return

        def wait(self, seconds: float) -> str | None:
            """The next key, None after `seconds`; `hang-up` once the terminal is gone and all its keys were given."""
            if not self._typed and not self._read(seconds):
                return HANG_UP if self._is_gone else None
            if self._typed == "\x1b":
                self._read(ESCAPE_SECONDS)
            if not self._typed:
                return None
            key, self._typed = split(self._typed)
            return key or None

        def _read(self, seconds: float) -> bool:
            """Take what was typed within `seconds`; False if nothing was. A closed terminal is remembered."""
            if self._is_gone:
                time.sleep(max(0.0, seconds))
                return False
            ready, _, _ = select.select([self._fd], [], [], max(0.0, seconds))
            if not ready:
                return False
            try:
                read = os.read(self._fd, 1024)
            except OSError:
                read = b""
            if not read:
                self._is_gone = True
                return False
            self._typed += self._decoder.decode(read)
            return True

    def choose_keys() -> Keys:
        """The keys of this system's terminal; standard input must be one."""
        return PosixKeys(sys.stdin.fileno())
