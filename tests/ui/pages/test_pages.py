"""Every page in every look: nothing cut, every control reachable and named, whatever the library and the past hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from coach.content.model import Coaching, Lesson, Safety, Text
from coach.content.problem import Problem
from coach.session.timeline import Interval
from coach.ui.pages.page import Page
from coach.ui.pages.plan import PlanCard
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.ring import Ring
from coach.ui.widgets.week import Week
from tests.ui.parts import FakeParts, shipped
from tests.ui.seeing import button, faults, texts

PAGES = ["today", "routines", "routine", "exercise", "reminders", "progress", "learn", "settings"]
SIZES = [
    (1180, 760, 1.0),
    (800, 560, 2.0),
    *(pytest.param(*size, marks=pytest.mark.slow) for size in ((800, 560, 1.0), (1700, 1000, 1.0), (1180, 760, 2.0))),
]


def argument(parts, page: str) -> str:
    kinds = {"routine": "routines", "exercise": "exercises"}
    return next(iter(getattr(parts.library.catalogue, kinds[page]))) if page in kinds else ""


def go(window, page: str) -> Page:
    window.go(page, argument(window.parts, page))
    return window.pages[page]


@pytest.fixture
def lived_in(parts) -> FakeParts:
    """Parts with a past: sessions, tests, a reminder."""
    catalogue = parts.library.catalogue
    for number, target in enumerate(catalogue.routines):
        parts.finish(target, days_ago=number, minutes=5)
    parts.tested(days_ago=9, hold=19)
    parts.tested(days_ago=2, hold=24)
    for _ in range(80):
        parts.clock.pass_time(30)
        parts.desk.tick()
    return parts


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("page", PAGES)
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


def test_the_ring_on_today_grows_with_its_number(lived_in, window):
    window.look.set_scale(2.0)
    assert go(window, "today").findChildren(Ring)[-1].width() == 184


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_cut_on_any_page_of_the_library(window, width, height, scale):
    window.look.set_scale(scale)
    window.resize(width, height)
    library, found = shipped(), {}
    for page, names in (("exercise", library.exercises), ("routine", library.routines), ("plan", library.plans)):
        for name in names:
            window.go(page, name)
            found[page, name] = faults(window.pages[page])
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("theme", ["dark", pytest.param("contrast", marks=pytest.mark.slow)])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_every_theme(qtbot, lived_in, window, page, theme):
    light = go(window, page).grab().toImage()
    window.look.set_theme(theme)
    shown = go(window, page)
    assert window.grab().toImage().pixelColor(2, 2) == window.look.theme.paper
    assert shown.grab().toImage() != light


@pytest.mark.parametrize("page", PAGES)
def test_the_first_day_is_not_empty_paper(window, page):
    shown = go(window, page)
    assert len(texts(shown)) >= 2
    assert faults(shown) == []


@pytest.mark.parametrize("page", ["today", "walltest", "routines", "reminders", "progress", "learn", "settings"])
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
    button(window.pages[page], "Routines").click()
    assert window.page == "routines"


def test_a_broken_file_is_named_and_hides_nothing(window):
    problem = Problem(Path("guided/mine.yaml"), 7, 11, "1:30 is not a length of time; write 1m30s")
    window.parts.library.catalogue = replace(shipped(), problems=(problem,) * 6)
    window.go("routines")
    shown = texts(window.pages["routines"])
    assert "6 problems in your files" in shown
    assert "guided/mine.yaml:7:11: 1:30 is not a length of time; write 1m30s" in shown
    assert str(next(iter(shipped().routines.values())).title) in shown


BROKEN = "every 1 minute is not a length of time; write 1m"


@pytest.mark.parametrize(
    ("file", "page", "argument"),
    [
        ("reminders/mine.yaml", "reminders", ""),
        ("lessons/mine.md", "learn", ""),
        ("lessons/de/mine.md", "learn", ""),
        ("tests/wall-test.yaml", "walltest", ""),
        ("areas.yaml", "walltest", ""),
        ("plans/eight-weeks.yaml", "plan", "eight-weeks"),
        ("guided/desk-reset.yaml", "routine", "desk-reset"),
        ("guided/upper-back-strength.yaml", "routine", "upper-back-strength@eight-weeks.1"),
        ("exercises/chin-tuck.yaml", "exercise", "chin-tuck"),
        ("figures/chin-tuck.yaml", "exercise", "chin-tuck"),
        ("exercises/nobodys.yaml", "exercise", "nobodys"),
    ],
)
def test_a_broken_file_is_named_on_the_page_that_it_is_about(window, file, page, argument):
    window.parts.library.catalogue = replace(shipped(), problems=(Problem(Path("mine") / file, 3, 8, BROKEN),))
    window.go(page, argument)
    assert f"mine/{file}:3:8: {BROKEN}" in texts(window.pages[page])
    assert faults(window.pages[page]) == []
    for other, elsewhere in (("reminders", ""), ("learn", ""), ("walltest", ""), ("plan", "eight-weeks")):
        window.go(other, elsewhere)
        assert other == page or BROKEN not in " ".join(texts(window.pages[other])), other


def test_a_file_that_is_mended_is_named_no_longer(window):
    window.parts.library.catalogue = replace(shipped(), problems=(Problem(Path("reminders/mine.yaml"), 3, 8, BROKEN),))
    window.go("reminders")
    assert "A file has a problem" in texts(window.pages["reminders"])
    window.parts.library.catalogue = shipped()
    window.go("reminders")
    assert "A file has a problem" not in texts(window.pages["reminders"])


# --- the gallery ---


def cards(window) -> list[str]:
    """The routines of the gallery; a plan may stand behind them."""
    gallery = window.pages["routines"]._gallery
    shown = [gallery.itemAt(n).widget() for n in range(gallery.count())]
    return [card.accessibleName().split(". ")[0] for card in shown if not isinstance(card, PlanCard)]


def test_the_gallery_shows_all_and_narrows_by_goal(window):
    window.go("routines")
    every = {str(routine.title) for routine in shipped().routines.values()}
    assert set(cards(window)) == every
    goal = next(iter(shipped().routines.values())).goal
    expected = {str(routine.title) for routine in shipped().routines.values() if routine.goal == goal}
    from coach.ui.words import common as words

    button(window.pages["routines"], words.goal(goal)).click()
    assert set(cards(window)) == expected
    button(window.pages["routines"], "All").click()
    assert set(cards(window)) == every


def test_the_gallery_is_searched_by_exercise_area_and_need(qtbot, window):
    window.go("routines")
    field = window.pages["routines"].field
    qtbot.keyClicks(field.edit, "wall angel")
    expected = {
        str(routine.title)
        for routine in shipped().routines.values()
        if "wall-angel" in {getattr(step, "exercise", "") for step in routine.steps}
    }
    assert expected
    assert set(cards(window)) >= expected
    field.edit.setText("no such thing anywhere")
    assert cards(window) == []
    assert "No routine fits that." in texts(window.pages["routines"])
    button(window.pages["routines"], "Show all").click()
    assert len(cards(window)) == len(shipped().routines)


def test_a_card_opens_its_routine_and_the_routine_its_exercise(qtbot, window):
    window.go("routines")
    name, routine = next(iter(shipped().routines.items()))
    from coach.ui.pages.routines import RoutineCard

    card = next(
        c for c in window.pages["routines"].findChildren(RoutineCard) if str(routine.title) in c.accessibleName()
    )
    card.click()
    assert window._path[-1] == ("routine", name)
    from coach.ui.pages.routine_list import ExerciseRow

    rows = window.pages["routine"].findChildren(ExerciseRow)
    assert len(rows) == window.parts.timeline("routine", name).exercises
    rows[0].click()
    assert window.page == "exercise"
    button(window.pages["exercise"], str(routine.title)).click()
    assert window._path[-1] == ("routine", name)


def test_the_focus_routine_of_the_last_test_comes_first(window):
    area = next(
        area for area in shipped().areas.values() if area.rated and set(area.routines) & set(shipped().routines)
    )
    window.parts.tested(days_ago=1, hold=20, focus=(area.id,))
    window.go("routines")
    asked = next(name for name in area.routines if name in shipped().routines)
    assert cards(window)[0] == str(shipped().routines[asked].title)
    assert "From your wall test" in texts(window.pages["routines"])


# --- lessons ---


BODY = """# Head

Some *words*, and so many more of them that one line is not enough for all.

## More

- one
- two

![Glide straight back.](figure:chin-tuck)

![Of another library.](figure:not-here)
"""


def lesson(name: str) -> Lesson:
    return Lesson(name, Text(f"Lesson {name}"), BODY, Text("In short."), tuple(shipped().sources)[:2])


def test_lessons_open_in_the_page_and_escape_leads_back(qtbot, window):
    window.parts.library.catalogue = replace(shipped(), lessons={"a": lesson("a"), "b": lesson("b")})
    window.go("learn")
    page = window.pages["learn"]
    assert "Lesson b" in texts(page)
    button(page, "Read").click()
    assert "Lesson b" not in texts(page)
    from coach.ui.widgets.reading import Reading

    reading = page.findChild(Reading)
    assert reading.document().toPlainText().startswith("Head\nSome words, and")
    assert reading.loadResource(2, "https://example.invalid/x.png") is None
    shown_at = reading.document().textWidth()
    assert reading.heightForWidth(300) > reading.heightForWidth(900)
    assert reading.document().textWidth() == shown_at
    bullets = list(reading.bullets())
    assert len(bullets) == 2
    assert all(bullet.x() > 0 for bullet in bullets)
    assert "Glide straight back." in texts(page)
    assert "Of another library." not in texts(page)
    from PySide6.QtCore import Qt

    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert "Lesson b" in texts(page)


def test_a_lesson_whose_end_is_not_laid_out_yet_is_shown(qtbot, look):
    from coach.ui.widgets.reading import Reading

    reading = Reading(look, "\n".join(f"- Item {number}, {'word after word, ' * 6}" for number in range(60)))
    qtbot.addWidget(reading)
    reading.resize(300, 200)
    reading.show()
    reading.grab()
    seen = len(list(reading.bullets()))
    assert 0 < seen < 60
    reading.document().size()  # lays out the rest
    assert len(list(reading.bullets())) == 60


def test_the_lessons_stand_in_their_order(window):
    window.go("learn")
    page = window.pages["learn"]
    told = texts(page)
    assert told[told.index("Start here") + 1] == "Why the upper back hurts"
    button(page, "Read").click()
    assert "Start here" not in texts(page)
    assert "Why the upper back hurts" in texts(page)


def test_the_first_lesson_opens_by_a_click_anywhere_on_it_like_the_others(qtbot, window):
    window.go("learn")
    page = window.pages["learn"]
    hero = page.findChild(Hero)
    assert hero.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(hero, Qt.MouseButton.LeftButton, pos=hero.rect().bottomRight() - QPoint(40, 40))
    assert "Start here" not in texts(page)


def test_a_click_on_todays_decision_starts_nothing(qtbot, window):
    started = []
    window.to.start.disconnect()
    window.to.start.connect(lambda *what: started.append(what))
    window.go("today")
    hero = window.pages["today"].findChild(Hero)
    qtbot.mouseClick(hero, Qt.MouseButton.LeftButton, pos=hero.rect().bottomRight() - QPoint(40, 40))
    assert started == []


def test_without_lessons_the_page_says_so(window):
    window.parts.library.catalogue = replace(shipped(), lessons={})
    window.go("learn")
    assert "Lessons are on their way" in texts(window.pages["learn"])
    button(window.pages["learn"], "See the routines").click()
    assert window.page == "routines"


# --- progress ---


def test_progress_lists_what_was_done(lived_in, window):
    window.go("progress")
    shown = texts(window.pages["progress"])
    assert str(len(shipped().routines)) in shown
    assert "24 of 30 s" in shown
    assert "effort 2, pain 1" in shown


def test_progress_has_words_where_a_table_has_no_room(qtbot, lived_in, window):
    window.go("progress")
    page = window.pages["progress"]
    assert "Carry-over" in texts(page)
    window.resize(640, 560)
    window.look.set_scale(1.25)
    window.go("progress")
    shown = texts(page)
    assert "Carry-over" not in shown
    assert "Hold: 24 of 30 s" in shown
    assert any(text.startswith("10 May; Contact: 9 of 14; Carry-over: 5 of 7; Focus: Between") for text in shown)
    assert "12 May, 10:48; 5:00; finished; effort 2, pain 1" in shown
    window.resize(1180, 760)
    assert "Carry-over" in texts(page)


def test_a_test_is_no_session_of_exercise(window):
    """Reading questions at a wall is not moving: Progress, the week and Today count exercise."""
    parts = window.parts
    measured = parts.store.begin_session("test", "wall-test", "30-second wall test", 129.0, 8)
    work = Interval("work", 0.0, 30.0)
    parts.store.add_interval(measured, 3, work, 30.0, "done")
    parts.store.finish_session(measured, "finished")
    parts.tested(days_ago=0, hold=20)
    window.go("progress")
    shown = texts(window.pages["progress"])
    assert {"0", "0 s"} <= set(shown)
    assert "30-second wall test" not in shown
    window.go("today")
    shown = texts(window.pages["today"])
    assert "0 of 7 days" in shown
    assert "1 done" not in shown
    assert window.pages["today"].findChild(Week).accessibleDescription().count("wall test") == 0
    parts.finish("desk-reset", minutes=82 / 60)
    window.go("progress")
    assert {"session finished", "day with a session", "1 min 22 s", "1:22"} <= set(texts(window.pages["progress"]))
    window.go("today")
    assert {"1 of 7 days", "1 done", "1 min 22 s, at 10:48"} <= set(texts(window.pages["today"]))


def test_more_sessions_are_counted_than_are_listed(window):
    for _ in range(60):
        window.parts.finish("desk-reset")
    window.go("progress")
    shown = texts(window.pages["progress"])
    assert {"60", "sessions finished", "2 h", "1", "day with a session"} <= set(shown)
    assert shown.count("2:00") == 50


def test_two_tests_of_one_day_are_told_apart_by_their_time(window):
    clock = window.parts.clock
    window.parts.tested(days_ago=2, hold=18)
    window.parts.tested(days_ago=0, hold=24)
    clock.set_wall(clock.wall() + timedelta(hours=3, minutes=5))
    window.parts.tested(days_ago=0, hold=27)
    window.go("progress")
    shown = [text for text in texts(window.pages["progress"]) if text.split(",")[0].endswith(" May")]
    assert shown == ["12 May, 14:53", "12 May, 11:48", "10 May"]


def test_progress_names_every_end(window):
    target = next(iter(shipped().routines))
    for how in ("ended", "pain", "abandoned"):
        window.parts.store.finish_session(window.parts.begin(target), how)
    window.parts.begin(target)
    window.go("progress")
    assert {"ended early", "stopped for pain", "left", "interrupted"} <= set(texts(window.pages["progress"]))


def test_progress_begins_with_one_sentence(window):
    window.go("progress")
    button(window.pages["progress"], "See the routines").click()
    assert window.page == "routines"
