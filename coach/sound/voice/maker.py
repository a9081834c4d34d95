"""Has sentences made by the helper process, in a thread that only waits for it.

The helper is started when there is something to make and ends when all is made. Killed in the middle it is started once
more; killed again, the sentences that are left stay captions.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from coach import resources, strict_json
from coach.sound.trouble import Trouble
from coach.sound.voice.speech_cache import Spoken
from coach.values import dataclass, field

STARTS = 2  # of the process, for the sentences that are left when it ends early
_NO_WINDOW = 0x08000000  # Windows' CREATE_NO_WINDOW

Made = Callable[[Spoken, Path | None], None]
"""Told of each sentence when its file is there, or None when it cannot be made."""


@dataclass
class _Job:
    """What one `make` asked for. `open` are the sentences not told of yet, by file name, in order."""

    engine: str
    language: str
    folder: Path
    open: dict[str, Spoken]
    made: Made
    process: subprocess.Popen[str] | None = None
    is_cancelled: bool = False
    finished: threading.Event = field(default_factory=threading.Event)


class Maker:
    """Starts helpers, one at a time. `command` is the helper's, without engine, folder and language."""

    def __init__(self, command: Sequence[str] = (sys.executable, "-m", "coach.sound.voice.make")) -> None:
        self._command = tuple(command)
        self._lock = threading.Lock()
        self._job: _Job | None = None
        self._trouble: Trouble | None = None

    @property
    def trouble(self) -> Trouble | None:
        """What could not be made last, or None."""
        return self._trouble

    def make(self, engine: str, folder: Path, sentences: Sequence[Spoken], made: Made, *, language: str = "en") -> None:
        """Have these made in this order; what was asked for before is given up. `made` is called in another thread."""
        self.cancel()
        if not sentences:
            return
        self._trouble = None
        job = _Job(engine, language, folder, {sentence.name: sentence for sentence in sentences}, made)
        self._job = job
        threading.Thread(target=self._run, args=(job,), name="speech is made", daemon=True).start()

    def cancel(self) -> None:
        """Stop making; the sentence under way is lost. Returns at once."""
        with self._lock:
            job, self._job = self._job, None
            if job is not None:
                job.is_cancelled = True
                if job.process is not None:
                    job.process.kill()

    def wait(self, seconds: float) -> bool:
        """Whether all is told of, waiting for it at most this long."""
        job = self._job
        return job is None or job.finished.wait(seconds)

    def _run(self, job: _Job) -> None:
        for _ in range(STARTS):
            if not job.open or job.is_cancelled:
                break
            try:
                self._help(job)
            except OSError as problem:
                self._trouble = Trouble("voice-unstarted", why=str(problem))
        if not job.is_cancelled:
            if job.open and self._trouble is None:
                self._trouble = Trouble("voice-stopped")
            for sentence in job.open.values():
                job.made(sentence, None)
        job.finished.set()

    def _help(self, job: _Job) -> None:
        """One helper's life."""
        with self._lock:
            if job.is_cancelled:
                return
            job.process = subprocess.Popen(  # noqa: S603 - our own module in our own Python
                [*self._command, job.engine, str(job.folder), job.language],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(os.environ),
                text=True,
                encoding="utf-8",
                creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
            )
        with job.process as process:
            assert process.stdin is not None
            assert process.stdout is not None
            _order(process.stdin, list(job.open.values()))
            for line in process.stdout:
                self._hear(job, line)

    def _hear(self, job: _Job, line: str) -> None:
        try:
            told = strict_json.read(line)
        except ValueError:  # a foreign engine that prints
            return
        if not isinstance(told, dict) or not isinstance(told.get("file", ""), str):
            return
        trouble = told.get("trouble")
        if trouble is not None:
            self._trouble = _trouble(trouble)
        if "file" not in told:  # no engine: nothing else will come, and a second try would end alike
            left, job.open = job.open, {}
            if not job.is_cancelled:
                for sentence in left.values():
                    job.made(sentence, None)
            return
        if told["file"] not in job.open:
            return
        sentence = job.open.pop(told["file"])
        if not job.is_cancelled:
            job.made(sentence, None if trouble else job.folder / sentence.name)


def _trouble(told: object) -> Trouble:
    """As the helper tells it; one of another version may know what we do not."""
    try:
        return Trouble.from_json(told)
    except ValueError:
        return Trouble("voice-stopped")


def _order(stdin: IO[str], sentences: Sequence[Spoken]) -> None:
    with suppress(OSError):  # it has ended already; what it did not tell of is seen by that
        for sentence in sentences:
            stdin.write(json.dumps({"words": sentence.words, "speed": sentence.speed, "file": sentence.name}) + "\n")
        stdin.close()


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The helper finds this very program, wherever it was started; one thread leaves the other core to the session."""
    paths = [str(resources.package_parent()), *filter(None, [environ.get("PYTHONPATH")])]
    return {**environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"}
