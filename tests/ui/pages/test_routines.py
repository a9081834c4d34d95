"""The gallery: narrowed, searched, and led on from."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coach.content.catalogue import Origin
from coach.content.model import Text
from coach.session import routine_lines
from coach.settings import AIM, KIT_MISSING
from coach.today.gallery import purpose_of, purposes_of
from coach.ui.pages.routine_card import RoutineCard
from coach.ui.pages.routine_list import ExerciseRow
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from tests.ui.parts import shipped
from tests.ui.seeing import button, settle, texts


def cards(window) -> list[str]:
    """The routines of the gallery, made or not; a plan may stand behind them."""
    named = [entry.name.split("/") for entry in window.pages["routines"].gallery.entries]
    return [title_of(window, ident) for kind, ident in named if kind == "routine"]


def title_of(window, ident: str) -> str:
    if ident not in shipped().routines:
        return "Your focus routine"
    return str(window.parts.library.catalogue.routines[ident].title)


def every_card(window) -> list[RoutineCard]:
    """All of them, in a window that is high enough for that."""
    window.resize(window.width(), 9000)
    settle()
    return window.pages["routines"].findChildren(RoutineCard)


def titles(wanted) -> set[str]:
    return {str(routine.title) for routine in shipped().routines.values() if wanted(routine)}


def test_the_gallery_shows_all_and_narrows_by_what_they_are_for(window):
    window.go("routines")
    every = titles(lambda _: True)
    assert set(cards(window)) == every
    for purpose in purposes_of(shipped().routines.values()):
        button(window.pages["routines"], words.purpose(purpose)).click()
        assert set(cards(window)) == titles(lambda routine, purpose=purpose: purpose_of(routine.goal) == purpose)
    button(window.pages["routines"], "All").click()
    assert set(cards(window)) == every


def test_where_and_how_long_narrow_besides(window):
    window.go("routines")
    needs = {str(r.title): set(routine_lines.needs(r, shipped().exercises)) for r in shipped().routines.values()}
    at_a_desk = {title for title, things in needs.items() if things <= {"chair", "desk"}}
    button(window.pages["routines"], "At the desk").click()
    assert set(cards(window)) == at_a_desk
    button(window.pages["routines"], "Up to 5 min").click()
    short = titles(lambda routine: window.parts.routine_seconds(routine.id) <= 300)
    assert set(cards(window)) == at_a_desk & short
    button(window.pages["routines"], "At the desk").click()
    assert set(cards(window)) == short


def test_without_a_band_its_routines_say_so_and_can_be_left_out(window):
    window.parts.store.keep(KIT_MISSING, ["band"])
    window.go("routines")
    page = window.pages["routines"]
    with_band = titles(lambda routine: "band" in routine_lines.needs(routine, shipped().exercises))
    assert with_band
    told = [card.accessibleName() for card in every_card(window) if card.isVisibleTo(page)]
    said = {name.split(". ")[0] for name in told if "Needs a band, which you said you do not have" in name}
    assert said == with_band
    button(page, "With what I have").click()
    assert set(cards(window)) == titles(lambda _: True) - with_band
    assert not [text for text in texts(page) if "Settings" in text]


def test_who_never_said_what_they_have_is_told_where_to(window):
    window.go("routines")
    page = window.pages["routines"]
    button(page, "With what I have").click()
    assert set(cards(window)) == titles(lambda _: True)
    assert "Nothing is left out: as far as Settings know, you have all of it." in texts(page)


def test_the_aim_comes_first_the_plan_before_the_other_routines_and_those_not_by_their_letters(window):
    window.parts.store.keep(AIM, "running")
    window.go("routines")
    shown = window.pages["routines"].gallery.entries
    assert [entry.name.startswith("plan/") for entry in shown[:3]] == [False, True, True]
    goals = {str(routine.title): routine.goal for routine in shipped().routines.values()}
    assert [goals[title] for title in cards(window)[:3]] == ["warm-up", "release", "release"]
    assert cards(window) != sorted(cards(window))


def test_ones_own_routine_is_marked(window):
    name = next(iter(shipped().routines))
    own = {**shipped().origins, ("routine", name): Origin(Path("mine.yaml"), yours=True)}
    window.parts.library.catalogue = replace(shipped(), origins=own)
    window.go("routines")
    marked = [c.accessibleName() for c in every_card(window) if ". Yours. " in c.accessibleName()]
    assert [told.split(". ")[0] for told in marked] == [str(shipped().routines[name].title)]


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
    card = next(c for c in every_card(window) if c.accessibleName().startswith(f"{routine.title}. "))
    card.click()
    assert window._path[-1] == ("routine", name)
    rows = window.pages["routine"].findChildren(ExerciseRow)
    assert len(rows) == window.parts.timeline("routine", name).exercises
    rows[0].click()
    assert window.page == "exercise"
    button(window.pages["exercise"], str(routine.title)).click()
    assert window._path[-1] == ("routine", name)


def test_the_focus_routine_of_the_last_test_comes_first(qtbot, window):
    window.parts.tested(days_ago=1, hold=20, focus=("neck", "chest"))
    window.go("routines")
    assert cards(window)[0] == "Your focus routine"
    told = texts(window.pages["routines"])
    assert told[told.index("Your focus routine") - 1] == "Made for you"
    assert str(window.parts.routine("focus").why) in told
    length = words.total(window.parts.timeline("routine", "focus"))
    with qtbot.waitSignal(window.to.start) as started:
        button(window.pages["routines"], f"Start, {length}").click()
    assert started.args == ["routine", "focus"]


def test_the_focus_routine_is_found_and_narrowed_like_others(window):
    window.parts.tested(days_ago=1, hold=20, focus=("neck", "chest"))
    window.go("routines")
    field = window.pages["routines"].field
    field.edit.setText("focus")
    assert "Your focus routine" in cards(window)
    field.edit.setText("no such thing anywhere")
    assert cards(window) == []


def test_without_a_focus_area_there_is_no_focus_routine(window):
    window.parts.tested(days_ago=1, hold=20, focus=())
    window.go("routines")
    assert "Your focus routine" not in cards(window)


def test_what_comes_first_is_something_that_the_person_has_the_things_for(window):
    window.parts.store.keep(AIM, "desk")
    window.go("routines")
    assert "For the desk, as you wanted" in texts(window.pages["routines"])
    first = next(routine for routine in shipped().routines.values() if routine.goal == "desk")
    window.parts.store.keep(KIT_MISSING, routine_lines.needs(first, shipped().exercises))
    window.pages["routines"].refresh()
    wide = cards(window)[0]
    assert wide != str(first.title)
    assert "For the desk, as you wanted" in texts(window.pages["routines"])


def test_no_card_shows_a_movement_that_is_not_for_this_person(window):
    exercises, conditions = shipped().exercises, list(shipped().safety.conditions)
    barred = {one.figure for one in exercises.values() if set(one.check_first) & set(conditions)}
    allowed = {one.figure for one in exercises.values() if not one.check_first}
    assert shown_figures(window) & (barred - allowed), "somebody without conditions sees them"
    window.parts.store.add_conditions(conditions)
    assert not shown_figures(window) & (barred - allowed)


def test_a_card_says_that_nothing_of_its_routine_is_left_for_this_person(window):
    window.parts.store.add_conditions(["neck-injury"])
    window.go("routines")
    card = next(one for one in every_card(window) if "neck flexors" in texts(one)[0])
    assert "All of it is left out for you now" in texts(card)
    assert not [text for text in texts(window.pages["routines"]) if "0 exercises" in text]


def shown_figures(window) -> set[str]:
    """The movements that the gallery and the pages of its plans show."""
    window.go("routines")
    every_card(window)
    page = window.pages["routines"]
    places = page.findChildren(FigurePlace)
    return {place.figure.id for place in places if place.isVisibleTo(page) and place.figure is not None}


# --- very many of them -----------------------------------------------------------------------------------------------

MANY = 300


@pytest.fixture
def many(window):
    """Shipped ones again and again, under other ids and titles."""
    own = dict(shipped().routines)
    for number, (name, routine) in zip(range(MANY), cycle(shipped().routines.items()), strict=False):
        ident = f"{name}-{number}"
        own[ident] = replace(routine, id=ident, title=Text(f"{routine.title} {number}"))
    window.parts.library.catalogue = replace(shipped(), routines=own)
    window.go("routines")
    return window


def counted(monkeypatch, kind, name: str) -> list[object]:
    calls, own = [], getattr(kind, name)

    def call(self, *given, **named):
        calls.append(given)
        return own(self, *given, **named)

    monkeypatch.setattr(kind, name, call)
    return calls


def test_of_very_many_few_are_made_and_no_timeline_beside_theirs(qtbot, window, monkeypatch):
    asked = counted(monkeypatch, type(window.parts), "timeline")
    name, routine = next(iter(shipped().routines.items()))
    own = {f"{name}-{number}": replace(routine, id=f"{name}-{number}") for number in range(MANY)}
    window.parts.library.catalogue = replace(shipped(), routines=own)
    window.go("routines")
    page = window.pages["routines"]
    assert len(page.gallery.entries) >= MANY
    assert len(page.findChildren(RoutineCard)) < 25
    assert asked == []


def test_where_nothing_changed_nothing_is_asked_or_made(many, monkeypatch):
    page = many.pages["routines"]
    settle()
    asked = counted(monkeypatch, type(many.parts), "own")
    made = counted(monkeypatch, RoutineCard, "__init__")
    before = page.gallery.cards
    many.go("today")
    asked.clear()
    page.refresh()
    many.stage.setCurrentWidget(page)
    assert (asked, made) == ([], [])
    assert page.gallery.cards == before


def test_every_routine_is_found_whether_it_is_made_or_not(qtbot, many):
    field = many.pages["routines"].field
    for wanted in ("Desk reset 284", "tall 287"):
        found = [
            one for one in many.parts.library.catalogue.routines.values() if wanted.lower() in one.title.en.lower()
        ]
        field.edit.setText(wanted)
        assert {str(one.title) for one in found} <= set(cards(many))
        shown = [card.accessibleName() for card in many.pages["routines"].gallery.cards]
        assert all(any(told.startswith(str(one.title)) for told in shown) for one in found)


def test_a_changed_file_leaves_the_search_the_place_and_the_keyboard(qtbot, many):
    page = many.pages["routines"]
    bar = page.verticalScrollBar()
    bar.setValue(9000)
    settle()
    card = page.gallery.card(page.gallery.entries[90].name)
    card.setFocus()
    settle()
    name, place = card.accessibleName(), bar.value()
    catalogue = many.parts.library.catalogue
    many.parts.library.catalogue = replace(catalogue, routines=dict(catalogue.routines))
    many.parts.library.changed = True
    many.tick()
    settle()
    assert QApplication.focusWidget() is card, "it is what it was"
    assert bar.value() == place
    ident = page.gallery.entries[90].name.removeprefix("routine/")
    named = replace(catalogue.routines[ident], title=Text("Another name"))
    many.parts.library.catalogue = replace(catalogue, routines={**catalogue.routines, ident: named})
    many.parts.library.changed = True
    many.tick()
    settle()
    now = QApplication.focusWidget()
    assert now is not card
    assert now.accessibleName() == name.replace(str(catalogue.routines[ident].title), "Another name")
    page.field.edit.setFocus()
    qtbot.keyClicks(page.field.edit, "des")
    many.parts.library.catalogue = catalogue
    many.parts.library.changed = True
    many.tick()
    qtbot.keyClicks(QApplication.focusWidget(), "k")
    assert page.field.edit.text() == "desk"


def test_coming_back_from_a_routine_one_is_where_one_was(many):
    page = many.pages["routines"]
    page.verticalScrollBar().setValue(7000)
    settle()
    many.go("routine", next(iter(shipped().routines)))
    settle()
    many.back()
    settle()
    assert page.verticalScrollBar().value() == 7000


def test_a_screen_reader_is_told_the_place_of_a_card_among_all(many):
    page = many.pages["routines"]
    count = len(page.gallery.entries)
    first = page.gallery.cards[0]
    summary = shipped().routines["anti-slouch-daily"].summary
    assert first.accessibleDescription() == f"{str(summary).rstrip('.')}. 1 of {count}"
    page.field.edit.setText("desk reset 2")
    told = [card.accessibleDescription().rsplit(". ", 1)[-1] for card in page.gallery.cards]
    few = len(page.gallery.entries)
    assert few < count
    assert told[:3] == [f"{place} of {few}" for place in (1, 2, 3)]
    assert told[-1] == f"{few} of {few}"


def test_what_is_gone_before_the_next_look_makes_no_card_and_no_fault(many):
    page = many.pages["routines"]
    many.parts.library.catalogue = replace(shipped(), routines={})
    page.verticalScrollBar().setValue(5000)
    settle()
    many.parts.library.changed = True
    many.tick()
    assert "There is no routine here yet." in texts(page)
