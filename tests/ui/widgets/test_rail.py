"""The rail: where the person is, and what the desk says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from coach.following import stop
from coach.ui.look.typography import BODY, LABEL
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.rail import DeskStatusBox, Rail, places
from coach.ui.words.desk import desk_view
from tests.beside import slow
from tests.ui.seeing import settle


@pytest.mark.parametrize("scale", [1.0, *slow((1.3, 1.6)), 2.0])
@pytest.mark.parametrize("seconds", [30, 600, 1770, 1799, 3599, 7200, 40_000, 90_000, 400_000])
def test_what_the_rail_says_of_the_desk_is_not_cut(qtbot, parts, scale, seconds):
    rail = Rail(WindowLook("light", scale))
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 750)
    rail.show()
    said = []
    parts.desk.pause(seconds)
    said.append(desk_view(parts).rail)
    parts.desk.pause(None)
    said.append(desk_view(parts).rail)
    parts.desk.resume()
    said.append(desk_view(parts).rail)
    parts.clock.pass_time(seconds)
    parts.desk.tick()
    view = desk_view(parts)
    said += [view.rail, view.at_desk]
    status = rail.findChild(DeskStatusBox)
    assert [line for line in said if line and status.broken(line) != [line]] == []
    low = status.height()
    rail.set_status("Something that another language says in many more words than English has", "")
    settle()
    assert status.height() > low


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6, 2.0])
def test_every_name_has_room_in_the_rail(qtbot, scale):
    """One that is cut wants fewer letters in `places()` of coach/ui/widgets/rail.py; the page itself may say more."""
    look = WindowLook("light", scale)
    rail = Rail(look)
    qtbot.addWidget(rail)
    rail.show()
    cut = []
    for narrow, style, beside in ((False, BODY.bold, 24 + look.px(22)), (True, LABEL.bold, 0)):
        rail.set_narrow(narrow)
        rail.resize(rail.width(), 1600)
        settle()
        letters = QFontMetricsF(look.font(style))
        for place in places():
            name = place.short if narrow else place.title
            needed, room = letters.horizontalAdvance(name), rail.items[place.page].width() - beside
            cut += [f"{name!r} needs {needed:.0f} px and has {room}"] if needed > room else []
    assert cut == []


@pytest.fixture
def rail(qtbot, look):
    made = Rail(look)
    qtbot.addWidget(made)
    made.resize(made.width(), 750)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def led(rail):
    """Where the rail led, in order."""
    told: list[str] = []
    rail.go.connect(told.append)
    return told


@pytest.mark.parametrize("page", [page for page, *_ in places()])
def test_a_click_on_a_place_leads_there_and_marks_it(qtbot, rail, led, page):
    qtbot.mouseClick(rail.items[page], Qt.MouseButton.LeftButton)
    assert led == [page]
    assert [name for name, item in rail.items.items() if item.isChecked()] == [page]


def test_with_the_keyboard_alone(qtbot, rail, led):
    """The places are one stop of Tab, as choices of one question are; the arrows lead from one to the next."""
    rail.set_page("today")
    rail.activateWindow()
    rail.items["today"].setFocus()
    for _ in places()[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert led == [page for page, *_ in places()[1:]]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    last_above_the_desk = places()[-2].page
    assert led[-1] == last_above_the_desk
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is rail.findChild(DeskStatusBox)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert led[-1] == "reminders"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is rail.items[last_above_the_desk]


def test_what_the_desk_says_leads_to_the_reminders_and_marks_nothing(qtbot, rail, led):
    rail.set_page("today")
    rail.set_status("Change position in 12 min", "18 min at the desk")
    box = rail.findChild(DeskStatusBox)
    assert box.accessibleName() == box.toolTip() == "Change position in 12 min. 18 min at the desk"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert led == ["reminders"]
    assert rail.items["today"].isChecked()


def test_who_has_the_keyboard_on_what_the_desk_says_hears_no_second_pass(qtbot, rail):
    with qtbot.waitActive(rail):
        rail.activateWindow()
    box = rail.findChild(DeskStatusBox)
    box.setFocus()
    told = []
    for seconds in (12, 14, 16):
        rail.set_status(f"{seconds} s at the desk", "Next nudge in 29 min")
        told.append((box.accessibleName(), box.toolTip()))
    assert set(told) == {("12 s at the desk. Next nudge in 29 min",) * 2}
    rail.set_status("18 s at the desk", "Paused until 12:18")
    assert box.accessibleName() == "18 s at the desk. Paused until 12:18"
    rail.set_status("20 s at the desk", "Paused until 12:18")
    box.clearFocus()
    assert box.accessibleName() == box.toolTip() == "20 s at the desk. Paused until 12:18"


def test_a_page_within_a_place_leaves_the_place_marked(rail):
    rail.set_page("routines")
    rail.set_page("exercise")
    assert rail.items["routines"].isChecked()


def test_each_place_tells_its_key(rail):
    assert rail.items["today"].toolTip() == "Today (Ctrl+1)"
    assert rail.items["learn"].toolTip() == "Learn (Ctrl+6)"
    assert rail.items["settings"].toolTip() == "Settings (Ctrl+,)"
    assert rail.items["settings"].accessibleDescription() == "Key: Ctrl+,"


def test_narrow_it_keeps_the_names_for_who_does_not_see_them(rail):
    wide = rail.width()
    rail.set_narrow(True)
    settle()
    assert rail.width() < wide
    assert not rail.findChild(DeskStatusBox).isVisible()
    assert [item.accessibleName() for item in rail.items.values()] == [name for _, _, name, _ in places()]
    rail.set_narrow(False)
    settle()
    assert rail.width() == wide
    assert rail.findChild(DeskStatusBox).isVisible()


def test_the_dot_before_the_desks_lines_tells_whether_reminders_are_on(rail):
    rail.set_status("Change position in 12 min", "18 min at the desk", on=True)
    on = rail.grab().toImage()
    rail.set_status("Change position in 12 min", "18 min at the desk", on=False)
    assert rail.grab().toImage() != on


def test_the_week_of_a_plan_is_in_the_rail_until_it_is_stopped(qtbot, window):
    assert not window.rail.week.isVisible()
    plan = next(iter(window.parts.library.catalogue.plans))
    window.parts.store.start_plan(plan, window.parts.clock.wall().date())
    window.tick()
    assert window.rail.week.isVisible()
    assert window.rail.week.text() == "Week 1 of eight"
    qtbot.mouseClick(window.rail.week, Qt.MouseButton.LeftButton)
    assert window.page == "plan"
    stop(window.parts.store, window.parts.store.plans(), window.parts.clock.wall().date())
    window.tick()
    assert not window.rail.week.isVisible()


def test_the_week_gives_way_where_the_places_need_the_room(window):
    plan = next(iter(window.parts.library.catalogue.plans))
    window.parts.store.start_plan(plan, window.parts.clock.wall().date())
    window.tick()
    window.resize(1180, 480)
    settle()
    assert not window.rail.week.isVisible()
    assert window.rail.items["learn"].geometry().bottom() < window.rail.items["settings"].geometry().top()


def test_the_week_is_read_again_only_when_something_was_written(window, monkeypatch):
    window.tick()
    asked = []
    monkeypatch.setattr(type(window.parts), "week", lambda _self: asked.append(1))
    window.tick()
    assert asked == []


def test_where_one_is_can_be_seen_also_where_not_all_places_have_room(qtbot, window):
    window.look.set_scale(2.0)
    window.resize(640, 480)
    settle()
    rail = window.rail
    for page in ("settings", "today", "settings", "learn"):
        window.go(page)
        settle()
        here = rail.items[page]
        seen = rail.rect().contains(QRect(here.mapTo(rail, QPoint(0, 0)), here.size()))
        assert seen, page
    window.resize(1180, 760)
    window.go("settings")
    settle()
    window.resize(640, 480)
    settle()
    here = rail.items["settings"]
    assert rail.rect().contains(QRect(here.mapTo(rail, QPoint(0, 0)), here.size())), "and where room was lost"
