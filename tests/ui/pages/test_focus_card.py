"""The focus routine as a card: its length, what is in it, and how it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coach.progression.focus import FOCUS
from coach.session.routine_lines import lines
from coach.settings import FOCUS_MINUTES
from coach.ui.pages.focus_card import FocusCard
from coach.ui.pages.page import Paths
from tests.ui.parts import FakeParts, shipped
from tests.ui.seeing import button, faults, texts


@pytest.fixture
def card(qtbot, look, parts: FakeParts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FocusCard:
    """Of somebody who was tested yesterday; what is kept goes into a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    parts.tested(days_ago=1, hold=20)
    made = FocusCard(parts, look, Paths(), "Until the next test.")
    qtbot.addWidget(made)
    made.resize(448, 560)
    made.show()
    return made


def listed(card: FocusCard) -> list[str]:
    titles = {str(exercise.title) for exercise in shipped().exercises.values()}
    return [text for text in texts(card) if text in titles]


def test_it_shows_what_will_be_done(card: FocusCard, parts: FakeParts) -> None:
    of = lines(parts.routine(FOCUS), shipped().exercises)
    assert listed(card) == [str(line.exercise.title) for line in of]
    for text in ("Made for you", "Your focus routine", "Until the next test."):
        assert text in texts(card)
    assert faults(card) == []


@pytest.mark.parametrize("minutes", ["5 min", "12 min"])
def test_another_length_is_chosen_kept_and_shown(qtbot, card: FocusCard, parts: FakeParts, minutes: str) -> None:
    before = listed(card)
    with qtbot.waitSignal(card.changed):
        qtbot.mouseClick(button(card, minutes), Qt.MouseButton.LeftButton)
    wanted = float(minutes.split(maxsplit=1)[0])
    assert parts.store.get(FOCUS_MINUTES) == wanted
    assert listed(card) != before
    assert listed(card) == [str(line.exercise.title) for line in lines(parts.routine(FOCUS), shipped().exercises)]
    assert 48 * wanted <= parts.timeline("routine", FOCUS).seconds <= 66 * wanted
    assert faults(card) == []


def test_a_length_chosen_elsewhere_is_offered_as_well(card: FocusCard, parts: FakeParts, qtbot, look) -> None:
    parts.store.keep(FOCUS_MINUTES, 10.0)
    other = FocusCard(parts, look, Paths())
    qtbot.addWidget(other)
    other.show()
    assert [button(other, f"{n} min").isChecked() for n in (5, 8, 10, 12)] == [False, False, True, False]


def test_start_begins_it_and_change_opens_it(qtbot, card: FocusCard) -> None:
    with qtbot.waitSignal(card._to.start) as started:
        card.start_button.click()
    assert started.args == ["routine", FOCUS]
    with qtbot.waitSignal(card._to.routine) as opened:
        button(card, "Change").click()
    assert opened.args == [FOCUS]


def files() -> list[Path]:
    return sorted(Path().rglob("*.yaml"))


def test_saved_for_later_it_is_a_routine_of_the_person_s_own(qtbot, card: FocusCard, parts: FakeParts) -> None:
    button(card, "Save for later").click()
    [path] = files()
    assert path.name == "focus-2026-05-12.yaml"
    assert 'title: "Focus routine of 12 May, 8 min"' in path.read_text(encoding="utf-8")
    assert "Kept among your routines as “Focus routine of 12 May, 8 min”." in texts(card)
    assert not button(card, "Saved").isEnabled()
    assert faults(card) == []
    with qtbot.waitSignal(card._to.routine) as opened:
        button(card, "Open").click()
    assert opened.args == ["focus-2026-05-12"]


def test_what_was_saved_is_taken_back(card: FocusCard) -> None:
    button(card, "Save for later").click()
    button(card, "Undo").click()
    assert files() == []
    assert "Taken back." in texts(card)
    button(card, "Save for later").click()
    [path] = files()
    path.write_text("changed since", encoding="utf-8")
    button(card, "Undo").click()
    assert files() == [path]
    assert "Its file has been changed since; it stays." in texts(card)


def test_two_lengths_of_a_day_are_two_routines(card: FocusCard) -> None:
    button(card, "Save for later").click()
    button(card, "12 min").click()
    button(card, "Save for later").click()
    assert {path.stem for path in files()} == {"focus-2026-05-12", "focus-2026-05-12-2"}


def test_what_is_kept_already_is_not_kept_twice(qtbot, look, card: FocusCard, parts: FakeParts) -> None:
    button(card, "Save for later").click()
    again = FocusCard(parts, look, Paths())
    qtbot.addWidget(again)
    again.show()
    button(again, "Save for later").click()
    assert [path.stem for path in files()] == ["focus-2026-05-12"]
    button(again, "Undo").click()
    assert files() == []


def test_where_it_cannot_be_kept_the_reason_is_told(card: FocusCard) -> None:
    Path("the data folder").write_text("in the way", encoding="utf-8")
    button(card, "Save for later").click()
    [told] = [text for text in texts(card) if text.startswith("It could not be kept")]
    assert told.endswith(".")
    assert card.save.button.isEnabled()


def test_of_a_routine_of_which_nothing_is_left_there_is_nothing_to_start(qtbot, look, parts: FakeParts) -> None:
    parts.tested(days_ago=1, hold=20)
    session = parts.store.begin_session("routine", FOCUS, "Focus routine", 480.0, 5)
    for place, interval in enumerate(parts.timeline("routine", FOCUS).intervals):
        if interval.kind == "work":
            parts.store.add_interval(session, place, interval, 30.0, "done", 8)
    parts.store.finish_session(session, "finished")
    parts.store.tell_morning(parts.store.uid_of_session(session), "worse")
    assert parts.own(FOCUS).is_empty
    card = FocusCard(parts, look, Paths())
    qtbot.addWidget(card)
    card.show()
    assert card.start_button is None
    assert any("Nothing of Focus routine is left for you now." in text for text in texts(card))
