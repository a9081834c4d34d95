"""Gives what runs here to another program, asked in a thread of the socket's, done in Qt's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from coach.desktop.asked import RefusedError, flag
from coach.handover import Handover
from coach.ui.calls import Calls
from coach.ui.words.qt_language import LANGUAGE
from coach.words.running import busy

PATIENCE_SECONDS = 20.0  # a window may be painting a page, and the machine be busy


class Handing(QObject):
    """coach.desktop.single.Giving. What is given is `handed_over` by the one who runs: it may refuse.

    `gone`: the other program has all and shows itself; `back`: it ended before, go on.
    """

    gone = Signal()
    back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = Calls(self)

    def hand_over(self, *, to_a_window: bool) -> Handover:
        """All that runs here, which stands still from now on. RefusedError: it stays."""
        raise NotImplementedError

    def give(self, request: dict[str, Any]) -> Mapping[str, Any]:
        """As the protocol says."""
        to_a_window = flag(request, "window")
        try:
            return self._calls.call(lambda: self.hand_over(to_a_window=to_a_window), PATIENCE_SECONDS).as_json()
        except TimeoutError:
            self.take_back()  # it may yet be done
            raise RefusedError(busy(LANGUAGE)) from None

    def given(self) -> None:
        """As the protocol says."""
        self._calls.tell(self.gone.emit)

    def take_back(self) -> None:
        """As the protocol says."""
        self._calls.tell(self.back.emit)
