"""The session as a desktop shows what is playing, and what media keys and headsets ask of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from coach.desktop.how import How
from coach.desktop.protocol import Told
from coach.values import dataclass

MediaCommand = Literal["play", "pause", "toggle", "next", "back"]
"""What a person can ask of a session from the desktop."""


@dataclass(frozen=True, slots=True)
class Playing:
    """A moment of a session. `part` numbers what is done now, from 0, and `title` names it; `album` is the session's.

    `position` is in that part, and `length` its own, both in seconds; None where nobody knows how long it takes.
    `at` is the session's clock, which runs at `rate` times that of the world. `is_open` says whether commands are
    obeyed now: not while a question has to be answered first.
    """

    part: int
    title: str
    album: str
    position: float
    length: float | None
    at: float
    is_running: bool
    is_open: bool = True
    rate: float = 1.0


class MediaControls(Protocol):
    """Shows one session at a time to the desktop, and hears what its media keys ask. Nothing here raises."""

    def shown_by(self) -> Told:
        """Whether a session would be shown now, and by what, or why not; for `doctor`."""
        ...

    def begin(self, now: Callable[[], Playing | None], obey: Callable[[MediaCommand], None]) -> None:
        """Show a session until `end`. `now` is asked how it stands; None where it is over. `obey` is told in the
        thread of the event loop, or of whoever calls `answer`."""
        ...

    def tell(self) -> None:
        """Tell the desktop what has changed since it was told last."""
        ...

    def answer(self) -> None:
        """Obey and answer what has been asked by now, without waiting: for who has no event loop that does it."""
        ...

    def end(self) -> None:
        """There is no session any more; harmless where there was none."""
        ...

    def close(self) -> None:
        """At the end of the program: as `end`."""
        ...


_NOBODY = How("nothing-shows")


class NullMedia:
    """This desktop is shown nothing, and asks nothing; and `why`."""

    def __init__(self, why: How = _NOBODY) -> None:
        self._why = why

    def shown_by(self) -> Told:
        """That it is not, and why."""
        return Told("media-keys", False, (self._why,))

    def begin(self, now: Callable[[], Playing | None], obey: Callable[[MediaCommand], None]) -> None:  # noqa: ARG002
        """Does nothing."""
        return

    def tell(self) -> None:
        """Does nothing."""
        return

    def answer(self) -> None:
        """Does nothing."""
        return

    def end(self) -> None:
        """Does nothing."""
        return

    def close(self) -> None:
        """Does nothing."""
        return
