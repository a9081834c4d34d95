"""The helper process: `python -m coach.sound.voice.make ENGINE FOLDER LANGUAGE`. Makes sentences as files and ends.

stdin: one JSON object a line, {"words": ..., "speed": 1.0, "file": "NAME.wav"}; it ends at the end of input.
stdout: for each {"file": ..., "seconds": ...}, or {"file": ..., "trouble": coach.sound.trouble.Trouble as JSON}.
The engine's memory (some 200 MB) goes with the process. It opens no network connection: any attempt is refused.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol, TextIO

from coach.sound.trouble import Trouble, TroubledError, What

_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")
_SHORTEST_SECONDS = 0.08  # shorter than any word: nothing was said; chosen, not measured


class Engine(Protocol):
    """A voice. `rate_hz` is that of its samples; a system's own knows it once a sentence was made."""

    rate_hz: int

    def make(self, words: str, speed: float) -> Any:
        """`words` as samples, at `speed` times the voice's own pace; any level will do. May raise anything."""
        ...

    def rest(self) -> None:
        """All is made, and nobody waits."""
        ...


class NetworkedError(PermissionError, TroubledError):
    """The engine would have used the network."""

    def __init__(self, event: str) -> None:
        TroubledError.__init__(self, Trouble("networked", why=event))


def main(arguments: list[str]) -> int:
    """Make all that stdin orders, as told above; 0, or 1 where the voice cannot be loaded, which stdout tells."""
    refuse_network()
    gc.disable()  # short-lived, and its dictionaries hold a million strings: looking through them costs a tenth
    name, folder, language = arguments
    orders = [json.loads(line) for line in sys.stdin if line.strip()]
    try:
        engine = load(name, Path(folder), language)
    except Exception as problem:  # noqa: BLE001 - whatever a foreign engine raises becomes a sentence
        _tell(sys.stdout, trouble=_trouble("voice-unloaded", problem))
        return 1
    make_all(engine, orders, Path(folder), sys.stdout)
    engine.rest()
    return 0


def load(name: str, folder: Path, language: str = "en") -> Engine:
    """The engine of that name, its dictionaries read, for this language; raises what the engine's packages raise."""
    if name == "hibari":
        from coach.sound.voice.hibari_engine import HibariEngine

        return HibariEngine(folder)
    from coach.sound.voice.system_engine import SystemEngine

    return SystemEngine(language=language)


def make_all(engine: Engine, orders: Iterable[dict[str, Any]], folder: Path, out: TextIO) -> None:
    """Make each ordered sentence and tell of it; one that fails does not stop the others."""
    for number, order in enumerate(orders):
        try:
            seconds = _make(engine, order, folder)
        except NetworkedError as problem:
            _tell(out, file=order["file"], trouble=_trouble("unspoken", problem))
        except OSError as problem:
            trouble = Trouble("unkept", str(folder), problem.strerror or str(problem))
            _tell(out, file=order["file"], trouble=trouble.as_json())
        except Exception as problem:  # noqa: BLE001 - see main
            _tell(out, file=order["file"], trouble=_trouble("unspoken", problem))
        else:
            if seconds is None:
                _tell(out, file=order["file"], trouble=Trouble("soundless").as_json())
            else:
                _tell(out, file=order["file"], seconds=seconds)
        if number == 0:
            _be_modest()


def refuse_network() -> None:
    """From here on this process cannot reach a network, whatever the engine would like."""

    def guard(event: str, _arguments: tuple[object, ...]) -> None:
        if event in _NETWORK:
            raise NetworkedError(event)

    sys.addaudithook(guard)


def _make(engine: Engine, order: dict[str, Any], folder: Path) -> float | None:
    """Writes the file, whole or not at all; its length in seconds, or None when nothing is heard."""
    from coach.files import written_aside
    from coach.sound.synth import RATE_HZ
    from coach.sound.voice.levels import clip_of, write_wav

    samples = clip_of(engine.make(order["words"], float(order["speed"])), engine.rate_hz)
    seconds: float = len(samples) / RATE_HZ
    if seconds < _SHORTEST_SECONDS:
        return None
    with written_aside(folder / order["file"]) as part:
        write_wav(part, samples)
    return seconds


def _be_modest() -> None:
    """After the first sentence nobody waits any more: a session's cues come before us."""
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(10)


def _tell(out: TextIO, **told: object) -> None:
    out.write(json.dumps(told, ensure_ascii=True) + "\n")
    out.flush()


def _trouble(what: What, problem: Exception) -> dict[str, Any]:
    """A reason of ours, or what a foreign engine says."""
    because = problem.trouble if isinstance(problem, TroubledError) else None
    return Trouble(what, why="" if because else _first_line(problem), because=because).as_json()


def _first_line(problem: Exception) -> str:
    return (str(problem).strip().splitlines() or [type(problem).__name__])[0].rstrip(".")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
