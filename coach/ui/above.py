"""What the person should know, in sentences above whatever page is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from coach.ui.look import space
from coach.ui.look.mirror import margins
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.notice import Notice


class Above(QVBoxLayout):
    """Sentences, each until it is put away."""

    def __init__(self, look: WindowLook) -> None:
        super().__init__()
        self._look = look
        self._told: set[str] = set()
        self.setContentsMargins(margins(space.XL, 0, space.WIDEST, 0))
        self.setSpacing(space.S)

    def tell(self, sentence: str) -> None:
        """Show a sentence; one that stands there is told once."""
        if sentence in self._told:
            return
        self._told.add(sentence)
        notice = Notice(self._look, sentence)
        notice.closed.connect(lambda: self._told.discard(sentence))
        if self.count() == 0:
            self.setContentsMargins(margins(space.XL, space.XL, space.WIDEST, 0))
        self.addWidget(notice)
