"""Makes a file of a session while the window goes on, one at a time, and tells how far it is: a sound file in a thread
of its own, what must be painted in short steps between the window's events."""

from __future__ import annotations

import threading
from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from coach.export.audio import AudioExport
from coach.exporting import ExportError
from coach.sound.audio_file import AudioError, Cancelled
from coach.words import sound

PAUSE_MS = 4  # between two steps, so that keys, clicks and paints come first
LAST_SECONDS = 2.0  # the program's end waits this long for the file under way to be taken away


class Exporter(QObject):
    """`begin(job, path)` or `walk(id, steps, path)`; then `progressed` with the share done, and `ended` with a sentence
    ("" when cancelled). `routine` is the id of what is made.
    """

    progressed = Signal(float)
    ended = Signal(str)
    _told = Signal(str)  # from the other thread to the window's

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.share = 0.0
        self.sentence = ""
        self.routine = ""
        self._is_wanted = True
        self._thread: threading.Thread | None = None
        self._steps: Generator[float, None, None] | None = None
        self._path = Path()
        self._next = QTimer(self, interval=PAUSE_MS)
        self._next.timeout.connect(self._step)
        self._told.connect(self._tell)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.give_up)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being made."""
        return self._thread is not None or self._steps is not None

    def begin(self, job: AudioExport, path: Path) -> None:
        """Render `job` into `path`; nothing while another file is being made."""
        if self.is_busy:
            return
        self.share, self.sentence, self.routine, self._is_wanted = 0.0, "", job.timeline.id, True
        self._thread = threading.Thread(target=self._run, args=(job, path), name="a session is rendered", daemon=True)
        self._thread.start()
        self.progressed.emit(0.0)

    def walk(self, ident: str, steps: Generator[float, None, None], path: Path) -> None:
        """Take `steps`, which give the share done or raise ExportError, one at a time in this thread."""
        if self.is_busy:
            return
        self.share, self.sentence, self.routine, self._is_wanted = 0.0, "", ident, True
        self._steps, self._path = steps, path
        self._next.start()
        self.progressed.emit(0.0)

    def cancel(self) -> None:
        """The file is taken away within moments; `ended` tells when."""
        self._is_wanted = False

    def give_up(self) -> None:
        """Cancel, and wait until nothing is left of the file."""
        self.cancel()
        if self._thread is not None:
            self._thread.join(LAST_SECONDS)
        if self._steps is not None:
            self._step()

    def _step(self) -> None:
        steps = self._steps
        if steps is None:
            return
        try:
            if self._is_wanted:
                self._progress(next(steps))
                return
            steps.close()
            sentence = ""
        except StopIteration:
            sentence = self.tr("Saved as {path}.").format(path=self._path)
        except ExportError as problem:
            sentence = str(problem)
        except Exception as problem:  # noqa: BLE001 - a step that fails would leave the page waiting for ever
            sentence = self.tr("It could not be written: {problem}").format(problem=problem)
        self._next.stop()
        self._steps = None
        self._tell(sentence)

    def _run(self, job: AudioExport, path: Path) -> None:
        """In the other thread: signals reach the window's thread by themselves."""
        try:
            notices = job.write(path, self._progress)
        except Cancelled:
            self._told.emit("")
        except AudioError as problem:
            self._told.emit(sound.sentence(problem.trouble, job.language))
        except Exception as problem:  # noqa: BLE001 - a thread that dies would leave the page waiting for ever
            self._told.emit(self.tr("It could not be written: {problem}").format(problem=problem))
        else:
            self._told.emit(" ".join([self.tr("Saved as {path}.").format(path=path), *notices]))

    def _progress(self, share: float) -> bool:
        self.share = share
        self.progressed.emit(share)
        return self._is_wanted

    def _tell(self, sentence: str) -> None:
        self._thread = None
        self.sentence = sentence
        self.ended.emit(sentence)
