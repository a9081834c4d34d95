"""What an eye would find wrong with a view as it stands, word for word: what `seeing.faults` says and, beyond one page,
what is painted without room, what lies over something else, leaves its place, or has no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from coach.ui.look import mirror
from coach.ui.widgets.labels import Label
from coach.ui.widgets.scale import Scale
from tests.ui.seeing import faults, settle

_TOLERATED = 2  # pixels: of rounding, and of letters that lean
_CONTENT = (Label, QAbstractButton, QAbstractSlider, QLineEdit, Scale)
_MAY_BE_SHORTENED = {"Strip", "Week", "Caption"}  # the tip, or the page beside, or the voice says it whole


@dataclass
class Painted:
    """What was painted since it was last asked: words with their widget, and those that had no room."""

    words: list[tuple[str, str]] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)

    def note(self, painter: QPainter, box: QRectF | QRect, flags: int, text: str) -> None:
        device = type(painter.device()).__name__
        self.words.append((device, text))
        if flags & int(Qt.TextFlag.TextDontClip):
            return
        room = QRectF(box)
        needs = painter.boundingRect(QRectF(0, 0, room.width() if flags & _WRAPS else 1e5, 1e5), flags & ~_SIDES, text)
        if needs.width() > room.width() + _TOLERATED or needs.height() > room.height() + 2 * _TOLERATED:
            self.cut.append(f"{device} {text[:40]!r}: painted, {needs.width():.0f} x {needs.height():.0f} in "
                            f"{room.width():.0f} x {room.height():.0f}")  # fmt: skip
        if device in _MAY_BE_SHORTENED:
            return
        if text.endswith("…") and not text.rstrip("…").endswith("."):
            self.cut.append(f"{device} {text[:40]!r}: shortened")

    def take(self) -> tuple[list[tuple[str, str]], list[str]]:
        """Words and faults so far; from here it begins anew."""
        taken = self.words, sorted(set(self.cut))
        self.words, self.cut = [], []
        return taken


_WRAPS = int(Qt.TextFlag.TextWordWrap)
_SIDES = 0x00FF  # of Qt.AlignmentFlag


@contextmanager
def watched() -> Iterator[Painted]:
    """Every word that is painted meanwhile is looked at."""
    painted, draw = Painted(), mirror.draw

    def drawn(painter: QPainter, box: QRectF | QRect, flags: int, text: str) -> None:
        painted.note(painter, box, flags, text)
        draw(painter, box, flags, text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mirror, "draw", drawn)
        yield painted


def everything_wrong(view: QWidget, painted: Painted) -> list[str]:
    """As sentences, each once."""
    settle()
    painted.take()
    view.grab()
    cut = painted.take()[1]
    whole = [one for one in faults(view) if not one.endswith("no tip")]  # of a button whose word is read
    return list(dict.fromkeys([*whole, *cut, *overlaps(view), *strays(view), *nameless(view)]))


def seen_of(widget: QWidget, view: QWidget) -> QRect:
    """What of a widget can be seen within its parents, in the view's pixels."""
    box = QRect(widget.mapTo(view, QPoint()), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not view:
        box &= QRect(above.mapTo(view, QPoint()), above.size())
        above = above.parentWidget()
    return box & view.rect()


def _content(view: QWidget) -> list[QWidget]:
    found = [one for kind in _CONTENT for one in view.findChildren(kind) if one.isVisibleTo(view)]
    top = _on_top(view)
    return [one for one in found if not isinstance(one, QScrollBar) and (top is None or top.isAncestorOf(one))]


def _on_top(view: QWidget) -> QWidget | None:
    """What covers the rest of it: a question over a session, a card within the window."""
    covering = [one for one in view.findChildren(QWidget) if type(one).__name__ == "Ask" and one.isVisibleTo(view)]
    return covering[0] if covering else None


def overlaps(view: QWidget) -> list[str]:
    """What lies over something else that is to be read or pressed."""
    places = [(one, seen_of(one, view)) for one in _content(view)]
    found = []
    for (one, here), (other, there) in combinations(places, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one) or _floats(one) or _floats(other):
            continue
        both = here & there
        if both.width() > _TOLERATED and both.height() > _TOLERATED:
            found.append(f"{_name(one)} and {_name(other)} share {both.width()} x {both.height()} px")
    return found


def _floats(widget: QWidget) -> bool:
    """Whether it lies over the page on purpose: a card in a corner."""
    above: QWidget | None = widget
    while above is not None:
        if type(above).__name__.endswith("Card") and type(above).__module__.startswith("coach.ui.nudge"):
            return True
        above = above.parentWidget()
    return False


def strays(view: QWidget) -> list[str]:
    """What leaves its parent at a side, or below where nothing scrolls."""
    found = []
    for one in _content(view):
        parent = one.parentWidget()
        if parent is None:
            continue
        box = one.geometry()
        left, right = -box.left(), box.right() + 1 - parent.width()
        low = box.bottom() + 1 - parent.height()
        for far, side in ((left, "left"), (right, "right"), (low, "bottom")):
            if far > _TOLERATED:
                found.append(f"{_name(one)}: {far} px beyond the {side} of its place")
    return found


def nameless(view: QWidget) -> list[str]:
    """What takes the keyboard and has no name."""
    found = []
    for one in (view, *view.findChildren(QWidget)):
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
        inside = isinstance(one.parentWidget(), QAbstractScrollArea) or one.objectName().startswith("qt_")
        if takes and not inside and one.isVisibleTo(view) and one.isEnabled() and not _is_named(one):
            found.append(f"{type(one).__name__}: no name")
    return found


def _is_named(widget: QWidget) -> bool:
    text = getattr(widget, "text", str)
    return bool(widget.accessibleName() or (text() if callable(text) else text))


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", str)
    return f"{type(widget).__name__} {(text() or widget.accessibleName())[:30]!r}"


# --- words -----------------------------------------------------------------------------------------------------------

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OF_NO_LANGUAGE = frozenset({"Posture", "Coach", "YAML", "Ctrl", "Alt", "Esc", "AM", "PM"})


def untranslated(view: QWidget, painted: Painted) -> list[str]:
    """What is read in a view, or said of it, that stands outside the brackets of the pseudo-language."""
    settle()
    painted.take()
    view.grab()
    found = [text for _, text in painted.take()[0]]
    for one in (view, *(each for each in view.findChildren(QWidget) if each.isVisibleTo(view))):
        found += [_text(one), one.accessibleName(), one.accessibleDescription(), one.toolTip()]
    return [one for one in dict.fromkeys(found) if _outside(one)]


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.placeholderText() if isinstance(widget, QLineEdit) else ""


def _outside(text: str) -> list[str]:
    """Its words that nobody translated; of a text that is broken into lines, a half bracket is enough."""
    before = None
    while text != before:
        before, text = text, _BRACKETED.sub(" ", text)
    text = re.sub(r"\[.*|.*\]", " ", text)
    return [word for word in _WORD.findall(text) if word not in _OF_NO_LANGUAGE and word.isascii()]
