"""Shadows: darkest near the card, gone at their reach, none in high contrast."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from coach.ui.look.soft_shadow import CARD, REACH, paint_shadow
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card, Shadow
from coach.ui.widgets.field import Field
from coach.ui.widgets.focus import FocusRing


def shadow_of(color: QColor) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_shadow(painter, QRectF(60, 60, 80, 80), 20, color, CARD)
    painter.end()
    return image


def test_a_shadow_fades_with_the_distance(qapp):
    image = shadow_of(QColor(0, 0, 0, 60))
    below = [image.pixelColor(100, y).lightness() for y in range(141, 175, 3)]
    assert below == sorted(below)
    assert below[0] < 250
    assert image.pixelColor(100, 140 + REACH + 2).lightness() == 255
    assert image.pixelColor(5, 5).lightness() == 255


def test_what_a_surface_hides_is_not_painted(qapp):
    """It would be nearly all of the work; right under the edge, where the surface is smooth, it is there."""
    image = shadow_of(QColor(0, 0, 0, 60))
    assert image.pixelColor(100, 100).lightness() == 255
    assert all(image.pixelColor(100, y).lightness() < 255 for y in (60, 62, 137, 139))
    assert all(image.pixelColor(x, 100).lightness() < 255 for x in (60, 62, 137, 139))


def test_high_contrast_throws_none(qapp):
    image = shadow_of(QColor(0, 0, 0, 0))
    assert all(image.pixelColor(100, y).lightness() == 255 for y in range(0, 200, 7))


def test_an_object_that_python_has_emptied_watches_nothing(qtbot, look):
    """At the end Python may take an object's attributes away while Qt still sends it events."""
    window = QWidget()
    qtbot.addWidget(window)
    card = Card(look, parent=window)
    button = Button(look, "Start", "primary", parent=window)
    field = Field(look, "Search", parent=window)
    edit = field.edit
    assert button.focus_ring is not None  # made when it is asked for
    watchers = [*window.findChildren(Shadow), *window.findChildren(FocusRing), field]
    assert {type(watcher) for watcher in watchers} == {Shadow, FocusRing, Field}
    for watcher in watchers:
        watcher.__dict__.clear()
    for watcher in watchers:
        for watched in (window, card, button, edit):
            for kind in (QEvent.Type.Move, QEvent.Type.Paint, QEvent.Type.FocusOut, QEvent.Type.ParentChange):
                assert watcher.eventFilter(watched, QEvent(kind)) is False
