"""What a shape of a graph stands for."""

from __future__ import annotations

from coach.ui.widgets.key import Key


def test_shapes_look_different_and_words_have_room(qtbot, look):
    keys = [Key(look, shape, "accent", "pain") for shape in ("dot", "bar", "ground")]
    for key in keys:
        qtbot.addWidget(key)
        key.resize(key.sizeHint())
    pictures = [key.grab().toImage() for key in keys]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    before = keys[0].sizeHint().width()
    look.set_scale(2.0)
    assert keys[0].sizeHint().width() > before
