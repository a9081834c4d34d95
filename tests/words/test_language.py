"""The languages that words are put into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from pytestqt.qtbot import QtBot

from coach.ui.words.qt_language import QtLanguage
from coach.words.language import ENGLISH
from coach.words.pseudo import PseudoLanguage


def test_english_is_what_is_written():
    assert ENGLISH.tag == "en"
    assert ENGLISH.translate("Desk", "came") == "came"
    assert ENGLISH.translate("Desk", "%n times", "", 3) == "3 times"


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 exercises"), (1, "1 exercise"), (2, "2 exercises"), (11, "11 exercises")]
)
def test_one_and_several(qtbot: QtBot, count: int, told: str):
    for language in (ENGLISH, QtLanguage()):
        assert language.translate("Finish", "%n exercises", "1 exercise", count) == told


def test_a_translator_has_its_own_plurals(qtbot: QtBot):
    class Polish(QTranslator):
        def translate(self, context: str, text: str, one: str | None = None, n: int = -1) -> str | None:
            told = text == "%n exercises" and one == "1 exercise"
            return {1: "%n raz", 2: "%n razy"}.get(n, "%n much") if told else None

    polish = Polish()
    QCoreApplication.installTranslator(polish)
    try:
        told = [QtLanguage().translate("Finish", "%n exercises", "1 exercise", n) for n in (1, 2, 5)]
    finally:
        QCoreApplication.removeTranslator(polish)
    assert told == ["1 raz", "2 razy", "5 much"]


@pytest.mark.parametrize(
    ("number", "day", "short_day", "month", "short_month"),
    [(1, "Monday", "Mon", "January", "Jan"), (7, "Sunday", "Sun", "July", "Jul")],
)
def test_english_names(number: int, day: str, short_day: str, month: str, short_month: str):
    assert (ENGLISH.day_name(number), ENGLISH.day_name(number, short=True)) == (day, short_day)
    assert (ENGLISH.month_name(number), ENGLISH.month_name(number, short=True)) == (month, short_month)


def test_the_window_speaks_what_it_is_told_whatever_the_desktop_speaks(qtbot: QtBot):
    language, before = QtLanguage(), QLocale()
    QLocale.setDefault(QLocale("de_AT"))
    try:
        assert (language.tag, language.day_name(1), language.month_name(5)) == ("en", "Monday", "May")
        language.speak(PseudoLanguage())
        assert (language.tag, language.translate("Desk", "came")) == ("qps", "[çááméé]")
        assert QCoreApplication.translate("Any", "came") == "[çááméé]"
        assert language.translate("Any", "%n exercises", "1 exercise", 1) == "[1 ééxéérçííšéé]"
        assert (language.day_name(1), language.month_name(5, short=True)) == ("[Mööñdááýý]", "[Mááýý]")
        language.speak(ENGLISH)
        assert (language.tag, QCoreApplication.translate("Any", "came")) == ("en", "came")
    finally:
        language.speak(ENGLISH)
        QLocale.setDefault(before)
