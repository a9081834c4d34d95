"""The type scale is that of the look, and each size has its line height."""

from __future__ import annotations

import pytest

from coach.ui.look import typography
from coach.ui.look.typography import BODY, CAPTION, HERO, PAGE_TITLE, SMALL, TextStyle, ladder, line_height

ALL = {name: style for name, style in vars(typography).items() if isinstance(style, TextStyle)}


@pytest.mark.parametrize(("px", "height"), [(12, 16), (13, 20), (15, 24), (20, 28), (32, 40), (40, 46), (18, 26)])
def test_line_heights_are_those_of_the_look(px: float, height: float) -> None:
    assert line_height(px) == pytest.approx(height)


@pytest.mark.parametrize("px", [6, 300])
def test_line_heights_beyond_the_table_keep_its_proportion(px: float) -> None:
    assert px * 0.8 < line_height(px) < px * 1.5


@pytest.mark.parametrize(
    ("style", "told"), [(SMALL, (13, 500, 20)), (BODY, (15, 500, 24)), (PAGE_TITLE, (32, 800, 40))]
)
def test_a_style_knows_size_weight_and_line_height(style: TextStyle, told: tuple[float, int, float]) -> None:
    assert (style.px, style.weight, style.line_height) == told


def test_emphasis_changes_the_weight_alone() -> None:
    weights = [style.weight for style in (HERO.medium, HERO.semibold, HERO.bold, HERO.heavy)]
    assert weights == [500, 600, 700, 800]
    assert HERO.bold == TextStyle(HERO.px, 700, HERO.tracking)
    assert HERO.sized(28) == TextStyle(28, HERO.weight, HERO.tracking)


def test_a_ladder_goes_down_in_one_style() -> None:
    assert ladder(SMALL.bold, 12, 11) == (SMALL.bold, SMALL.bold.sized(12), SMALL.bold.sized(11))
    sizes = [style.px for style in CAPTION]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == typography.LEAST_PX


def test_nothing_is_set_smaller_than_can_be_read() -> None:
    assert [name for name, style in ALL.items() if style.px < typography.LEAST_PX] == []
