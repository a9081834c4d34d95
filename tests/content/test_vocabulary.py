"""The words of the language are those that its checker takes."""

from __future__ import annotations

import pytest

from coach.content.joints import JOINTS, POINTS
from coach.content.kind_names import IN_LISTS, WORDS, kind_named
from coach.content.kinds.first_keys import NEEDS, POSITIONS
from coach.content.model import EVENTS, PHRASES, PLACEHOLDERS
from coach.content.vocabulary import words_of
from tests.content.shelf import Shelf, exercise


@pytest.mark.parametrize("kind", WORDS)
def test_every_kind_has_words_and_is_found_by_one_or_many(kind: str) -> None:
    words = words_of(kind)
    assert words
    assert all(isinstance(meaning, str) for meaning in words.values())
    assert kind_named(kind, WORDS) == kind_named(f"{kind}s", WORDS) == kind
    assert kind not in IN_LISTS


def test_they_are_all_that_the_checker_takes() -> None:
    assert tuple(words_of("kit")) == NEEDS.item.words
    assert tuple(words_of("position")) == POSITIONS.words
    assert tuple(words_of("joint")) == tuple(JOINTS)
    assert tuple(words_of("point")) == POINTS
    assert set(words_of("event")) == set(EVENTS)
    assert set(words_of("phrase")) == set(PHRASES)
    assert set(words_of("placeholder")) == {name for names in PLACEHOLDERS.values() for name in names}
    assert {"chair", "wall", "mat", "band", "doorway", "roller", "desk", "towel"} <= set(words_of("prop"))
    assert {"floor", "wall", "thigh"} <= set(words_of("place"))


def test_what_they_mean() -> None:
    assert words_of("joint")["thoracic"] == (
        "the upper back, spread over three joints; flex -30 to 45, side -30 to 30, turn -40 to 40"
    )
    assert words_of("prop")["chair"] == "back, front, top"
    assert words_of("placeholder")["rep"] == ", ".join(one for one in PLACEHOLDERS if "rep" in PLACEHOLDERS[one])
    assert words_of("view")["side"] == "yaw 0, pitch 5"
    assert words_of("place")["thigh"] == "for hands only"


def test_another_kind_has_none() -> None:
    with pytest.raises(KeyError):
        words_of("exercise")


def test_every_thing_of_the_kit_can_be_needed(shelf: Shelf) -> None:
    needs = ", ".join(words_of("kit"))
    text = exercise("sample", "{reps: 8}", f"needs: [{needs}]\n")
    assert shelf.of_text(text) == []
