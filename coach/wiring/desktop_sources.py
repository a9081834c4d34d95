"""What this desktop tells the program and takes from it, each made when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.closing import Closing
from coach.wiring.made import made

if TYPE_CHECKING:
    from coach.desktop.global_key import GlobalKey
    from coach.desktop.media import MediaControls
    from coach.desktop.protocol import Awake, Idle, LessMotion, Lock, Quiet, ScreenReader, Watcher


class DesktopSources:
    """Each is the one that serves this desktop, or one that says why there is none; `closing` gives it back."""

    def __init__(self, closing: Closing) -> None:
        self._closing = closing
        self.watcher: Watcher | None = None
        """How what the desktop tells is heard in time; set by who has an event loop, before `idle` and `media`."""

    @made
    def idle(self) -> Idle:
        """Tells how long nobody has touched this machine, or why that cannot be known; nobody does a locked one."""
        from coach.desktop.choose import choose_idle
        from coach.desktop.sources import AwayWhenLocked

        return self._closing.keep(AwayWhenLocked(choose_idle(watch=self.watcher), self.lock))

    @made
    def lock(self) -> Lock:
        """Tells whether the screen is locked, or why that cannot be known."""
        from coach.desktop.choose import choose_lock

        return self._closing.keep(choose_lock())

    @made
    def quiet(self) -> Quiet:
        """Tells why the person should not be disturbed now, as far as this desktop tells."""
        from coach.desktop.choose import choose_quiet

        return self._closing.keep(choose_quiet())

    @made
    def awake(self) -> Awake:
        """Keeps the screen on during a session, where this desktop lets us."""
        from coach.desktop.choose import choose_awake

        return self._closing.keep(choose_awake())

    @made
    def media(self) -> MediaControls:
        """Shows a session to this desktop, and hears its media keys."""
        from coach.desktop.choose import choose_media

        return self._closing.keep(choose_media(watch=self.watcher))

    @made
    def screen_reader(self) -> ScreenReader:
        """Tells whether a screen reader runs, or why that cannot be known."""
        from coach.desktop.choose import choose_screen_reader

        return self._closing.keep(choose_screen_reader())

    @made
    def reminder_key(self) -> GlobalKey:
        """A key of this desktop that leads to the reminder that waits; chosen when the person asks for it."""
        from coach.desktop.choose import choose_reminder_key

        return self._closing.keep(choose_reminder_key(watch=self.watcher))

    @made
    def less_motion(self) -> LessMotion:
        """Tells whether the person wants less motion on the whole desktop, or why that cannot be known."""
        from coach.desktop.choose import choose_less_motion

        return self._closing.keep(choose_less_motion())
