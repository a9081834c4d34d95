"""Starting with the computer out of Flatpak's sandbox, by org.freedesktop.portal.Background.

The entry lies outside and cannot be read from in here, and the portal tells what it did and not what stands there. So
its last answer is remembered, which a person who changed it in the desktop's settings knows better.
"""

from __future__ import annotations

import importlib.util
import select
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from coach.desktop.at_login import Entry, Start
from coach.desktop.dbus import GONE, open_connection
from coach.desktop.how import How, NotHadError
from coach.desktop.portal import Portal
from coach.files import write_whole

BACKGROUND = "org.freedesktop.portal.Background"
ANSWER_SECONDS = 10.0
"""Our choice: some desktops ask the person first, who is looking at our window."""


class PortalAtLogin:
    """coach.desktop.at_login.AtLogin, asked on the session bus at `address`; `kept` is the file of the last answer."""

    def __init__(
        self,
        start: Start,
        address: str | None,
        kept: Path,
        connect: Callable[[str], Any] = open_connection,
        seconds: float = ANSWER_SECONDS,
    ) -> None:
        self._start, self._address, self._kept = start, address, kept
        self._connect, self._seconds = connect, seconds

    def entry(self) -> Entry:
        """What the portal answered last."""
        return Entry("on" if self._kept.is_file() else "off", BACKGROUND)

    def switch_on(self) -> None:
        """NotHadError where the portal, or the person whom it asks, says no, or nobody answers."""
        if not self._ask(wanted=True).get("autostart"):
            raise NotHadError(How("portal-refused"))
        self._kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._kept, b"on\n")

    def switch_off(self) -> None:
        """Nothing is asked where it never was on."""
        if self._kept.is_file():
            self._ask(wanted=False)
            self._kept.unlink(missing_ok=True)

    def _ask(self, *, wanted: bool) -> Mapping[str, Any]:
        portal = self._open()
        answers: list[tuple[bool, Mapping[str, Any]]] = []
        try:
            portal.request(
                "RequestBackground",
                "s",
                ("",),
                lambda is_done, results: answers.append((is_done, results)),
                reason=self._start.told or "Posture Coach",
                autostart=wanted,
                commandline=list(self._start.exec_words),
            )
            until = time.monotonic() + self._seconds
            while not answers and portal.is_open and (left := until - time.monotonic()) > 0:
                select.select([portal.file], [], [], left)
                portal.answer()
        finally:
            portal.close()
        if not answers:
            raise NotHadError(How("portal-silent"))
        is_done, results = answers[0]
        if not is_done:
            raise NotHadError(How("portal-silent" if "error" in results else "portal-refused"))
        return results

    def _open(self) -> Portal:
        if importlib.util.find_spec("jeepney") is None:
            raise NotHadError(How("not-installed", "jeepney"))
        if self._address is None:
            raise NotHadError(How("no-session-bus"))
        try:
            return Portal(self._address, BACKGROUND, lambda *_: None, self._connect)
        except GONE:
            raise NotHadError(How("session-bus-silent")) from None
