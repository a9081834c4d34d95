"""Do not disturb, as the notification server tells it that runs now: another one may run a moment later."""

from __future__ import annotations

from coach.desktop.dbus import owner_changed, owner_of
from coach.desktop.how import How
from coach.desktop.linux_servers import INFORMATION, NAME, Asked, Server, server_of, server_of_desktop

_CHANGED = owner_changed(NAME)
LONGEST_NAME = 60  # characters; the longest that we know has 22
_NOBODY = How("no-server")


class DoNotDisturb:
    """`is_on` asks one question a look, and who the server is only when that changed. Nothing is started.

    `desktops` are the names of the desktop, which count only where no server runs that could be asked.
    """

    def __init__(self, asked: Asked, desktops: frozenset[str]) -> None:
        self._asked, self._bus = asked, asked.bus
        self._of_desktop = server_of_desktop(desktops)
        self._server: Server | None = None
        self._last: Server | None = None
        self._is_known_who = False
        self._why = _NOBODY

    @property
    def why(self) -> tuple[How, ...]:
        """Who told when it was asked last, or why nobody did."""
        return (self._why,)

    def is_on(self) -> bool | None:
        """Whether notifications are kept back now; None where that cannot be known."""
        changed = self._bus.heard(_CHANGED)
        if changed is None or changed:
            self._is_known_who = False
            if changed:
                self._bus.spare_no_longer(NAME)
        if not self._is_known_who:
            self._find_server()
        if self._server is None:
            return None
        is_on = self._server.is_on(self._asked)
        self._why = _does(self._server, is_on)
        return is_on

    def _find_server(self) -> None:
        self._server = None
        owner = self._bus.reply(owner_of(NAME))
        if owner.body is None:
            self._is_known_who = bool(owner.refusal)  # else there is no bus, or one that is silent
            self._without_a_server()
            return
        body = self._bus.ask(INFORMATION)
        if body is None or len(body) < 2:
            self._why = How("server-silent")
            return
        self._is_known_who = True
        self._server = self._last = server_of(str(body[0]), str(body[1]))
        if self._server is None:
            self._why = How("server-unknown", _shown(body[0]))

    def _without_a_server(self) -> None:
        """What the last one went by, or the desktop's own would, is a setting that still stands; else nobody knows."""
        for server in (self._last, self._of_desktop):
            if server is not None and server.holds_without:
                self._server = server
                return
        self._why = _NOBODY


def _does(server: Server, is_on: bool | None) -> How:
    if not server.has_it:
        return How("named-has-none", server.shown)
    return How("named-silent" if is_on is None else "named-tells", server.shown)


def _shown(name: object) -> str:
    """A name that another program gave itself; empty where nothing of it can be read."""
    text = "".join(letter for letter in str(name) if letter.isprintable()).strip()
    return text[:LONGEST_NAME]
