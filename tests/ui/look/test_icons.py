"""Every icon draws something, within its frame, in the colour asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from coach.content.kinds.first_keys import NEEDS
from coach.content.kinds.reminder import ICON
from coach.ui.look import icons
from coach.ui.look.mark import mark_bounds
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.rail import NavItem
from coach.ui.words.common import NEED_ICONS, need, need_icon
from tests.ui.pixels import colours, pixels

SIDE = 48


def painted(paint) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        paint(painter)
    finally:
        painter.end()
    return image


def opaque_colours(image: QImage) -> set[str]:
    found = pixels(image)
    return colours(found[found >> 24 == 255])


@pytest.mark.parametrize("name", sorted(icons.NAMES))
def test_an_icon_draws_in_its_colour_and_stays_within(qapp, name):
    box = QRectF(4, 4, 40, 40)
    image = painted(lambda painter: icons.paint_icon(painter, name, box, QColor("#CB4315")))
    assert "#cb4315" in opaque_colours(image)
    alpha = pixels(image) >> 24
    assert max(edge.max() for edge in (alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1])) == 0


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(LookupError, match=r"no icon 'unicorn': draw it in coach/ui/look/icon_shapes.py"):
        painted(lambda painter: icons.paint_icon(painter, "unicorn", QRectF(0, 0, 20, 20), QColor("red")))


@pytest.mark.parametrize(
    "make",
    [
        lambda look: NavItem(look, "unicorn", "Unicorns", "Horns", 8),
        lambda look: Button(look, "Ride", icon="unicorn"),
        lambda look: Button(look, "Ride", trailing="unicorn"),
        lambda look: Button(look, "Ride").set_icon("unicorn"),
        lambda look: RoundButton(look, "unicorn", "Ride"),
        lambda look: RoundButton(look, "play", "Ride").set_icon("unicorn"),
        lambda look: Chip(look, "Ridden", "unicorn"),
        lambda look: Chip(look, "Ridden").set_kind("state", "unicorn"),
    ],
)
def test_a_widget_refuses_an_unknown_icon_as_it_is_told_not_as_it_paints(look, make):
    """What is raised in a paint event ends the process, and no test can say why."""
    with pytest.raises(LookupError, match="no icon 'unicorn'"):
        make(look)


def test_icons_of_one_name_differ_by_colour_and_width(qapp):
    def icon(colour: str, width: float) -> QImage:
        return painted(lambda p: icons.paint_icon(p, "clock", QRectF(0, 0, 48, 48), QColor(colour), width))

    assert icon("red", 1.8) == icon("red", 1.8)
    assert icon("red", 1.8) != icon("red", 2.4)
    assert icon("red", 1.8) != icon("blue", 1.8)


def test_a_qicon_is_sharp_on_dense_screens(qapp):
    made = icons.icon("play", 20, QColor("black"))
    assert sorted(size.width() for size in made.availableSizes()) == [20, 40, 60]


def test_the_programs_icon_has_all_usual_sizes(qapp):
    assert {16, 24, 32, 48, 256} <= {size.width() for size in icons.app_icon().availableSizes()}


def test_the_mark_covers_what_it_says(qapp):
    image = painted(lambda p: icons.paint_mark(p, QRectF(0, 0, SIDE, SIDE), QColor("black"), QColor("red")))
    told = mark_bounds(SIDE)
    rows, columns = (pixels(image) >> 24 > 128).nonzero()
    assert columns.min() == pytest.approx(told.left(), abs=1.5)
    assert rows.max() == pytest.approx(told.bottom(), abs=1.5)
    assert {"#000000", "#ff0000"} <= opaque_colours(image)


def test_every_icon_that_a_reminder_may_name_is_there():
    assert set(ICON.words) <= icons.NAMES


def test_every_need_has_an_icon():
    assert set(NEED_ICONS.values()) <= icons.NAMES


def test_every_need_that_a_file_may_name_has_a_word_and_an_icon_of_its_own():
    assert set(NEED_ICONS) == set(NEEDS.item.words)
    assert len(set(NEED_ICONS.values())) == len(NEED_ICONS)
    assert (need("foam-roller"), need_icon("foam-roller")) == ("Foam roller", "roller")
    assert (need("space-hopper"), need_icon("space-hopper")) == ("Space hopper", "info")
