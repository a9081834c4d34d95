"""Paper has a scale of its own: what matters more is larger, and everything can still be read."""

from __future__ import annotations

from coach.ui.sheet import typography
from coach.ui.sheet.typography import CAPTION, DOSE, EXERCISE, SMALL, TEXT, TITLE, PrintStyle

ALL = {name: style for name, style in vars(typography).items() if isinstance(style, PrintStyle)}


def test_what_leads_is_larger_than_what_it_leads_to() -> None:
    sizes = [style.points for style in (TITLE, EXERCISE, DOSE, TEXT, SMALL, CAPTION)]
    assert sizes == sorted(set(sizes), reverse=True)


def test_bold_changes_the_weight_alone() -> None:
    assert SMALL.bold == PrintStyle(SMALL.points, 750)
    assert {style.weight for style in ALL.values()} == {450, 750}


def test_nothing_on_paper_is_smaller_than_seven_points() -> None:
    assert [name for name, style in ALL.items() if style.points < 7] == []
