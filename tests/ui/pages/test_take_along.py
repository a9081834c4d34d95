"""Take it with you: files where the person said, a bar meanwhile, a sentence at the end."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QStandardPaths, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from coach.sound.audio_file import AudioError, Cancelled
from coach.ui.exporter import Exporter
from coach.ui.pages import take_along
from coach.ui.pages.take_along import TakeAlong
from coach.words.language import ENGLISH
from tests.fakes import troubled
from tests.ui.parts import FakeParts
from tests.ui.seeing import button, faults, settle, texts

INTRO = "Audio begins with when to stop"
WAYS = {"Audio", "Calendar", "Sheet", INTRO}


class Job:
    """An AudioExport that goes on when told, and then does what `end` says."""

    def __init__(self, end=lambda _path: ()) -> None:
        self.language = ENGLISH
        self.timeline = SimpleNamespace(id="desk-reset")
        self.may_go_on = threading.Event()
        self.end = end

    def write(self, path: Path, progress):
        progress(0.25)
        assert self.may_go_on.wait(30)
        if not progress(0.5):
            raise Cancelled
        return self.end(path)


@pytest.fixture
def stage(qtbot, look, monkeypatch, tmp_path):
    """A card, and what is asked of the person and answered."""
    parts = FakeParts()
    routine = parts.library.catalogue.routines["desk-reset"]
    stage = SimpleNamespace(parts=parts, asked=[], jobs=[], answer="", job=Job(), exporter=Exporter(), folder=tmp_path)

    def ask(_parent, _title, suggested, filters):
        stage.asked.append((Path(suggested).name, filters))
        return stage.answer

    def job(*about, **how):
        stage.jobs.append((about[1:], how))
        return stage.job

    monkeypatch.setattr(take_along, "AudioExport", SimpleNamespace(of=job))
    stage.card = TakeAlong(parts, look, stage.exporter, routine, ask)
    stage.make = lambda name: TakeAlong(parts, look, stage.exporter, replace(routine, id=name), ask)
    qtbot.addWidget(stage.card)
    stage.card.resize(520, 120)
    stage.card.show()
    yield stage
    stage.job.may_go_on.set()
    stage.exporter.give_up()


def shown(stage) -> set[str]:
    settle()
    return {found.text() for found in stage.card.findChildren(QAbstractButton) if found.isVisible()}


def finish(qtbot, stage) -> None:
    with qtbot.waitSignal(stage.exporter.ended):
        stage.job.may_go_on.set()


def test_a_sound_file_with_a_bar_meanwhile(qtbot, stage):
    stage.parts.store.add_safety(())
    stage.answer = str(stage.folder / "a.mp3")
    with qtbot.waitSignal(stage.exporter.progressed, check_params_cb=lambda share: share == 0.25):
        button(stage.card, "Audio").click()
    assert shown(stage) == {"Cancel"}
    assert stage.card._bar.isVisible()
    finish(qtbot, stage)
    assert shown(stage) == WAYS
    assert f"Saved as {stage.folder / 'a.mp3'}." in texts(stage.card)
    assert not stage.card._bar.isVisible()


@pytest.mark.parametrize("wanted", [False, True])
def test_its_first_words_are_when_to_stop_where_that_is_wanted(qtbot, stage, wanted):
    stage.answer = str(stage.folder / "a.mp3")
    if wanted:
        button(stage.card, INTRO).click()
    button(stage.card, "Audio").click()
    finish(qtbot, stage)
    assert stage.jobs == [(("routine", "desk-reset"), {"intro": wanted})]
    unsaid = "The safety questions are not answered yet, and this file does not say when to stop."
    assert f"Saved as {stage.folder / 'a.mp3'}.{'' if wanted else f' {unsaid}'}" in texts(stage.card)
    stage.parts.store.add_safety(())
    button(stage.card, "Audio").click()
    finish(qtbot, stage)
    assert f"Saved as {stage.folder / 'a.mp3'}." in texts(stage.card)


def test_a_test_is_put_into_the_calendar(qtbot, stage, look):
    pytest.importorskip("icalendar")
    test = next(iter(stage.parts.library.catalogue.tests.values()))
    asked = []
    answer = stage.folder / "w.ics"
    stage.card = TakeAlong(
        stage.parts, look, stage.exporter, test, lambda _parent, _title, to, _filters: asked.append(to) or str(answer)
    )
    qtbot.addWidget(stage.card)
    stage.card.resize(520, 400)
    stage.card.show()
    assert shown(stage) == {"Calendar"}
    button(stage.card, "Calendar").click()
    button(stage.card, "Save the calendar").click()
    assert [Path(to).name for to in asked] == [f"{test.id}.ics"]
    assert b"SUMMARY:30-second wall test" in answer.read_bytes()


def test_what_the_person_should_know_stands_behind_it(qtbot, stage):
    stage.parts.store.add_safety(())
    stage.answer = str(stage.folder / "a.wav")
    stage.job.end = lambda _path: ("Without the voice: it is not installed.",)
    button(stage.card, "Audio").click()
    finish(qtbot, stage)
    assert f"Saved as {stage.folder / 'a.wav'}. Without the voice: it is not installed." in texts(stage.card)


def raise_(problem: Exception):
    raise problem


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (AudioError(troubled("/a.mp3 cannot be written: No space left on device")), "No space left on device"),
        (RuntimeError("strange"), "It could not be written: strange"),
    ],
)
def test_a_failure_is_a_sentence(qtbot, stage, problem, sentence):
    stage.answer = str(stage.folder / "a.mp3")
    stage.job.end = lambda _path: raise_(problem)
    button(stage.card, "Audio").click()
    finish(qtbot, stage)
    assert any(sentence in text for text in texts(stage.card))
    assert shown(stage) == WAYS


def test_cancelled_says_nothing(qtbot, stage):
    stage.answer = str(stage.folder / "a.mp3")
    button(stage.card, "Audio").click()
    button(stage.card, "Cancel").click()
    finish(qtbot, stage)
    assert stage.exporter.sentence == ""
    assert shown(stage) == WAYS


def test_a_page_built_anew_shows_the_file_under_way(qtbot, stage):
    stage.answer = str(stage.folder / "a.mp3")
    with qtbot.waitSignal(stage.exporter.progressed, check_params_cb=lambda share: share == 0.25):
        button(stage.card, "Audio").click()
    stage.card = stage.make("desk-reset")
    qtbot.addWidget(stage.card)
    stage.card.show()
    assert shown(stage) == {"Cancel"}
    finish(qtbot, stage)
    assert shown(stage) == WAYS
    other = stage.make("another")
    qtbot.addWidget(other)
    assert not any("Saved" in text for text in texts(other))


def test_nothing_chosen_does_nothing(stage):
    for word in ("Audio", "Sheet", "Calendar", "Save the calendar"):
        button(stage.card, word).click()
    assert [name for name, _ in stage.asked] == ["desk-reset.mp3", "desk-reset.pdf", "desk-reset.ics"]
    button(stage.card, "Not now").click()
    assert shown(stage) == WAYS


def test_without_soundfile_only_wav_is_offered(stage, monkeypatch):
    monkeypatch.setattr("coach.sound.audio_file.importlib.util.find_spec", lambda _name: None)
    button(stage.card, "Audio").click()
    assert stage.asked == [("desk-reset.wav", "WAV sound (*.wav)")]


def test_the_sheet_with_its_ending_added(qtbot, stage):
    stage.answer = str(stage.folder / "my sheet")
    with qtbot.waitSignal(stage.exporter.ended):
        button(stage.card, "Sheet").click()
        assert shown(stage) == {"Cancel"}, "the window goes on meanwhile"
    assert shown(stage) == WAYS
    assert (stage.folder / "my sheet.pdf").read_bytes().startswith(b"%PDF")
    assert f"Saved as {stage.folder / 'my sheet.pdf'}." in texts(stage.card)


def test_a_sheet_that_is_cancelled_leaves_nothing(qtbot, stage):
    stage.answer = str(stage.folder / "a.pdf")
    shares = []
    stage.exporter.progressed.connect(shares.append)
    with qtbot.waitSignal(stage.exporter.ended):
        button(stage.card, "Sheet").click()
        qtbot.waitUntil(lambda: len(shares) > 2)
        button(stage.card, "Cancel").click()
    assert 0 < shares[-1] < 1
    assert stage.exporter.sentence == ""
    assert shown(stage) == WAYS
    assert list(stage.folder.iterdir()) == []


def test_the_programs_end_takes_half_a_sheet_away(qtbot, stage):
    stage.answer = str(stage.folder / "a.pdf")
    with qtbot.waitSignal(stage.exporter.progressed, check_params_cb=lambda share: share > 0):
        button(stage.card, "Sheet").click()
    assert len(list(stage.folder.iterdir())) == 1
    stage.exporter.give_up()
    assert list(stage.folder.iterdir()) == []
    assert not stage.exporter.is_busy


def test_calendar_entries_when_they_suit(stage):
    pytest.importorskip("icalendar")
    stage.answer = str(stage.folder / "a.ics")
    button(stage.card, "Calendar").click()
    assert stage.asked == [], "first it is said what it will do"
    assert "Mon to Fri, 11:00. The first is Wednesday 13 May, 11:00." in texts(stage.card)
    button(stage.card, "Save the calendar").click()
    assert b"DTSTART:20260513T110000" in (stage.folder / "a.ics").read_bytes()
    told = texts(stage.card)
    assert any(text.startswith("Saved as ") and "The first is Wednesday 13 May, 11:00." in text for text in told)
    assert shown(stage) == WAYS


def test_calendar_entries_at_a_time_and_from_a_day_of_ones_own(qtbot, stage):
    pytest.importorskip("icalendar")
    stage.answer = str(stage.folder / "a.ics")
    button(stage.card, "Calendar").click()
    choice = stage.card._choice
    qtbot.mouseClick(choice.times["chosen"], Qt.MouseButton.LeftButton)
    choice.time.field.setValue(12 * 60 + 30)
    qtbot.mouseClick(choice.starts["monday"], Qt.MouseButton.LeftButton)
    assert "Mon to Fri, 12:30. The first is Monday 18 May, 12:30." in texts(stage.card)
    qtbot.mouseClick(choice.starts["chosen"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(choice.day.more, Qt.MouseButton.LeftButton)
    assert "Mon to Fri, 12:30. The first is Wednesday 13 May, 12:30." in texts(stage.card)
    button(stage.card, "Save the calendar").click()
    assert b"DTSTART:20260513T123000" in (stage.folder / "a.ics").read_bytes()


def test_the_choice_is_left_with_the_keyboard_where_it_was(qtbot, stage):
    with qtbot.waitActive(stage.card):
        stage.card.activateWindow()
    calendar = button(stage.card, "Calendar")
    calendar.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(calendar, Qt.Key.Key_Space)
    assert QApplication.focusWidget().text() == "Save the calendar"
    qtbot.keyClick(button(stage.card, "Not now"), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is calendar
    assert stage.asked == []


@pytest.mark.parametrize(("width", "scale"), [(520, 1.0), (400, 1.0), (520, 2.0)])
def test_nothing_of_the_choice_is_cut(stage, look, width, scale):
    look.set_scale(scale)
    stage.card.resize(width, round(700 * scale))
    button(stage.card, "Calendar").click()
    for chips in (stage.card._choice.times, stage.card._choice.starts):
        chips["chosen"].click()
    assert faults(stage.card) == []


def test_a_folder_that_is_not_there(qtbot, stage):
    stage.answer = str(stage.folder / "none" / "a.pdf")
    with qtbot.waitSignal(stage.exporter.ended):
        button(stage.card, "Sheet").click()
    assert any("there is no folder" in text for text in texts(stage.card))


def test_with_the_keyboard_alone(qtbot, stage):
    stage.answer = str(stage.folder / "a.mp3")
    with qtbot.waitActive(stage.card):
        stage.card.activateWindow()
    audio = button(stage.card, "Audio")
    audio.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(audio, Qt.Key.Key_Return)
    cancel = QApplication.focusWidget()
    assert cancel.text() == "Cancel"
    qtbot.keyClick(cancel, Qt.Key.Key_Space)
    finish(qtbot, stage)
    settle()
    assert QApplication.focusWidget() is audio


def test_the_end_is_announced(qtbot, stage):
    stage.answer = str(stage.folder / "none" / "a.pdf")
    with qtbot.waitSignal(stage.exporter.ended):
        button(stage.card, "Sheet").click()
    assert "there is no folder" in stage.card._announcer.said[-1]


def test_a_sentence_does_not_push_the_buttons_up_from_the_pointer(qtbot, window):
    window.to.routine.emit("desk-reset")
    page = window.pages["routine"]
    settle()
    card = page._shown.take_along
    place = card.mapTo(page.widget(), QPoint(0, 0))
    card._show(True)
    settle()
    assert card.mapTo(page.widget(), QPoint(0, 0)) == place
    card._end("Saved as /home/somebody/Music/desk-reset.mp3.")
    settle()
    assert card.mapTo(page.widget(), QPoint(0, 0)) == place
    window.resize(1000, 700)
    settle()
    assert page._shown.exercises.minimumHeight() == 0


@pytest.mark.parametrize("folder", ["", "relative", "/a folder/that is not there"])
def test_a_folder_that_is_not_there_is_not_offered(stage, monkeypatch, folder):
    """A save dialog that is told one opens wherever the program runs."""
    asked = []
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: folder)
    stage.card._ask = lambda _parent, _title, suggested, _filters: asked.append(Path(suggested)) or ""
    button(stage.card, "Audio").click()
    assert [path.parent for path in asked] == [Path.home()]


def test_the_systems_folder_is_offered_where_it_is_there(stage, monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    stage.card._ask = lambda _parent, _title, suggested, _filters: asked.append(Path(suggested)) or ""
    button(stage.card, "Sheet").click()
    assert asked == [tmp_path / "desk-reset.pdf"]


@pytest.mark.parametrize("way", ["Audio", "Calendar", "Sheet"])
def test_while_the_safety_questions_lock_nothing_is_taken_along(stage, way):
    stage.parts.store.add_safety({"infection"})
    button(stage.card, way).click()
    assert stage.asked == []
    assert any("Contact a doctor" in text and "Once it was checked" in text for text in texts(stage.card))
    assert shown(stage) == WAYS
