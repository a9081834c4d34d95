"""F1 and ? show the keys of whatever the window shows (coach.words.keys)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from coach.ui.key_places import add_shortcut
from coach.ui.look.theme import Look
from coach.ui.widgets.scroll import scrollable
from coach.words.keys import Ground

_ALSO = ("Shift+?", "Shift+/", "؟", "Shift+؟", "\u037e", "？")
"""What is typed for a question mark: with Shift, where a layout says that it was, and in Arabic, Greek and Chinese."""

if TYPE_CHECKING:
    from coach.ui.widgets.keys_dialog import KeysDialog

Seen = tuple[QWidget | None, tuple[Ground, ...]]
"""The page that is seen, and the grounds on which keys mean something there."""


_PRESSES: frozenset[Ground] = frozenset({"wall", "contact", "measure", "tension"})
"""Where what scrolls elsewhere is a press at the wall (coach.ui.pages.walltest.presses)."""


def _with_what_scrolls(page: QWidget, grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """With the keys that scroll the page, where it is longer than the window: after its own, before the window's."""
    if _PRESSES.intersection(grounds) or scrollable(page) is None:
        return grounds
    own = tuple(ground for ground in grounds if ground != "window")
    return (*own, "scrolled", *(ground for ground in grounds if ground == "window"))


class ShownKeys(QObject):
    """Shows the list over `window`, and takes it away by the same keys. `what` gives the page that is seen and the
    grounds on which keys mean something there; what runs on it stands meanwhile, and the focus goes back.
    """

    def __init__(self, window: QWidget, look: Look, what: Callable[[], Seen]) -> None:
        super().__init__(window)
        self._window, self._look, self._what = window, look, what
        self.dialog: KeysDialog | None = None
        self._focus: QWidget | None = None
        self._page: QWidget | None = None
        self._go_on: Callable[[], None] = lambda: None
        shortcut = add_shortcut(window, "anywhere", "keys", self.toggle, in_window=True)
        shortcut.setKeys([*shortcut.keys(), *(QKeySequence(key) for key in _ALSO)])
        shortcut.activatedAmbiguously.connect(self.toggle)  # one press may fit two of them

    def toggle(self) -> None:
        """Show the list, or put it away."""
        if self.dialog is not None:
            self.dialog.reject()
            return
        page, grounds = self._what()
        if page is None:
            return
        self._focus, self._page = QApplication.focusWidget(), page
        stand: Callable[[], Callable[[], None]] | None = getattr(page, "stand", None)
        self._go_on = stand() if stand is not None else lambda: None
        from coach.ui.widgets.keys_dialog import KeysDialog

        self.dialog = KeysDialog(self._look, (*_with_what_scrolls(page, grounds), "anywhere"), self._window)
        self.dialog.finished.connect(self._closed)
        self.dialog.appear()

    def fit(self) -> None:
        """The window has another size: it goes on covering it."""
        if self.dialog is not None:
            self.dialog.setGeometry(self._window.rect())

    def put_away(self) -> None:
        """Something else comes into view."""
        if self.dialog is not None:
            self._page = self._focus = None
            self.dialog.reject()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        dialog.hide()
        dialog.deleteLater()
        for target in (self._focus, self._page):
            if target is not None and isValid(target) and target.isVisible():
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                break
        go_on, self._go_on = self._go_on, lambda: None
        self._focus = self._page = None
        go_on()
