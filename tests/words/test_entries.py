"""What a desktop shows of the program in its lists, in the person's language."""

from __future__ import annotations

from coach.words.entries import at_login, in_the_menu
from tests.words.languages import Bracketed, outside_brackets


def test_in_english_as_the_package_has_it():
    listed = in_the_menu()
    assert (listed.kind, listed.keywords[0], at_login()) == ("Exercise coach", "posture", "Reminders at the desk")


def test_all_of_it_is_translated():
    listed = in_the_menu(Bracketed())
    for told in (listed.kind, listed.purpose, ";".join(listed.keywords), at_login(Bracketed())):
        assert told
        assert outside_brackets(told) == ""
