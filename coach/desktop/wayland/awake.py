"""The screen kept on by zwp_idle_inhibit_manager_v1.

An inhibitor belongs to a surface. Our window's own is Qt's, on a connection that is not ours. A surface that is no
window does for sway 1.7 and labwc 0.8.3; KWin 5.27 and sway 1.12 want one that is shown (each measured by a second
client). So ours is a layer surface of zwlr_layer_shell_v1, as they all have it: one transparent pixel in the
background, under all windows, which takes neither keys nor clicks. GNOME has no such layers; its session manager does
it over the bus.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.desktop.awake import Hold
from coach.desktop.how import How
from coach.desktop.wayland.connection import Connection, LostError, connect
from coach.desktop.wayland.wire import Arguments

_COMPOSITOR, _SHM, _LAYERS, _INHIBIT = _NEEDED = (
    "wl_compositor",
    "wl_shm",
    "zwlr_layer_shell_v1",
    "zwp_idle_inhibit_manager_v1",
)

# Requests, each of the interface that its name begins with.
_COMPOSITOR_CREATE_SURFACE, _COMPOSITOR_CREATE_REGION = 0, 1
_SURFACE_ATTACH, _SURFACE_SET_INPUT_REGION, _SURFACE_COMMIT = 1, 5, 6
_SHM_CREATE_POOL = 0
_POOL_CREATE_BUFFER = 0
_LAYERS_GET_SURFACE = 0
_LAYER_SET_SIZE, _LAYER_SET_EXCLUSIVE_ZONE, _LAYER_ACK_CONFIGURE = 0, 2, 6
_INHIBIT_CREATE = 1

_CONFIGURE, _CLOSED = 0, 1  # events of a layer surface
_ANY_OUTPUT = 0
_BACKGROUND = 0
_WHEREVER = -1  # panels push it nowhere
_ARGB = 0
_PIXEL_BYTES = 4


class ByWayland:
    """A way to keep the screen on, with a connection of its own for as long as it is held."""

    who = How("wayland-keeps")

    def __init__(self, address: Path) -> None:
        self._address = address

    def is_there(self) -> bool:
        """Whether the compositor offers all that it takes."""
        try:
            connection = connect(self._address)
        except LostError:
            return False
        try:
            return all(connection.offered(interface) for interface in _NEEDED)
        finally:
            connection.close()

    @contextmanager
    def keep_on(self, reason: str) -> Iterator[Hold]:  # noqa: ARG002 (Wayland has no place for one)
        """The screen stays on while it is entered. LostError where the compositor does not do it."""
        connection = connect(self._address)
        try:
            pixel = _Pixel(connection)
            pixel.inhibit()
            yield pixel
        finally:
            connection.close()


class _Pixel:
    """coach.desktop.awake.Hold. It goes with the monitor that it stands on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._serials: list[int] = []
        self._is_closed = False

    @property
    def file(self) -> int:
        """What the compositor tells comes here."""
        return self._connection.fileno

    def is_held(self) -> bool:
        """LostError where the compositor is gone."""
        self._connection.hear()
        return not self._is_closed

    def inhibit(self) -> None:
        """Stand there, and have the screen kept on for it."""
        connection = self._connection
        for interface in _NEEDED:
            if not connection.offered(interface):
                raise LostError(How("wayland-lacks", interface))
        compositor = _bound(connection, _COMPOSITOR)
        surface = connection.new()
        connection.request(compositor, _COMPOSITOR_CREATE_SURFACE, surface)
        self._lay(surface)
        untouchable = connection.new()
        connection.request(compositor, _COMPOSITOR_CREATE_REGION, untouchable)
        connection.request(surface, _SURFACE_SET_INPUT_REGION, untouchable)
        connection.request(surface, _SURFACE_ATTACH, _pixel(connection), 0, 0)
        connection.request(surface, _SURFACE_COMMIT)  # shown first: sway 1.12 looks only when the inhibitor is made
        inhibitors = _bound(connection, _INHIBIT)
        connection.request(inhibitors, _INHIBIT_CREATE, connection.new(), surface)
        connection.request(surface, _SURFACE_COMMIT)
        connection.roundtrip()  # refused, where it is

    def _lay(self, surface: int) -> None:
        """Give the surface its place, and wait until the compositor agrees."""
        connection = self._connection
        layers = _bound(connection, _LAYERS)
        layer = connection.new(self._heard)
        connection.request(layers, _LAYERS_GET_SURFACE, layer, surface, _ANY_OUTPUT, _BACKGROUND, "posture-coach")
        connection.request(layer, _LAYER_SET_SIZE, 1, 1)
        connection.request(layer, _LAYER_SET_EXCLUSIVE_ZONE, _WHEREVER)
        connection.request(surface, _SURFACE_COMMIT)
        if not connection.wait(lambda: bool(self._serials)):
            raise LostError(How("wayland-no-place"))
        connection.request(layer, _LAYER_ACK_CONFIGURE, self._serials[-1])

    def _heard(self, opcode: int, arguments: Arguments) -> None:
        if opcode == _CONFIGURE:
            self._serials.append(arguments.number())
        elif opcode == _CLOSED:
            self._is_closed = True


def _pixel(connection: Connection) -> int:
    """A buffer of one transparent pixel."""
    if sys.platform == "win32" or sys.platform == "darwin":
        raise NotImplementedError  # neither has a file in memory
    shm = _bound(connection, _SHM)
    pool = connection.new()
    memory = os.memfd_create("posture-coach")
    try:
        os.truncate(memory, _PIXEL_BYTES)
        connection.request(shm, _SHM_CREATE_POOL, pool, _PIXEL_BYTES, descriptors=[memory])
    finally:
        os.close(memory)
    buffer = connection.new()
    connection.request(pool, _POOL_CREATE_BUFFER, buffer, 0, 1, 1, _PIXEL_BYTES, _ARGB)
    return buffer


def _bound(connection: Connection, interface: str) -> int:
    return connection.bind(connection.offered(interface)[0], 1)
