"""All that the shipped library can say is said as it was when somebody last looked at it."""

from __future__ import annotations

import pytest

from coach.sound.voice.hibari_engine import why_not
from tests.spoken_list import everything, kept, read

pytestmark = pytest.mark.skipif(why_not() is not None, reason=str(why_not()))
SAMPLE = 20
"""Every so manieth sentence is read every day; a new version of the voice changes more than one in twenty."""
REMAKE = "look at these lines, and run python -m tests.spoken_list"


def changed(sentences: list[str]) -> dict[str, tuple[str, str]]:
    """The sentences that are said otherwise now: how they were, and how they are."""
    phonemes, before = read(), kept()
    now = {sentence: phonemes(sentence) for sentence in sentences}
    return {one: (before[one], now[one]) for one in sentences if now[one] != before[one]}


def test_some_of_the_kept_sentences_are_said_as_before() -> None:
    assert changed(list(kept())[::SAMPLE]) == {}, REMAKE


@pytest.mark.slow
def test_every_sentence_is_kept_and_said_as_before() -> None:
    all_now = everything()
    assert sorted(set(all_now) - set(kept())) == [], f"what can be said now and is not kept: {REMAKE}"
    assert sorted(set(kept()) - set(all_now)) == [], f"what is kept and never said: {REMAKE}"
    assert changed(all_now) == {}, REMAKE
