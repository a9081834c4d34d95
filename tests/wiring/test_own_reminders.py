"""Reminders made, changed, copied and taken away: the files of a person, and the desk that goes by them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coach.content.model import Text, Window
from coach.content.reminder_file import keys_of
from coach.reminders.desk_hours import DeskHours
from coach.wiring.own_reminders import BrokenFileError, ChangedMeanwhileError, OwnReminders
from tests.ui.parts import FakeParts

MINE = """\
# mine
kind: reminder
format: 1
id: mine
title: Mine # so called
every: 30m
messages: [One]
"""


class Shelf:
    """A person with a data folder, and their reminders' files."""

    def __init__(self, folder: Path) -> None:
        self.parts = FakeParts.at_home(folder)
        self.folder = folder / "routines" / "reminders"
        self.own = OwnReminders(self.parts)

    def put(self, name: str, text: str) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def text(self, name: str) -> str:
        return (self.folder / f"{name}.yaml").read_text(encoding="utf-8")

    def at_the_desk(self, minutes: int) -> None:
        for _ in range(minutes):
            self.parts.clock.pass_time(60)
            self.parts.desk.tick()

    def due(self, name: str) -> float | None:
        return next(line.due_in for line in self.parts.desk.status().lines if line.reminder_id == name)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def test_a_new_one_lies_in_the_persons_folder_and_comes_at_once(shelf: Shelf) -> None:
    draft = shelf.own.new()
    keys = {**keys_of(draft.shown), "title": "Stand up", "messages": ["Up you get."], "every": "25m"}
    assert shelf.own.save(draft, keys) == "stand-up"
    assert shelf.text("stand-up") == (
        "kind: reminder\nformat: 1\nid: stand-up\ntitle: Stand up\nevery: 25m\ndays: mon-fri\n"
        "between: 09:00-17:30\nmessages:\n  - Up you get.\n"
    )
    assert shelf.due("stand-up") == 25 * 60
    assert shelf.own.opened("stand-up").is_yours


def test_a_new_one_of_a_name_that_was_taken_gets_another_id(shelf: Shelf) -> None:
    shelf.put("stand-up", "broken: [")
    keys = {**keys_of(shelf.own.new().shown), "title": "Stand up", "messages": ["Up."]}
    assert shelf.own.save(shelf.own.new(), keys) == "stand-up-2"
    shelf.parts.desk.tick()
    shelf.own.take_away(shelf.own.opened("stand-up-2"))
    assert shelf.own.save(shelf.own.new(), keys) in ("stand-up-2", "stand-up-3")
    assert shelf.text("stand-up") == "broken: ["


def test_what_is_wrong_is_not_written(shelf: Shelf) -> None:
    draft = shelf.own.new()
    assert [fault.key for fault in shelf.own.judge(draft, keys_of(draft.shown)).faults] == ["title", "messages"]
    with pytest.raises(BrokenFileError):
        shelf.own.save(draft, keys_of(draft.shown))
    unwritable = {**keys_of(draft.shown), "title": "\x07", "messages": ["One"]}
    assert shelf.own.judge(draft, unwritable).reminder is None
    assert not shelf.folder.exists()


def test_a_shipped_one_is_copied_with_its_id_and_lies_over_it(shelf: Shelf) -> None:
    draft = shelf.own.opened("change-position")
    assert (draft.is_yours, draft.has_shipped) == (False, True)
    shelf.own.save(draft, {**keys_of(draft.shown), "every": "20m"})
    assert shelf.due("change-position") == 20 * 60
    assert "every: 20m\n" in shelf.text("change-position")
    assert "sources: [waongenngarm-2021, luger-2019]\n" in shelf.text("change-position")
    draft = shelf.own.opened("change-position")
    assert (draft.is_yours, draft.has_shipped) == (True, True)
    data = shelf.own.take_away(draft)
    assert shelf.due("change-position") == 30 * 60
    shelf.own.bring_back(draft, data)
    assert shelf.due("change-position") == 20 * 60


def test_a_shipped_one_is_copied_as_it_comes_for_the_person(shelf: Shelf) -> None:
    shelf.parts.desk.set_hours(DeskHours(("sat", "sun"), Window(600, 660)))
    shelf.parts.desk.enable("change-position", False)
    draft = shelf.own.opened("change-position")
    assert (draft.shown.days, draft.shown.between, draft.shown.enabled) == (("sat", "sun"), Window(600, 660), False)
    shelf.own.save(draft, {**keys_of(draft.shown), "title": "Shift"})
    comes = next(one for one in shelf.parts.desk.reminders if one.id == "change-position")
    assert (comes.days, comes.between, comes.enabled) == (("sat", "sun"), Window(600, 660), False)
    assert "enabled: false\n" in shelf.text("change-position")


def test_one_that_the_hours_leave_no_time_keeps_its_own(shelf: Shelf) -> None:
    shelf.parts.desk.set_hours(DeskHours(("mon",), Window(60, 120)))
    draft = shelf.own.opened("desk-reset")
    assert draft.shown.at == (630, 900)
    assert shelf.own.judge(draft, keys_of(draft.shown)).reminder is not None


def test_a_file_of_the_persons_own_keeps_all_that_is_not_changed(shelf: Shelf) -> None:
    shelf.put("mine", MINE)
    draft = shelf.own.opened("mine")
    shelf.own.save(draft, {**keys_of(draft.shown), "every": "40m"})
    assert shelf.text("mine") == MINE.replace("30m", "40m")
    assert shelf.own.opened("mine").said == replace(draft.said, every=2400.0)


def test_the_counting_of_the_others_goes_on(shelf: Shelf) -> None:
    shelf.put("mine", MINE)
    shelf.parts.library.refresh()
    shelf.at_the_desk(10)
    before = {line.reminder_id: line.due_in for line in shelf.parts.desk.status().lines}
    draft = shelf.own.opened("mine")
    shelf.own.save(draft, {**keys_of(draft.shown), "every": "45m"})
    after = {line.reminder_id: line.due_in for line in shelf.parts.desk.status().lines}
    assert (before.pop("mine"), after.pop("mine")) == (21 * 60, 36 * 60)  # with the others, and counted on
    assert after == before


def test_the_switch_is_as_the_form_says(shelf: Shelf) -> None:
    shelf.put("mine", MINE)
    shelf.parts.library.refresh()
    shelf.parts.desk.enable("mine", False)
    draft = shelf.own.opened("mine")
    assert not draft.shown.enabled
    shelf.own.save(draft, {**keys_of(draft.shown), "enabled": True})
    assert shelf.due("mine") is not None


def test_a_copy_is_another_one_with_all_that_the_first_has(shelf: Shelf) -> None:
    shelf.put("mine", MINE)
    draft = shelf.own.copied("mine", "Mine (copy)")
    assert shelf.own.save(draft, keys_of(draft.shown)) == "mine-copy"
    assert shelf.text("mine-copy") == MINE.replace("id: mine", "id: mine-copy").replace(
        "Mine #", '"Mine (copy)" #'
    ) or ("# so called" in shelf.text("mine-copy"))
    assert shelf.text("mine") == MINE
    of_shipped = shelf.own.copied("desk-reset", "Another")
    assert shelf.own.save(of_shipped, keys_of(of_shipped.shown)) == "another"
    found = shelf.parts.library.catalogue.reminders
    assert found["another"] == replace(found["desk-reset"], id="another", title=Text("Another"))


def test_what_was_changed_meanwhile_is_not_written_over(shelf: Shelf) -> None:
    path = shelf.put("mine", MINE)
    draft = shelf.own.opened("mine")
    path.write_text(MINE.replace("30m", "31m"), encoding="utf-8")
    for act in (
        lambda: shelf.own.save(draft, {**keys_of(draft.shown), "every": "9m"}),
        lambda: shelf.own.take_away(draft),
    ):
        with pytest.raises(ChangedMeanwhileError):
            act()
    assert "31m" in shelf.text("mine")
    path.unlink()
    with pytest.raises(ChangedMeanwhileError):
        shelf.own.save(draft, keys_of(draft.shown))
    shipped = shelf.own.opened("wall-test")
    shelf.put("wall-test", "mine")
    with pytest.raises(ChangedMeanwhileError):
        shelf.own.save(shipped, keys_of(shipped.shown))


def test_what_came_in_the_place_of_a_deleted_one_is_not_written_over(shelf: Shelf) -> None:
    shelf.put("mine", MINE)
    draft = shelf.own.opened("mine")
    data = shelf.own.take_away(draft)
    assert "mine" not in shelf.parts.library.catalogue.reminders
    shelf.put("mine", "another")
    with pytest.raises(ChangedMeanwhileError):
        shelf.own.bring_back(draft, data)


def test_a_broken_file_is_told_and_left_alone(shelf: Shelf) -> None:
    path = shelf.put("change-position", MINE)
    with pytest.raises(BrokenFileError) as told:
        shelf.own.opened("change-position")
    assert [problem.file for problem in told.value.problems] == [path]
    assert "the id is mine and the file change-position.yaml" in str(told.value)
    shelf.put("mine", MINE.replace("30m", "30"))
    with pytest.raises(BrokenFileError, match=r"mine\.yaml:6:8: 30 has no unit; did you mean 30m\?"):
        shelf.own.opened("mine")


def test_none_of_that_name_is_an_error(shelf: Shelf) -> None:
    with pytest.raises(KeyError):
        shelf.own.opened("gone")


def test_the_card_of_one_that_is_deleted_goes_too(shelf: Shelf) -> None:
    shelf.put("mine", MINE)
    shelf.parts.library.refresh()
    shelf.parts.desk.now("mine")
    shelf.own.take_away(shelf.own.opened("mine"))
    assert shelf.parts.desk.open is None
    shelf.at_the_desk(5)


def test_a_folder_that_cannot_be_written_leaves_all_as_it_was(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = shelf.own.opened("change-position")
    shelf.folder.parent.parent.mkdir(exist_ok=True)
    shelf.folder.parent.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(OSError, match=r"exist|directory"):
        shelf.own.save(draft, {**keys_of(draft.shown), "every": "20m"})
    assert shelf.due("change-position") == 1800
