"""The wall test's parts as a row."""

from __future__ import annotations

from coach.ui.widgets.teststeps import TestSteps


def empty_beside(steps: TestSteps, width: int) -> tuple[int, int]:
    """Empty pixels left and right of what is painted."""
    steps.resize(width, steps.height())
    picture = steps.grab().toImage()
    ground = picture.pixel(0, 0)
    painted = [x for x in range(width) if any(picture.pixel(x, y) != ground for y in range(picture.height()))]
    return painted[0], width - 1 - painted[-1]


def test_beside_a_title_it_ends_at_the_right_and_below_one_it_begins_at_the_left(qtbot, look):
    steps = TestSteps(look)
    qtbot.addWidget(steps)
    steps.tell(("Contact", "Hold", "Carry-over", "Tension"), 0)
    left, right = empty_beside(steps, 700)
    assert right < 8 < left
    left, right = empty_beside(steps, 330)  # the current name alone
    assert left < 4 < right
