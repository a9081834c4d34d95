"""Who says a session's sentences, for every choice and machine."""

from __future__ import annotations

import pytest

from coach.sound.voice.amount import AMOUNTS, Amount
from coach.sound.voice.who_speaks import SPEAKS, Speakers, Speaks, speakers

THE_COACH, NAMED_TOO = Speakers(True, False, False), Speakers(True, False, True)
THE_READER, BOTH = Speakers(False, True, False), Speakers(True, True, False)


@pytest.mark.parametrize(
    ("speaks", "has_voice", "is_heard", "who"),
    [
        (None, True, True, NAMED_TOO),  # as long as nobody was asked: a reader that is not found is not shut out
        (None, True, False, NAMED_TOO),
        (None, False, False, NAMED_TOO),
        ("coach", True, True, THE_COACH),
        ("coach", True, False, NAMED_TOO),  # with the sound off the steps are at least named
        ("coach", False, True, BOTH),  # there is no voice: what the coach was chosen for is said all the same
        ("coach", False, False, BOTH),
        ("reader", True, True, THE_READER),
        ("reader", True, False, THE_READER),  # sound off is for the tones
        ("reader", False, False, THE_READER),
        ("both", True, True, BOTH),
        ("both", True, False, BOTH),
        ("both", False, False, BOTH),
    ],
)
def test_who_says_the_sentences(speaks: Speaks | None, has_voice: bool, is_heard: bool, who: Speakers) -> None:
    assert speakers(speaks, "all", has_voice=has_voice, is_heard=is_heard) == who


@pytest.mark.parametrize("speaks", [None, *SPEAKS])
@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("has_voice", [True, False])
@pytest.mark.parametrize("is_heard", [True, False])
def test_nobody_is_left_without_a_word(speaks: Speaks | None, amount: Amount, has_voice: bool, is_heard: bool) -> None:
    """Somebody says the sentences to an ear, or the steps are named."""
    who = speakers(speaks, amount, has_voice=has_voice, is_heard=is_heard)
    says = amount != "sounds" and (who.reader or (who.coach and has_voice and is_heard))
    assert says or who.names_steps


@pytest.mark.parametrize("speaks", SPEAKS)
def test_where_only_sounds_are_wanted_the_steps_are_named(speaks: Speaks) -> None:
    assert speakers(speaks, "sounds", has_voice=True, is_heard=True).names_steps
