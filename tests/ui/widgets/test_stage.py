"""The stage and the tempo line."""

from __future__ import annotations

import pytest

from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.caption import Caption
from coach.ui.widgets.stage import Stage
from coach.ui.widgets.tempo import Tempo, smootherstep
from coach.ui.words.stage_scene import StageScene

PHASES = (("move", "Slide up", 2.0), ("hold", "Hold", 1.0), ("back", "Back", 2.0))
STEPS = ("Stand with your back to the wall.", "Slide your arms up, slowly.", "Slide them down again.")


def test_smootherstep_rests_at_both_ends():
    assert smootherstep(0) == 0
    assert smootherstep(1) == 1
    assert smootherstep(0.5) == pytest.approx(0.5)
    assert smootherstep(0.02) < 0.001


@pytest.mark.parametrize("size", [(688, 466), (430, 336), (240, 180)])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_it_paints_every_scene_in_every_theme(qtbot, size, theme):
    look = WindowLook(theme, 1.0, reduced_motion=True)
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.resize(*size)
    stage.show()
    for scene in (
        StageScene(lines=STEPS, chip=(("brick",), "Wall"), phases=PHASES),
        StageScene(overline="Paused", title="Take your time.", lines=("Space goes on.",), is_numbered=False),
        StageScene(title="Lie face down."),
        StageScene(),
    ):
        stage.show_scene(scene)
        stage.set_caption("Slow as paint. " * 3)
        stage.tell("move", 0.4)
        image = stage.grab().toImage()
        assert image.pixelColor(size[0] // 2, 3) in (look.theme.stage, look.theme.line)


def test_a_screen_reader_gets_the_scene_and_the_caption(qtbot, look):
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.show_scene(StageScene(overline="Coming up", title="Plank", lines=("Elbows under the shoulders.",)))
    stage.set_caption("Push away.")
    assert stage.accessibleName() == "Coming up. Plank. Elbows under the shoulders."
    assert stage.accessibleDescription() == "Push away."


def test_the_tempo_gives_way_to_a_long_caption(qtbot, look):
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.resize(688, 466)
    stage.show()
    stage.show_scene(StageScene(lines=STEPS, phases=PHASES))
    tempo = stage.findChild(Tempo)
    assert tempo.isVisible()
    stage.set_caption("A sentence that goes on and on, and then some more of it. " * 5)
    assert not tempo.isVisible()


@pytest.mark.parametrize("size", [(688, 466), (430, 336)])
def test_a_long_caption_does_not_cover_the_steps(qtbot, look, size):
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.resize(*size)
    stage.show_scene(StageScene(lines=STEPS))
    stage.set_caption("A sentence that goes on and on, and then some more of it. " * 3)
    assert stage.findChild(Caption).geometry().top() >= stage._floor_y() - 13  # where the last step may end


def test_of_a_plate_only_what_is_asked_for_is_painted(qtbot, look, monkeypatch):
    caption = Caption(look)
    qtbot.addWidget(caption)
    caption.resize(500, 80)
    caption.set_text("Slow as paint.")  # shows it
    qtbot.waitUntil(lambda: caption._words_in != caption.rect())
    written = []
    monkeypatch.setattr("coach.ui.widgets.caption.write", lambda *given: written.append(given[3]))
    caption.repaint(0, 0, 500, 4)
    assert not written
    caption.repaint(0, 0, 500, 40)
    assert written == ["Slow as paint."]
    written.clear()
    caption.set_text("Halfway.")
    caption.repaint(0, 0, 500, 4)
    assert written == ["Halfway."]


def test_reduced_motion_does_not_flash(qtbot, look):
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.flash()
    assert stage._flash.state() == stage._flash.State.Stopped


def test_the_edge_flashes_once(qtbot):
    moving = WindowLook("light", 1.0, reduced_motion=False)
    stage = Stage(moving)
    qtbot.addWidget(stage)
    stage.show()
    stage.flash()
    assert stage._flash.state() == stage._flash.State.Running
    qtbot.waitUntil(lambda: stage._glow == 0.0 and stage._flash.state() == stage._flash.State.Stopped)
