"""A message bus and an X server of a test's own, and programs on them; ended with the test."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

START_SECONDS = 30
Answer = tuple[str, tuple[Any, ...]] | str | None
"""Signature and body; the name of an error; or None for a program that never answers."""

# As a session has it, and also for root, where the servers run as somebody else.
_CONFIG = """
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <standard_session_servicedirs/>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
"""


class NotHereError(pytest.skip.Exception):  # type: ignore[misc, name-defined]  # pytest tells its type in no other way
    """This machine lacks what a test needs; the text says what. Whoever does nothing about it is skipped with it."""


@contextmanager
def folder_of(user: str | None) -> Iterator[Path]:
    """A short path: a socket's address has room for 108 characters."""
    folder = Path(tempfile.mkdtemp(prefix="bus-"))
    if user:
        shutil.chown(folder, user)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(command: Sequence[str], environ: Mapping[str, str], **started: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A program, which is ended with all that it started itself."""
    nowhere = subprocess.DEVNULL
    keywords: dict[str, Any] = {"stdout": nowhere, "stderr": nowhere, "stdin": nowhere} | started
    process: subprocess.Popen[bytes] = subprocess.Popen(command, env=dict(environ), start_new_session=True, **keywords)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def a_bus(somebody: Mapping[str, Any] | None = None, **more: str) -> Iterator[dict[str, str]]:
    """A session bus with nobody on it; gives the environment of its programs. NotHereError without dbus-daemon."""
    if shutil.which("dbus-daemon") is None:
        raise NotHereError("dbus-daemon is not installed")
    somebody = somebody or {}
    with folder_of(somebody.get("user")) as folder:
        environ = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / ".config"),
            "XDG_RUNTIME_DIR": str(folder),
            "NO_AT_BRIDGE": "1",
            **more,
        }
        (folder / "services").mkdir()
        config = folder / "bus.conf"
        config.write_text(_CONFIG.format(folder=folder))
        command = ["dbus-daemon", "--config-file", str(config), "--nofork", "--nopidfile", "--print-address=1"]
        with running(command, environ, stdout=subprocess.PIPE, cwd=folder, **somebody) as process:
            assert process.stdout is not None
            address = process.stdout.readline().decode().strip()
            process.stdout.close()
            yield environ | {"DBUS_SESSION_BUS_ADDRESS": address}


@contextmanager
def an_x_server(size: str = "640x480x24") -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A screen of our own; gives its display and process. NotHereError where none starts."""
    if shutil.which("Xvfb") is None:
        raise NotHereError("Xvfb is not installed")
    reading, writing = os.pipe()
    # without -noreset it begins anew, without whoever just came, when its last client goes
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    with running(command, os.environ, pass_fds=[writing]) as process:
        os.close(writing)
        number = ""
        while not number.endswith("\n") and select.select([reading], [], [], START_SECONDS)[0]:
            piece = os.read(reading, 20).decode()  # it writes piece by piece
            if not piece:
                break
            number += piece
        os.close(reading)
        if not number:
            raise NotHereError("Xvfb does not start here")
        try:
            yield f":{number.strip()}", process
        finally:
            process.terminate()  # killed it would leave the lock of its display behind
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)


class Peer:
    """A program on a bus that answers by the name of a method, of properties by their own. `asked` has each question's
    method and body, `senders` who asked it. While `may_answer` is cleared it stands still.
    """

    def __init__(self, address: str, *names: str, answers: Mapping[str, Answer] | None = None) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self.answers: dict[str, Answer] = dict(answers or {})
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self.senders: list[str] = []
        self.may_answer = threading.Event()
        self.may_answer.set()
        self._connection = open_dbus_connection(bus=address)
        for name in names:
            self._connection.bus_proxy.RequestName(name)
        self._thread = threading.Thread(target=self._answer, daemon=True)
        self._thread.start()

    def tell(self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> None:
        """A signal to all who listen."""
        from jeepney import DBusAddress, new_signal

        self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))

    def close(self) -> None:
        """As a program that ends."""
        import socket

        with suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(START_SECONDS)
        self._connection.close()

    def _answer(self) -> None:
        from jeepney import HeaderFields, MessageType, new_error, new_method_return

        with suppress(OSError, EOFError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is not MessageType.method_call:
                    continue
                member = str(message.header.fields[HeaderFields.member])
                body = tuple(message.body)
                self.senders.append(str(message.header.fields[HeaderFields.sender]))
                self.asked.append((member, body))
                self.may_answer.wait(START_SECONDS)
                answer = self.answers.get(
                    str(body[1]) if member == "Get" else member, "org.freedesktop.DBus.Error.UnknownMethod"
                )
                if isinstance(answer, str):
                    self._connection.send(new_error(message, answer, "s", ("no",)))
                elif answer is not None:
                    self._connection.send(new_method_return(message, *answer))
