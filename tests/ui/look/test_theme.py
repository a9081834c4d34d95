"""Colours that can be read, sizes within limits, and one signal for every change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from coach.ui.look import fonts, window_look
from coach.ui.look.theme import Theme
from coach.ui.look.typography import BODY, HERO, TextStyle
from coach.ui.look.window_look import WindowLook

TEXT = [
    ("ink", "paper"), ("ink", "card"), ("ink", "stage"), ("ink", "floor"), ("ink", "sunk"), ("ink", "asoft"),
    ("ink2", "paper"), ("ink2", "card"), ("ink2", "stage"), ("ink2", "floor"), ("ink2", "sunk"),
    ("ink3", "paper"), ("ink3", "card"), ("ink3", "stage"), ("ink3", "sunk"),
    ("atext", "paper"), ("atext", "card"), ("atext", "stage"), ("atext", "floor"), ("atext", "asoft"),
    ("on", "accent"), ("onpine", "pine"), ("pine", "psoft"), ("warn", "wsoft"), ("paper", "ink"),
]  # fmt: skip
EDGES = [("edge", "paper"), ("edge", "card"), ("accent", "card"), ("pine", "card"), ("focus", "paper")]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2 contrast ratio."""

    def luminance(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(name, ink, ground):
    theme = Theme.named(name)
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_borders_that_carry_meaning_can_be_seen(name, edge, ground):
    theme = Theme.named(name)
    assert contrast(getattr(theme, edge), getattr(theme, ground)) >= 3.0


@pytest.mark.parametrize(("asked", "given"), [(0.5, 1.0), (1.0, 1.0), (1.5, 1.5), (2.0, 2.0), (7, 2.0)])
def test_the_text_size_stays_within_its_limits(look, asked, given):
    look.set_scale(asked)
    assert look.scale == given
    assert look.px(10) == round(10 * given)


def test_every_change_is_told_once_and_no_change_never(look):
    told = []
    look.changed.connect(lambda: told.append(look.theme.name))
    look.set_theme("light")
    look.set_scale(1.0)
    look.set_reduced_motion(True)
    assert told == []
    look.set_theme("dark")
    look.set_scale(2.0)
    look.set_reduced_motion(False)
    assert told == ["dark"] * 3


def test_an_unknown_theme_is_the_systems(qapp):
    look = WindowLook("mauve")
    assert look.theme.name in ("light", "dark")
    assert look.wanted == "mauve"


def test_fonts_grow_with_the_text_size(look):
    assert look.font(BODY).pixelSize() == 15
    look.set_scale(2.0)
    assert look.font(BODY).pixelSize() == 30
    assert look.font(TextStyle(15, 700, -0.03)).letterSpacing() == pytest.approx(-0.9, abs=0.02)


def test_without_the_font_package_the_systems_serves(qapp, monkeypatch):
    monkeypatch.setattr(fonts, "find_spec", lambda _name: None)
    typeface = fonts.load_typeface()
    assert typeface == fonts.Typeface(None)
    font = typeface.font(20, 700, 0.0, tabular=True)
    assert (font.pixelSize(), font.weight()) == (20, 700)


def test_a_package_without_its_file_is_none(qapp, monkeypatch, tmp_path):
    (tmp_path / "empty.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(fonts, "_PACKAGE", "empty")
    assert fonts.load_typeface() == fonts.Typeface(None)


def test_the_weight_changes_what_is_drawn(look):
    from PySide6.QtGui import QFontMetricsF

    if look._typeface.family is None:
        pytest.skip("the package fontpkg-manrope is not installed")
    light, heavy = (QFontMetricsF(look.font(TextStyle(40, weight))).horizontalAdvance("Start") for weight in (400, 800))
    assert heavy > light
    ticking = QFontMetricsF(look.font(HERO, tabular=True))
    assert ticking.horizontalAdvance("1") == ticking.horizontalAdvance("8")


def test_who_left_it_to_the_system_gets_the_contrast_that_it_asks_for(qapp, monkeypatch):
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        pytest.skip("Qt tells of the contrast that the system asks for from 6.10 on")
    look, chosen = WindowLook("system"), WindowLook("light")
    changed = []
    look.changed.connect(lambda: changed.append(look.theme.name))
    monkeypatch.setattr(window_look, "system_theme_name", lambda: "contrast")
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert changed == ["contrast"]
    assert chosen.theme.name == "light", "what somebody chose stays"
