"""A reminder made, changed, copied, put back and deleted in the window, by mouse and by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach import files
from coach.ui.words.desk import desk_view
from coach.wiring import own_reminders
from tests.ui.seeing import button, faults, settle, texts, to_the_front

Key = Qt.Key
MINE = """\
# mine
kind: reminder
format: 1
id: mine
title: Mine # so called
every: 30m
messages: [One, "Two, three."] # both
at_most: 3
"""


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def page(window):
    window.go("reminder", "")
    return window.pages["reminder"]


def typed(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def press(qtbot, page, name: str) -> None:
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_a_new_one_is_made_with_keys_alone(qtbot, window, folder):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("reminders")
    button(window.pages["reminders"], "New").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Space)
    page = window.pages["reminder"]
    qtbot.waitUntil(lambda: window.page == "reminder")
    page.form.title_field.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "Stand up & stretch")
    seen = []
    while QApplication.focusWidget() is not page.form.messages.lines[0].field.edit:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        here = QApplication.focusWidget()
        seen.append(here.accessibleName() or here.text())
        assert len(seen) < 60
        if here is page.form.rhythm.every.field or here is page.form.rhythm.every.field.lineEdit():
            qtbot.keyClick(here, Key.Key_Up)
    qtbot.keyClicks(QApplication.focusWidget(), "Up you get.")
    assert "" not in seen
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "reminders"
    text = (folder / "stand-up-stretch.yaml").read_text(encoding="utf-8")
    assert 'title: "Stand up & stretch"\nevery: 35m\n' in text
    assert "Stand up & stretch" in texts(window.pages["reminders"])
    assert "stand-up-stretch" in desk_view(window.parts).enabled


def test_what_is_missing_is_told_beside_its_field_and_nothing_is_written(qtbot, window, page, folder):
    press(qtbot, page, "Save")
    assert {"Write what it is called.", "Write what it says."} <= set(texts(page))
    assert page.form.title_field.edit.accessibleDescription() == "Write what it is called."
    assert page.window().focusWidget() is page.form.title_field.edit
    assert list(folder.iterdir()) == []
    typed(qtbot, page.form.title_field.edit, "Mine")
    press(qtbot, page, "Save")
    assert "Write what it is called." not in texts(page)
    page.form.messages.lines[0].field.edit.insert("x" * 2001)  # as a paste does
    press(qtbot, page, "Save")
    assert "This is 2001 characters long. At most 2000 have room." in texts(page)
    assert faults(page) == []


def test_a_character_that_nobody_sees_is_told_at_its_field(qtbot, window, page, folder):
    typed(qtbot, page.form.title_field.edit, "Mine")
    page.form.messages.lines[0].field.edit.insert("Stand\u200b up")  # as a paste from a page does
    press(qtbot, page, "Save")
    told = "There is a character in it that cannot be seen, U+200B. Type the words anew."
    assert page.form.messages.lines[0].fault.text() == told
    assert page.form.messages.lines[0].field.edit.accessibleDescription() == told
    assert page.window().focusWidget() is page.form.messages.lines[0].field.edit
    assert list(folder.iterdir()) == []


def test_a_time_that_stands_twice_is_told_at_the_times(qtbot, window, page, folder):
    typed(qtbot, page.form.title_field.edit, "Mine")
    typed(qtbot, page.form.messages.lines[0].field.edit, "One")
    qtbot.mouseClick(page.form.rhythm.kind.thumb("at"), Qt.MouseButton.LeftButton)
    assert page.form.rhythm.times.minutes() == [630]
    press(qtbot, page, "Add a time")
    page.form.rhythm.times.fields[1].field.setValue(630)
    press(qtbot, page, "Save")
    assert "10:30 stands here twice. Take one of them out." in texts(page)
    press(qtbot, page, "Take out time 2")
    press(qtbot, page, "Take out time 1")
    press(qtbot, page, "Save")
    assert "There is none here. Add one at least." in texts(page)
    press(qtbot, page, "Add a time")
    press(qtbot, page, "Save")
    assert "at: [10:30]\n" in (folder / "mine.yaml").read_text(encoding="utf-8")


def test_a_file_of_ones_own_keeps_its_comments_and_is_in_force_at_once(qtbot, window, folder):
    put(folder, "mine", MINE)
    window.parts.library.refresh()
    window.go("reminder", "mine")
    page = window.pages["reminder"]
    page.form.rhythm.every.field.setValue(45 * 60)
    press(qtbot, page, "Monday to Friday")
    qtbot.mouseClick(page.form.style_row.choice.thumb("notification"), Qt.MouseButton.LeftButton)
    press(qtbot, page, "Save")
    text = (folder / "mine.yaml").read_text(encoding="utf-8")
    assert text == MINE.replace("30m", "45m\ndays: mon-fri") + "show: notification\n"
    assert "Every 45 min at the desk, Mon to Fri" in texts(window.pages["reminders"])


def test_a_shipped_one_becomes_ones_own_and_is_put_back_after_a_question(qtbot, window, folder):
    window.go("reminder", "change-position")
    page = window.pages["reminder"]
    assert "Put back" not in [one.text() for one in page.findChildren(type(page.save_button)) if one.isVisibleTo(page)]
    page.form.most.number.field.setValue(4)
    press(qtbot, page, "Save")
    assert "at_most: 4\n" in (folder / "change-position.yaml").read_text(encoding="utf-8")
    window.go("reminder", "change-position")
    press(qtbot, page, "Put back")
    assert any(text.startswith("Put Change position back") for text in texts(page))
    press(qtbot, page, "Keep it")
    assert (folder / "change-position.yaml").exists()
    press(qtbot, page, "Put back")
    press(qtbot, page, "Put it back")
    assert not (folder / "change-position.yaml").exists()
    assert page.form.most.number.value() == 16
    press(qtbot, page, "Undo")
    assert page.form.most.number.value() == 4
    assert window.parts.library.catalogue.reminders["change-position"].at_most == 4


def test_ones_own_is_deleted_after_a_question_and_brought_back(qtbot, window, folder):
    put(folder, "mine", MINE)
    window.parts.library.refresh()
    window.go("reminders")
    press(qtbot, window.pages["reminders"], "Change Mine")
    page = window.pages["reminder"]
    press(qtbot, page, "Delete")
    press(qtbot, page, "Delete it")
    assert "Mine is deleted." in texts(page)
    assert "mine" not in desk_view(window.parts).enabled
    window.tick()
    assert "Mine is deleted." in texts(page)
    press(qtbot, page, "Undo")
    assert (folder / "mine.yaml").read_text(encoding="utf-8") == MINE
    assert page.form is not None
    window.go("reminders")
    assert "Mine" in texts(window.pages["reminders"])


def test_a_copy_is_another_file(qtbot, window, folder):
    put(folder, "mine", MINE)
    window.parts.library.refresh()
    window.go("reminder", "mine")
    page = window.pages["reminder"]
    press(qtbot, page, "Copy")
    assert page.form.title_field.edit.text() == "Mine (copy)"
    assert list(folder.iterdir()) == [folder / "mine.yaml"]
    press(qtbot, page, "Save")
    copied = (folder / "mine-copy.yaml").read_text(encoding="utf-8")
    assert 'messages: [One, "Two, three."] # both\nat_most: 3\n' in copied
    assert "# so called" in copied
    assert (folder / "mine.yaml").read_text(encoding="utf-8") == MINE


def test_what_is_not_saved_is_there_when_one_comes_back_and_may_be_discarded(qtbot, window, page):
    typed(qtbot, page.form.title_field.edit, "Mine")
    window.go("reminder", "desk-reset")
    page.form.most.number.field.setValue(9)
    window.go("today")
    window.go("reminder", "")
    assert page.form.title_field.edit.text() == "Mine"
    window.go("reminder", "desk-reset")
    assert page.form.most.number.value() == 9
    press(qtbot, page, "Discard my changes")
    assert page.form.most.number.value() == 0
    assert not page.discard_button.isEnabled()


def test_a_form_that_was_begun_stays_while_other_files_change(qtbot, window, folder):
    window.go("reminder", "desk-reset")
    page = window.pages["reminder"]
    form = page.form
    page.form.most.number.field.setValue(9)
    put(folder, "mine", MINE)
    window.tick()
    window.refresh()
    assert page.form is form


def test_a_file_that_changed_meanwhile_is_read_again_and_not_written_over(qtbot, window, folder):
    path = put(folder, "mine", MINE)
    window.parts.library.refresh()
    window.go("reminder", "mine")
    page = window.pages["reminder"]
    page.form.rhythm.every.field.setValue(45 * 60)
    path.write_text(MINE.replace("at_most: 3", "at_most: 5"), encoding="utf-8")
    press(qtbot, page, "Save")
    assert any(text.startswith("The file was changed by another program") for text in texts(page))
    assert "every: 30m" in path.read_text(encoding="utf-8")
    assert (page.form.rhythm.every.value(), page.form.most.number.value()) == (1800, 5)
    press(qtbot, page, "Put my changes in")
    assert (page.form.rhythm.every.value(), page.form.most.number.value()) == (2700, 5)
    press(qtbot, page, "Save")
    assert path.read_text(encoding="utf-8") == MINE.replace("at_most: 3", "at_most: 5").replace("30m", "45m")


def test_with_keys_alone_ones_changes_go_into_a_file_that_changed_meanwhile(qtbot, window, folder):
    path = put(folder, "mine", MINE)
    window.parts.library.refresh()
    to_the_front(qtbot, window)
    window.go("reminder", "mine")
    page = window.pages["reminder"]
    page.form.rhythm.every.field.setFocus()
    page.form.rhythm.every.field.setValue(45 * 60)
    path.write_text(MINE.replace("at_most: 3", "at_most: 5"), encoding="utf-8")
    for _ in range(2):  # saved; then, on the button that has the keyboard now, put in again
        settle()
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert "every: 30m" in path.read_text(encoding="utf-8")
        assert QApplication.focusWidget() is page._offered
        assert page.verticalScrollBar().value() == 0
    qtbot.keyClick(page._offered, Key.Key_Space)
    assert QApplication.focusWidget() is page.save_button
    assert page.form.rhythm.every.value() == 2700
    window.rail.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert path.read_text(encoding="utf-8") == MINE.replace("at_most: 3", "at_most: 5").replace("30m", "45m")


def test_a_file_that_changed_while_one_only_looks_is_shown_as_it_is(window, folder):
    path = put(folder, "mine", MINE)
    window.parts.library.refresh()
    window.go("reminder", "mine")
    path.write_text(MINE.replace("at_most: 3", "at_most: 50"), encoding="utf-8")
    window.tick()
    assert window.pages["reminder"].form.most.number.value() == 50


def test_a_broken_file_of_ones_own_is_told_and_left_alone(qtbot, window, folder):
    path = put(folder, "change-position", "kind: reminder\nformat: 1\nid: change-position\ntitle: A\nevery: 30\n")
    window.tick()
    window.go("reminder", "change-position")
    page = window.pages["reminder"]
    shown = texts(page)
    assert any("it is left as it is" in text for text in shown)
    assert f"{path}:5:8: 30 has no unit; did you mean 30m?" in shown
    assert page.form is None
    qtbot.keyClick(page, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert faults(page) == []
    path.write_text(MINE.replace("id: mine", "id: change-position"), encoding="utf-8")
    window.tick()
    assert page.form is not None


def test_one_that_is_gone_is_said_so_and_leads_back(qtbot, window):
    window.go("reminder", "gone")
    page = window.pages["reminder"]
    assert "This reminder is not there any more." in texts(page)
    window.go("reminder", "copy:gone")
    assert "This reminder is not there any more." in texts(page)
    press(qtbot, page, "Reminders")
    assert window.page == "reminders"


def test_a_folder_that_may_not_be_written_is_a_kind_word(qtbot, window, page, folder, monkeypatch):
    def refuse(path: Path, _data: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    typed(qtbot, page.form.title_field.edit, "Mine")
    typed(qtbot, page.form.messages.lines[0].field.edit, "One")
    monkeypatch.setattr(own_reminders, "write_whole", refuse)
    press(qtbot, page, "Save")
    told = next(text for text in texts(page) if text.startswith("It could not be written"))
    assert told == (
        "It could not be written: Permission denied. Nothing was changed. "
        f"Allow yourself to write in {folder}, then try again."
    )
    assert page.form.title_field.edit.text() == "Mine"
    monkeypatch.setattr(own_reminders, "write_whole", files.write_whole)
    press(qtbot, page, "Save")
    assert (folder / "mine.yaml").exists()


def test_one_may_not_be_deleted_that_changed_meanwhile(qtbot, window, folder):
    path = put(folder, "mine", MINE)
    window.parts.library.refresh()
    window.go("reminder", "mine")
    page = window.pages["reminder"]
    press(qtbot, page, "Delete")
    path.write_text(MINE + "# more\n", encoding="utf-8")
    press(qtbot, page, "Delete it")
    assert any(text.startswith("The file was changed by another program") for text in texts(page))
    assert path.exists()


def test_what_is_being_typed_is_saved_too(qtbot, window, folder):
    put(folder, "mine", MINE)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.tick()
    window.go("reminder", "mine")
    page = window.pages["reminder"]
    typed(qtbot, page.form.rhythm.every.field, "50")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (folder / "mine.yaml").read_text(encoding="utf-8") == MINE.replace("30m", "50m")


def test_a_shipped_one_that_was_not_changed_is_not_copied(qtbot, window, folder):
    window.go("reminder", "desk-reset")
    page = window.pages["reminder"]
    assert any(text.startswith("It came with the program.") for text in texts(page))
    press(qtbot, page, "Save")
    assert window.page == "reminders"
    assert list(folder.iterdir()) == []


def test_escape_takes_nothing_back_that_somebody_wrote(qtbot, window, page):
    typed(qtbot, page.form.title_field.edit, "Mine")
    qtbot.keyClick(page.form.title_field.edit, Key.Key_Escape)
    assert page.form.title_field.edit.text() == "Mine"


def test_what_was_put_back_can_be_undone_until_one_leaves(qtbot, window, folder):
    put(folder, "desk-reset", MINE.replace("id: mine", "id: desk-reset"))
    window.tick()
    window.go("reminder", "desk-reset")
    page = window.pages["reminder"]
    press(qtbot, page, "Put back")
    press(qtbot, page, "Put it back")
    window.refresh()
    assert "It is again as it came with the program." in texts(page)
    window.go("today")
    window.go("reminder", "desk-reset")
    assert "It is again as it came with the program." in texts(page)
    window.go("reminder", "change-position")
    window.go("reminder", "desk-reset")
    assert "It is again as it came with the program." not in texts(page)


def test_a_time_outside_its_hours_is_said_so(qtbot, window, folder):
    window.go("reminder", "desk-reset")
    page = window.pages["reminder"]
    page.form.rhythm.times.fields[1].field.setValue(18 * 60)
    told = "Outside its hours: 18:00. It waits until they begin, or is missed that day."
    assert told in texts(page)
    page.form.hours.end.field.setValue(19 * 60)
    assert told not in texts(page)


def test_tab_goes_as_the_eye_does_also_to_what_was_added(qtbot, window, folder):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("reminder", "desk-reset")
    page = window.pages["reminder"]
    press(qtbot, page, "Add a message")
    press(qtbot, page, "Add a time")
    settle()
    page.save_button.setFocus()
    seen = [page.save_button.text()]
    while len(seen) < 80:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        here = QApplication.focusWidget()
        if not page.isAncestorOf(here):
            break
        seen.append(here.accessibleName())
    lengths = ("5 minutes", "10 minutes", "15 minutes", "30 minutes", "1 hour")
    assert seen == [
        "Save", "Discard my changes", "Copy", "What it is called", "Switched on", "How often: Time at the desk",
        "Time 1", "Take out time 1", "Time 2", "Take out time 2", "Time 3", "Take out time 3", "Add a time",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Monday to Friday", "Every day",
        "Hours: All day", "It comes from", "It comes until", "Shown as: Card", "It offers: Desk reset",
        *(f"It may be put off for {length}" for length in lengths),
        "At most a day",
        "Message 1", "Move message 1 down", "Take out message 1",
        "Message 2", "Move message 2 up", "Move message 2 down", "Take out message 2",
        "Message 3", "Move message 3 up", "Move message 3 down", "Take out message 3",
        "Message 4", "Move message 4 up", "Take out message 4", "Add a message", "Save",
    ]  # fmt: skip
    assert not page.isAncestorOf(QApplication.focusWidget())
    button(page, "Add a message").setFocus()
    for name in ("Take out message 4", "Move message 4 up", "Message 4", "Take out message 3"):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Backtab)
        assert QApplication.focusWidget().accessibleName() == name
    button(page, "Reminders").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Backtab)
    assert not page.isAncestorOf(QApplication.focusWidget())


def test_hours_over_midnight_are_said_and_written(qtbot, window, folder):
    put(folder, "mine", MINE)
    window.parts.library.refresh()
    window.go("reminder", "mine")
    page = window.pages["reminder"]
    hours = page.form.hours
    assert hours.kind.value() == "all"
    qtbot.mouseClick(hours.kind.thumb("some"), Qt.MouseButton.LeftButton)
    settle()
    assert hours.start.x() == hours.end.x(), "one below the other, they stand in line"
    hours.start.field.setValue(22 * 60)
    hours.end.field.setValue(6 * 60)
    assert "Over midnight: what comes then belongs to the day before." in texts(page)
    hours.end.field.setValue(22 * 60)
    assert "That is a whole day." in texts(page)
    hours.end.field.setValue(0)
    assert hours.keys() == {"between": "22:00-24:00"}
    hours.end.field.setValue(6 * 60)
    press(qtbot, page, "Save")
    assert "between: 22:00-06:00\n" in (folder / "mine.yaml").read_text(encoding="utf-8")


def test_messages_move_and_keep_what_they_ask_for(qtbot, window, folder):
    window.go("reminder", "desk-reset")
    page = window.pages["reminder"]
    press(qtbot, page, "Move message 3 up")
    assert page.window().focusWidget().accessibleName() == "Move message 2 up"
    press(qtbot, page, "Move message 2 up")
    assert page.window().focusWidget() is page.form.messages.lines[0].field.edit
    typed(qtbot, page.form.messages.lines[0].field.edit, "Lift it: now.")
    press(qtbot, page, "Take out message 3")
    press(qtbot, page, "Add a message")
    press(qtbot, page, "Add a message")
    qtbot.keyClicks(page.window().focusWidget(), "Last one")
    press(qtbot, page, "Save")
    own = window.parts.library.catalogue.reminders["desk-reset"]
    assert [(str(one), one.exercise) for one in own.messages] == [
        ("Lift it: now.", "breastbone-lift"), ("Time to shift.", None), ("Last one", None)
    ]  # fmt: skip


def test_it_offers_what_the_person_may_do(qtbot, window, folder):
    parts = window.parts
    window.go("reminder", "desk-reset")
    page = window.pages["reminder"]
    actions = {action.text(): action for action in page.form.offer.menu().actions()}
    titles = [str(one.title) for one in parts.library.catalogue.routines.values()]
    assert {"Nothing", "30-second wall test", *titles} >= set(actions)
    assert actions["Desk reset"].isChecked()
    actions["30-second wall test"].trigger()
    assert page.form.offer.button.accessibleName() == "It offers: 30-second wall test"
    actions["Nothing"].trigger()
    press(qtbot, page, "Save")
    assert "offer:" not in (folder / "desk-reset.yaml").read_text(encoding="utf-8")
    parts.store.add_conditions(list(parts.library.catalogue.safety.conditions))
    window.go("reminder", "desk-reset")
    fewer = {action.text() for action in page.form.offer.menu().actions()}
    assert fewer < set(actions)


def test_it_offers_what_fits_the_focus_areas_once_a_test_has_found_some(qtbot, window, folder):
    window.parts.tested(days_ago=1, hold=20)
    window.go("reminder", "desk-reset")
    page = window.pages["reminder"]
    actions = {action.text(): action for action in page.form.offer.menu().actions()}
    actions["What fits your focus areas"].trigger()
    assert page.form.offer.button.accessibleName() == "It offers: What fits your focus areas"
    press(qtbot, page, "Save")
    assert window.parts.library.catalogue.reminders["desk-reset"].offer == "focus"


def test_several_that_a_file_offers_can_be_left_and_taken_again(qtbot, window, folder):
    put(folder, "mine", MINE + "offer: [focus, desk-reset]  # whichever\n")
    window.go("reminder", "mine")
    form = window.pages["reminder"].form
    assert form.keys()["offer"] == ["focus", "desk-reset"]
    actions = {action.text(): action for action in form.offer.menu().actions()}
    several = "What fits your focus areas, of 2"
    assert (form.offer.button.text(), actions[several].isChecked()) == (several, True)
    actions["Desk reset"].trigger()
    assert form.keys()["offer"] == "desk-reset"
    actions = {action.text(): action for action in form.offer.menu().actions()}
    actions[several].trigger()
    assert form.keys()["offer"] == ["focus", "desk-reset"]


def test_messages_that_ask_to_sit_and_to_stand_keep_it_and_can_change_it(qtbot, window, folder):
    turns = "messages: [{say: Up., to: standing}, {say: Down., to: sitting}]  # in turn\n"
    put(folder, "mine", MINE.replace('messages: [One, "Two, three."] # both\n', turns) + "standing: 8m\n")
    window.go("reminder", "mine")
    page = window.pages["reminder"]
    press(qtbot, page, "Add a message")
    qtbot.keyClicks(page.window().focusWidget(), "On your feet")
    assert button(page, "Message 3: Asks to stand").text() == "Asks to stand"
    press(qtbot, page, "Message 1: Asks to stand")
    assert page.window().focusWidget() is button(page, "Message 1: Asks to sit")
    press(qtbot, page, "Save")
    own = window.parts.library.catalogue.reminders["mine"]
    assert [(str(one), one.to) for one in own.messages] == [
        ("Up.", "sitting"), ("Down.", "sitting"), ("On your feet", "standing")
    ]  # fmt: skip
    assert own.standing == 480


def test_how_long_somebody_stands_is_asked_where_that_is_asked_for(qtbot, window, folder):
    window.go("reminder", "desk-reset")
    assert window.pages["reminder"].form.standing.isHidden()
    window.go("reminder", "sit-and-stand")
    page = window.pages["reminder"]
    row = page.form.standing
    assert (row.isHidden(), row.kind.value(), row.length.value()) == (False, "own", 480)
    qtbot.keyClick(row.length.field, Qt.Key.Key_Up)
    press(qtbot, page, "Save")
    text = (folder / "sit-and-stand.yaml").read_text(encoding="utf-8")
    assert "standing: 10m\n" in text
    window.go("reminder", "sit-and-stand")
    qtbot.mouseClick(page.form.standing.kind.thumb("same"), Qt.MouseButton.LeftButton)
    assert page.form.standing.length.isHidden()
    press(qtbot, page, "Save")
    assert window.parts.library.catalogue.reminders["sit-and-stand"].standing is None
    window.go("reminder", "sit-and-stand")
    qtbot.mouseClick(page.form.standing.kind.thumb("own"), Qt.MouseButton.LeftButton)
    assert page.form.keys()["standing"] == "10m"
    qtbot.mouseClick(page.form.rhythm.kind.thumb("at"), Qt.MouseButton.LeftButton)
    assert page.form.standing.isHidden()
    assert page.form.keys()["standing"] is None


def test_nothing_that_is_not_changed_is_written_otherwise(qtbot, window, folder):
    odd = (
        MINE.replace("every: 30m", "every: 90s\ndays: [sun, mon]\nsnooze: [7m, 90s]\naway_counts: 1m30s")
        + "icon: moon\n"
    )
    put(folder, "mine", odd)
    window.parts.library.refresh()
    window.go("reminder", "mine")
    page = window.pages["reminder"]
    assert not page.discard_button.isEnabled()
    settle()
    typed(qtbot, page.form.title_field.edit, "Yours")
    press(qtbot, page, "Save")
    assert (folder / "mine.yaml").read_text(encoding="utf-8") == odd.replace("title: Mine #", "title: Yours #")


def test_long_words_are_whole_at_twice_the_size(window, folder):
    long = "A reminder with a very long name that goes on and on " * 3
    put(folder, "mine", MINE.replace("title: Mine", f"title: {long}").replace("[One,", f"[{long}.,"))
    window.parts.library.refresh()
    window.look.set_scale(2.0)
    window.resize(800, 560)
    window.go("reminder", "mine")
    assert faults(window.pages["reminder"]) == []
    window.go("reminders")
    assert faults(window.pages["reminders"]) == []
