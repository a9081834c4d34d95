"""Text at 200 % is twice as large everywhere, in labels, fields and in what is painted: every word of every view is
measured at both sizes.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from coach.ui.look.mirror import painter_of, write
from coach.ui.look.typography import BODY, LABEL, RING_NUMBER
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.labels import Label
from coach.words.language import ENGLISH
from tests.beside import slow
from tests.ui.measuring import Measured, measured
from tests.ui.views import VIEWS

SIZES = ((1180, 760), (1280, 720), (800, 560))
_ROUNDING = 1.0  # a font is whole pixels

FROM_AFAR = {"room", "wall test, stand", "contact", "hold", "carry-over", "tension", "measure", "break"}
"""Read from the wall, from the floor, or standing up: there every word grows with the window, until it is full, at any
text size. What is smallest elsewhere is twice as large there, too.
"""

FILLS = {"Ring in SessionView": RING_NUMBER.px}
"""What fills its place at any text size, and the pixels from which on it does: the number in the ring."""


def too_small(view: str, once: Measured, twice: Measured) -> list[str]:
    """The words that are not twice as large in `twice` as in `once`, each with both sizes."""
    found = []
    for (who, word), sizes in once.items():
        larger = twice.get((who, word))
        if larger is None:
            continue  # it stands elsewhere, or in other words
        pairs = list(zip(sizes, larger, strict=True)) if len(sizes) == len(larger) else [(sizes[0], larger[0])]
        for before, after in pairs:
            enough = 2 * before
            if view in FROM_AFAR:
                enough = min(enough, 2 * LABEL.px)
            if who in FILLS:
                enough = min(enough, FILLS[who])
            if after < enough - _ROUNDING:
                found.append(f"{who} {word!r}: {before:.0f} px, then {after:.0f}")
    return found


def walk(views: str, size: QSize) -> dict[str, list[str]]:
    """What is too small in each of these views in a window of `size`."""
    seen: dict[float, dict[str, Measured]] = {}
    for scale in (1.0, 2.0):
        look = WindowLook("light", scale, reduced_motion=True)
        seen[scale] = {name: measured(view) for name, view in VIEWS[views](look, size, ENGLISH)}
    assert set(seen[1.0]) == set(seen[2.0])
    found = {name: too_small(name, once, seen[2.0][name]) for name, once in seen[1.0].items()}
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("views", [*slow(("session", "wall test")), "cards"])
def test_text_at_200_percent_is_twice_as_large_where_there_is_least_room(views: str) -> None:
    assert walk(views, QSize(800, 560)) == {}


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("views", list(VIEWS))
def test_text_at_200_percent_is_twice_as_large_everywhere(views: str, size: tuple[int, int]) -> None:
    assert walk(views, QSize(*size)) == {}


class _Painted(QWidget):
    """Paints a word, at its text size or always alike."""

    def __init__(self, look: WindowLook, parent: QWidget, *, grows: bool) -> None:
        super().__init__(parent)
        self._font = look.font(BODY if grows else BODY.sized(BODY.px / look.scale))
        self.setGeometry(0, 40, 300, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setFont(self._font)
        write(painter, QRectF(self.rect()), 0, "painted")


@pytest.mark.parametrize(("grows", "told"), [(True, []), (False, ["_Painted 'painted': 15 px, then 15"])])
def test_what_is_painted_is_measured_as_labels_are(qapp: QApplication, grows: bool, told: list[str]) -> None:
    seen = []
    for scale in (1.0, 2.0):
        look, view = WindowLook("light", scale), QWidget()
        view.resize(300, 100)
        Label(look, "written", BODY, parent=view)
        _Painted(look, view, grows=grows)
        seen.append(measured(view))
        assert seen[-1]["Label", "written"] == [BODY.px * scale]
    assert too_small("any", *seen) == told
