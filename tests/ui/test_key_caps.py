"""What stands on the key caps of everything that is shown is a key that works there, however the eye reads; and no name
holds a key: that is for the description, and for the tooltip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.buttons import PaintedButton
from coach.ui.window import MainWindow
from coach.words import keys
from coach.words.keys import Ground
from coach.words.language import ENGLISH
from tests.beside import slow
from tests.ui.views import VIEWS

A_KEY = re.compile(r"\((Esc|Escape|Space|Enter|Ctrl\+.|Alt\+.|F\d|[A-Z←→+])\)|^(Esc|Space|Enter|Key): ")


@pytest.fixture
def put_back(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def grounds_of(view: QWidget) -> tuple[Ground, ...]:
    """Where keys mean something now, as the window would ask."""
    if isinstance(view, MainWindow):
        return view._key_grounds()[1]
    found: tuple[Ground, ...] = getattr(view, "key_grounds", ("covering",))
    return found


def is_reached(button: PaintedButton, view: QWidget) -> bool:
    """Whether it is in sight and nothing lies over it."""
    at = button.mapTo(view, button.rect().center())
    above = view.childAt(at)
    return above is button or (above is not None and button.isAncestorOf(above))


@pytest.mark.usefixtures("put_back")
@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
@pytest.mark.parametrize("views", ["session", "wall test", *slow(("pages",))])
def test_each_cap_is_a_key_of_its_page(qapp: QApplication, views: str, direction: str) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection[direction])
    is_mirrored = direction == "RightToLeft"
    shown: set[str] = set()
    for name, view in VIEWS[views](WindowLook("light", 1.0, reduced_motion=True), QSize(1180, 760), ENGLISH):
        grounds = grounds_of(view)
        known = {
            cap
            for ground in grounds
            for act in keys.KEYS[ground]
            for cap in (keys.on_cap(key, ENGLISH, is_mirrored=is_mirrored) for key in keys.KEYS[ground][act])
        }
        for widget in view.findChildren(QWidget):
            assert not A_KEY.search(widget.accessibleName()), f"{name}: {widget.accessibleName()}"
        for button in view.findChildren(PaintedButton):
            if button.cap and button.isVisible() and is_reached(button, view):
                assert button.cap in known, f"{name}: {button.accessibleName()} says {button.cap}: {grounds}"
                assert keys.described(button.cap, ENGLISH) in button.accessibleDescription()
                assert button.cap in button.toolTip()
                shown.add(button.cap)
    assert shown, "else nothing was looked at"


def test_an_arrow_leads_as_the_eye_reads_and_with_another_key_as_everywhere() -> None:
    assert keys.cap("session", "back", ENGLISH, is_mirrored=True) == "→"
    assert keys.cap("session", "skip", ENGLISH, is_mirrored=True) == "←"
    assert keys.cap("window", "back", ENGLISH, is_mirrored=True) == "Alt+←"
    told = {line.what: line.caps for line in keys.listed("contact", ENGLISH, is_mirrored=True)}
    assert told["Back to the question before"] == ("→", "Backspace")
    assert told["Take the answer that is lit"] == ("Space", "Enter", "←", "↓")
    assert keys.listed("contact", ENGLISH)[2].caps == ("←", "Backspace")
