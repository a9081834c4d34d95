"""Which keys are a press at the wall: media keys, and what a presenter's remote sends. Volume is the person's own."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from coach.ui.key_places import key_meant

Press = Literal["take", "back"]
"""A press that takes what is lit, or one that goes back."""

_TAKE = (
    *(Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPause, Qt.Key.Key_MediaNext),
    *(Qt.Key.Key_PageDown, Qt.Key.Key_F5, Qt.Key.Key_Period, Qt.Key.Key_B),
)
_BACK = (Qt.Key.Key_MediaPrevious, Qt.Key.Key_PageUp)


def is_remote(event: QKeyEvent) -> bool:
    """Whether the key is one of those, so that a page leaves it to the test."""
    return key_meant(event) in (*_TAKE, *_BACK)


class Remote:
    """Tells the presses of one test. The button of a presenter that starts and ends a show sends F5 and Escape in turn:
    an Escape that follows its F5 is a press, and every other one is the person's wish to stop.
    """

    def __init__(self) -> None:
        self._is_showing = False

    def meant(self, event: QKeyEvent) -> Press | None:
        """What the key is pressed for; None for one that is no press."""
        key = key_meant(event)
        if key == Qt.Key.Key_Escape:
            was_showing, self._is_showing = self._is_showing, False
            return "take" if was_showing else None
        if key == Qt.Key.Key_F5:
            self._is_showing = True
        return "take" if key in _TAKE else "back" if key in _BACK else None
