"""Values of the model as JSON, and back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.kept.values import packed, unpacked
from coach.content.library import Folders, load
from coach.content.model import CueAt, DoseLayer, Exercise, PlanWeeks, Review, SidedText, Text


@pytest.mark.parametrize(
    "value",
    [
        None, True, 0, 1.5, -0.0, "", "\u2028 \U0001f600 \u00e9", "\udcff",
        (), (1, 2), ((1,), ("a", ((), 2.0))), (None, (None,)),
        {}, {"a": (1, (2,)), "b": {}}, MappingProxyType({"p": (1.0, 2), 3: "x"}),
        date(2026, 2, 28), Path("/a b/\udcff.yaml"),
        Text("Hold"), Text("Hold", {}), Text("Hold", {"de": "Halten"}), SidedText("Both", left=Text("Left")),
        DoseLayer(), DoseLayer(sets=3, sides="both"), CueAt(share=0.5, say=Text("Half")),
        Review(), Review(Text("Somebody"), date(2026, 1, 1)), PlanWeeks(1, None, ()),
    ],
    ids=repr,
)  # fmt: skip
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    back = unpacked(packed(value))
    assert back == value
    assert repr(back) == repr(value)  # and of the same types: True is no 1, a tuple no list


_WORDS = st.text(max_size=8)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _WORDS
    | st.builds(Text, _WORDS) | st.builds(Text, _WORDS, st.dictionaries(_WORDS, _WORDS, max_size=2)),
    lambda inner: st.lists(inner, max_size=3).map(tuple)
    | st.dictionaries(_WORDS, inner, max_size=3)
    | st.dictionaries(_WORDS, inner, max_size=3).map(MappingProxyType),
    max_leaves=12,
)  # fmt: skip


@given(_VALUES)
def test_any_value_comes_back_as_it_was(value: Any) -> None:
    assert repr(unpacked(packed(value))) == repr(value)


def _of(catalogue: Catalogue) -> list[Any]:
    shelves = (catalogue.exercises, catalogue.routines, catalogue.tests, catalogue.reminders, catalogue.plans)
    others = (catalogue.lessons, catalogue.figures, catalogue.areas, catalogue.sources, catalogue.pronunciations)
    return [catalogue.coaching, catalogue.safety, *(one for shelf in (*shelves, *others) for one in shelf.values())]


def test_all_that_is_shipped_comes_back_as_it_was() -> None:
    for value in _of(load(Folders(resources.routines(), resources.media()))):
        assert repr(unpacked(packed(value))) == repr(value)


def test_what_no_file_gives_is_not_kept() -> None:
    with pytest.raises(TypeError):
        packed({1, 2})
    with pytest.raises(ValueError, match="JSON"):
        packed(float("nan"))


@pytest.mark.parametrize(
    "text",
    [
        '{"eval": ["1"]}', '{"Path": ["/"]}', '{"KIT": [0]}', '{"__class__": []}', '{"Text": []}', '{"Lesson": [1]}',
        '{"a": [], "b": []}', "{}", '{"m": [1]}', '{"d": ["never"]}', '{"p": []}', "[1", "",
    ],
)  # fmt: skip
def test_what_is_none_of_ours_is_refused_and_runs_nothing(text: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        unpacked(text)


def test_defaults_take_no_room() -> None:
    plain = Exercise("row", Text("Row"), ("back",), "sitting", Text("Sit."), DoseLayer(reps=8))
    (fields,) = json.loads(packed(plain)).values()
    assert len(fields) == 6
