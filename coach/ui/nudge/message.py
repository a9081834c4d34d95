"""What a card says, in letters that a glance takes in."""

from __future__ import annotations

from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, MESSAGE
from coach.ui.widgets.labels import Label

_MOST_LINES = 6  # of large letters: a glance takes in no more; our choice


class Message(Label):
    """Wrapped text. One that is long is in smaller letters."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, MESSAGE, wrap=True)

    def fit(self, width: int, highest: int | None = None) -> int:
        """Be in large letters where few lines of them are enough, and no higher than `highest`; how high it is."""
        self.set_style(MESSAGE)
        few = self._high(_MOST_LINES)
        if self.heightForWidth(width) > (few if highest is None else min(highest, few)):
            self.set_style(BODY.semibold)
        return self.heightForWidth(width)

    def lines_high(self, lines: int) -> int:
        """Pixels of so many lines of it."""
        return self._high(lines)
