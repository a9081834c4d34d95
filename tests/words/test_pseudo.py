"""The pseudo-language as a language."""

from __future__ import annotations

from coach.pseudo import TAG, pseudo
from coach.words.pseudo import PseudoLanguage


def test_all_that_it_says_is_english_as_a_translation_would_be():
    language = PseudoLanguage()
    assert language.tag == TAG
    assert language.translate("Finish", "Done") == pseudo("Done")
    assert language.translate("Finish", "%n exercises", "1 exercise", 1) == pseudo("1 exercise")
    assert language.translate("Finish", "%n exercises", "1 exercise", 2) == pseudo("2 exercises")
    assert (language.day_name(1), language.month_name(5, short=True)) == (pseudo("Monday"), pseudo("May"))
