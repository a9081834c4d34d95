"""A connection beside a compositor that behaves, one that does not, and one that is gone."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from coach.desktop.wayland import connection as connections
from coach.desktop.wayland.connection import Connection, LostError, address_of, connect
from coach.desktop.wayland.wire import encode


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.fixture
def ends():
    """Our end's connection, and the compositor's end as a bare socket."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    connection = Connection(ours)
    assert theirs.recv(100) == encode(1, 1, 2), "the registry is asked for first"
    yield connection, theirs
    connection.close()
    theirs.close()


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        ({}, None),
        ({"XDG_RUNTIME_DIR": "/run/user/7"}, None),
        ({"WAYLAND_DISPLAY": "", "XDG_RUNTIME_DIR": "/run/user/7"}, None),
        ({"WAYLAND_DISPLAY": "wayland-0"}, None),
        ({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/7"}, Path("/run/user/7/wayland-0")),
        ({"WAYLAND_DISPLAY": "/tmp/w", "XDG_RUNTIME_DIR": "/run/user/7"}, Path("/tmp/w")),
        ({"WAYLAND_DISPLAY": "/tmp/w"}, Path("/tmp/w")),
    ],
)
def test_where_the_compositor_is(environ, address):
    assert address_of(environ) == address


def test_what_is_offered(start):
    compositor = start([("wl_seat", 7), ("wl_output", 4), ("wl_seat", 5)])
    connection = connect(compositor.address)
    assert [(o.name, o.version) for o in connection.offered("wl_seat")] == [(10, 7), (12, 5)]
    assert connection.offered("wl_shm") == []
    connection.bind(connection.offered("wl_seat")[0], 9)
    connection.bind(connection.offered("wl_output")[0], 2)
    connection.roundtrip()
    assert list(compositor.client.bound.values()) == [("wl_seat", 7), ("wl_output", 2)], "the lower one of the two"
    connection.close()


def test_offers_come_and_go(ends):
    connection, theirs = ends
    seen: list[list[str]] = []
    connection.when_offers_change = lambda: seen.append([o.interface for o in connection.offers.values()])
    theirs.sendall(encode(2, 0, 1, "wl_seat", 7) + encode(2, 0, 2, "wl_output", 4) + encode(2, 1, 1) + encode(2, 1, 9))
    connection.hear()
    assert seen == [["wl_seat"], ["wl_seat", "wl_output"], ["wl_output"], ["wl_output"]]


def test_an_event_that_comes_byte_by_byte(ends):
    connection, theirs = ends
    heard: list[tuple[int, int]] = []
    connection.adopt(9, lambda opcode, arguments: heard.append((opcode, arguments.number())))
    for byte in encode(9, 3, 77):
        assert not heard
        theirs.sendall(bytes([byte]))
        connection.hear()
    assert heard == [(3, 77)]


def test_events_of_objects_and_of_numbers_that_we_do_not_know_are_nothing(ends):
    connection, theirs = ends
    theirs.sendall(encode(55, 0, 1) + encode(2, 9) + encode(1, 6, "later") + encode(1, 1, 3) + encode(0, 0))
    connection.hear()
    connection.hear()


def test_a_forgotten_object_is_not_heard(ends):
    connection, theirs = ends
    heard: list[int] = []
    connection.adopt(9, lambda opcode, _arguments: heard.append(opcode))
    theirs.sendall(encode(9, 1))
    connection.hear()
    connection.forget(9)
    theirs.sendall(encode(9, 2))
    connection.hear()
    assert heard == [1]


def test_files_that_come_along_are_not_left_open(ends):
    connection, theirs = ends
    open_before = open_files()
    with Path("/dev/null").open() as file:
        socket.send_fds(theirs, [encode(9, 0, 1)], [file.fileno()])
    connection.hear()
    assert open_files() == open_before


def test_files_go_along(ends):
    connection, theirs = ends
    with Path("/dev/null").open() as file:
        connection.request(5, 0, 8, 4, descriptors=[file.fileno()])
    data, descriptors, _flags, _address = socket.recv_fds(theirs, 100, 4)
    assert data == encode(5, 0, 8, 4)
    assert len(descriptors) == 1
    os.close(descriptors[0])


def test_the_compositor_refuses(ends):
    connection, theirs = ends
    theirs.sendall(encode(1, 0, 4, 1, "invalid surface" + "!" * 500))
    with pytest.raises(LostError, match=r"refused invalid surface!{185}$"):
        connection.hear()


@pytest.mark.parametrize(
    "rubbish", [b"\0" * 8, b"\1\0\0\0\0\0\7\0", b"HTTP/1.1 400 Bad Request", encode(2, 0, 1), encode(1, 0)]
)
def test_rubbish_is_not_understood(ends, rubbish):
    connection, theirs = ends
    theirs.sendall(rubbish)
    with pytest.raises(LostError, match="wayland-misread"):
        connection.hear()


def test_it_went_away(ends):
    connection, theirs = ends
    theirs.close()
    with pytest.raises(LostError, match="wayland-gone"):
        connection.hear()
    with pytest.raises(LostError, match="wayland-gone"):
        connection.request(1, 0, 3)


def test_it_does_not_read(ends):
    connection, _theirs = ends

    def ask_and_ask() -> None:
        for _ in range(10_000):
            connection.request(1, 0, "x" * 1000)

    with pytest.raises(LostError, match=r"wayland-gone|wayland-deaf"):
        ask_and_ask()


def test_it_does_not_answer(ends, monkeypatch):
    connection, _theirs = ends
    monkeypatch.setattr(connections, "ANSWER_SECONDS", 0.01)
    with pytest.raises(LostError, match="wayland-silent"):
        connection.roundtrip()


def test_nobody_is_there(tmp_path):
    with pytest.raises(LostError, match="wayland-unreachable"):
        connect(tmp_path / "wayland-9")
    with pytest.raises(LostError, match="wayland-unreachable"):
        connect(tmp_path / ("x" * 200))  # longer than an address may be
