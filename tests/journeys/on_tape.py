"""The real program in a real terminal, recorded, and what was heard set against the timeline."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from coach import resources
from coach.clock import SystemClock
from coach.progress.store import open_store
from coach.settings import VOICE_AMOUNT, VOLUME
from tests.journeys.ears import find_cues, load_templates
from tests.journeys.recording import PulseServer

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 8.0  # a slow machine's interpreter, and the last sound's end


@dataclass(frozen=True)
class Comparison:
    """`late` is, for each expected cue that was heard, how much later than the median of all it came, in seconds."""

    missing: tuple[tuple[str, int], ...]
    extra: tuple[tuple[str, int], ...]
    late: tuple[tuple[str, float, float], ...]  # name, its place on the timeline, seconds

    @property
    def worst(self) -> float:
        return max(abs(late) for _, _, late in self.late)


def compare(expected: list[tuple[str, float]], heard: list[tuple[str, float]]) -> Comparison:
    """Both are (name, seconds); the recording has an unknown start, which the median of all differences takes away."""
    wanted, got = Counter(name for name, _ in expected), Counter(name for name, _ in heard)
    pairs = [
        (name, due, at)
        for name in wanted
        if wanted[name] == got[name]
        for due, at in zip(_times(expected, name), _times(heard, name), strict=True)
    ]
    start = median(at - due for _, due, at in pairs) if pairs else 0.0
    return Comparison(
        tuple(sorted((wanted - got).items())),
        tuple(sorted((got - wanted).items())),
        tuple((name, due, at - due - start) for name, due, at in sorted(pairs, key=lambda pair: pair[1])),
    )


def _times(cues: list[tuple[str, float]], name: str) -> list[float]:
    return sorted(at for cue, at in cues if cue == name)


def prepare_home(home: Path, routine: str, text: str, amount: str = "sounds") -> None:
    """A person who has answered the questions before, hears at full volume, and wrote a routine.

    `amount` is how much the voice says: nothing, where only the cues are listened to.
    """
    store = open_store(home, SystemClock())
    store.add_safety(())
    store.keep(VOLUME, 1.0)
    store.keep(VOICE_AMOUNT, amount)
    store.close()
    folder = home / "routines" / "guided"
    folder.mkdir(parents=True)
    (folder / f"{routine}.yaml").write_text(text)


def play_and_listen(server: PulseServer, home: Path, routine: str) -> Comparison:
    """`play ROUTINE --terminal` from its first second to its last, in real time."""
    environment = server.environment | {"POSTURE_COACH_HOME": str(home), "TERM": "xterm-256color"}
    environment.pop("DISPLAY", None)
    shown = subprocess.run(
        [sys.executable, "-m", "coach", "show", f"routine/{routine}", "--json"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    timeline = json.loads(shown.stdout)
    expected = [(cue["sound"], cue["at"]) for cue in timeline["cues"] if "sound" in cue]
    with server.recording() as tape, _in_terminal(routine, environment):
        tape.wait_more(timeline["seconds"] + START_SECONDS)
    sounds = {path.stem: path for path in (resources.media() / "sounds").glob("*.wav")}
    heard = find_cues(tape.samples(), load_templates(sounds))
    clock = tape.clock()
    return compare(expected, [(name, clock.machine(at)) for name, at in heard])


class _in_terminal:
    """The program in a pseudo terminal whose writing somebody reads, as a terminal does."""

    def __init__(self, routine: str, environment: dict[str, str]) -> None:
        import pty
        import termios

        self._person, self._program = pty.openpty()
        termios.tcsetwinsize(self._person, (24, 80))
        self._command = [sys.executable, "-m", "coach", "play", routine, "--terminal"]
        self._environment = environment

    def __enter__(self) -> None:
        self._process = subprocess.Popen(
            self._command,
            env=self._environment,
            cwd=ROOT,
            stdin=self._program,
            stdout=self._program,
            stderr=self._program,
            start_new_session=True,
        )
        os.close(self._program)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        os.close(self._person)

    def _read(self) -> None:
        try:
            while os.read(self._person, 65536):
                pass
        except OSError:  # how a pseudo terminal says that the other side is gone
            return
