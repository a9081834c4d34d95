"""What was opened is given back at the end, the last first, whatever goes wrong with one of it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Protocol, TypeVar


class Closable(Protocol):
    """Whatever has to be given back."""

    def close(self) -> object:
        """Give it back; it is not used afterwards."""
        ...


Part = TypeVar("Part", bound=Closable)


class Closing:
    """Filled where a part is made. What a part stands on was made before it, and so is closed after it."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._failures: list[str] = []

    def keep(self, part: Part) -> Part:
        """`part` itself, which `close` then closes."""
        self._stack.callback(self._close, part)
        return part

    def close(self) -> tuple[str, ...]:
        """Close everything, each once, the last first; what the failures say of themselves. A second
        time there is nothing.
        """
        self._stack.close()
        failures, self._failures = tuple(self._failures), []
        return failures

    def _close(self, part: Closable) -> None:
        try:
            part.close()
        except Exception as problem:  # noqa: BLE001 (the others are closed all the same, and it is told)
            self._failures.append(str(problem) or type(problem).__name__)
