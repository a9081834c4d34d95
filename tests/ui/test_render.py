"""Pictures of everything, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from coach.ui.render import render, render_sheets
from coach.ui.widgets.rail import places
from tests.ui.parts import FakeParts, shipped


def test_every_figure_gets_a_sheet_named_after_it(tmp_path):
    figures = {name: shipped().figures[name] for name in ("chin-tuck", "walk")}
    written = list(render_sheets(FakeParts(replace(shipped(), figures=figures)), tmp_path / "new"))
    assert [path.name for path in written] == ["chin-tuck.png", "walk.png"]
    assert all(QImage(str(path)).width() > 800 for path in written)


def test_one_figure_may_be_painted_alone(qapp, tmp_path):
    wanted = sorted(shipped().figures)[:2]
    written = list(render_sheets(FakeParts(), tmp_path, only=wanted))
    assert [path.stem for path in written] == [name for name in shipped().figures if name in wanted]


@pytest.fixture(scope="module", params=["light", pytest.param("contrast", marks=pytest.mark.slow)])
def rendered(request, qapp, tmp_path_factory):
    """Every page in one look, once for all tests: the pictures by name, and the parts that they were made of."""
    parts, before = FakeParts(), (qapp.palette(), qapp.font())
    paths = render(parts, tmp_path_factory.mktemp("pages") / "new" / "folder", request.param, QSize(1000, 700))
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    return {path.stem: QImage(str(path)) for path in paths}, parts


def test_every_page_becomes_a_picture(rendered):
    pictures, parts = rendered
    expected = {"routine", "exercise", "plan", "safety", "session", "room", "nudge"}
    assert set(pictures) == {name for name, *_ in places()} | expected
    for name, image in pictures.items():
        assert not image.isNull(), name
        colours = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)
        }
        assert len(colours) > 3, name
    assert parts.store.sessions() == []
    assert parts.cues.played == []


def test_a_figure_stands_beside_the_words(rendered):
    today = rendered[0]["today"]
    right, left = ({today.pixelColor(x, y).name() for x in range(*part) for y in range(140, 380, 4)}
                   for part in ((480, 640), (250, 300)))  # fmt: skip
    assert len(right) > 3 * len(left) or len(right) > 60


def test_a_folder_that_cannot_be_written_is_an_error(qapp, parts, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        render(parts, tmp_path / "file")


def test_a_library_without_anything_still_has_pictures(tmp_path):
    bare = replace(shipped(), routines={}, exercises={}, reminders={}, figures={}, plans={}, areas={}, lessons={})
    assert {path.stem for path in render(FakeParts(bare), tmp_path)} >= {"today", "routines"}
