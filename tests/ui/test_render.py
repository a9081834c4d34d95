"""Pictures of everything, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from coach.ui.render import render, render_sheets
from tests.ui.parts import FakeParts, shipped


def test_every_figure_gets_a_sheet_named_after_it(tmp_path):
    figures = {name: shipped().figures[name] for name in ("chin-tuck", "walk")}
    written = list(render_sheets(FakeParts(replace(shipped(), figures=figures)), tmp_path / "new"))
    assert [path.name for path in written] == ["chin-tuck.png", "walk.png"]
    assert all(QImage(str(path)).width() > 800 for path in written)


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_pages_are_rendered_with_their_figures(tmp_path, theme):
    paths = {path.stem: path for path in render(FakeParts(), tmp_path, theme, QSize(1000, 700))}
    assert {"today", "routines", "routine", "exercise", "session", "room", "nudge"} <= set(paths)
    today = QImage(str(paths["today"]))
    right, left = ({today.pixelColor(x, y).name() for x in range(*part) for y in range(140, 380, 4)}
                   for part in ((480, 640), (250, 300)))  # fmt: skip
    assert len(right) > 3 * len(left) or len(right) > 60, "a figure stands beside the words"


def test_a_library_without_anything_still_has_pictures(tmp_path):
    bare = replace(shipped(), routines={}, exercises={}, reminders={}, figures={}, plans={}, areas={}, lessons={})
    assert {path.stem for path in render(FakeParts(bare), tmp_path)} >= {"today", "routines"}
