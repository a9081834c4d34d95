"""Stills of figures for the pages: made one at a time when the window has nothing else to do, and kept.

A page is shown at once with empty rooms; the figures walk in after its first paint. numpy and the engine are loaded
with the first of them.
"""

from __future__ import annotations

import sys
import weakref
from collections import OrderedDict
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coach.content.model import Figure
from coach.ui.look.theme import Look
from coach.ui.stills.shot import Key, Shot
from coach.values import dataclass

_BUDGET_BYTES = 16 * 1024 * 1024  # of pictures that are kept; our choice
# numpy and the engine, in steps short enough not to be felt
_ENGINE = (
    "numpy",
    "coach.figure.motion",
    "coach.ui.figure.muscles",
    "coach.ui.figure.painter",
    "coach.ui.stills.making",
)
_FADE_MS = 200  # a page that comes in with motion comes in smoothly, and then its figures
_PAUSE_MS = 4  # between two stills, so that keys, clicks and paints come first


@dataclass(frozen=True)
class _Wish:
    asker: weakref.ref[QWidget]
    key: Key
    shot: Shot
    theme: str
    ratio: float

    @property
    def is_alive(self) -> bool:
        """Whether somebody still looks at the place where it would stand."""
        asker = self.asker()
        return asker is not None and isValid(asker) and asker.isVisible()


class Pictures(QObject):
    """`picture(shot, asker)` is there or will come: `made` tells that one more is."""

    made = Signal()

    def __init__(self, look: Look, budget: int = _BUDGET_BYTES) -> None:
        super().__init__(look)
        self._look, self._budget = look, budget
        self._kept: OrderedDict[Key, tuple[Figure, QPixmap]] = OrderedDict()
        self._wishes: OrderedDict[int, _Wish] = OrderedDict()
        self._bytes = 0
        self._to_load = [name for name in _ENGINE if name not in sys.modules]
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._make_next)

    def picture(self, shot: Shot, asker: QWidget) -> QPixmap | None:
        """The still for the place `asker`, or None for now: it is made when there is time. A new wish of the same
        place replaces its older one.
        """
        theme, ratio = self._look.theme.name, asker.devicePixelRatioF()
        key = shot.key(theme, ratio)
        found = self._kept.get(key)
        if found is not None and found[0] == shot.figure:
            self._kept.move_to_end(key)
            self._wishes.pop(id(asker), None)
            return found[1]
        self._wishes[id(asker)] = _Wish(weakref.ref(asker), key, shot, theme, ratio)
        if not self._timer.isActive():
            self._timer.start(_PAUSE_MS if self._look.reduced_motion else _FADE_MS)
        return None

    def finish(self) -> None:
        """Make all that is wanted now, for a picture of the whole page."""
        while self._wishes:
            self._make_oldest()

    def _make_next(self) -> None:
        if self._to_load:
            import_module(self._to_load.pop(0))
        else:
            self._make_oldest()
        if self._wishes:
            self._timer.start(_PAUSE_MS)

    def _make_oldest(self) -> None:
        while self._wishes:
            _, wish = self._wishes.popitem(last=False)
            if wish.is_alive:
                self._make(wish)
                return

    def _make(self, wish: _Wish) -> None:
        if wish.key not in self._kept or self._kept[wish.key][0] != wish.shot.figure:
            from coach.ui.stills.making import make_still

            self._keep(wish.key, wish.shot.figure, make_still(wish.shot, wish.theme, wish.ratio))
        self.made.emit()

    def _keep(self, key: Key, figure: Figure, still: QPixmap) -> None:
        if key in self._kept:
            self._bytes -= _bytes(self._kept.pop(key)[1])
        self._kept[key] = (figure, still)
        self._bytes += _bytes(still)
        while self._bytes > self._budget and len(self._kept) > 1:
            self._bytes -= _bytes(self._kept.popitem(last=False)[1][1])


def _bytes(still: QPixmap) -> int:
    return still.width() * still.height() * 4


def pictures_of(look: Look) -> Pictures:
    """The stills of everything that shares this look."""
    found = look.findChild(Pictures)
    return found if found is not None else Pictures(look)
