"""A session in the words of MPRIS 2.2, by which Linux desktops show players and hand them media keys; values only.

https://specifications.freedesktop.org/mpris-spec/2.2/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.desktop.awake import APPLICATION
from coach.desktop.media import MediaCommand, Playing
from coach.values import dataclass

PATH = "/org/mpris/MediaPlayer2"
ROOT, PLAYER = "org.mpris.MediaPlayer2", "org.mpris.MediaPlayer2.Player"
NAME = f"{ROOT}.posture_coach"
PROPERTIES = "org.freedesktop.DBus.Properties"
DESKTOP_ENTRY = "posture-coach"  # the name of the installed .desktop file
SEEK_SECONDS = 1.0  # so far a clock that counts on by itself may be off before it is told; our choice

_INTROSPECTABLE, _PEER = "org.freedesktop.DBus.Introspectable", "org.freedesktop.DBus.Peer"
_ERROR = "org.freedesktop.DBus.Error."
_COMMANDS: Mapping[str, MediaCommand] = {
    "Play": "play",
    "Pause": "pause",
    "PlayPause": "toggle",
    "Next": "next",
    "Previous": "back",
    "Stop": "pause",  # nothing is lost by a key that was touched; who wants to end a session is asked on its screen
}
_WITHOUT_EFFECT = ("Seek", "SetPosition", "Raise", "Quit")  # as MPRIS wants it of who says that it cannot
_ARGUMENTS = {"Seek": "x", "SetPosition": "ox", "OpenUri": "s"}

Variant = tuple[str, Any]
"""A D-Bus signature, and a value of that type."""


@dataclass(frozen=True, slots=True)
class Call:
    """A method that is called. Without an `interface` the method's name has to do."""

    path: str
    interface: str
    member: str
    body: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of the answer, or an `error` by name; then `command` is obeyed."""

    signature: str = ""
    body: tuple[Any, ...] = ()
    error: str = ""
    command: MediaCommand | None = None


def root_properties() -> dict[str, Variant]:
    """Who we are, and that we open no files."""
    return {
        "CanQuit": ("b", False),
        "CanRaise": ("b", False),
        "HasTrackList": ("b", False),
        "Identity": ("s", APPLICATION),
        "DesktopEntry": ("s", DESKTOP_ENTRY),
        "SupportedUriSchemes": ("as", []),
        "SupportedMimeTypes": ("as", []),
    }


def player_properties(playing: Playing | None) -> dict[str, Variant]:
    """How the session stands; None: there is none."""
    is_open = playing is not None and playing.is_open
    rate = playing.rate if playing is not None else 1.0
    return {
        "PlaybackStatus": ("s", "Stopped" if playing is None else "Playing" if playing.is_running else "Paused"),
        "Metadata": ("a{sv}", {} if playing is None else _metadata(playing)),
        "Position": ("x", 0 if playing is None else _microseconds(_position(playing))),
        "Rate": ("d", rate),
        "MinimumRate": ("d", rate),
        "MaximumRate": ("d", rate),
        "Volume": ("d", 1.0),
        "CanGoNext": ("b", is_open),
        "CanGoPrevious": ("b", is_open),
        "CanPlay": ("b", is_open),
        "CanPause": ("b", is_open),
        "CanSeek": ("b", False),
        "CanControl": ("b", True),
    }


def changed(before: Playing | None, now: Playing | None) -> dict[str, Variant]:
    """What PropertiesChanged tells: never Position, which everybody counts on by themselves."""
    old = player_properties(before)
    return {name: it for name, it in player_properties(now).items() if name != "Position" and it != old[name]}


class Counted:
    """Where somebody takes the session to be who counts on by themselves from what they were told."""

    def __init__(self, playing: Playing) -> None:
        self._before, self._counted = playing, playing.position

    def seeked(self, now: Playing) -> int | None:
        """What Seeked has to tell them; None while they are right. Another part begins where it begins."""
        before, self._before = self._before, now
        if now.part != before.part:
            self._counted = 0.0
        elif before.is_running:
            self._counted += now.at - before.at
        if abs(now.position - self._counted) <= SEEK_SECONDS or _position(now) != now.position:
            return None
        self._counted = now.position
        return _microseconds(now.position)


def answered(call: Call, playing: Playing | None) -> Answer:
    """What is answered to `call` while a session stands so."""
    if call.path != PATH:
        return Answer(error=f"{_ERROR}UnknownObject")
    if call.interface in (PROPERTIES, "") and call.member in ("Get", "GetAll", "Set"):
        return _of_properties(call, playing)
    if call.interface in (PLAYER, "") and call.member in _COMMANDS:
        return Answer(command=_COMMANDS[call.member])
    if call.interface in (PLAYER, ROOT, "") and call.member in _WITHOUT_EFFECT:
        return Answer()
    if call.interface in (PLAYER, "") and call.member == "OpenUri":
        return Answer(error=f"{_ERROR}NotSupported")
    if call.interface in (_INTROSPECTABLE, "") and call.member == "Introspect":
        return Answer("s", (introspection(),))
    if call.interface in (_PEER, "") and call.member == "Ping":
        return Answer()
    return Answer(error=f"{_ERROR}UnknownMethod")


def _of_properties(call: Call, playing: Playing | None) -> Answer:
    if not call.body or not all(isinstance(one, str) for one in call.body[:2]):
        return Answer(error=f"{_ERROR}InvalidArgs")
    found = {ROOT: root_properties(), PLAYER: player_properties(playing)}.get(call.body[0])
    if found is None:
        return Answer(error=f"{_ERROR}UnknownInterface")
    if call.member == "GetAll":
        return Answer("a{sv}", (found,))
    if len(call.body) < 2 or call.body[1] not in found:
        return Answer(error=f"{_ERROR}UnknownProperty")
    if call.member == "Set":
        return Answer(error=f"{_ERROR}PropertyReadOnly")
    return Answer("v", (found[call.body[1]],))


def introspection() -> str:
    """What is there to be called and read, in D-Bus's XML."""
    methods = {ROOT: ("Raise", "Quit"), PLAYER: (*_COMMANDS, *_ARGUMENTS)}
    properties = {ROOT: root_properties(), PLAYER: player_properties(None)}
    interfaces = "".join(
        f'<interface name="{name}">'
        + "".join(_method(member) for member in methods[name])
        + "".join(_property(each, kind) for each, (kind, _value) in properties[name].items())
        + ('<signal name="Seeked"><arg name="Position" type="x"/></signal>' if name == PLAYER else "")
        + "</interface>"
        for name in (ROOT, PLAYER)
    )
    return f"<node>{interfaces}</node>"


def _method(member: str) -> str:
    arguments = "".join(f'<arg type="{kind}" direction="in"/>' for kind in _ARGUMENTS.get(member, ""))
    return f'<method name="{member}">{arguments}</method>'


def _property(name: str, kind: str) -> str:
    told = '<annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="false"/>'
    return f'<property name="{name}" type="{kind}" access="read">{told if name == "Position" else ""}</property>'


def _metadata(playing: Playing) -> dict[str, Variant]:
    found: dict[str, Variant] = {
        "mpris:trackid": ("o", f"/posture_coach/part/{playing.part}"),
        "xesam:title": ("s", _sendable(playing.title)),
        "xesam:album": ("s", _sendable(playing.album)),
        "xesam:trackNumber": ("i", playing.part + 1),
    }
    if playing.length is not None:
        found["mpris:length"] = ("x", _microseconds(playing.length))
    return found


def _position(playing: Playing) -> float:
    """Never beyond the end."""
    return playing.position if playing.length is None else min(playing.position, playing.length)


def _microseconds(seconds: float) -> int:
    return round(seconds * 1_000_000)


def _sendable(text: str) -> str:
    """A title of somebody's own file may hold what ends a connection to the bus."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")
