"""Contact sheets."""

from __future__ import annotations

import pytest

from coach.ui.figure.sheet import sheet, views_of, write_sheets
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


def test_every_figure_becomes_a_file_named_after_it(tmp_path):
    files = write_sheets([figure("chin-tuck")], tmp_path / "sheets", "dark")
    assert [file.relative_to(tmp_path).as_posix() for file in files] == ["sheets/chin-tuck.png"]
    assert files[0].stat().st_size > 1000


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "chin-tuck.png").mkdir()
    with pytest.raises(OSError, match=r"chin-tuck\.png cannot be written"):
        write_sheets([figure("chin-tuck")], tmp_path)
