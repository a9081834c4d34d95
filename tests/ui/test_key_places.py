"""Letters and digits by the key's place, where the layout has none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from coach.ui.key_places import digit_meant, key_meant, sign_at

NOTHING = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEY_OF_H, KEY_OF_2 = 43, 11  # X11's numbers of these places


def pressed(sign: str, place: int, modifiers: Qt.KeyboardModifier = NOTHING, virtual: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), modifiers, place, virtual, 0, sign)


@pytest.mark.parametrize("sign", ["р", "η", "ا", "י", "ㅗ"])
def test_a_layout_without_latin_letters_means_the_letter_at_the_place(sign: str) -> None:
    assert key_meant(pressed(sign, KEY_OF_H), "linux") == Qt.Key.Key_H


@pytest.mark.parametrize(
    ("sign", "place", "letter"),
    [("\u0e49", 43, "H"), ("\u0ec9", 43, "H"), ("\u1037", 43, "H"), ("\u0bbe", 43, "H"), ("\u0940", 27, "R"),
     ("\u093f", 41, "F"), ("\u0942", 28, "T"), ("\u102c", 58, "M")],
    ids=["Thai", "Lao", "Burmese", "Tamil", "Hindi R", "Hindi F", "Hindi T", "Burmese M"],
)  # fmt: skip
def test_a_vowel_or_tone_sign_at_the_place_means_the_letter_too(sign: str, place: int, letter: str) -> None:
    assert key_meant(pressed(sign, place), "linux") == ord(letter)


@pytest.mark.parametrize("sign", ["h", "d", "m"])
def test_a_latin_letter_means_itself_wherever_it_lies(sign: str) -> None:
    assert key_meant(pressed(sign, KEY_OF_H), "linux") == ord(sign.upper())


def test_signs_and_named_keys_stay_what_they_are() -> None:
    assert key_meant(pressed("+", KEY_OF_2), "linux") == Qt.Key.Key_Plus
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, NOTHING, 9, 0, 0)
    assert key_meant(escape, "linux") == Qt.Key.Key_Escape
    assert key_meant(pressed("р", 0), "linux") == ord("Р"), "an event that no keyboard made has no place"


@pytest.mark.parametrize(
    ("sign", "digit"), [("2", 2), ("é", 2), ("ě", 2), ("+", 2), ("۲", 2), ("٢", 2), ('"', 2), ("&", 2)]
)
def test_the_top_row_is_digits_on_every_layout(sign: str, digit: int) -> None:
    assert digit_meant(pressed(sign, KEY_OF_2), "linux") == digit


def test_what_is_no_digit() -> None:
    assert digit_meant(pressed("h", KEY_OF_H), "linux") is None
    assert digit_meant(pressed("2", KEY_OF_2, CONTROL), "linux") is None
    assert digit_meant(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, NOTHING, 113, 0, 0), "linux") is None
    assert digit_meant(pressed("2", KEY_OF_2, SHIFT), "linux") == 2


@pytest.mark.parametrize(
    ("system", "scan_code", "virtual_key", "sign"),
    [
        ("linux", 43, 0, "H"), ("linux", 10, 0, "1"), ("linux", 19, 0, "0"), ("linux", 58, 0, "M"), ("linux", 0, 0, ""),
        ("win32", 0x23, 0x48, "H"), ("win32", 0x0B, 0x30, "0"), ("win32", 0x32, 0x4D, "M"), ("win32", 0x148, 0x26, ""),
        ("darwin", 0, 4, "H"), ("darwin", 0, 29, "0"), ("darwin", 0, 46, "M"), ("darwin", 0, 53, ""),
    ],
)  # fmt: skip
def test_the_places_of_each_system(system: str, scan_code: int, virtual_key: int, sign: str) -> None:
    assert sign_at(scan_code, virtual_key, system) == sign
