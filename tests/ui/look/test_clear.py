"""A picture to paint into is empty, and as sharp as the screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from coach.ui.look.clear import clear_picture


@pytest.mark.parametrize(("ratio", "device"), [(1.0, (101, 40)), (1.5, (152, 60)), (2.0, (202, 80))])
def test_it_is_clear_and_has_the_screens_pixels(qapp: QApplication, ratio: float, device: tuple[int, int]) -> None:
    picture = clear_picture(101, 40, ratio)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (*device, ratio)
    assert picture.toImage().pixelColor(0, 0).alpha() == 0
    assert picture.deviceIndependentSize().height() == 40
