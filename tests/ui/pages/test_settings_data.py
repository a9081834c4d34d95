"""Your data in Settings: a copy in a file, and such a file taken in."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.history_file import HistoryFile
from coach.ui.look.window_look import WindowLook
from coach.ui.pages import taking_in
from coach.ui.pages.settings_data import DataCard
from coach.ui.pages.taking_in import TakingIn
from tests.ui.parts import FakeParts
from tests.ui.seeing import button, texts


class Stage:
    """The card of a person, and what the dialogs answer."""

    def __init__(self, qtbot, look) -> None:
        self.parts = FakeParts()
        self._qtbot, self._look = qtbot, look
        self.answer = ""
        self.asked: list[str] = []
        self.card = DataCard(self.parts, look, self._ask, self._ask)
        qtbot.addWidget(self.card)
        self.card.resize(760, 500)
        self.card.show()

    def _ask(self, _parent, _title: str, suggested: str, _filters: str) -> str:
        self.asked.append(Path(suggested).name)
        return self.answer

    def press(self, name: str, answer: str | Path) -> str:
        """What is told after a button and an answer to its dialog."""
        self.answer = str(answer)
        button(self.card, name).click()
        self.wait()
        return self.card.told.text()

    def wait(self) -> None:
        """Until nothing is taken in any more."""
        self._qtbot.waitUntil(lambda: TakingIn.under_way(self.parts.store) is None)

    def come_again(self) -> None:
        """The page was left and is made anew."""
        self.card.hide()
        self.card = DataCard(self.parts, self._look, self._ask, self._ask)
        self._qtbot.addWidget(self.card)
        self.card.show()


@pytest.fixture
def stage(qtbot, look) -> Stage:
    return Stage(qtbot, look)


def test_a_copy_goes_out_and_comes_in_elsewhere(qtbot, look, stage, tmp_path):
    stage.parts.finish("desk-reset", pain=1)
    stage.parts.store.add_conditions({"pregnancy"})
    path = tmp_path / "mine.jsonl"
    assert stage.press("Save a copy", path.with_suffix("")) == f"Saved as {path}."
    assert stage.asked == ["posture-coach-2026-05-12.jsonl"]
    other = Stage(qtbot, look)
    assert other.press("Take in", path) == "1 session, 1 list of conditions taken."
    assert other.parts.store.past() == stage.parts.store.past()
    assert other.press("Take in", path) == "nothing taken; 2 known already."


@pytest.mark.parametrize("name", ["Save a copy", "Take in"])
def test_a_dialog_that_is_left_does_nothing(stage, name):
    assert stage.press(name, "") == ""
    assert not stage.card.told.isVisible()


def test_a_place_that_cannot_be_written_is_said(stage, tmp_path):
    told = stage.press("Save a copy", tmp_path / "gone" / "mine.jsonl")
    assert "cannot be written (No such file or directory); name a file in a folder of yours" in told


def test_what_is_no_history_is_said_and_a_line_that_is_left_out_named(stage, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("hello\n")
    assert "not a history of Posture Coach" in stage.press("Take in", path)
    path.write_text(
        '{"format": "posture-coach-history", "version": 1, "exported": "2026-06-01T08:00:00+01:00"}\n{"type": "odd"}\n'
    )
    told = stage.press("Take in", path)
    assert told.startswith("nothing taken; 1 line left out.")
    assert "2" in told
    assert "cannot be read" in stage.press("Take in", tmp_path / "gone.jsonl")


def test_settings_have_the_card(window):
    window.go("settings")
    page = window.pages["settings"]
    assert "Your data" in texts(page)
    assert button(page, "Save a copy").isEnabled()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_it_fits_in_a_small_window_with_large_text(qtbot, theme):
    card = DataCard(FakeParts(), WindowLook(theme, 2.0, reduced_motion=True))
    qtbot.addWidget(card)
    card.resize(640, 900)
    card.show()
    assert card.minimumSizeHint().width() <= 640


# --- deleting ---------------------------------------------------------------------------------------------------------


def with_a_past(stage: Stage) -> Stage:
    stage.parts.finish("desk-reset")
    stage.parts.store.add_safety({"infection"})
    stage.parts.store.set_setting("theme", "dark")
    return stage


def test_all_is_deleted_after_a_copy_and_two_questions_and_comes_back_from_it(stage, tmp_path):
    store = with_a_past(stage).parts.store
    path = tmp_path / "copy.jsonl"
    before = store.past()
    button(stage.card, "Delete all").click()
    stage.press("Save a copy first", path)
    assert store.past() == before, "asked again before anything goes"
    button(stage.card, "Delete all now").click()
    assert stage.card.told.text().startswith("Everything is deleted.")
    assert (store.past(), store.safety(), store.setting("theme")) == ((), (), "dark")
    stage.press("Take in", path)
    assert store.past() == before


def test_what_locked_and_was_told_is_gone_from_settings_with_the_rest(window):
    window.parts.store.add_safety(["infection"])
    window.parts.store.add_conditions(["pregnancy"])
    window.go("settings")
    page = window.pages["settings"]
    assert {"Have this checked first.", "1 of the list is true of you."} <= set(texts(page))
    button(page, "Delete all").click()
    button(page, "Go on without a copy").click()
    button(page, "Delete all now").click()
    assert "Everything is deleted. You begin anew, whenever you like." in texts(page)
    assert not {"Have this checked first.", "1 of the list is true of you."} & set(texts(page))


@pytest.mark.parametrize("questions", [1, 2])
def test_at_each_question_everything_can_be_kept(stage, questions):
    store = with_a_past(stage).parts.store
    button(stage.card, "Delete all").click()
    if questions == 2:
        button(stage.card, "Go on without a copy").click()
    button(stage.card, "Keep everything").click()
    assert len(store.past()) == 1
    with pytest.raises(LookupError):
        button(stage.card, "Keep everything")


def test_a_copy_that_is_not_saved_asks_nothing_further(stage, tmp_path):
    with_a_past(stage)
    button(stage.card, "Delete all").click()
    stage.press("Save a copy first", "")
    assert button(stage.card, "Save a copy first").isEnabled()
    assert "cannot be written" in stage.press("Save a copy first", tmp_path / "gone" / "a.jsonl")
    with pytest.raises(LookupError):
        button(stage.card, "Delete all now")


def test_what_is_safe_has_the_focus_at_the_second_question(stage):
    stage.card.activateWindow()
    button(stage.card, "Delete all").click()
    button(stage.card, "Go on without a copy").click()
    keep = button(stage.card, "Keep everything")
    assert stage.card.focusWidget() is keep


MEANWHILE = "The file is being taken in. This may take a few seconds; you can go on meanwhile."


@pytest.fixture
def gate(monkeypatch) -> Iterator[threading.Event]:
    """The other thread reads on only when it is open."""
    gate, load = threading.Event(), taking_in.load

    def wait_and_load(path: Path) -> HistoryFile:
        gate.wait(30.0)
        return load(path)

    monkeypatch.setattr(taking_in, "load", wait_and_load)
    yield gate
    gate.set()


def begin_to_take_in(stage: Stage, tmp_path: Path) -> None:
    """A file of one session, of which the other thread has just begun."""
    stage.parts.finish("desk-reset")
    path = tmp_path / "mine.jsonl"
    stage.press("Save a copy", path)
    assert stage.parts.store.forget_all() is None
    stage.answer = str(path)
    button(stage.card, "Take in").click()


def test_the_window_goes_on_while_a_file_is_taken_in(stage, gate, tmp_path):
    begin_to_take_in(stage, tmp_path)
    assert stage.card.told.text() == MEANWHILE
    assert not any(button(stage.card, name).isEnabled() for name in ("Save a copy", "Take in", "Delete all"))
    gate.set()
    stage.wait()
    assert stage.card.told.text() == "1 session taken."
    assert all(button(stage.card, name).isEnabled() for name in ("Save a copy", "Take in", "Delete all"))


def test_who_leaves_the_page_and_comes_again_hears_the_end(stage, gate, tmp_path):
    begin_to_take_in(stage, tmp_path)
    stage.come_again()
    assert stage.card.told.text() == MEANWHILE
    assert not button(stage.card, "Take in").isEnabled()
    gate.set()
    stage.wait()
    assert stage.card.told.text() == "1 session taken."
