"""What a card says, in letters as large as its room allows."""

from __future__ import annotations

from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, MESSAGE, TextStyle
from coach.ui.widgets.labels import Label

_MOST_LINES = 6  # of large letters: a glance takes in no more; our choice
_MORE = "\u2026"


class Message(Label):
    """Wrapped text. One that is long is in smaller letters, and what no letters have room for ends in an ellipsis."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, MESSAGE, wrap=True)
        self._whole = text

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is left out."""
        return self.text() == self._whole

    def fit(self, width: int, highest: int) -> None:
        """Be no higher than `highest` at this width, but for one line, which it always has."""
        for style, most in ((MESSAGE, min(highest, self._lines_high(MESSAGE))), (BODY.semibold, highest)):
            self._write(self._whole, style)
            if self.heightForWidth(width) <= most:
                return
        self._write(self._start(width, highest), BODY.semibold)

    def _lines_high(self, style: TextStyle) -> int:
        self._write("", style)
        return self._high(_MOST_LINES)

    def _write(self, text: str, style: TextStyle) -> None:
        self._style = style
        self.setText(text)
        self._restyle()

    def _start(self, width: int, highest: int) -> str:
        """As many of its letters, up to a word's end, as there is room for."""
        fits, too_many = 0, len(self._whole)
        while too_many - fits > 1:
            middle = (fits + too_many) // 2
            self.setText(self._cut(middle))
            fits, too_many = (middle, too_many) if self.heightForWidth(width) <= highest else (fits, middle)
        return self._cut(fits)

    def _cut(self, letters: int) -> str:
        start = self._whole[:letters]
        at_a_word, space, _ = start.rpartition(" ")
        return (at_a_word if space else start).rstrip() + _MORE
