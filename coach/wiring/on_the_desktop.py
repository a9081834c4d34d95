"""A running session shown to the desktop, and commanded from there as by its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from coach.conductor import Conductor
from coach.desktop.media import MediaCommand, Playing
from coach.session.events import Event
from coach.wiring.machine import Machine
from coach.words.language import Language
from coach.words.session import heading

Command = Callable[[Conductor], Iterable[Event]]

_COMMANDS: Mapping[MediaCommand, Command] = {
    "play": Conductor.resume,
    "pause": Conductor.pause,
    "toggle": Conductor.toggle,
    "next": Conductor.next,
    "back": Conductor.back,
}


class OnTheDesktop:
    """Shows what `running` conducts, from `begin` to `end`. `command` performs what is asked while `is_open` says that
    a key would be obeyed, too.
    """

    def __init__(
        self,
        parts: Machine,
        language: Language,
        running: Callable[[], Conductor | None],
        is_open: Callable[[], bool],
        command: Callable[[Command], object],
    ) -> None:
        self._parts, self._language = parts, language
        self._running, self._is_open, self._command = running, is_open, command

    def begin(self) -> None:
        """From now on there is a session."""
        self._parts.media.begin(self.now, self._obey)

    def tell(self) -> None:
        """Something may have changed."""
        self._parts.media.tell()

    def answer(self) -> None:
        """Obey what was asked, where no event loop hears it."""
        self._parts.media.answer()

    def end(self) -> None:
        """There is no session any more."""
        self._parts.media.end()

    def now(self) -> Playing | None:
        """How it stands; None where nothing is under way."""
        conductor = self._running()
        if conductor is None:
            return None
        view = conductor.view()
        return Playing(
            part=view.index,
            title=heading(view.interval, self._parts.library.catalogue, self._language),
            album=conductor.timeline.title,
            position=view.elapsed,
            length=None if view.interval.is_open else view.length,
            at=self._parts.clock.monotonic(),
            is_running=view.state in ("ready", "running", "reentry"),
            is_open=self._is_open(),
            rate=self._parts.clock.speed,
        )

    def _obey(self, command: MediaCommand) -> None:
        if self._is_open():
            self._command(_COMMANDS[command])
