"""What is wrong with a value in a form, in words."""

from __future__ import annotations

from typing import get_args

import pytest

from coach.content.amiss import Amiss, LongText, NobodyAsks, Plain, Twice, Unseen
from coach.content.reminder_file import Fault
from coach.words.amiss import amiss, fault
from coach.words.language import ENGLISH
from tests.words.languages import Bracketed, outside_brackets

EVERY = [*get_args(Plain), LongText(2001, 2000), Unseen(0x200B), Twice("10:30"), NobodyAsks("standing")]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (LongText(2001, 2000), "This is 2001 characters long. At most 2000 have room."),
        (Unseen(0x200B), "There is a character in it that cannot be seen, U+200B. Type the words anew."),
        (Twice("09:30"), "9:30 stands here twice. Take one of them out."),
        (Twice("desk-reset"), "desk-reset stands here twice. Take one of them out."),
        (NobodyAsks("standing"), "No message asks to stand. Turn one round, or add one."),
        (NobodyAsks("sitting"), "No message asks to sit. Turn one round, or add one."),
        ("empty-list", "There is none here. Add one at least."),
    ],
)
def test_words(what: Amiss, told: str) -> None:
    assert amiss(ENGLISH, what) == told


@pytest.mark.parametrize("what", EVERY)
def test_a_language_says_all_of_it(what: Amiss) -> None:
    told = fault(Bracketed(), Fault("title", None, "the line of check", what))
    assert "check" not in told
    assert outside_brackets(told) == ""


def test_each_has_its_own() -> None:
    assert len({amiss(ENGLISH, what) for what in EVERY}) == len(EVERY)


def test_what_is_the_files_alone_is_the_line_of_check() -> None:
    assert fault(ENGLISH, Fault("figure", None, "wlak is not known")) == (
        "The file does not go with it. In English: figure: wlak is not known"
    )
    assert fault(ENGLISH, Fault("", None, "kind is missing")).endswith(": kind is missing")
