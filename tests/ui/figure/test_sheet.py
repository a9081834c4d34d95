"""Contact sheets."""

from __future__ import annotations

import pytest

from coach.ui.figure.sheet import sheet, views_of
from tests.ui.figure_parts import figure

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(("name", "columns"), [("chin-tuck", 4), ("walk", 4)])
def test_a_sheet_has_four_views_and_a_column_for_each_moment(name, columns):
    picture = sheet(figure(name), cell=60)
    assert picture.width() == columns * 64 - 4
    assert picture.height() == 40 + 4 * 64 - 4


@pytest.mark.parametrize("name", ["chin-tuck", "bird-dog", "doorway-stretch", "prone-y"])
def test_the_four_views_are_four(name):
    views = views_of(figure(name))
    assert len({angles for _, angles in views}) == 4
