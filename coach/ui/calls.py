"""Calls from any thread into Qt's own, in which alone the desk and the window are touched."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from coach.values import dataclass, field

T = TypeVar("T")


@dataclass
class _Call:
    act: Callable[[], Any]
    result: Any = None
    error: Exception | None = None
    is_over: threading.Event = field(default_factory=threading.Event)


class Calls(QObject):
    """Lives in the thread in which it was made; `call` may be called in any other."""

    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked.connect(self._run)  # from another thread it waits for the loop by itself

    def call(self, act: Callable[[], T], seconds: float) -> T:
        """What `act` gives or raises in that thread. TimeoutError where it is not over in time; it may be yet."""
        one = _Call(act)
        self._asked.emit(one)
        if not one.is_over.wait(seconds):
            raise TimeoutError
        if one.error is not None:
            raise one.error
        return cast("T", one.result)

    def tell(self, act: Callable[[], object]) -> None:
        """Have `act` made in that thread, and do not wait for it."""
        self._asked.emit(_Call(act))

    def _run(self, one: _Call) -> None:
        try:
            one.result = one.act()
        except Exception as error:  # noqa: BLE001 - whoever waits gets it
            one.error = error
        one.is_over.set()
