"""Stills of the pages: one at a time after the first paint, kept, and nothing of the engine before."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from coach import resources
from coach.demonstration.which_figure import STANDING
from coach.ui.stills.pictures import Pictures, pictures_of
from coach.ui.stills.shot import Shot
from coach.ui.widgets.place import FigurePlace
from tests.ui.parts import shipped
from tests.ui.pixels import colours, pixels

NOTHING_SHOWN = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from coach.ui.application import make_application
app = make_application()
from coach.ui.app import Program
from tests.ui.parts import FakeParts
program = Program(app, FakeParts())
program.window.go("today")
for _ in range(20):
    app.processEvents()
print("hidden", "numpy" in sys.modules)
program.window.show()
app.processEvents()
from coach.ui.stills.pictures import pictures_of
program.window.grab()
pictures_of(program.look).finish()
print("shown", "numpy" in sys.modules)
program.window.hide()
"""


def in_fresh_interpreter(*arguments: str) -> str:
    environ = {**os.environ, "PYTHONPATH": str(resources.package_parent())}
    result = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, env=environ, timeout=100, check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_a_hidden_window_loads_no_numpy():
    assert in_fresh_interpreter("-c", NOTHING_SHOWN).split() == ["hidden", "False", "shown", "True"]


@pytest.mark.parametrize("command", [["list"], ["show", "desk-reset"]])
def test_looking_things_up_loads_neither_qt_nor_numpy(tmp_path, monkeypatch, command):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path))
    code = (
        "import sys; from coach.cli import main; main(sys.argv[1:]);"
        " print(sorted({'PySide6', 'numpy'} & {name.split('.')[0] for name in sys.modules}))"
    )
    assert in_fresh_interpreter("-c", code, *command).splitlines()[-1] == "[]"


@pytest.fixture
def place(qtbot, look):
    widget = FigurePlace(look, width=120, height=120, figure=STANDING)
    widget.resize(120, 120)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_the_room_is_there_at_once_and_the_figure_comes(qtbot, look, place):
    pictures = pictures_of(look)
    qtbot.waitUntil(lambda: pictures.picture(Shot(STANDING, 120, 120), place) is not None)
    still = pictures.picture(Shot(STANDING, 120, 120), place)
    assert (still.width(), still.height()) == (120, 120)
    place.grab()
    assert not place._waits


def test_each_still_is_made_once(qtbot, look, place):
    pictures = pictures_of(look)
    pictures.finish()
    shot = Shot(STANDING, 120, 120)
    assert pictures.picture(shot, place).cacheKey() == pictures.picture(shot, place).cacheKey()


def test_a_new_wish_of_the_same_place_replaces_the_older(look, place):
    pictures = pictures_of(look)
    pictures.finish()
    for wide in range(100, 110):
        assert pictures.picture(Shot(STANDING, wide, 120), place) is None
    assert len(pictures._wishes) == 1
    pictures.finish()
    assert pictures.picture(Shot(STANDING, 109, 120), place) is not None


def test_what_nobody_sees_any_more_is_not_made(qtbot, look):
    pictures = Pictures(look)
    asker = QWidget()
    qtbot.addWidget(asker)
    assert pictures.picture(Shot(STANDING, 80, 80), asker) is None
    pictures.finish()
    assert pictures._kept == {}


def test_memory_is_bounded(qtbot, look, place):
    pictures = Pictures(look, budget=5 * 80 * 80 * 4)
    for wide in range(70, 80):
        pictures.picture(Shot(STANDING, wide, 80), place)
        pictures.finish()
    assert pictures._bytes <= 5 * 80 * 80 * 4
    assert pictures.picture(Shot(STANDING, 79, 80), place) is not None


@pytest.mark.parametrize("name", ["prone-cobra", "bird-dog", "open-book", "side-plank-leg-lift", "glute-bridge"])
@pytest.mark.parametrize("size", [(84, 58), (290, 132), (372, 240)])
def test_somebody_on_the_floor_fills_the_box_and_is_not_cut(qtbot, look, name, size):
    place = FigurePlace(look, width=size[0], height=size[1])
    qtbot.addWidget(place)
    place.show()
    pictures = pictures_of(look)
    shot = Shot(shipped().figures[name], *size, room=True)
    pictures.picture(shot, place)
    pictures.finish()
    image = pixels(pictures.picture(shot, place))
    high, wide = image.shape
    assert len(colours(image[0])) == 1, "nothing reaches the upper edge"
    across = (image[round(0.8 * high)] != image[-1, 0]).nonzero()[0]
    rows = [row for row in image if len(colours(row)) > 2]
    assert max((across[-1] - across[0]) / wide, len(rows) / high) > 0.4


def test_a_place_without_a_figure_keeps_the_mark(qtbot, look):
    place = FigurePlace(look, width=120, height=120)
    qtbot.addWidget(place)
    place.resize(120, 120)
    assert len(colours(pixels(place)[:120, 60])) > 3
    assert pictures_of(look)._wishes == {}


@pytest.mark.parametrize(
    ("second", "seen_from"), [(None, "side"), ((0.0, 5.0), (0.0, 5.0)), ("back", None)], ids=["side", "second", "own"]
)
def test_a_mistake_that_the_front_hides_is_seen_from_elsewhere(qapp, second, seen_from):
    from coach.ui.stills.making import _view_of_mistake

    arched = replace(shipped().figures["bruegger-relief"], view="front", second_view=second)
    assert _view_of_mistake(arched) == seen_from
    assert _view_of_mistake(replace(arched, view="side")) is None
    assert _view_of_mistake(replace(arched, wrong=None)) is None


@pytest.mark.parametrize("name", ["wall-angel", "wall-angel-sitting"])
def test_a_mistake_at_the_wall_is_seen_with_the_wall(qapp, name):
    from coach.ui.stills.making import make_still

    figure = shipped().figures[name]
    shown, level = (
        make_still(Shot(figure, 292, 262, wrong=True, view=view), "light", 1.0).toImage() for view in (None, "side")
    )
    assert shown == level


def test_nobody_on_the_floor_loses_the_head_in_a_flat_picture(qapp):
    from coach.ui.stills.making import make_still

    for name in ("push-up-plus", "side-plank", "bird-dog", "prone-cobra"):
        for share in (0.0, 1.0):
            shot = Shot(shipped().figures[name], 200, 48, share)
            bare, room = (pixels(make_still(one, "light", 1.0)) for one in (shot, Shot(STANDING, 200, 48)))
            assert (bare[0, :200] == room[0, 0]).all(), (name, share)


@pytest.mark.parametrize("size", [(84, 58), (290, 262), (372, 240)])
def test_somebody_who_lies_seen_from_above_is_in_the_middle(qapp, size):
    from coach.ui.stills.making import make_still

    image = pixels(make_still(Shot(shipped().figures["clamshell"], *size), "light", 1.0))
    rows = (image != image[0, 0]).any(axis=1).nonzero()[0]
    assert (rows[0] + rows[-1]) / 2 == pytest.approx(size[1] / 2, abs=0.06 * size[1])
