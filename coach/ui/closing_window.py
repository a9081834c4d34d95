"""The cross of the window: into the tray where there is one, else as the person wants it; they are asked once. And the
key that ends the program.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.settings import WITHOUT_TRAY, WithoutTray

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coach.progress.store import Store
    from coach.ui.window import MainWindow


class ClosingWindow:
    """`has_tray` tells whether there is an icon to come back by. The program can `show` its window, for the question,
    `hide` it and go on, or `end`.
    """

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        has_tray: Callable[[], bool],
        *,
        show: Callable[[], None],
        hide: Callable[[], None],
        end: Callable[[], None],
    ) -> None:
        self._window, self._store, self._has_tray = window, store, has_tray
        self._show, self._hide, self._end = show, hide, end
        self._question: QWidget | None = None  # what becomes of the program without a window

    def close(self) -> None:
        """The cross was pressed. A session is asked about before it ends."""
        if self._question is not None and self._window.covers.page is self._question:
            self._end()  # closed once more: this time it ends, and the next time it is asked again
            return
        if self._is_under_way():
            return
        way = "go-on" if self._has_tray() else self._store.get(WITHOUT_TRAY)
        if way is None or (way == "minimise" and self._window.isMinimized()):
            self._question = self._window.covers.ask_without_tray(self._answered)
            self._show()
        else:
            self._go(way)

    def quit(self) -> None:
        """The key was pressed: as the tray's own word, and the only one where there is none. A session is asked about,
        as by the cross.
        """
        if not self._is_under_way():
            self._end()

    def _is_under_way(self) -> bool:
        """Whether something is that asks first; what else covers the window is put down."""
        if self._window.is_covered:
            self._window.ask_to_end()
        return self._window.is_covered

    def _answered(self, way: WithoutTray) -> None:
        """The person was asked: so it is from now on."""
        self._store.keep(WITHOUT_TRAY, way)
        self._go(way)

    def _go(self, way: WithoutTray) -> None:
        if way == "end":
            self._end()
        elif way == "minimise":
            self._window.showMinimized()
        else:
            self._hide()
