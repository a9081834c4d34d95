"""Every page of coach/ui/pages in every look: nothing cut, every control reachable and named, whatever there is."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from coach.content.model import Coaching, Safety
from coach.content.problem import Problem
from coach.ui.routes import ROUTES, Shown
from tests.beside import every_day
from tests.ui.parts import shipped
from tests.ui.seeing import an_id_for, button, faults, texts

PAGES = list(ROUTES)
PLACES = [name for name, route in ROUTES.items() if not route.within]

EVERY_DAY = ("progress", "settings", "reminder")
"""What is longest, what has one of everything, and a form that saves."""

SIZES = [  # besides 1180 by 760, in which each theme is looked at
    (800, 560, 2.0),
    *every_day((), ((800, 560, 1.0), (1700, 1000, 1.0), (1180, 760, 2.0)), of_several=True),
]


def go(window, page: str) -> Shown:
    window.go(page, an_id_for(page))
    return window.pages[page]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("page", every_day(EVERY_DAY, PAGES))
def test_nothing_is_cut(qtbot, lived_in, window, page, width, height, scale):
    window.look.set_scale(scale)
    window.resize(width, height)
    shown = go(window, page)
    assert faults(shown) == []
    assert shown.accessibleName()
    assert texts(shown)


@pytest.mark.parametrize(
    ("name", "width", "height", "scale"),
    [("bruegger-relief", 1180, 760, 1.0), ("band-external-rotation-one-arm", 800, 560, 2.0)],
    ids=["a long mistake", "a long name"],
)
def test_an_exercise_with_long_words_is_whole(window, name, width, height, scale):
    window.look.set_scale(scale)
    window.resize(width, height)
    window.go("exercise", name)
    assert faults(window.pages["exercise"]) == []


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height", "scale"), [(1180, 760, 1.0), *SIZES])
def test_nothing_is_cut_on_any_page_of_the_library(window, width, height, scale):
    window.look.set_scale(scale)
    window.resize(width, height)
    library, found = shipped(), {}
    for page, names in (("exercise", library.exercises), ("routine", library.routines), ("plan", library.plans)):
        for name in names:
            window.go(page, name)
            found[page, name] = faults(window.pages[page])
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize(
    ("page", "theme"),
    every_day([("progress", "dark")], product(PAGES, ("dark", "contrast")), of_several=True),
)
def test_every_page_is_whole_and_has_every_theme(qtbot, lived_in, window, page, theme):
    shown = go(window, page)
    assert faults(shown) == []
    assert shown.accessibleName()
    assert texts(shown)
    light = shown.grab().toImage()
    window.look.set_theme(theme)
    assert go(window, page) is shown
    assert window.grab().toImage().pixelColor(2, 2) == window.look.theme.paper
    assert shown.grab().toImage() != light


@pytest.mark.parametrize("page", every_day(("today", *EVERY_DAY), PAGES))
def test_the_first_day_is_not_empty_paper_and_called_what_its_heading_says(window, page):
    shown = go(window, page)
    said = texts(shown)
    assert len(said) >= 2
    assert faults(shown) == []
    assert shown.accessibleName() == shown.title
    assert shown.title in said or page in ("today", "walltest")  # whose heading is today's, and the test's own
    assert window.windowTitle() == f"{shown.title} - Posture Coach"


@pytest.mark.parametrize("page", every_day(("today", "routines", "learn"), PLACES))
def test_an_empty_library_is_said_so(window, page):
    window.parts.library.catalogue = replace(
        shipped(), exercises={}, routines={}, tests={}, reminders={}, lessons={}, areas={}, sources={},
        coaching=Coaching({}), safety=Safety({}, ()), problems=(),
    )  # fmt: skip
    window.go(page)
    shown = window.pages[page]
    assert texts(shown)
    assert faults(shown) == []


@pytest.mark.parametrize(("page", "sentence"), [("routine", "This routine"), ("exercise", "This exercise")])
def test_what_is_gone_is_said_and_leads_back(qtbot, window, page, sentence):
    window.go("routines")
    window.go(page, "gone")
    assert any(text.startswith(sentence) for text in texts(window.pages[page]))
    assert window.pages[page].accessibleName().startswith(sentence)
    button(window.pages[page], "Routines").click()
    assert window.page == "routines"


def test_a_lesson_gives_the_page_and_the_window_its_name(window):
    window.go("learn")
    learn = window.pages["learn"]
    lesson = next(iter(shipped().lessons.values()))
    title = str(lesson.title)
    learn.open_lesson(lesson.id)
    assert (learn.accessibleName(), window.windowTitle()) == (title, f"{title} - Posture Coach")
    learn.open_lesson("")
    assert (learn.accessibleName(), window.windowTitle()) == ("Learn", "Learn - Posture Coach")


def test_a_broken_file_is_named_and_hides_nothing(window):
    problem = Problem(Path("guided/mine.yaml"), 7, 11, "1:30 is not a length of time; write 1m30s")
    window.parts.library.catalogue = replace(shipped(), problems=(problem,) * 6)
    window.go("routines")
    shown = texts(window.pages["routines"])
    assert "6 problems in your files" in shown
    assert "guided/mine.yaml:7:11: 1:30 is not a length of time; write 1m30s" in shown
    assert str(next(iter(shipped().routines.values())).title) in shown


BROKEN = "every 1 minute is not a length of time; write 1m"


BROKEN_FILES = {
    ("reminders", ""): ["reminders/mine.yaml"],
    ("learn", ""): ["lessons/mine.md", "lessons/de/mine.md"],
    ("walltest", ""): ["tests/wall-test.yaml", "areas.yaml"],
    ("plan", "eight-weeks"): ["plans/eight-weeks.yaml"],
    ("routine", "desk-reset"): ["guided/desk-reset.yaml"],
    ("routine", "upper-back-strength@eight-weeks.1"): ["guided/upper-back-strength.yaml"],
    ("exercise", "chin-tuck"): ["exercises/chin-tuck.yaml", "figures/chin-tuck.yaml"],
    ("exercise", "nobodys"): ["exercises/nobodys.yaml"],
}
"""By the page that each is about."""


def test_a_broken_file_is_named_on_the_page_that_it_is_about_and_on_no_other(window):
    """Alone, and where others are broken, too."""
    each = [(file, place) for place, files in BROKEN_FILES.items() for file in files]
    for file, place in each:
        window.parts.library.catalogue = replace(shipped(), problems=(Problem(Path("mine") / file, 3, 8, BROKEN),))
        window.go(*place)
        assert f"mine/{file}:3:8: {BROKEN}" in texts(window.pages[place[0]])
        assert faults(window.pages[place[0]]) == [], file
    every = tuple(Problem(Path("mine") / file, 3, 8, BROKEN) for file, _ in each)
    window.parts.library.catalogue = replace(shipped(), problems=every)
    for place, files in BROKEN_FILES.items():
        window.go(*place)
        named = [text for text in texts(window.pages[place[0]]) if BROKEN in text]
        assert sorted(named) == sorted(f"mine/{file}:3:8: {BROKEN}" for file in files), place


def test_a_file_that_is_mended_is_named_no_longer(window):
    window.parts.library.catalogue = replace(shipped(), problems=(Problem(Path("reminders/mine.yaml"), 3, 8, BROKEN),))
    window.go("reminders")
    assert "A file has a problem" in texts(window.pages["reminders"])
    window.parts.library.catalogue = shipped()
    window.go("reminders")
    assert "A file has a problem" not in texts(window.pages["reminders"])
