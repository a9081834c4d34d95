"""One running program a person: the first start listens, later ones ask it, or take over from it.

The lock is the operating system's, so a program that is killed holds it no longer. Requests and answers are JSON
objects over a socket (Linux, macOS) or a named pipe (Windows) of this machine that only this person can open; each
request carries the key that the listening program wrote into the person's folder.

A program that takes over gets the lock and the socket themselves, open, along with the answer: there is no moment in
which nobody holds them, and who connects meanwhile waits. Until it says that it has arrived, the older one keeps its
hold of both, and goes on if the connection ends before that; the newcomer hears of it, should it but have stood still
for long, and ends. (Windows hands no open files over: there the older one
lets go, and takes its place again.)
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import IO, Any, Literal, Protocol

from coach import strict_json
from coach.desktop.lines import Ear, Line, connect, ear_of, listen, take_file
from coach.desktop.listening import PATIENCE_SECONDS, Listening, Talk
from coach.desktop.place import MeetingPlace, places
from coach.lock import try_lock

Handler = Callable[[dict[str, Any]], Mapping[str, Any]]

LONGEST_ANSWER_BYTES = 4 * 1024 * 1024  # the day's log of every reminder is in it
ARRIVAL_SECONDS = 120.0
"""How long a program that takes over may need until it shows what the older one showed; our choice. Longer than that is
no start of a program."""

_WAITING = 64  # connections that the system holds until they are accepted
_KEY_BYTES = 32
_ARRIVED, _BACK = b"arrived", b"back"  # what the two say to each other at the end of it
_ENDING_SECONDS = 2.0  # so long a process that was killed may need to let go of its files; our choice
_AGAIN_SECONDS = 0.02  # from a try to the next, where somebody is about to let go


Trouble = Literal["unreachable", "unnoticed"]
"""A later start cannot reach this one; or is not even noticed, because nothing can be written."""


class MovedError(Exception):
    """Another program has taken over and answers in our place: whoever asked is to ask again."""


class Giving(Protocol):
    """Who gives what it runs to another program. Called in any thread."""

    def give(self, request: dict[str, Any]) -> Mapping[str, Any]:
        """All that the other one needs; nothing happens by itself here from now on. RefusedError: it stays here."""
        ...

    def given(self) -> None:
        """The other one has it, and shows itself."""
        ...

    def take_back(self) -> None:
        """The other one ended before: go on."""
        ...


class Single:
    """`claim` decides who is first; the first one then serves requests until `close`. A later one may `take_over`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: IO[bytes] | None = None
        self._ear: Ear | None = None
        self._key = b""
        self._listening: Listening | None = None
        self._handler: Handler | None = None
        self._giving: Giving | None = None
        self._is_giving = threading.Lock()
        self._arriving: Line | None = None
        self._is_closed = False
        self._closing = threading.Lock()  # either it is closed, or it goes on after somebody did not arrive
        self.trouble: Trouble | None = None

    def claim(self) -> bool:
        """Whether this program is the first; of any number at once exactly one is. Requests wait from here on.

        Where no file can be written at all it answers True: a second window is better than none. `trouble` says so.
        """
        if self._ear is not None:
            return True
        for place in places(self.folder):
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
            except OSError:
                self.trouble = "unreachable"
            return True
        self.trouble = "unnoticed"
        return True

    def take_over(self, request: Mapping[str, Any], seconds: float) -> dict[str, Any] | None:
        """Be the running program in the place of the one that runs: what that gives, or {"error": sentence} where it
        keeps its place. None where none runs or it does not answer in time. After it, `serve` and then `arrived`.
        """
        for place in places(self.folder):
            try:
                return self._take_over(place, request, seconds)
            except (EOFError, ConnectionResetError):
                self._outlive()
            except (OSError, ValueError):
                continue
        return None

    def arrived(self) -> bool:
        """Say that this program shows itself, so that the older one ends. False where that waits no longer and goes on:
        then this one has to end.
        """
        line, self._arriving = self._arriving, None
        if line is None:
            return True
        with line:
            with contextlib.suppress(OSError):
                line.send(_ARRIVED, PATIENCE_SECONDS)
            with contextlib.suppress(OSError, EOFError):  # it ends, or has ended
                return line.receive(len(_BACK), PATIENCE_SECONDS) != _BACK
        return True

    def serve(self, handler: Handler, giving: Giving | None = None) -> None:
        """Answer requests in threads of their own, in which `handler` is called; several may call it at once.

        What `handler` raises becomes the answer {"error": sentence}; of MovedError comes no answer. Without `giving`
        nobody can take over.
        """
        if self._ear is None or self._listening is not None:
            return
        self._handler, self._giving = handler, giving
        self._listening = Listening(self._ear, self._reply)
        self._listening.begin()

    def close(self) -> None:
        """Listen no longer; the next start is the first. Where this one has not arrived, the older one goes on."""
        with self._closing:
            self._is_closed = True
        if self._listening is not None:
            self._listening.end()
        if self._arriving is not None:
            self._arriving.close()
        self._let_go()
        self._listening = self._arriving = None

    def _let_go(self) -> None:
        ear, self._ear = self._ear, None
        lock, self._lock = self._lock, None
        if ear is not None:
            with contextlib.suppress(OSError):
                ear.close()
        if lock is not None:
            lock.close()

    def _listen(self, place: MeetingPlace) -> None:
        place.remove_stale()
        self._key = os.urandom(_KEY_BYTES).hex().encode()
        place.write_key(self._key)
        self._ear = listen(place.address, _WAITING)
        place.protect()

    def _take_over(self, place: MeetingPlace, request: Mapping[str, Any], seconds: float) -> dict[str, Any]:
        key = place.read_key()
        line = connect(place.address, seconds)
        try:
            line.send(_message(request, key), seconds)
            answer = _with_files(line, seconds)
            if "error" in answer:
                line.close()
                return answer
            self._lock, self._ear, self._key = *_held(line.files), key
            if self._ear is None:
                self._wait_for_the_place(seconds)
        except BaseException:
            line.close()
            raise
        self._arriving = line
        return answer

    def _outlive(self) -> None:
        """The older one ended in the middle of it. Its lock is free a moment after its connections (Linux)."""
        until = time.monotonic() + _ENDING_SECONDS
        while not self.claim() and time.monotonic() < until:
            time.sleep(_AGAIN_SECONDS)

    def _wait_for_the_place(self, seconds: float) -> None:
        """The older one is letting go, since open files cannot be handed over here."""
        until = time.monotonic() + seconds
        while not self.claim():
            if time.monotonic() > until:
                raise TimeoutError
            time.sleep(_AGAIN_SECONDS)

    def _hand_over(self, request: dict[str, Any], line: Line) -> None:
        if not self._is_giving.acquire(blocking=False):
            line.send(strict_json.write({"error": "another start takes over already"}).encode(), PATIENCE_SECONDS)
            return
        try:
            self._give(request, line)
        finally:
            self._is_giving.release()

    def _give(self, request: dict[str, Any], line: Line) -> None:
        assert self._giving is not None
        assert self._listening is not None
        self._listening.end()  # who asks from now on waits for the one that takes over
        try:
            answer = _written(self._giving.give(request))
        except Exception as refusal:  # noqa: BLE001 (as for every request: the asker gets a sentence)
            self._listening.begin()
            sentence = str(refusal) or type(refusal).__name__
            line.send(strict_json.write({"error": sentence}).encode(), PATIENCE_SECONDS)
            return
        if self._has_arrived(answer, line):
            self._listening = None
            self._let_go()
            self._giving.given()
        elif self._goes_on():
            with contextlib.suppress(OSError):
                line.send(_BACK, PATIENCE_SECONDS)
            self._giving.take_back()

    def _goes_on(self) -> bool:
        """Serve again, unless this program has ended meanwhile."""
        with self._closing:
            if self._is_closed:
                return False
            if self._ear is None:  # it was let go, since open files cannot be handed over here
                self.claim()
                self._listening = None if self._ear is None else Listening(self._ear, self._reply)
            if self._listening is not None:
                self._listening.begin()
            return True

    def _has_arrived(self, answer: bytes, line: Line) -> bool:
        lock, ear = self._lock, self._ear
        files = [] if lock is None or ear is None or ear.file is None else [lock.fileno(), ear.file]
        if not files:
            self._let_go()
        try:
            line.send(answer, PATIENCE_SECONDS, files)
            return line.receive(len(_ARRIVED), ARRIVAL_SECONDS) == _ARRIVED
        except (OSError, EOFError):
            return False

    def _reply(self, message: bytes) -> bytes | Talk:
        try:
            request = strict_json.read(message)
            key = request.pop("key").encode()
        except (ValueError, KeyError, AttributeError, TypeError):
            return _written({"error": "the request is not understood"})
        if not _is_same(key, self._key):
            return _written({"error": "the request comes from somebody else"})
        if request.get("do") == "take-over":
            if self._giving is None:
                return _written({"error": "nobody takes over from this program"})
            return partial(self._hand_over, request)
        try:
            return _written(self._answer(request))
        except MovedError:
            return lambda _line: None  # the line ends without a word

    def _answer(self, request: dict[str, Any]) -> Mapping[str, Any]:
        assert self._handler is not None
        try:
            return self._handler(request)
        except MovedError:
            raise
        except Exception as problem:  # noqa: BLE001 (the asker gets a sentence, and the program goes on)
            return {"error": str(problem) or type(problem).__name__}


def _with_files(line: Line, seconds: float) -> dict[str, Any]:
    """The answer; of one that does not come whole no file stays open, else we would hold a lock unknown to us."""
    try:
        return _read(line, seconds)
    except BaseException:
        for file in line.files:
            take_file(file)
        raise


def _held(files: tuple[int, ...]) -> tuple[IO[bytes] | None, Ear | None]:
    """The lock and the ear that came along; neither where not both did."""
    if len(files) != 2:
        for file in files:
            take_file(file)
        return None, None
    return os.fdopen(files[0], "ab"), ear_of(files[1])


def _is_same(one: bytes, other: bytes) -> bool:
    """In a time that tells nothing of where they differ. (`hmac` has it too, and brings all of OpenSSL along.)"""
    if len(one) != len(other):
        return False
    differences = 0
    for a, b in zip(one, other, strict=True):
        differences |= a ^ b
    return differences == 0


def _written(answer: Mapping[str, Any]) -> bytes:
    try:
        return strict_json.write(answer).encode()
    except (ValueError, TypeError):  # what the handler gave is no JSON
        return strict_json.write({"error": "the answer cannot be sent"}).encode()


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
    until = time.monotonic() + timeout
    while True:
        with connect(place.address) as line:
            line.send(_message(request, place.read_key()), timeout)
            try:
                return _read(line, timeout)
            except (EOFError, ConnectionResetError):
                if time.monotonic() >= until:
                    raise
        time.sleep(_AGAIN_SECONDS)  # it was about to end, or another one is about to take over: that one is asked


def _message(request: Mapping[str, Any], key: bytes) -> bytes:
    return strict_json.write({**request, "key": key.decode()}).encode()


def _read(line: Line, timeout: float) -> dict[str, Any]:
    answer = strict_json.read(line.receive(LONGEST_ANSWER_BYTES, timeout))
    return answer if isinstance(answer, dict) else {"error": "the answer is not understood"}
