"""A key of the whole desktop, by org.freedesktop.portal.GlobalShortcuts: Plasma from 6.1 on, GNOME from 48 on.

What the desktops do differently (docs/desktops.md): Plasma knows a chosen key by itself when a session begins, and its
versions before 6.4 open the system's settings whenever one is bound; GNOME and Hyprland want it bound in every session,
and ask nothing about one that they know. So an earlier choice is looked for in the list first, and where the desktop is
Plasma, it is nowhere else.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from typing import Any

from coach.desktop.app_id import PORTAL_ID
from coach.desktop.dbus import GONE, SessionBus, open_connection, property_of, variant
from coach.desktop.global_key import KeyState
from coach.desktop.how import How
from coach.desktop.portal import PATH, SERVICE, Portal, new_token
from coach.desktop.protocol import Told, Watcher

SHORTCUTS, REGISTRY = "org.freedesktop.portal.GlobalShortcuts", "org.freedesktop.host.portal.Registry"
ID = "open-reminder"
PREFERRED = "CTRL+ALT+p"
"""What the desktop may propose to the person, who is asked in any case; as the shortcuts specification writes it. With
Ctrl and Alt, since the keys with the logo are the desktops' own, and P, which none of the two has there by itself."""

_CONFIGURABLE = 2  # the version of the interface from which on it shows where a key is changed
_NOT_THERE = ("UnknownMethod", "UnknownInterface", "UnknownObject", "UnknownProperty")
"""Ends of errors of a portal that is older than what it is asked."""
_NOBODY = ("ServiceUnknown", "NameHasNoOwner", "NoReply", "TimedOut", "Disconnected")
"""Ends of those of a bus on which no portal is, besides what it says of one that does not start."""


class PortalKey:
    """coach.desktop.global_key.GlobalKey, on the session bus at `address`. Without `watch` nothing comes by itself.

    `remembers`: the desktop has a chosen key again by itself, and may ask about one that is bound. `is_boxed`: a
    sandbox tells the portal which program this is, and it may not say so itself.
    """

    def __init__(
        self,
        address: str,
        watch: Watcher | None = None,
        *,
        remembers: bool = False,
        is_boxed: bool = False,
        connect: Callable[[str], Any] = open_connection,
    ) -> None:
        self._address, self._watch, self._connect = address, watch, connect
        self._remembers, self._is_boxed = remembers, is_boxed
        self.pressed: Callable[[str], None] = lambda _token: None
        self.changed: Callable[[], None] = lambda: None
        self._portal: Portal | None = None
        self._stop_watching: Callable[[], None] | None = None
        self._session, self._what, self._version = "", "", 0
        self._may_ask = self._is_gone = False
        self._state: KeyState = "off"
        self._trigger = ""

    @property
    def state(self) -> KeyState:
        """As the protocol says."""
        return self._state

    @property
    def trigger(self) -> str:
        """As the protocol says."""
        return self._trigger

    @property
    def can_change(self) -> bool:
        """As the protocol says: from the second version of the portal on."""
        return self._state == "ready" and self._version >= _CONFIGURABLE

    def told(self) -> Told:
        """As the protocol says."""
        if self._state == "ready":
            return Told("reminder-key", True, (How("portal-keys"),))
        bus = SessionBus(self._address, self._connect)
        version = variant(bus.ask(property_of(SERVICE, PATH, SHORTCUTS, "version")), "u")
        is_reached = bus.file is not None
        bus.close()
        if isinstance(version, int):
            return Told("reminder-key", True, (How("portal-keys"),))
        if importlib.util.find_spec("jeepney") is None:
            return Told("reminder-key", False, (How("not-installed", "jeepney"),))
        return Told("reminder-key", False, (How("no-portal-keys" if is_reached else "session-bus-silent"),))

    def restore(self, what: str) -> None:
        """As the protocol says."""
        self._begin(what, may_ask=False)

    def choose(self, what: str) -> None:
        """As the protocol says."""
        self._begin(what, may_ask=True)

    def change(self) -> None:
        """As the protocol says."""
        if self._portal is not None and self.can_change:
            body: tuple[Any, ...] = (self._session, "", {})
            self._portal.call(SHORTCUTS, "ConfigureShortcuts", "osa{sv}", body, lambda *_: None)

    def end(self) -> None:
        """As the protocol says: the session ends with the connection."""
        self._hang_up()
        self._state, self._trigger, self._what = "off", "", ""

    def close(self) -> None:
        """As the protocol says."""
        self.end()

    def answer(self) -> None:
        """Hear what has come by now, for who has no event loop that does it."""
        if self._portal is not None:
            self._portal.answer()

    # --- one after the other

    def _begin(self, what: str, *, may_ask: bool) -> None:
        self._hang_up()
        self._what, self._may_ask, self._trigger = what, may_ask, ""
        self._state = "waiting"
        try:
            self._portal = Portal(self._address, SHORTCUTS, self._heard, self._connect)
        except (ImportError, RuntimeError, KeyError, *GONE):
            self._state = "nobody"
            return
        if not self._portal.is_open:
            self._state = "nobody"
            return
        if self._watch is not None:
            self._stop_watching = self._watch(self._portal.file, self.answer)
        self._say_who()

    def _say_who(self) -> None:
        """Before anything else is asked on this connection, as the registry wants it."""
        if self._portal is None:
            return
        if self._is_boxed:
            self._open_session()
        else:
            self._portal.call(REGISTRY, "Register", "sa{sv}", (PORTAL_ID, {}), self._registered)

    def _registered(self, answer: tuple[Any, ...] | None, error: str) -> None:
        if answer is None and (error.endswith(_NOBODY) or ".Spawn." in error):
            self._settle("nobody")
        elif answer is None and not error.endswith(_NOT_THERE):
            self._settle("nameless")  # there is no entry of ours in the menus
        else:  # a portal from before 1.20 finds out by itself who asks
            self._open_session()

    def _open_session(self) -> None:
        if self._portal is None:
            return
        token = new_token()
        self._session = self._portal.session_path(token)
        get = "org.freedesktop.DBus.Properties"
        self._portal.call(get, "Get", "ss", (SHORTCUTS, "version"), self._versioned)
        self._portal.request("CreateSession", "", (), self._opened, session_handle_token=token)

    def _versioned(self, answer: tuple[Any, ...] | None, _error: str) -> None:
        version = variant(answer, "u")
        self._version = version if isinstance(version, int) else 0

    def _opened(self, is_done: bool, results: Mapping[str, Any]) -> None:
        if not is_done:
            self._settle("refused" if self._version else "nobody")
            return
        self._session = str(results.get("session_handle") or self._session)
        if self._may_ask:
            self._bind()
        else:
            self._list(self._found_before)

    def _list(self, responded: Callable[[bool, Mapping[str, Any]], None]) -> None:
        if self._portal is not None:
            self._portal.request("ListShortcuts", "o", (self._session,), responded)

    def _found_before(self, is_done: bool, results: Mapping[str, Any]) -> None:
        if is_done and self._take(results):
            return
        if self._remembers:
            self._settle("refused")  # taken away in the desktop's settings; bound again, it would ask
        else:
            self._bind()

    def _bind(self) -> None:
        if self._portal is None:
            return
        shortcut = (ID, {"description": ("s", self._what), "preferred_trigger": ("s", PREFERRED)})
        self._portal.request("BindShortcuts", "oa(sa{sv})s", (self._session, [shortcut], ""), self._bound)

    def _bound(self, is_done: bool, results: Mapping[str, Any]) -> None:
        if self._take(results):  # whatever number comes along: GNOME 48 answers with one that it never set
            return
        if is_done:
            self._list(self._found)  # Plasma 6.4 says only there what was bound
        elif self._state != "ready":
            self._settle("refused")

    def _found(self, is_done: bool, results: Mapping[str, Any]) -> None:
        if not is_done or not self._take(results):
            self._settle("refused")

    def _take(self, results: Mapping[str, Any]) -> bool:
        """Whether ours is among the shortcuts."""
        known = _shortcuts(results.get("shortcuts"))
        if ID not in known:
            return False
        trigger = known[ID].get("trigger_description")
        self._settle("ready", trigger[1] if isinstance(trigger, tuple) and isinstance(trigger[1], str) else "")
        return True

    def _settle(self, state: KeyState, trigger: str = "") -> None:
        self._state, self._trigger = state, trigger
        if state != "ready":
            self._hang_up()
        self.changed()

    # --- what happens by itself

    def _heard(self, member: str, body: tuple[Any, ...]) -> None:
        if member == "Activated" and body[:2] == (self._session, ID):
            self.pressed(_token(body))
        elif member == "ShortcutsChanged" and body[:1] == (self._session,) and len(body) > 1:
            self._take({"shortcuts": body[1]})
        elif member == "Closed" and body == (self._session,):
            self._settle("refused")
        elif member == "Gone" and self._state == "waiting" and self._may_ask:
            self._settle("refused")  # in the middle of its question, which the next one is not to ask by itself
        elif member == "Gone":
            self._is_gone = True
            self._session, self._state, self._trigger = "", "waiting", ""
            self.changed()
        elif member == "Came" and self._is_gone:  # it has begun anew, and knows nothing of us
            self._begin(self._what, may_ask=False)
        elif member == "Lost":
            self._settle("nobody")

    def _hang_up(self) -> None:
        stop, self._stop_watching = self._stop_watching, None
        if stop is not None:
            stop()
        portal, self._portal = self._portal, None
        if portal is not None:
            portal.close()
        self._session, self._is_gone = "", False


def _shortcuts(told: object) -> dict[str, Mapping[str, Any]]:
    """What is known of each shortcut, by its id."""
    found = told if isinstance(told, list) else []
    return {one[0]: one[1] for one in found if isinstance(one, tuple) and isinstance(one[1], Mapping)}


def _token(body: tuple[Any, ...]) -> str:
    """What brings a window to the front, where the desktop gives it along: GNOME from 50 on."""
    options = body[3] if len(body) > 3 and isinstance(body[3], Mapping) else {}
    token = options.get("activation_token")
    return token[1] if isinstance(token, tuple) and isinstance(token[1], str) else ""
