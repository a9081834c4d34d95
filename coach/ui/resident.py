"""The program without a window: the icon, the desk and who answers for it. It is what starts with the computer, and
what goes on when a window is closed.

What is heavy is done by processes that end: one reads the library (coach.wiring.digest), one shows a nudge, and the
window is a program of its own that takes over from this one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from coach import strict_json
from coach.desk_digest import Digest, digest_of
from coach.desktop import memory
from coach.desktop.asked import RefusedError
from coach.handover import Handover
from coach.hidden import Hidden
from coach.reminders.handed import taken
from coach.reminders.nudge import Nudge
from coach.ui.apart import start_apart
from coach.ui.application import make_application
from coach.ui.desk_remote import DeskRemote
from coach.ui.handing import Handing
from coach.ui.joined import join
from coach.ui.nudge.morning_process import MorningProcess, OfDigest
from coach.ui.nudge.nudging import Nudging
from coach.ui.nudge.process import ProcessScreen
from coach.ui.reminder_key import ReminderKey
from coach.ui.signals import listen_for_signals
from coach.ui.tray import ARRIVED_MS, Tray
from coach.ui.words.qt_language import LANGUAGE
from coach.words.language import Language
from coach.words.running import runs_already, window_opens
from coach.words.spoken import spoken

DIGEST = (sys.executable, "-m", "coach.wiring.digest")

_AGAIN_MS = 60_000  # after a digest that failed; our choice
_OPENING_MS = 20_000  # a window that has not taken over by then is not coming: a click starts another one
_SAID_SECONDS, _SAID_WHILE_HELD_SECONDS = 60.0, 600.0  # our choice; nothing of what waits counts down
_SETTLED_MS = 3_000  # after a start, a menu or a reading: then what it took is given back


class HiddenRemote(DeskRemote):
    """As DeskRemote. A window is shown by a process that takes over, so that what is answered is that it opens."""

    @property
    def shown(self) -> Mapping[str, Any]:
        """As DeskRemote has it."""
        return {"text": window_opens(LANGUAGE), "opens": True}

    started = shown


class _Handing(Handing):
    def __init__(self, resident: Resident) -> None:
        super().__init__(resident)
        self._resident = resident

    def hand_over(self, *, to_a_window: bool) -> Handover:
        if not to_a_window:
            raise RefusedError(runs_already(LANGUAGE))
        return self._resident.hand_over()


class Resident(QObject):
    """`begin` once. `handover` is what a window gave that was closed."""

    def __init__(self, app: QApplication, hidden: Hidden, handover: Handover | None = None) -> None:
        super().__init__()
        self.app, self.hidden = app, hidden
        self._handed = handover
        self._digesting: QProcess | None = None
        self._start: tuple[str, str, int] | None = None
        self._is_given = False
        self._told: tuple[object, ...] = ()
        self._minute = 0.0
        self._nudge: Nudge | None = None  # that another program is about to show
        self.tray: Tray | None = None
        self.nudging: Nudging | None = None
        self.remote: HiddenRemote | None = None
        self.key = ReminderKey(hidden.reminder_key, hidden.store, self)
        self.key.pressed.connect(self._to_waiting)
        self._is_wanted_waiting = False
        self.handing = _Handing(self)
        self.handing.gone.connect(self._leave)
        self.handing.back.connect(self._take_back)
        self._opening = QTimer(self, singleShot=True, interval=_OPENING_MS)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(memory.give_back)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._read_library)
        self.open_window: Callable[[], object] = start_apart

    def begin(self) -> None:
        """Take over where there is something to take over; else the library is read first."""
        handover = self._handed
        if handover is not None:
            self.hidden.store.take_unsaved(handover.unsaved)
        if handover is not None and handover.digest is not None:
            with suppress(ValueError):
                digest, handed = digest_of(handover.digest), taken(handover.desk, self.hidden.clock.awake())
                self.hidden.look_away()
                self.hidden.sit_down(digest, handed, _language_of(digest))
                self._serve(None if handover.nudge is None else Nudge.from_json(handover.nudge))
                return
        self._read_library()

    # --- the library ---

    def _read_library(self) -> None:
        if self._digesting is not None:
            return
        self.hidden.look_away()
        process = self._digesting = QProcess(self)
        process.setProgram(DIGEST[0])
        process.setArguments(list(DIGEST[1:]))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.finished.connect(self._digested)
        process.errorOccurred.connect(self._digest_failed)
        process.start()

    def _digest_failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._digested()

    def _digested(self) -> None:
        process, self._digesting = self._digesting, None
        if process is None or self._is_given:
            return
        said = bytes(process.readAllStandardOutput().data())
        process.deleteLater()
        try:
            digest = digest_of(strict_json.read(said))
        except ValueError:
            self._again.start()
            digest = self.hidden.digest
        if self.hidden.has_desk:
            self.hidden.know(digest)
            self._look()
        else:
            self._sit_down(digest)
        self._settling.start()

    def _sit_down(self, digest: Digest) -> None:
        handed = None
        if self._handed is not None:
            with suppress(ValueError):
                handed = taken(self._handed.desk, self.hidden.clock.awake())
        self.hidden.sit_down(digest, handed, _language_of(digest))
        self._serve(None)

    # --- at the desk ---

    def _serve(self, nudge: Nudge | None) -> None:
        """The icon, the reminders, and whoever asks."""
        hidden = self.hidden
        tray = self.tray = Tray(hidden, lambda: hidden.digest.start, self)
        morning = MorningProcess(OfDigest(hidden).to_ask, self)
        nudging = self.nudging = Nudging(hidden.desk, ProcessScreen(), morning, self)
        remote = self.remote = HiddenRemote(hidden, self)
        join(tray, nudging, remote, show=self.open, play=self.play, end=self.quit, changed=self._look)
        tray.menu.aboutToHide.connect(self._settling.start)
        nudging.open.connect(self.open)
        nudging.changed.connect(self._woken)
        remote.changed.connect(self._settling.start)
        tray.show()
        hidden.single.serve(remote.handle, self.handing)
        nudging.go_on(nudge)
        QTimer.singleShot(ARRIVED_MS, self._arrive)
        self._settling.start()

    def _arrive(self) -> None:
        """The older one ends, unless it lost patience with this one and has gone on."""
        if self.hidden.single.arrived():
            self.key.begin()
        else:
            self.quit()

    def _woken(self) -> None:
        """The desk has looked around by itself. What the icon tells changes with what is open and what waits; that in
        words, of which all that comes is reckoned ahead, may be a minute old.
        """
        if self._is_given:
            return
        desk, now = self.hidden.desk, self.hidden.clock.monotonic()
        told = (desk.open, desk.held, now // (_SAID_WHILE_HELD_SECONDS if desk.held else _SAID_SECONDS))
        minute, before = now // _SAID_SECONDS, self._minute
        self._minute = minute
        if told != self._told:
            self._told = told
            self._look()
        elif minute != before:
            self._look_for_changes()

    def _look(self) -> None:
        if self._is_given or self.tray is None or self.nudging is None:
            return
        self.tray.refresh()
        self.nudging.look()
        self._look_for_changes()

    def _look_for_changes(self) -> None:
        if self.hidden.has_changed() and "session" not in self.hidden.desk.status().quiet:
            self._read_library()

    # --- a window ---

    def open(self) -> None:
        """Start a window, which takes over. One that was asked for a moment ago is waited for."""
        if not self._opening.isActive():
            self._opening.start()
            self.open_window()

    def _to_waiting(self) -> None:
        """The window begins with the reminder that waits."""
        self._is_wanted_waiting = True
        self.open()

    def play(self, kind: str, ident: str, first: int = 0) -> None:
        """Start a window that begins with a session."""
        self._start = (kind, ident, first)
        self.open()

    def hand_over(self) -> Handover:
        """All that runs here. Nothing happens by itself any more."""
        assert self.nudging is not None
        assert self.remote is not None
        self._is_given = self.remote.has_moved = True
        self.key.rest()
        self._nudge = self.nudging.hand_over()
        start, self._start = self._start, None
        run = {} if self._handed is None else self._handed.run
        if self._is_wanted_waiting:
            run = {**run, "waiting": True}
        nudge = None if self._nudge is None else self._nudge.as_json()
        return Handover(self.hidden.desk.hand_over(), nudge, start, run, unsaved=self.hidden.store.unsaved)

    def _take_back(self) -> None:
        """The window ended before it was there."""
        if not self._is_given or self.nudging is None or self.remote is None:
            return
        self._is_given = self.remote.has_moved = False
        self._opening.stop()
        self._is_wanted_waiting = False
        self.key.begin()
        self.nudging.go_on(self._nudge)

    def _leave(self) -> None:
        """The window is there."""
        self.hidden.store.give_away_unsaved()
        if self.tray is not None:
            self.tray.hide()
        self.app.quit()

    def quit(self) -> None:
        """End everything."""
        if self.nudging is not None:
            self.nudging.stop()
        if self.tray is not None:
            self.tray.hide()
        self.app.quit()

    def lose(self) -> None:
        """The display went away, which Qt ends the loop for."""
        if self.nudging is not None and not self._is_given:
            self.nudging.lose()

    def rest(self) -> None:
        """Nothing happens by itself any more."""
        self._again.stop()
        self._settling.stop()
        if self._digesting is not None:
            process, self._digesting = self._digesting, None
            process.kill()
            process.waitForFinished()


def _language_of(digest: Digest) -> Language:
    """The one that icon, answers and the desk's reasons speak from now on."""
    LANGUAGE.speak(spoken(digest.language))
    return LANGUAGE


def run(hidden: Hidden, handover: Handover | None = None) -> int:
    """Run without a window until the person ends it or a window takes over: 0; another number where its display went
    away.
    """
    app = make_application(draws=False)
    app.setQuitOnLastWindowClosed(False)
    resident = Resident(app, hidden, handover)
    listener = listen_for_signals(resident.quit)
    QTimer.singleShot(0, resident.begin)
    code = app.exec()
    if code:
        resident.lose()
    resident.rest()
    listener.close()
    return code


def hidden_of(environ: Mapping[str, str], single: Any) -> Hidden:
    """The parts for this machine."""
    from coach.ui.watching import watch_file

    return Hidden.of(environ, single, watch_file)
