"""By which title a session is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import Text
from coach.words.titles import title_of
from tests.ui.parts import shipped
from tests.words.languages import Glossary


@pytest.mark.parametrize(
    ("kind", "target", "title"),
    [
        ("routine", "desk-reset", "Desk reset"),
        ("routine", "upper-back-strength@eight-weeks.7", "Upper-back strength"),
        ("routine", "focus", "Focus routine"),
        ("test", "wall-test", "30-second wall test"),
        ("exercise", "chin-tuck", "Chin tuck"),
        ("routine", "long-gone", "long-gone"),
        ("exercise", "focus", "focus"),
    ],
)
def test_every_session_has_a_title(kind: str, target: str, title: str) -> None:
    assert title_of(shipped(), kind, target) == title


def test_a_focus_routine_of_ones_own_and_another_language() -> None:
    routines = shipped().routines
    mine = replace(routines["desk-reset"], id="focus", title=Text("Mine", {"de": "Meine"}))
    catalogue = replace(shipped(), routines={**routines, "focus": mine})
    assert title_of(catalogue, "routine", "focus") == "Mine"
    assert title_of(catalogue, "routine", "focus", Glossary("de", {})) == "Meine"
