"""One running program a person: the first start listens, later ones ask it.

The lock is the operating system's, so a program that is killed holds it no longer. Requests and answers are JSON
objects over a socket (Linux, macOS) or a named pipe (Windows) of this machine that only this person can open; each
request carries the key that the listening program wrote into the person's folder.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import secrets
import threading
from collections.abc import Callable, Mapping
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import IO, Any

from coach.desktop.lock import try_lock
from coach.desktop.place import Place, places

Handler = Callable[[dict[str, Any]], Mapping[str, Any]]

LONGEST_BYTES = 64 * 1024
PATIENCE_SECONDS = 2.0  # how long a program that has connected may take to say what it wants
_WAITING = 16


class Single:
    """`claim` decides who is first; the first one then serves requests until `close`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: IO[bytes] | None = None
        self._listener: Listener | None = None
        self._key = b""
        self._thread: threading.Thread | None = None
        self._is_closing = False
        self.trouble: str | None = None

    def claim(self) -> bool:
        """Whether this program is the first; of any number at once exactly one is. Requests wait from here on.

        Where no file can be written at all it answers True: a second window is better than none. `trouble` says so.
        """
        if self._listener is not None:
            return True
        for place in places(self._folder):
            try:
                place.make_private()
                lock = try_lock(place.lock)
            except OSError:
                continue
            if lock is None:
                return False
            self._lock = lock
            try:
                self._listen(place)
            except OSError as problem:
                self.trouble = f"A second start cannot reach this one ({problem})."
            return True
        self.trouble = f"A second start cannot be noticed, because nothing can be written in {self._folder}."
        return True

    def serve(self, handler: Handler) -> None:
        """Answer requests in a thread of its own, one after the other; `handler` is called in that thread.

        What `handler` raises becomes the answer {"error": sentence}.
        """
        if self._listener is None or self._thread is not None:
            return
        self._thread = threading.Thread(target=self._serve, args=(self._listener, handler), name="single", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no longer; the next start is the first."""
        self._is_closing = True
        if self._listener is not None:
            if self._thread is not None:
                with contextlib.suppress(OSError, EOFError):
                    Client(self._listener.address).close()  # wakes the thread that waits for somebody
                self._thread.join(PATIENCE_SECONDS)
            with contextlib.suppress(OSError):
                self._listener.close()
        if self._lock is not None:
            self._lock.close()
        self._listener = self._lock = self._thread = None

    def _listen(self, place: Place) -> None:
        place.remove_stale()
        self._key = secrets.token_hex(32).encode()
        place.write_key(self._key)
        self._listener = Listener(place.address, backlog=_WAITING)
        place.protect()

    def _serve(self, listener: Listener, handler: Handler) -> None:
        while not self._is_closing:
            try:
                connection = listener.accept()
            except (OSError, EOFError):
                if self._is_closing:
                    return
                continue
            with connection, contextlib.suppress(OSError, EOFError):
                if not self._is_closing and connection.poll(PATIENCE_SECONDS):
                    answer = self._answer(connection.recv_bytes(LONGEST_BYTES), handler)
                    connection.send_bytes(json.dumps(answer).encode())

    def _answer(self, message: bytes, handler: Handler) -> Mapping[str, Any]:
        try:
            request = json.loads(message)
            key = request.pop("key").encode()
        except (ValueError, KeyError, AttributeError, TypeError):
            return {"error": "the request is not understood"}
        if not hmac.compare_digest(key, self._key):
            return {"error": "the request comes from somebody else"}
        try:
            return handler(request)
        except Exception as problem:  # noqa: BLE001 (the asker gets a sentence, and the program goes on)
            return {"error": str(problem) or type(problem).__name__}


def send(folder: Path, request: Mapping[str, Any], timeout: float) -> dict[str, Any] | None:
    """The running program's answer, or None when none runs or it does not answer within `timeout` seconds."""
    answers: list[dict[str, Any]] = []

    def ask() -> None:
        for place in places(folder):
            with contextlib.suppress(OSError, EOFError, ValueError):
                answers.append(_exchange(place, request, timeout))
                return

    thread = threading.Thread(target=ask, name="ask the running program", daemon=True)
    thread.start()
    thread.join(timeout)  # a program that stands still may not even let us connect
    return answers[0] if answers else None


def _exchange(place: Place, request: Mapping[str, Any], timeout: float) -> dict[str, Any]:
    """OSError when nobody listens there, TimeoutError without an answer."""
    message = json.dumps({**request, "key": place.read_key().decode()}).encode()
    with Client(place.address) as connection:
        connection.send_bytes(message)
        if not connection.poll(timeout):
            raise TimeoutError
        answer = json.loads(connection.recv_bytes(LONGEST_BYTES))
    return answer if isinstance(answer, dict) else {"error": "the answer is not understood"}
