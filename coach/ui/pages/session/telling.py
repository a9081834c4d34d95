"""What a screen reader is told of a session: its sentences where it says them, else the name of each step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from coach.session.events import Event, Say
from coach.sound.voice.who_speaks import Speakers
from coach.ui.announce import Announcer
from coach.wiring.speaking import speakers_of

if TYPE_CHECKING:
    from coach.wiring import Parts


class Telling:
    """coach.sound.voice.by_reader.Reader over what `widget` announces."""

    def __init__(self, parts: Parts, announcer: Announcer, widget: QWidget) -> None:
        self._parts, self._announcer, self._widget = parts, announcer, widget
        self._hushed = 0

    # --- the session's sentences

    def tell(self, text: str, after_seconds: float = 0.0) -> None:
        """As the protocol says."""
        if after_seconds <= 0.0:
            self._announcer.say(text)
        else:
            QTimer.singleShot(round(1000 * after_seconds), self._widget, partial(self._tell, text, self._hushed))

    def hush(self) -> None:
        """As the protocol says."""
        self._hushed += 1

    def speaks_for(self) -> float:
        """As the protocol says."""
        return self._announcer.answers_for()

    def _tell(self, text: str, hushed: int) -> None:
        if hushed == self._hushed:
            self._announcer.say(text)

    # --- beside them

    @property
    def speakers(self) -> Speakers:
        """Who says the sentences now."""
        return speakers_of(self._parts)

    def step(self, name: str, *, stands: bool = False) -> None:
        """A step has begun; its name is told where no sentence says it, as in a session that `stands`."""
        if stands or self.speakers.names_steps:
            self._announcer.say(name)

    def says(self, event: str, events: Sequence[Event]) -> bool:
        """Whether among `events` a sentence of the coaching's `event` was said, by whomever."""
        is_there = any(isinstance(one, Say) and one.event == event for one in events)
        return is_there and not self.speakers.names_steps
