"""The gallery: narrowed, searched, and led on from."""

from __future__ import annotations

from coach.ui.pages.plan import PlanCard
from coach.ui.pages.routine_list import ExerciseRow
from coach.ui.pages.routines import RoutineCard
from coach.ui.words import common as words
from tests.ui.parts import shipped
from tests.ui.seeing import button, texts


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
    card = next(
        c for c in window.pages["routines"].findChildren(RoutineCard) if str(routine.title) in c.accessibleName()
    )
    card.click()
    assert window._path[-1] == ("routine", name)
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
