"""Text has the line heights of the look, breaks where it must, and is read as text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from coach.ui.look.typography import BODY, HERO, LARGE
from coach.ui.widgets.labels import Label
from tests.ui.pixels import pixels

SENTENCE = "Nine minutes that undo a day at the desk, in your chair and at a wall."
CAPITALS = "\U0001d400" * 8  # of two of the units in which Qt counts each


def test_wrapped_text_asks_for_the_lines_it_needs(qtbot, look):
    label = Label(look, SENTENCE, BODY, wrap=True)
    qtbot.addWidget(label)
    assert label.hasHeightForWidth()
    assert label.heightForWidth(2000) == 24
    assert label.heightForWidth(200) > label.heightForWidth(400) > 24
    assert label.heightForWidth(200) % 24 == 0


def test_text_on_one_line_is_as_wide_as_it_is(qtbot, look):
    label = Label(look, "Start", BODY)
    qtbot.addWidget(label)
    before = label.sizeHint()
    assert label.minimumSizeHint() == before
    look.set_scale(2.0)
    assert label.sizeHint().width() == pytest.approx(2 * before.width(), abs=4)


def test_text_that_may_be_cut_gives_way(qtbot, look):
    label = Label(look, SENTENCE, BODY, elide=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 60
    label.resize(100, 24)
    assert not label.grab().isNull()


@pytest.mark.parametrize("lines", [1, 2])
def test_wrapped_text_that_may_be_cut_shows_whole_lines_and_says_that_there_is_more(qtbot, look, lines):
    label = Label(look, f"{SENTENCE} {SENTENCE}", BODY, wrap=True, elide=True)
    whole = Label(look, label.text(), BODY, wrap=True)
    for each in (label, whole):
        qtbot.addWidget(each)
        each.resize(300, 24 * lines + 10)
    assert whole.heightForWidth(300) > 24 * (lines + 1)
    cut, flowing = label.grab().toImage(), whole.grab().toImage()
    ground = cut.pixelColor(299, 0)
    below = range(24 * lines, 24 * lines + 10)
    assert all(cut.pixelColor(x, y) == ground for y in below for x in range(300))
    assert any(flowing.pixelColor(x, y) != ground for y in below for x in range(300))
    assert cut.copy(0, 0, 300, 24 * (lines - 1)) == flowing.copy(0, 0, 300, 24 * (lines - 1))
    label.resize(300, whole.heightForWidth(300))
    whole.resize(label.size())
    assert label.grab().toImage() == whole.grab().toImage()


def test_a_text_is_cut_where_its_last_line_begins_though_qt_counts_some_letters_twice(qtbot, look):
    label = Label(look, f"{CAPITALS} {SENTENCE} {SENTENCE}", BODY, wrap=True, elide=True)
    qtbot.addWidget(label)
    label.resize(300, 58)
    lines = label._lines(300)
    cut = label._cut_to(lines, 2)
    assert label._lines(300, cut).lineCount() == 2
    first = label.text().encode("utf-16-le")[: 2 * lines.lineAt(1).textStart()].decode("utf-16-le")
    assert cut.startswith(first)
    assert label._lines(300, cut).lineAt(1).textStart() == lines.lineAt(1).textStart()


def test_new_lines_are_kept(qtbot, look):
    label = Label(look, "one\ntwo", BODY)
    qtbot.addWidget(label)
    assert label.sizeHint().height() == 48


@pytest.mark.parametrize(
    "align", [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight]
)
def test_text_stands_where_it_should(qtbot, look, align):
    label = Label(look, "x", LARGE, align=align)
    qtbot.addWidget(label)
    label.resize(200, 28)
    found = pixels(label)
    middle = (found != found[1, 100]).any(axis=0).nonzero()[0].mean()
    expected = {Qt.AlignmentFlag.AlignLeft: 6, Qt.AlignmentFlag.AlignHCenter: 100, Qt.AlignmentFlag.AlignRight: 194}
    assert middle == pytest.approx(expected[align], abs=6)


def test_a_screen_reader_reads_the_text(qtbot, look):
    label = Label(look, "Nothing came yet today.", BODY)
    qtbot.addWidget(label)
    read = QAccessible.queryAccessibleInterface(label)
    assert read.text(QAccessible.Text.Name) == "Nothing came yet today."
    assert read.role() == QAccessible.Role.StaticText


def test_an_empty_label_needs_no_width(qtbot, look):
    label = Label(look, "", BODY, wrap=True)
    qtbot.addWidget(label)
    label.resize(100, 24)
    assert label.sizeHint().width() <= 2
    assert label.heightForWidth(100) <= 24


def test_other_words_and_another_size_are_measured_anew(qtbot, look):
    label = Label(look, "Breathe out.", BODY, wrap=True)
    qtbot.addWidget(label)
    one, word = label.heightForWidth(100), label.minimumSizeHint().width()
    label.setText("Breathe out, and let your shoulders drop.")
    several = label.heightForWidth(100)
    assert several > one
    assert label.minimumSizeHint().width() > word
    look.set_scale(2.0)
    assert label.heightForWidth(100) > 2 * several


@pytest.mark.parametrize("wrap", [True, False])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("px", [13, 15, 16, 20, 22, 24, 30, 32, 40, 44, 56])
def test_no_letter_is_cut_at_its_head_or_foot(qtbot, look, px, scale, wrap):
    """'Worth checking.' lost the foot of its g."""
    look.set_scale(scale)
    label = Label(look, "Worth, Ångström; prüfen", HERO.sized(px), wrap=wrap)
    qtbot.addWidget(label)
    label.resize(2000, label.heightForWidth(2000) if wrap else label.sizeHint().height())
    taller = Label(look, label.text(), HERO.sized(px), align=Qt.AlignmentFlag.AlignVCenter)
    qtbot.addWidget(taller)
    taller.resize(2000, label.height() + 40)
    assert inked_rows(label) == inked_rows(taller) > px / 2


def test_the_same_words_in_another_style_have_a_size_of_their_own(qtbot, look):
    """What was measured of one label serves the next with the same words, style and size, and no other."""
    one, same, large = (Label(look, "Ten past nine, 11:11", style, wrap=True) for style in (BODY, BODY, LARGE))
    ticking = Label(look, "Ten past nine, 11:11", BODY, tabular=True)
    for label in (one, same, large, ticking):
        qtbot.addWidget(label)
    natural = one.sizeHint()
    assert same.sizeHint() == natural
    assert large.sizeHint().width() > natural.width()
    assert ticking.sizeHint().width() != natural.width()
    assert one.heightForWidth(60) > one.heightForWidth(600)
    look.set_scale(1.5)
    assert one.sizeHint().width() > natural.width()
    look.set_scale(1.0)
    assert one.sizeHint() == natural


def inked_rows(label: Label) -> int:
    """How many rows of pixels the text takes."""
    found = pixels(label)
    return int((found != found[0, -1]).any(axis=1).sum())


@pytest.mark.parametrize(
    ("text", "last_line"),
    [
        ("2 sets of 8 each side, rest 45 s", "45\u00a0s"),
        ("Back to running, stage 1", "stage\u00a01"),
        ("about 12 min", "12\u00a0min"),
        ("Two or three seats", "seats"),
        ("Anti-slouch daily; 30-second", "30\u2011second"),
        ("Rest for 30-45", "30\u201145"),
        ("The wall press-up", "up"),
    ],
)
def test_a_number_stays_with_its_word(qtbot, look, text, last_line):
    label = Label(look, text, BODY, wrap=True)
    qtbot.addWidget(label)
    layout = label._lines(label._natural_width() - 4)
    assert layout.lineCount() == 2
    line = layout.lineAt(1)
    assert layout.text()[line.textStart() : line.textStart() + line.textLength()] == last_line
    assert label.text() == text
