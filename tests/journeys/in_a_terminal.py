"""The program in a pseudo terminal, as somebody who types and reads has it."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.terminal.stage import picture

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60.0


class Journey:
    """The program in a pseudo terminal of 80 by 24."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.person, program = pty.openpty()
        termios.tcsetwinsize(self.person, (24, 80))
        self.before = termios.tcgetattr(self.person)
        environ = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        environ |= {"POSTURE_COACH_HOME": str(home), "TERM": "xterm-256color", "SDL_AUDIODRIVER": "dummy"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "coach", *arguments],
            cwd=ROOT,
            env=environ,
            stdin=program,
            stdout=program,
            stderr=program,
            start_new_session=True,
        )
        os.close(program)
        self.written = ""

    def read(self, seconds: float) -> bool:
        """Take what was written within `seconds`; False once the program is gone."""
        ready, _, _ = select.select([self.person], [], [], seconds)
        if not ready:
            return True
        try:
            read = os.read(self.person, 65536)
        except OSError:
            return False
        self.written += read.decode("utf-8", "replace")
        return bool(read)

    def until(self, words: str) -> None:
        """Wait until `words` stand on the picture."""
        end = time.monotonic() + PATIENCE_SECONDS
        while words not in "\n".join(picture(self.written)):
            assert time.monotonic() < end, f"{words!r} did not come:\n" + "\n".join(picture(self.written))
            assert self.read(0.2), f"the program ended before {words!r}:\n{self.written}"

    def type(self, keys: str) -> None:
        os.write(self.person, keys.encode())

    def end(self) -> int:
        """Wait for the end of the program; its exit code."""
        end = time.monotonic() + PATIENCE_SECONDS
        while self.read(0.2) and self.process.poll() is None:
            assert time.monotonic() < end, "the program does not end"
        while self.read(0.0) and select.select([self.person], [], [], 0.0)[0]:
            continue
        return self.process.wait(timeout=PATIENCE_SECONDS)

    def is_put_back(self) -> bool:
        """Whether the terminal is as it was: its modes, its own screen, its cursor."""
        tail = self.written.rpartition("\x1b[?1049h")[2]
        return "\x1b[?25h\x1b[?1049l" in tail and termios.tcgetattr(self.person) == self.before


@contextmanager
def journey(home: Path, *arguments: str) -> Iterator[Journey]:
    walked = Journey(home, *arguments)
    try:
        yield walked
    finally:
        if walked.process.poll() is None:
            walked.process.kill()
        walked.process.wait()
        os.close(walked.person)
