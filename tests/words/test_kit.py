"""What a person has not got, to the letter."""

from __future__ import annotations

import pytest

from coach import resources
from coach.content.library import Folders, load
from coach.content.model import DoseLayer, Exercise, Text
from coach.progression.kit import Lacking, kit_of
from coach.words import kit
from tests.words.languages import Bracketed, outside_brackets

EXERCISES = {
    ident: Exercise(ident, Text(ident.capitalize()), (), "standing", Text("Go."), DoseLayer(reps=8))
    for ident in ("row", "squeeze", "pull", "lie")
}


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("band",), "a band"),
        (("mat", "band"), "a mat and a band"),
        (("mat", "foam-roller", "chair"), "a mat, a foam roller and a chair"),
        (("band", "anchor"), "a band and a firm point to fix a band to"),
        (("step",), "a low step or stair"),
        (("wall", "doorway", "towel", "desk"), "a free wall, a doorway, a towel and a desk"),
        (("kettle-bell",), "kettle bell"),
    ],
)
def test_things_within_a_sentence(names: tuple[str, ...], told: str) -> None:
    assert kit.things(names) == told


def test_everything_that_the_shipped_content_needs_has_its_words() -> None:
    for name in kit_of(load(Folders(resources.routines(), resources.media())).exercises.values()):
        assert outside_brackets(kit.a_thing(name, Bracketed())) == "", name


def test_a_routine_says_what_it_needs_and_what_does_without() -> None:
    lacks = (Lacking("row", ("band",), "squeeze"), Lacking("pull", ("band", "chair")), Lacking("lie", ("band",)))
    assert kit.lacking(lacks, EXERCISES) == (
        "Needs a band and a chair, which you said you do not have. Without: Squeeze in place of Row. "
        "Nothing takes the place of Pull, Lie."
    )
    assert kit.lacking(lacks[:1], EXERCISES) == (
        "Needs a band, which you said you do not have. Without: Squeeze in place of Row."
    )
    assert kit.lacking((), EXERCISES) == ""
    assert kit.without(lacks[0], EXERCISES) == "Without a band: Squeeze"
    assert kit.without(lacks[1], EXERCISES) == "Needs a band and a chair; nothing takes its place"
    assert outside_brackets(kit.needs(("band",), Bracketed())).strip() == ""


def test_of_nothing_nothing_is_said() -> None:
    assert kit.needs(()) == ""
    assert kit.why_lacking(("band",)) == "needs a band"
    assert kit.routine_needs("Two minutes", ("band",)) == "Two minutes needs a band, which you said you do not have"
