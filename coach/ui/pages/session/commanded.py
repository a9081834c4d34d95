"""What a person does in a session by keys and clicks: each command is the conductor's, by one key everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from coach.conductor import Conductor
from coach.session.player import View
from coach.ui.key_places import key_meant, keys_of
from coach.ui.look.mirror import arrow_meant
from coach.ui.pages.session.conducted import BUTTON_KEYS, MODIFIERS, ConductedPage
from coach.ui.widgets.scroll import scrolled_by


class CommandedPage(ConductedPage):
    """A page whose session is commanded by keys: each does one of `acts`, which a page adds its own to."""

    @property
    def is_asking(self) -> bool:
        """Whether a question has the keyboard."""
        raise NotImplementedError

    @property
    def is_room(self) -> bool:
        """Whether the room view is shown, where every open part ends with any key."""
        raise NotImplementedError

    # --- commands ------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Pause a running session, go on with a paused one."""
        self.command(Conductor.toggle)

    def skip(self) -> None:
        """On to the next part."""
        self.command(Conductor.next)

    def back(self) -> None:
        """To the part before, or to the beginning of this one."""
        self.command(Conductor.back)

    def more(self) -> None:
        """Ten seconds more."""
        self.command(Conductor.more)

    def hurts(self) -> None:
        """Something hurts: the session waits, and asks how much."""
        self.command(Conductor.hurts)

    def act(self) -> None:
        """Done, go on or lost it, whichever this part wants; a paused session goes on."""
        view = self._view()
        if view is None:
            return
        if view.state == "paused":
            self.toggle()
        elif view.interval.open == "max":
            self.command(Conductor.lost)
        else:
            self.command(Conductor.done)

    def _view(self) -> View | None:
        """How what is under way stands now."""
        return self.running.view() if self.running is not None else None

    def acts(self) -> Mapping[str, Callable[[], None]]:
        """What is done in a session by keys (coach.words.keys), by its name there."""
        return {
            "pause": self.toggle,
            "skip": self.skip,
            "back": self.back,
            "more": self.more,
            "hurts": self.hurts,
            "mute": self.toggle_mute,
            "act": self.act,
        }

    def keys(self) -> Mapping[Qt.Key, Callable[[], None]]:
        """What each key means."""
        return {key: act for name, act in self.acts().items() for key in keys_of("session", name)}

    # --- keys ----------------------------------------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A focused button keeps Space, Return and Tab; every other key means what it means everywhere here."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in BUTTON_KEYS:
            self.keyPressEvent(event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.is_running or self.is_asking or event.isAutoRepeat():
            return
        command = self.keys().get(Qt.Key(arrow_meant(self, key_meant(event))))
        if command is not None:
            command()
        elif event.key() not in MODIFIERS and self._takes_any_key():
            self.act()
        else:
            scrolled_by(event, self)

    def _takes_any_key(self) -> bool:
        """`max` ends with any key that means nothing else; in the room view so does every open part."""
        view = self._view()
        if view is None:
            return False
        return view.state == "running" and (view.interval.open == "max" or (self.is_room and view.interval.is_open))
