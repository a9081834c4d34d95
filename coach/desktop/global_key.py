"""A key of the whole desktop that leads to the reminder that waits, whatever program has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from coach.desktop.how import How
from coach.desktop.protocol import Told

KeyState = Literal["off", "waiting", "ready", "refused", "nameless", "nobody"]
"""Nobody asked for it; the desktop has not answered yet, and may be asking the person; the key leads here; the person
or the desktop said no, then or since; the desktop does not know which program asks; nobody has such keys here."""


def _ignore(_token: str) -> None:
    return


def _nothing() -> None:
    return


class GlobalKey(Protocol):
    """The desktop asks the person which key it is to be, and alone knows it. Nothing here waits or raises."""

    pressed: Callable[[str], None]
    """Called when the key is pressed, with what brings a window to the front, or with an empty text."""
    changed: Callable[[], None]
    """Called when `state` or `trigger` has changed by itself."""

    @property
    def state(self) -> KeyState:
        """How it stands."""
        ...

    @property
    def trigger(self) -> str:
        """The key in the desktop's own words and language; empty where it has none yet, or does not say."""
        ...

    @property
    def can_change(self) -> bool:
        """Whether `change` has the desktop show where another key is chosen."""
        ...

    def told(self) -> Told:
        """Whether this desktop has such keys, and by what, or why not; asked anew, and nobody is started for it."""
        ...

    def restore(self, what: str) -> None:
        """Have the key again that was chosen in an earlier run. The person is asked nothing: where that cannot be
        without, there is none. `what` it does stands in the desktop's list of keys.
        """
        ...

    def choose(self, what: str) -> None:
        """The person wants one: the desktop may ask them now, for as long as they like."""
        ...

    def change(self) -> None:
        """Have the desktop show where another key is chosen, if it can."""
        ...

    def end(self) -> None:
        """There is none any more; harmless where there was none."""
        ...

    def close(self) -> None:
        """At the end of the program: as `end`."""
        ...


class NullKey:
    """There is none, and `why`."""

    def __init__(self, why: How) -> None:
        self._why = why
        self.pressed: Callable[[str], None] = _ignore
        self.changed: Callable[[], None] = _nothing
        self.state: KeyState = "nobody"
        self.trigger = ""
        self.can_change = False

    def told(self) -> Told:
        """That there is none, and why."""
        return Told("reminder-key", False, (self._why,))

    def restore(self, what: str) -> None:  # noqa: ARG002 (the protocol's)
        """Does nothing."""
        return

    def choose(self, what: str) -> None:  # noqa: ARG002
        """Does nothing."""
        return

    def change(self) -> None:
        """Does nothing."""
        return

    def end(self) -> None:
        """Does nothing."""
        return

    def close(self) -> None:
        """Does nothing."""
        return
