"""How the screen is kept on, as the compositor hears it. Whether it stays on is for real ones: test_real.py."""

from __future__ import annotations

import select

import pytest

from coach.desktop.wayland import connection as connections
from coach.desktop.wayland.awake import ByWayland
from coach.desktop.wayland.connection import LostError
from coach.desktop.wayland.wire import Arguments
from tests.desktop.wayland.real import wait_for

OFFERS = [("wl_compositor", 4), ("wl_shm", 1), ("zwlr_layer_shell_v1", 4), ("zwp_idle_inhibit_manager_v1", 1)]


@pytest.fixture
def agreeing(start):
    """A compositor that gives a surface its place."""
    compositor = start(OFFERS)

    def agree(client, message):
        if client.bound.get(message.object_id, ("", 0))[0] == "zwlr_layer_shell_v1":
            client.send(Arguments(message.body).number(), 0, 77, 1, 1)

    compositor.when_asked = agree
    return compositor


def test_an_inhibitor_for_one_pixel_that_nobody_sees_until_it_is_let_go(agreeing):
    keeper = ByWayland(agreeing.address)
    with keeper.keep_on("a session"):
        client = agreeing.client
        ((inhibit),) = client.asked_of("zwp_idle_inhibit_manager_v1")
        ((laid),) = client.asked_of("zwlr_layer_shell_v1")
        (surface, _region) = client.asked_of("wl_compositor")
        ((pool),) = client.asked_of("wl_shm")
        ident = Arguments(surface.body).number()
        assert Arguments(inhibit.body[4:]).number() == ident
        arguments = Arguments(laid.body)
        assert [arguments.number() for _ in range(4)][1:] == [ident, 0, 0], "in the background of any screen"
        assert Arguments(pool.body[4:]).number() == 4, "one pixel; its file goes along"
        layer = Arguments(laid.body).number()
        acknowledged = [r for r in client.requests if r.object_id == layer and r.opcode == 6]
        assert [Arguments(r.body).number() for r in acknowledged] == [77]
        of_surface = [r.opcode for r in client.requests if r.object_id == ident]
        assert of_surface == [6, 5, 1, 6, 6], "asked for its place first, and drawn on when it has one"
        shown = [i for i, r in enumerate(client.requests) if (r.object_id, r.opcode) == (ident, 6)][1]
        assert client.requests.index(inhibit) > shown, "some look whether it is shown at that moment only"
    agreeing.gone(client)


def test_it_is_let_go_when_the_session_fails(agreeing):
    class FailedError(Exception):
        pass

    def fail():
        with ByWayland(agreeing.address).keep_on("a session"):
            raise FailedError

    with pytest.raises(FailedError):
        fail()
    agreeing.gone(agreeing.client)


def test_a_monitor_that_goes_takes_it_along(agreeing):
    with ByWayland(agreeing.address).keep_on("a session") as pixel:
        client = agreeing.client
        ((laid),) = client.asked_of("zwlr_layer_shell_v1")
        layer = Arguments(laid.body).number()
        client.send(layer, 0, 78, 1, 1)
        assert wait_for(lambda: bool(select.select([pixel.file], [], [], 0)[0]))
        assert pixel.is_held(), "only another size"
        client.send(layer, 1)
        assert wait_for(lambda: not pixel.is_held())
    agreeing.gone(client)


def test_a_compositor_that_goes_is_told(agreeing):
    with ByWayland(agreeing.address).keep_on("a session") as pixel:
        agreeing.hang_up()
        assert select.select([pixel.file], [], [], 5.0)[0]
        with pytest.raises(LostError, match="wayland-gone"):
            pixel.is_held()


@pytest.mark.parametrize("missing", range(len(OFFERS)))
def test_a_compositor_that_lacks_something(start, missing):
    keeper = ByWayland(start(OFFERS[:missing] + OFFERS[missing + 1 :]).address)
    assert not keeper.is_there()
    with pytest.raises(LostError, match=f"wayland-lacks {OFFERS[missing][0]}"), keeper.keep_on("a session"):
        pass


def test_a_compositor_that_has_all(start):
    compositor = start(OFFERS)
    assert ByWayland(compositor.address).is_there()
    compositor.gone(compositor.client)


def test_a_compositor_without_a_screen_gives_no_place(start, monkeypatch):
    compositor, really = start(OFFERS), connections.Connection.roundtrip

    def roundtrip(connection):
        """What is answered is waited for; the place never comes."""
        monkeypatch.setattr(connections, "ANSWER_SECONDS", 20.0)
        really(connection)
        monkeypatch.setattr(connections, "ANSWER_SECONDS", 0.01)

    monkeypatch.setattr(connections.Connection, "roundtrip", roundtrip)
    with pytest.raises(LostError, match="wayland-no-place"), ByWayland(compositor.address).keep_on("a session"):
        pass
    compositor.gone(compositor.client)


def test_nobody_is_there(tmp_path):
    keeper = ByWayland(tmp_path / "wayland-0")
    assert not keeper.is_there()
    with pytest.raises(LostError, match="wayland-unreachable"), keeper.keep_on("a session"):
        pass
