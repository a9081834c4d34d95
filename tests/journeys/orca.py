"""Orca beside the program, and what it gives to be spoken: to a server of the test's own, which keeps the words.

So nothing has to sound, every word is known at once (its log is written in pieces), and also what Orca itself cut off.
"""

from __future__ import annotations

import html
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.desktop.real import NotHereError, running
from tests.journeys.by_reader import Reader

START_SECONDS = 60.0
LETTERS_A_SECOND = 25.0  # about 300 words a minute, as people who live with a screen reader commonly set it
_ANSWERS = {  # to the commands of SSIP that want more than a yes; what it is at all is "ok"
    "LIST OUTPUT_MODULES": ("250", "none"),
    "LIST SYNTHESIS_VOICES": ("249", "none\ten\tnone"),
    "LIST VOICES": ("249", "MALE1"),
    "HISTORY GET": ("245", "1"),
    "GET OUTPUT_MODULE": ("251", "none"),
    "GET LANGUAGE": ("251", "en"),
    "GET VOICE_TYPE": ("251", "MALE1"),
}
_NUMBER = ("251", "0")


@dataclass
class Said:
    """A sentence of Orca's, how many seconds after the beginning it came, and after how many it was cut off, if so."""

    at: float
    text: str
    cut_after: float | None = None


class SpeechServer:
    """What answers on speech-dispatcher's socket (SSIP), and keeps what it is to say."""

    def __init__(self, place: Path) -> None:
        self.said: list[Said] = []
        self._begun = time.monotonic()
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._door.bind(str(place))
        place.chmod(0o666)
        self._door.listen()
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._door.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, client.makefile("rwb") as lines, suppress(OSError):

            def answer(text: str) -> None:
                lines.write(f"{text}\r\n".encode())
                lines.flush()

            while line := lines.readline():
                command, _, rest = line.decode().strip().partition(" ")
                if command == "SPEAK":
                    answer("230 go on")
                    self._say(_data(lines))
                    answer("225-1\r\n225 ok")
                elif command in ("CHAR", "KEY"):
                    self._say(rest)
                    answer("225-1\r\n225 ok")
                elif command in ("CANCEL", "STOP"):
                    self._cut()
                    answer("210 ok")
                elif command in ("LIST", "GET", "HISTORY"):
                    code, value = _ANSWERS.get(" ".join([command, *rest.upper().split()[:1]]), _NUMBER)
                    answer(f"{code}-{value}\r\n{code} ok")
                else:
                    answer("200 ok")

    def _say(self, text: str) -> None:
        words = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())
        if words:
            self.said.append(Said(time.monotonic() - self._begun, words))

    def _cut(self) -> None:
        """What is not over by now, spoken at that pace one after the other, ends here."""
        now, free = time.monotonic() - self._begun, 0.0
        for one in self.said:
            begins = max(one.at, free)
            over = begins + len(one.text) / LETTERS_A_SECOND if one.cut_after is None else one.at + one.cut_after
            if over > now:
                over, one.cut_after = now, now - one.at
            free = over

    def close(self) -> None:
        self._door.close()


def _data(lines: Iterator[bytes]) -> str:
    """What is to be spoken, down to the line with a point; a point more stands before one that begins with it."""
    found = []
    for line in lines:
        text = line.decode().rstrip("\r\n")
        if text == ".":
            break
        found.append(text.removeprefix("."))
    return "\n".join(found)


class Orca:
    """An Orca that runs, and what it said so far."""

    def __init__(self, server: SpeechServer) -> None:
        self._server = server

    @property
    def said(self) -> list[Said]:
        return list(self._server.said)

    @property
    def words(self) -> list[str]:
        """What it said, in its order."""
        return [each.text for each in self.said]


def plain(text: str) -> str:
    """A sentence without what no ear tells apart."""
    return " ".join(re.sub(r"[^\w\s]", " ", text).split())


def times(words: list[str], sentence: str) -> int:
    """How often `sentence` was said, alone or among other words."""
    wanted = f" {plain(sentence)} "
    return sum(f" {plain(each)} ".count(wanted) for each in words)


@contextmanager
def orca(reader: Reader, folder: Path) -> Iterator[Orca]:
    """Orca over what `reader` reads; NotHereError without it. `folder` gets its log and its settings."""
    if shutil.which("orca") is None:
        raise NotHereError("orca is not installed")
    # Of two of one user it starts only the first one, whatever screen the other is on.
    alone = folder / "bin"
    alone.mkdir()
    (alone / "pgrep").write_text("#!/bin/sh\nexit 1\n")
    (alone / "pgrep").chmod(0o755)
    place = Path(reader.desktop.environ["XDG_RUNTIME_DIR"]) / "speech"
    environ = reader.desktop.environ | {"HOME": str(folder), "SPEECHD_ADDRESS": f"unix_socket:{place}"}
    environ["PATH"] = f"{alone}:{environ['PATH']}"
    server = SpeechServer(place)
    try:
        with running(["orca", "--debug-file", str(folder / "orca.log")], environ):
            made = Orca(server)
            reader.wait("the first word of Orca", lambda: made.words, START_SECONDS)
            yield made
    finally:
        server.close()
