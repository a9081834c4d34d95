"""What the walk needs of a desktop; `gnome.py` and `wlroots.py` are some.

A further one is a module here with `running(name) -> AbstractContextManager[Desk]`, a line in `walk.DESKS`, and the
packages that it needs in `debian`. Everything runs as one ordinary user, who may not be root.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Server:
    """A notification server. `serving` has it run for as long as it is entered; nothing, where the desktop is it."""

    name: str
    serving: Callable[[], AbstractContextManager[object]]
    set_do_not_disturb: Callable[[bool], object]


class Desk(Protocol):
    """A desktop that runs, with a keyboard. What it is asked for has happened when the call returns.

    environ: for a program on it, with its session bus. terminal: the words before those that it is to run; it has the
    keyboard when it was started last. panel: shows icons of programs for as long as it is entered; None where there is
    none, or it is not to be had by itself.
    """

    name: str
    environ: Mapping[str, str]
    terminal: Sequence[str]
    servers: Sequence[Server]
    panel: Callable[[], AbstractContextManager[object]] | None

    def type(self, text: str) -> None:
        """Letter by letter, as fast as somebody who types well; a new line is Return."""

    def click(self, x: int, y: int) -> None:
        """The left button at this place, in pixels of the picture."""

    def touch(self) -> None:
        """A sign that somebody is there: the pointer moves."""

    def picture(self, file: Path) -> None:
        """The whole screen, as PNG."""

    def is_kept_on(self) -> bool:
        """Whether some program keeps the screen on, by the word of one that is not ours."""
