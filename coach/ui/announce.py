"""Telling a screen reader what has changed, never more than once a second: one that is interrupted says nothing."""

from __future__ import annotations

import sys

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from coach.session.speech import spoken_seconds
from coach.words.sentences import joined

LEAST_MS = 1000  # between two sentences, so that each is heard; our choice


class _Named(QObject):
    """Gives a widget its own name back, where it has one, once the keyboard is elsewhere: nothing is said of that."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._own, self._given = widget, "", ""
        widget.installEventFilter(self)

    def rest(self, name: str) -> None:
        """What the widget is called from when the keyboard leaves it, or at once where it is elsewhere."""
        self._own, self._given = name, self._widget.accessibleName()
        if not self._widget.hasFocus():
            self._leave()

    def name(self, text: str) -> None:
        """Call the widget so for the time being."""
        now = self._widget.accessibleName()
        if now and now != self._given:
            self._own = now
        self._given = text
        self._widget.setAccessibleName(text)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:  # what changes before the keyboard has arrived is still said
            QTimer.singleShot(0, self, self._leave)
        return False

    def _leave(self) -> None:
        if not self._widget.hasFocus() and self._own and self._widget.accessibleName() == self._given:
            self._widget.setAccessibleName(self._own)


class Described(QObject):
    """Describes the control that has the keyboard by a sentence, until the keyboard is elsewhere."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._control: QWidget | None = None
        self._own = self._given = ""

    def describe(self, control: QWidget, text: str) -> None:
        """Let it be described so for the time being."""
        if control is not self._control:
            self._give_back()
            self._control, self._own = control, control.accessibleDescription()
            control.installEventFilter(self)
        elif control.accessibleDescription() != self._given:
            self._own = control.accessibleDescription()
        self._given = text
        control.setAccessibleDescription(text)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:  # what changes before the keyboard has arrived is still said
            QTimer.singleShot(0, self, self._leave)
        return False

    def _leave(self) -> None:
        if self._control is not None and isValid(self._control) and not self._control.hasFocus():
            self._give_back()

    def _give_back(self) -> None:
        control, self._control = self._control, None
        if control is not None and isValid(control):
            control.removeEventFilter(self)
            if control.accessibleDescription() == self._given:
                control.setAccessibleDescription(self._own)


class Announcer:
    """Announces from `widget`. What comes too early waits for its second. Of several steps that wait, the newest is
    said; of what matters, all, in its order.

    While `widget` has the keyboard the sentence becomes its name until the keyboard goes elsewhere, and while a control
    in it has, that one's description: every screen reader of Linux says what is new of these, some know no
    announcements, and of both the same would be said twice.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._since = QElapsedTimer()
        self._mattering: list[str] = []
        self._step = ""
        self._answers_ms = 0.0
        self._timer = QTimer(widget, singleShot=True)
        self._timer.timeout.connect(self._say_waiting)
        self.said: list[str] = []
        self._named, self._described = _Named(widget), Described(widget)

    def say(self, text: str, *, matters: bool = False) -> None:
        """Have a screen reader say `text`, not too soon after the last one. What `matters` is never left out; a step
        that has just been said is not said again.
        """
        early_ms = LEAST_MS - self._since.elapsed() if self._since.isValid() else 0  # asked again, it may be over
        is_early = early_ms > 0
        if is_early and not matters and self.said[-1:] == [text]:
            return
        if matters:
            self._mattering += [text] if text not in self._mattering else []
        else:
            self._step = text
        if is_early:
            if not self._timer.isActive():
                self._timer.start(early_ms)
            return
        self._say_waiting()

    def drop_step(self) -> None:
        """The step that waits to be said is over, and so it is not said. What matters still is."""
        self._step = ""

    def rests_as(self, name: str) -> None:
        """What `widget` is called when the keyboard comes back to it, instead of the last sentence. Nothing is said."""
        self._named.rest(name)

    def answers_for(self) -> float:
        """For how many seconds a screen reader is taken to say still what mattered, waiting included."""
        waiting = sum(map(spoken_seconds, self._mattering))
        passed = self._since.elapsed() if self._since.isValid() else 0
        return waiting + max(0.0, self._answers_ms - passed) / 1000

    @property
    def _waiting(self) -> str:
        """What is said next."""
        texts = [text for text in (*self._mattering, self._step) if text]
        return joined(texts) if len(texts) > 1 else "".join(texts)

    def _say_waiting(self) -> None:
        if text := self._waiting:
            self._announce(text)

    def _focused_in(self) -> QWidget | None:
        """The control in the widget that has the keyboard, where a new description is said. What lies over the widget
        and is answered says other things.
        """
        control = QApplication.focusWidget() if sys.platform == "linux" else None
        above = control.parentWidget() if control is not None else None
        while above is not None and above is not self._widget:
            above = None if isinstance(above, QDialog) else above.parentWidget()
        return control if above is self._widget else None

    def _announce(self, text: str) -> None:
        self._answers_ms = 1000 * spoken_seconds(text) if self._mattering else 0.0
        self._mattering, self._step = [], ""
        self._since.start()
        self.said.append(text)
        del self.said[:-20]
        if self._widget.hasFocus() and self._widget.accessibleName() != text:
            self._named.name(text)
        elif (control := self._focused_in()) is not None and control.accessibleDescription() != text:
            self._described.describe(control, text)
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, text))
