"""What a widget takes for its look: the window's, or one that is fitted to a smaller room."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QFont

from coach.ui.look.theme import Theme


class AnyLook(Protocol):
    """Colours, sizes and type to paint with; `changed` says that any of them is another now."""

    @property
    def changed(self) -> SignalInstance:
        """Something is another now: paint, and where sizes follow the text, lay out again."""

    @property
    def theme(self) -> Theme:
        """The colours."""

    @property
    def scale(self) -> float:
        """The text size, 1.0 to 2.0."""

    @property
    def reduced_motion(self) -> bool:
        """Whether what moves for beauty alone stands still."""

    def px(self, pixels: float) -> int:
        """A length that grows with the text size."""

    def font(
        self, px: float, weight: int = 500, tracking: float = 0.0, tabular: bool = False, family: str = "text"
    ) -> QFont:
        """A font of `px` pixels at text size 1; `tracking` in em; `tabular` for all that ticks; `text` or `code`."""
