"""What the person wants to do is begun in the window, or it is said why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.ui.covers import Covers, Session
from coach.ui.words.common import LANGUAGE
from coach.wiring.why_not import why_not

if TYPE_CHECKING:
    from coach.wiring import Parts


class Beginning(QObject):
    """`refused` with a sentence where it cannot be begun, and `changed` where what is shown no longer holds. A wall
    test is a page of the window: `to_test` to begin one, `to_half_test` to go on with one.
    """

    refused = Signal(str)
    changed, to_test, to_half_test = Signal(), Signal(), Signal()

    def __init__(self, parts: Parts, covers: Covers, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._covers = parts, covers
        covers.wanted.connect(self._begin)

    def start(self, kind: str, ident: str, first: int = 0) -> None:
        """Begin a routine or an exercise by itself at interval `first`, or go to the wall test. The safety questions
        come before the first session.
        """
        if not self._parts.has(kind, ident):
            self.refused.emit(self.tr("{name} is not there any more.").format(name=ident))
        elif why := why_not(self._parts, kind, ident, LANGUAGE):
            self.refused.emit(why)
        elif kind == "test":
            self.to_test.emit()
        else:
            self._covers.begin(Session(kind, ident, first))

    def resume(self) -> None:
        """Go on with the session that was cut short, where there is one and its place is to be found."""
        found = self._parts.cut_short()
        if found is None:
            return
        record = found.record
        if found.timeline is None:
            self.refused.emit(self.tr("{name} is not there any more.").format(name=record.title))
        elif record.kind == "test":
            self.to_half_test.emit()
        elif found.place.first is None:
            changed = self.tr("{name} has changed meanwhile; it can only be begun anew.")
            self.refused.emit(changed.format(name=record.title))
            self.changed.emit()
        else:
            place, timeline = found.place.first, found.timeline
            self._covers.begin(Session(record.kind, record.target, place, record.id, timeline=timeline))

    def anew(self) -> None:
        """Begin the routine whose session was cut short from its beginning; what was done of it stays recorded."""
        found = self._parts.cut_short()
        if found is None or not self._parts.has(found.record.kind, found.record.target):
            return
        if why := why_not(self._parts, found.record.kind, found.record.target, LANGUAGE):
            self.refused.emit(why)
        else:
            self._covers.begin(Session(found.record.kind, found.record.target, instead_of=found.record.id))

    def _begin(self, wanted: Session) -> None:
        """Begin what was wanted before the safety questions, if that is still for this person."""
        if wanted.session is not None:
            self.resume()
        elif wanted.instead_of is not None:
            self.anew()
        else:
            self.start(wanted.kind, wanted.id, wanted.first)
