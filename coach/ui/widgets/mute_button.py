"""The button for the sound of whatever is under way."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coach.ui.look.theme import Look
from coach.ui.widgets.icon_buttons import RoundButton


class MuteButton(RoundButton):
    """It says what a press does, and shows whether the sound is off; `cap` as of an IconButton."""

    def __init__(self, look: Look, parent: QWidget | None = None, cap: str = "") -> None:
        super().__init__(look, "speaker", "", fill="none", parent=parent, cap=cap)
        self.tell(is_muted=False)

    def tell(self, *, is_muted: bool) -> None:
        """Whether the sound is off now."""
        self.set_icon("mute" if is_muted else "speaker")
        self.set_name(self.tr("Sound on") if is_muted else self.tr("Sound off"))
