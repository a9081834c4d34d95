"""A look made of another one: its colours and its motion, with text of a size of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.ui.look.theme import Look, Theme


class DerivedLook(Look):
    """Follows the look that it is given; who derives says `scale` and `font`."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.changed)

    @property
    def theme(self) -> Theme:
        return self._look.theme

    @property
    def reduced_motion(self) -> bool:
        return self._look.reduced_motion
