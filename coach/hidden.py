"""The parts of the program without a window: the desk and what it stands on, and nothing of what a session needs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from coach.clock import Clock, SystemClock
from coach.closing import Closing
from coach.desk import Desk
from coach.desk_digest import Digest, Kept
from coach.desktop.choose import choose_idle, choose_lock, choose_quiet, choose_reminder_key
from coach.desktop.global_key import GlobalKey, NullKey
from coach.desktop.how import How
from coach.desktop.protocol import Watcher
from coach.desktop.single import Single
from coach.desktop.sources import AwayWhenLocked
from coach.progress.desk_store import open_desk_store
from coach.progress.folders import Home
from coach.reminders.handed import HandedDesk
from coach.settings import REMINDER_KEY
from coach.words.language import ENGLISH, Language

Seen = tuple[frozenset[tuple[str, int, int]], int, date]
"""The person's own files by name, size and time; a number of the data file that another program's write changes; the
day."""


class Hidden:
    """Opens the store, idle time and quiet when it is made, the desk with its first digest: `sit_down`."""

    def __init__(self, home: Home, single: Single, watcher: Watcher, clock: Clock | None = None) -> None:
        self.home, self.single = home, single
        self.clock: Clock = clock or SystemClock()
        self._closing = Closing()
        self._closing.keep(single)
        self.store = self._closing.keep(open_desk_store(home.data, self.clock))
        self.lock = self._closing.keep(choose_lock())
        self.idle = self._closing.keep(AwayWhenLocked(choose_idle(watch=watcher), self.lock))
        self.quiet = self._closing.keep(choose_quiet())
        chosen: GlobalKey = NullKey(How("nothing-tells"))
        if self.store.get(REMINDER_KEY):
            chosen = choose_reminder_key(watch=watcher)
        self.reminder_key = self._closing.keep(chosen)
        self._library = Kept(Digest())
        self._desk: Desk | None = None
        self._seen: Seen | None = None

    @classmethod
    def of(cls, environ: Mapping[str, str], single: Single, watcher: Watcher) -> Hidden:
        """For the person whose folders `environ` tells."""
        return cls(Home.from_environ(environ), single, watcher)

    @property
    def has_desk(self) -> bool:
        """Whether somebody sits at it."""
        return self._desk is not None

    @property
    def desk(self) -> Desk:
        """The reminders. Not before `sit_down`."""
        assert self._desk is not None
        return self._desk

    @property
    def digest(self) -> Digest:
        """What is known of library and person."""
        return self._library.digest

    def sit_down(self, digest: Digest, handed: HandedDesk | None = None, language: Language = ENGLISH) -> None:
        """The desk begins, or goes on where another program has left it; it speaks this language."""
        self._library.digest = digest
        self._desk = Desk(self.clock, self._library, self.store, self.idle, self.quiet, self.lock, handed, language)

    def know(self, digest: Digest) -> None:
        """What is known from now on."""
        self._library.digest = digest

    # --- is what is known still true? ---

    def has_changed(self) -> bool:
        """Whether something that the digest stands for is another one than when `look_away` was called: cheap, it is
        asked whenever the desk is.
        """
        until = self.digest.until
        return self._seen != self._see() or (until is not None and until < self.clock.wall())

    def look_away(self) -> None:
        """What is there now is what the next digest stands for."""
        self._seen = self._see()

    def _see(self) -> Seen:
        return frozenset(_files(self.home.routines)), self.store.version[1], self.clock.wall().date()

    def close(self) -> None:
        """Give everything back, the last first."""
        self._closing.close()


def _files(folder: Path) -> list[tuple[str, int, int]]:
    found = []
    folders = [str(folder)]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        status = entry.stat()
                        found.append((entry.path, status.st_size, status.st_mtime_ns))
        except OSError:
            continue
    return found
