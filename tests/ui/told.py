"""What is wrong with a view for who hears it: what cannot be reached, is without a name, is called like its neighbour,
says the same twice, or says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget

from tests.ui.seeing import settle

Role = QAccessible.Role
OPERATED = {
    Role.Button,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.RadioButton,
    Role.Slider,
    Role.SpinBox,
    Role.ComboBox,
    Role.EditableText,
    Role.ListItem,
    Role.Link,
}
"""Roles that a person acts on."""
READ_OUT = {Role.Graphic, Role.ScrollBar, Role.LayeredPane}
"""Roles that a reader says, name or none, as it comes by."""
NOTHING = {Role.Client, Role.LayeredPane, Role.NoRole, Role.Whitespace, Role.Border}
"""Roles of what only holds other things: readers pass them by."""


def met(view: QWidget) -> Iterator[QAccessibleInterface]:
    """All that a screen reader finds in the window of `view`, in its order."""
    top = QAccessible.queryAccessibleInterface(view.window())
    assert top is not None
    yield from _below(top)


def _below(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield one
    for number in range(one.childCount()):
        child = one.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from _below(child)


def name_of(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)


def told(one: QAccessibleInterface) -> str:
    """For who reads the fault."""
    return f"{one.role().name} {name_of(one)[:40]!r} ({type(one.object()).__name__})"


def wrong_to_hear(view: QWidget) -> list[str]:
    """As sentences, each once."""
    settle()
    found = list(met(view))
    faults = [*_nameless(found), *_empty(found), *_unread(found), *_alike(found), *_twice(found)]
    faults += _unreached(view, found)
    return list(dict.fromkeys(faults))


def _nameless(found: list[QAccessibleInterface]) -> list[str]:
    """What takes the keyboard, or is acted on, or is there to be looked at, and has no name."""
    heard = [one for one in found if one.state().focusable or one.role() in {*OPERATED, *READ_OUT}]
    return [f"{told(one)} has no name" for one in heard if not name_of(one)]


def _empty(found: list[QAccessibleInterface]) -> list[str]:
    """Texts that say nothing."""
    return [f"{told(one)} is empty" for one in found if one.role() == Role.StaticText and not name_of(one).strip()]


def _unread(found: list[QAccessibleInterface]) -> list[str]:
    """What has a name that nobody hears: it is neither a thing with a role, nor a stop of the keyboard, nor has that.
    A page is given it.
    """
    return [
        f"{told(one)} has a name and no role"
        for one in found
        if one.role() in NOTHING and name_of(one) and not _is_heard(one)
    ]


def _is_heard(one: QAccessibleInterface) -> bool:
    state, thing = one.state(), one.object()
    has_it = isinstance(thing, QWidget) and thing.window().focusWidget() is thing
    return bool(state.focusable or has_it or _is_page(thing))


def _is_page(thing: QObject | None) -> bool:
    if not isinstance(thing, QWidget):
        return False
    return thing.isWindow() or isinstance(thing, QAbstractScrollArea) or isinstance(thing.parent(), QStackedWidget)


def _alike(found: list[QAccessibleInterface]) -> list[str]:
    """What is acted on and sounds like another thing of the same view."""
    acted = [one for one in found if one.role() in OPERATED]
    sounds = Counter((one.role(), name_of(one), one.text(QAccessible.Text.Description)) for one in acted)
    return [
        f"{count} times {role.name} {name!r}, {more!r}" for (role, name, more), count in sounds.items() if count > 1
    ]


def _twice(found: list[QAccessibleInterface]) -> list[str]:
    """What is acted on and says in its description again what its name has said."""
    acted = [one for one in found if one.state().focusable or one.role() in OPERATED]
    return [f"{told(one)} says again {again!r}" for one in acted if (again := _said_again(one))]


def _said_again(one: QAccessibleInterface) -> str:
    """A description all of which the name has said; a reader says nothing of blanks."""
    more = one.text(QAccessible.Text.Description).strip().rstrip(".")
    return more if more and re.search(rf"(?<!\w){re.escape(more)}(?!\w)", name_of(one)) else ""


def _unreached(view: QWidget, found: list[QAccessibleInterface]) -> list[str]:
    """What takes the keyboard and is not in the tree."""
    there: set[QObject | None] = {one.object() for one in found}
    window = view.window()
    return [
        f"{type(one).__name__} {one.accessibleName()!r} is not in the tree"
        for one in window.findChildren(QWidget)
        if one.isVisibleTo(window) and one.focusPolicy() != Qt.FocusPolicy.NoFocus and not _is_met(one, there)
    ]


def _is_met(widget: QWidget, there: set[QObject | None]) -> bool:
    """Whether it, or what stands for it, is there: a field inside a spin box is read as that."""
    proxy = widget.focusProxy()
    return widget in there or (proxy is not None and proxy in there) or widget.parentWidget() in there & {proxy}
