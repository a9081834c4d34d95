"""One running program a person: the first start listens, later ones ask it.

The lock is the operating system's, so a program that is killed holds it no longer. Requests and answers are JSON
objects over a socket (Linux, macOS) or a named pipe (Windows) of this machine that only this person can open; each
request carries the key that the listening program wrote into the person's folder.
"""

from __future__ import annotations

import contextlib
import hmac
import secrets
import threading
from collections.abc import Callable, Mapping
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import IO, Any

from coach import strict_json
from coach.desktop.listening import Listening
from coach.desktop.place import MeetingPlace, places
from coach.lock import try_lock

Handler = Callable[[dict[str, Any]], Mapping[str, Any]]

LONGEST_ANSWER_BYTES = 4 * 1024 * 1024  # the day's log of every reminder is in it
_WAITING = 64  # connections that the system holds until they are accepted


class Single:
    """`claim` decides who is first; the first one then serves requests until `close`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: IO[bytes] | None = None
        self._listener: Listener | None = None
        self._key = b""
        self._listening: Listening | None = None
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
        """Answer requests in threads of their own, in which `handler` is called; several may call it at once.

        What `handler` raises becomes the answer {"error": sentence}.
        """
        if self._listener is None or self._listening is not None:
            return
        self._listening = Listening(self._listener, lambda message: self._reply(message, handler))
        self._listening.begin()

    def close(self) -> None:
        """Listen no longer; the next start is the first."""
        if self._listening is not None:
            self._listening.end()
        if self._listener is not None:
            with contextlib.suppress(OSError):
                self._listener.close()
        if self._lock is not None:
            self._lock.close()
        self._listener = self._lock = self._listening = None

    def _listen(self, place: MeetingPlace) -> None:
        place.remove_stale()
        self._key = secrets.token_hex(32).encode()
        place.write_key(self._key)
        self._listener = Listener(place.address, backlog=_WAITING)
        place.protect()

    def _reply(self, message: bytes, handler: Handler) -> bytes:
        try:
            return strict_json.write(self._answer(message, handler)).encode()
        except (ValueError, TypeError):  # what the handler gave is no JSON
            return strict_json.write({"error": "the answer cannot be sent"}).encode()

    def _answer(self, message: bytes, handler: Handler) -> Mapping[str, Any]:
        try:
            request = strict_json.read(message)
            key = request.pop("key").encode()
        except (ValueError, KeyError, AttributeError, TypeError):
            return {"error": "the request is not understood"}
        if not hmac.compare_digest(key, self._key):
            return {"error": "the request comes from somebody else"}
        try:
            return handler(request)
        except Exception as problem:  # noqa: BLE001 (the asker gets a sentence, and the program goes on)
            return {"error": str(problem) or type(problem).__name__}


def is_running(folder: Path) -> bool:
    """Whether a program holds the lock, answering or not. Makes nothing; False where it cannot be told."""
    for place in places(folder):
        with contextlib.suppress(OSError):
            if not place.lock.exists():
                continue
            lock = try_lock(place.lock)
            if lock is None:
                return True
            lock.close()
    return False


def send(folder: Path, request: Mapping[str, Any], timeout: float) -> dict[str, Any] | None:
    """The running program's answer, or None when none runs or it does not answer within `timeout` seconds.

    Which of the two it is, `is_running` tells.
    """
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


def _exchange(place: MeetingPlace, request: Mapping[str, Any], timeout: float) -> dict[str, Any]:
    """OSError when nobody listens there, TimeoutError without an answer."""
    message = strict_json.write({**request, "key": place.read_key().decode()}).encode()
    with Client(place.address) as connection:
        connection.send_bytes(message)
        if not connection.poll(timeout):
            raise TimeoutError
        answer = strict_json.read(connection.recv_bytes(LONGEST_ANSWER_BYTES))
    return answer if isinstance(answer, dict) else {"error": "the answer is not understood"}
