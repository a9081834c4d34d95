"""Why a routine is put first, to the letter."""

from __future__ import annotations

from typing import get_args

from coach.today.suggestion import Reason
from coach.words.language import ENGLISH
from coach.words.suggestions import reason


def test_every_reason_has_its_words() -> None:
    assert [reason(ENGLISH, why) for why in get_args(Reason)] == [
        "From your wall test",
        "For the desk, as you wanted",
        "For running, as you wanted",
        "A good start",
        "For every day",
        "Done today. Once more, if you like",
    ]
