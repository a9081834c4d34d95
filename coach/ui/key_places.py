"""Which letter or digit a key press means, on any keyboard: by the key's place where the layout does not say it. And
what is done by it, as the table of keys has it (coach.words.keys).

A Russian or Greek layout has no Latin letter at all, and a French one gives its digits only with Shift. Whoever is in
pain and presses the key at H must be understood all the same.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coach.ui.look.mirror import arrow_meant
from coach.words.keys import KEYS, Ground

# Where the keys of a keyboard lie, as Linux numbers them (input-event-codes.h); a PC's own scan codes, which Windows
# gives, are the same numbers for these keys.
_ROWS = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
_BY_CODE = {first + offset: sign for first, signs in _ROWS.items() for offset, sign in enumerate(signs)}
# X11 counts from 8 on, and Wayland's key maps do as X11 does.
_X11_FIRST = 8
# macOS numbers keys by their place on an American keyboard (HIToolbox, Events.h, kVK_ANSI_*).
_MACOS = {
    0: "A", 1: "S", 2: "D", 3: "F", 4: "H", 5: "G", 6: "Z", 7: "X", 8: "C", 9: "V", 11: "B", 12: "Q", 13: "W", 14: "E",
    15: "R", 16: "Y", 17: "T", 31: "O", 32: "U", 34: "I", 35: "P", 37: "L", 38: "J", 40: "K", 45: "N", 46: "M",
    18: "1", 19: "2", 20: "3", 21: "4", 23: "5", 22: "6", 26: "7", 28: "8", 25: "9", 29: "0",
}  # fmt: skip
_LAST_ASCII, _FIRST_NAMED = 0x7F, int(Qt.Key.Key_Escape)
# Letters, and the vowel and tone signs that lie among them: at H a Thai layout has nothing but such a sign.
_WRITTEN = ("L", "M")
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def sign_at(scan_code: int, virtual_key: int, system: str) -> str:
    """The letter or digit that an American keyboard has at this place; empty for other keys. `system` as in
    sys.platform; an event that no keyboard made has the scan code 0.
    """
    if system == "darwin":
        return _MACOS.get(virtual_key, "")
    return _BY_CODE.get(scan_code if system == "win32" else scan_code - _X11_FIRST, "")


def key_meant(event: QKeyEvent, system: str = sys.platform) -> int:
    """The Qt key of `event`, and of a letter or vowel sign that is not Latin the letter that lies at its place."""
    key = int(event.key())
    if _LAST_ASCII < key < _FIRST_NAMED and unicodedata.category(chr(key)).startswith(_WRITTEN):
        sign = sign_at(event.nativeScanCode(), event.nativeVirtualKey(), system)
        return ord(sign) if sign.isalpha() else key
    return key


def digit_meant(event: QKeyEvent, system: str = sys.platform) -> int | None:
    """The digit of `event`, 0 to 9: of any script, or of the place in the top row; None where it means none."""
    if event.modifiers() & _COMMANDS:
        return None
    key = int(event.key())
    if key < _FIRST_NAMED:
        digit = unicodedata.digit(chr(key), None)
        if digit is not None:
            return digit
        sign = sign_at(event.nativeScanCode(), event.nativeVirtualKey(), system)
        return int(sign) if sign.isdigit() else None
    return None


def keys_of(ground: Ground, act: str) -> tuple[Qt.Key, ...]:
    """The keys that do `act` on `ground`, without what is pressed along with them. KeyError where none does."""
    return tuple(QKeySequence(key)[0].key() for key in KEYS[ground][act])  # type: ignore[index]  # missing in its stub


def is_key_of(event: QKeyEvent, ground: Ground, *acts: str, on: QWidget | None = None) -> bool:
    """Whether the key does one of `acts` on `ground`; an arrow as it is meant `on` a widget that may be mirrored."""
    key = key_meant(event) if on is None else arrow_meant(on, key_meant(event))
    return any(key in keys_of(ground, act) for act in acts)


def add_shortcut(
    owner: QWidget, ground: Ground, act: str, do: Callable[[], object], *, in_window: bool = False
) -> QShortcut:
    """The keys of `act` do it while `owner`, or what lies in it, has the keyboard; or anything `in_window`."""
    shortcut = QShortcut(owner)
    shortcut.setKeys([QKeySequence(key) for key in KEYS[ground][act]])
    context = Qt.ShortcutContext
    shortcut.setContext(context.WindowShortcut if in_window else context.WidgetWithChildrenShortcut)
    shortcut.activated.connect(do)
    return shortcut
