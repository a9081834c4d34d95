"""The rail: where the person is, and what the desk says."""

from __future__ import annotations

import pytest

from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.rail import DeskStatusBox, Rail
from coach.ui.words.desk import desk_view


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6, 2.0])
@pytest.mark.parametrize("seconds", [30, 600, 1770, 1799, 3599, 7200, 40_000, 90_000, 400_000])
def test_what_the_rail_says_of_the_desk_is_not_cut(qtbot, parts, scale, seconds):
    rail = Rail(WindowLook("light", scale))
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 750)
    rail.show()
    said = []
    parts.desk.pause(seconds)
    said.append(desk_view(parts).rail)
    parts.desk.pause(None)
    said.append(desk_view(parts).rail)
    parts.desk.resume()
    said.append(desk_view(parts).rail)
    parts.clock.pass_time(seconds)
    parts.desk.tick()
    view = desk_view(parts)
    said += [view.rail, view.at_desk]
    status = rail.findChild(DeskStatusBox)
    assert [line for line in said if status.shown(line) != line] == []
