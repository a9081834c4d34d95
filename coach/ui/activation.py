"""What the desktop gives so that a window may come to the front, kept where Qt looks for it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from coach.desktop.activation import VARIABLES

_KEPT_MS = 1000  # until a window that was hidden is mapped, which is when Qt uses it; our choice


class Activation(QObject):
    """Stands in the environment for the window of this process, and for one that a process of ours opens; not for
    longer: it is good for one window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = QTimer(self, singleShot=True, interval=_KEPT_MS)
        self._kept.timeout.connect(self.forget)

    def take(self, given: Mapping[str, str]) -> None:
        """By its variables (coach.desktop.activation); what was there before is of no use any more."""
        self.forget()
        os.environ.update(given)
        if given:
            self._kept.start()

    def forget(self) -> None:
        """The time is over."""
        self._kept.stop()
        for variable in VARIABLES:
            os.environ.pop(variable, None)
