"""The ring shows what it is told, and repaints only for what can be seen."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QColor, QFontMetricsF

from coach.ui.look.typography import LABEL, LARGE, RING_NUMBER, TextStyle, ladder
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.fit import block_font, line_font, lines_of, whole_lines, wrapped_height
from coach.ui.widgets.ring import Ring
from tests.ui.painted import left_over, painted


def pixel(ring: Ring, x: float, y: float) -> QColor:
    """The colour at a share of the width and height."""
    image = ring.grab().toImage()
    return image.pixelColor(round(x * (image.width() - 1)), round(y * (image.height() - 1)))


@pytest.mark.parametrize(
    ("share", "right", "bottom", "left"),
    [
        (0.0, False, False, False),
        (0.3, True, False, False),
        (0.55, True, True, False),
        (0.8, True, True, True),
        (1.0, True, True, True),
    ],
)
def test_arc_runs_clockwise_from_the_top(qtbot, look, share, right, bottom, left):
    ring = Ring(look, 200, 20)
    qtbot.addWidget(ring)
    ring.tell(share, "")
    places = {(0.95, 0.5): right, (0.5, 0.95): bottom, (0.05, 0.5): left}
    for place, is_filled in places.items():
        assert (pixel(ring, *place) == look.theme.accent) is is_filled, place


def test_shares_beyond_the_ends_are_brought_inside(qtbot, look):
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.tell(1.7, "1")
    assert ring.share == 1.0
    ring.tell(-3, "1")
    assert ring.share == 0.0


def test_a_screen_reader_hears_number_and_word(qtbot, look):
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.tell(0.5, "24", "Slide up")
    assert ring.accessibleName() == "24 Slide up"


def test_a_screen_reader_hears_which_count_is_whose(qtbot, look):
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.tell(0.5, "51", "Hold", "3", "left")
    assert ring.accessibleName() == "51 left Hold 3"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_of_its_texts_stay_inside_it(qtbot, qapp, scale):
    for diameter in (176, 248, 440):
        ring = Ring(WindowLook("light", scale, reduced_motion=True))
        qtbot.addWidget(ring)
        ring.set_diameter(diameter)
        ring.tell(0.0, "1:04:59", "Mit gestrecktem Arm hinaus", "12", "übrig")
        image = ring.grab().toImage()
        middle, inner = image.width() / 2, 0.5 * image.width() * (1 - 2 * 20 / 248) - 1
        outside = [
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if inner < math.hypot(x - middle, y - middle) < inner + 3 and image.pixelColor(x, y) == ring._look.theme.ink
        ]
        assert outside == []


def test_one_that_stands_still_has_no_ember(qtbot, look):
    ring = Ring(look, 200, 20)
    qtbot.addWidget(ring)
    ring.tell(0.6, "18", "Paused", is_still=True)
    assert pixel(ring, 0.95, 0.5) == look.theme.edge
    ring.tell(0.6, "18", "Hold")
    assert pixel(ring, 0.95, 0.5) == look.theme.accent


def test_what_cannot_be_seen_is_not_taken_up(qtbot, look):
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.tell(0.5, "24", "Hold")
    ring.tell(0.50001, "24", "Hold")
    assert ring.share == 0.5
    ring.tell(0.49, "24", "Hold")
    assert ring.share == 0.49


@pytest.mark.parametrize("text", ["8", "24", "10:00", "1:02:00", "Ready?", "repetitions"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_line_fits_its_width(qapp, text, scale):
    big = WindowLook("light", scale, reduced_motion=True)
    font = line_font(big, text, RING_NUMBER, 180)
    assert QFontMetricsF(font).horizontalAdvance(text) <= 182


def test_a_block_takes_the_first_size_that_fits(look):
    text = "Keep your low back, shoulders and head in touch with the wall."
    font, high = block_font(look, text, ladder(TextStyle(40, 600), 30, 20, 12), 300, 80)
    assert high <= 80
    assert font.pixelSize() < 40
    assert wrapped_height(look.font(TextStyle(40, 600)), text, 300) > 80


def test_lines_break_at_words(look):
    font = look.font(LARGE.semibold)
    lines = lines_of(font, "Thoracic extension over a chair", 180)
    assert " ".join(lines) == "Thoracic extension over a chair"
    assert len(lines) > 1
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 180 for line in lines)


def test_what_does_not_fit_ends_with_a_whole_line(look):
    font = look.font(LABEL.bold)
    one = QFontMetricsF(font).lineSpacing()
    text = "Sit tall, arms crossed, knees forward. Turn your breastbone to one side, pause, then the other."
    assert " ".join(whole_lines(font, text, 200, 20 * one)) == text
    cut = whole_lines(font, text, 200, 2 * one + 5)
    assert len(cut) == 2
    assert cut[-1].endswith("…")
    assert len(whole_lines(font, text, 200, 3.0)) == 1


def test_a_screen_reader_hears_what_the_number_counts(qtbot, look):
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.tell(0.5, "20", "Glide back", told="20 seconds")
    assert ring.accessibleName() == "20 seconds Glide back"


def test_only_the_end_of_the_arc_is_painted_as_it_moves(qtbot, look):
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.show()
    ring.tell(0.99, "24", "Slide up", "3", "left")
    ring.grab()
    for step in range(98, 0, -1):
        with painted(ring) as found:
            ring.tell(step / 100, "24", "Slide up", "3", "left")
        assert 0 < found.pixels[ring] < ring.width() * ring.height() / 12
    # the edge of an arc is a little other with each of its lengths: its colour is 130 steps from what is beside it
    assert left_over(ring) < 70


def test_other_words_are_painted_whole(qtbot, look):
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.show()
    ring.tell(0.5, "24", "Slide up")
    ring.grab()
    ring.tell(0.49, "23", "Slide down", "2", "left")
    assert left_over(ring) == 0
