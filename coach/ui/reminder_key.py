"""The key of the whole desktop that leads to the reminder that waits, for the program with a window and without."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from coach.desktop.activation import TOKEN
from coach.desktop.global_key import GlobalKey
from coach.progress.setting import Setting
from coach.settings import REMINDER_KEY
from coach.ui.activation import Activation
from coach.ui.words.qt_language import LANGUAGE
from coach.words.reminder_key import what


class _Keeping(Protocol):
    def get(self, setting: Setting[bool]) -> bool: ...

    def keep(self, setting: Setting[Any], value: Any) -> None: ...


class ReminderKey(QObject):
    """`pressed` when the key was; what the desktop gave along for a window is ready for it. `changed` when the key has
    become another, or none. That one was chosen is kept, and not which.
    """

    pressed = Signal()
    changed = Signal()

    def __init__(self, key: GlobalKey, store: _Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._key, self._store = key, store
        self._activation = Activation(self)
        key.pressed, key.changed = self._pressed, self._changed

    def begin(self) -> None:
        """Have it again where one was chosen, once no other program of ours has it: some desktops give a key once."""
        if self._store.get(REMINDER_KEY):
            self._key.restore(what(LANGUAGE))

    def rest(self) -> None:
        """Another program of ours has it from now on, or none runs."""
        self._key.end()

    def _pressed(self, token: str) -> None:
        self._activation.take({TOKEN: token} if token else {})
        self.pressed.emit()

    def _changed(self) -> None:
        if self._key.state == "ready" and not self._store.get(REMINDER_KEY):
            self._store.keep(REMINDER_KEY, True)
        self.changed.emit()
