"""The icon as files: a picture of its own size, the same each time."""

from __future__ import annotations

from PySide6.QtGui import QImage

from coach.desktop.linux_menu import SIZES
from coach.ui.look.icon_files import icon_png


def test_each_size_is_a_picture_of_that_size(qapp):
    for side in SIZES:
        image = QImage.fromData(icon_png(side))
        assert (image.width(), image.height()) == (side, side)
        assert image.pixelColor(side // 2, side // 2).alpha() == 255
        assert image.pixelColor(0, 0).alpha() < 255
        assert icon_png(side) == icon_png(side)
