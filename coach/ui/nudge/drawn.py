"""A nudge drawn by a process that is there for it alone."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from coach.ui.application import make_application
from coach.ui.look.window_look import look_from, take_motion
from coach.ui.nudge.full_screen import BreakScreen
from coach.ui.nudge.on_card import CardScreen
from coach.ui.nudge.screen import NO_DISPLAY, NudgeScreen
from coach.ui.signals import listen_for_signals
from coach.ui.words.qt_language import LANGUAGE
from coach.words.nudge import unseen

if TYPE_CHECKING:
    from coach.reminders.nudge import Nudge
    from coach.wiring import Parts

FULL_SCREEN = "full-screen"
_SETTLES_MS = 500  # until a screen reader has heard of this process: what shows before is never read; our choice


class _Input(QObject):
    """`ended` when there is no more input: whoever started this process wants no answer any more, or has ended."""

    ended = Signal()

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        # A notifier of Qt's would do but for Windows, where a pipe cannot be watched.
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        while os.read(self._descriptor, 1):
            pass
        self.ended.emit()


def draw(nudge: Nudge, parts: Parts, say: Callable[..., Any], descriptor: int) -> None:
    """Until it is answered, its time is over, or the input ends."""
    app = make_application()
    app.setQuitOnLastWindowClosed(False)
    LANGUAGE.speak(parts.language)
    look = look_from(parts.store)
    take_motion(look, parts.store, parts.less_motion)
    look.dress(app)
    kind = BreakScreen if nudge.show == FULL_SCREEN else CardScreen
    screen: NudgeScreen = kind(parts, look, app)
    listener = listen_for_signals(app.quit)

    def over(**said: Any) -> None:
        say(**said)
        app.quit()

    screen.answered.connect(lambda _id, what, seconds: over(answered=what, seconds=seconds))
    screen.expired.connect(lambda _id, why: over(expired=why))
    given = _Input(descriptor)
    given.ended.connect(app.quit)

    def show() -> None:
        screen.show(nudge)
        say(shown=FULL_SCREEN if kind is BreakScreen else "nudge")

    QTimer.singleShot(_SETTLES_MS, screen, show)
    if app.exec():
        say(expired=unseen(NO_DISPLAY, LANGUAGE))
    screen.put_away(at_once=True)
    listener.close()
