"""What is pressed is large enough to be met by a hand that trembles: every control of every view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAbstractSlider, QLineEdit, QScrollBar, QWidget

from coach.ui.look import sizes
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.scale import Scale
from coach.words.language import ENGLISH
from tests.ui.seeing import settle
from tests.ui.views import VIEWS

SIZES = ((1180, 760), (800, 560))
_KINDS = (QAbstractButton, QAbstractSlider, QLineEdit, Scale)


def _is_target(widget: QWidget) -> bool:
    """A control; not a scroll bar, beside which wheel and keys do the same, nor what holds controls."""
    if isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), QAbstractScrollArea):
        return False
    takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return isinstance(widget, _KINDS) or takes_keys


def too_small(view: QWidget) -> list[str]:
    """The controls of a view that are narrower or lower than a target, each with its size."""
    settle()
    return [
        f"{type(one).__name__} {one.accessibleName()[:40]!r}: {one.width()} x {one.height()}"
        for one in view.findChildren(QWidget)
        if one.isVisibleTo(view) and _is_target(one) and min(one.width(), one.height()) < sizes.TARGET
    ]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("views", "size"),
    [
        pytest.param(views, (wide, high), id=f"{views}-{wide}x{high}", marks=[] if daily else [pytest.mark.slow])
        for wide, high in SIZES
        for views in VIEWS
        for daily in [views in ("session", "wall test", "cards") and (wide, high) == SIZES[-1]]
    ],
)
def test_what_is_pressed_is_as_large_as_a_target(views: str, size: tuple[int, int]) -> None:
    look = WindowLook("light", 1.0, reduced_motion=True)
    seen = {name: too_small(view) for name, view in VIEWS[views](look, QSize(*size), ENGLISH)}
    assert {name: wrong for name, wrong in seen.items() if wrong} == {}
