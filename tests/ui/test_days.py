"""The days of Today that pictures are made of: each is what its name says, every time."""

from __future__ import annotations

import pytest

from coach.today.agenda import Today
from coach.today.keeping import Adherence
from coach.today.safety import AfterPain
from coach.ui.days import DAYS
from coach.ui.render import _RehearsalClock
from tests.beside import every_day
from tests.ui.parts import TUESDAY, FakeParts

IS_SO = {
    "today-planned": lambda found: {item.state for item in found.items} == {"done", "due"},
    "today-done": lambda found: {item.state for item in found.items} == {"done"},
    "today-sore": lambda found: found.sore is not None and found.questions is None,
    "today-little": lambda found: any(
        isinstance(item.why.why, Adherence) for item in found.items if item.state == "offered"
    ),
    "today-locked": lambda found: found.locked is not None,
    "today-hurt": lambda found: found.see_someone is not None and isinstance(found.questions, AfterPain),
}


@pytest.mark.parametrize("name", every_day(("today-locked", "today-hurt"), DAYS))
def test_a_day_is_what_it_is_called(name):
    clock = _RehearsalClock(TUESDAY)
    parts = FakeParts(clock=clock)
    DAYS[name](parts, clock)
    found: Today = parts.today()
    assert found.plan is not None
    assert not found.plan.is_over
    assert IS_SO[name](found), found
