"""A window that is closed hands over to a program without one."""

from __future__ import annotations

import json

import pytest

from coach.desk_digest import digest_of
from coach.desktop.asked import RefusedError
from coach.handover import Handover
from coach.progress.statements import BY_NAME
from coach.reminders.handed import taken
from coach.ui.exporter import Exporter
from coach.ui.pages.taking_in import TakingIn


@pytest.fixture
def started(program):
    """How often the other program was started."""
    told = []
    program.leaving.start = lambda: told.append(1)
    program.begin()
    return told


def test_closing_starts_it_and_gives_it_all(program, parts, started):
    parts.desk.pause(3600.0)
    program.window.go("routines")
    program.window.close()
    assert started == [1]
    given = json.loads(json.dumps(program.leaving.hand_over(to_a_window=False).as_json()))
    assert taken(given["desk"], parts.clock.awake()).state.paused
    assert "desk-reset" in digest_of(given["digest"]).reminders
    assert (given["run"]["page"], given["run"]["greeted"]) == ("routines", True)
    assert len(given["run"]["place"]) == 4


def test_what_could_not_be_saved_goes_along(program, parts, started, monkeypatch):
    waiting = [(BY_NAME["set-setting"], ("theme", '"dark"'))]
    monkeypatch.setattr(parts.store._database, "_waiting", waiting)
    program.window.close()
    (given,) = program.leaving.hand_over(to_a_window=False).unsaved
    assert given["values"] == ["theme", '"dark"']
    program.leaving.gone.emit()
    assert parts.store.unsaved == []


def test_with_more_than_a_line_takes_it_goes_on_without_a_window(program, parts, started, monkeypatch):
    waiting = [(BY_NAME["set-setting"], (f"one-{number}", "1")) for number in range(2001)]
    monkeypatch.setattr(parts.store._database, "_waiting", waiting)
    program.window.close()
    assert started == []
    parts.store.give_away_unsaved()
    program.leaving._again.timeout.emit()
    assert started == [1]


def test_what_the_program_before_could_not_save_is_written(program, parts):
    kept = ({"do": "set-setting", "values": ["theme", '"dark"']},)
    program.begin(None, Handover({}, unsaved=kept))
    assert parts.store.setting("theme") == "dark"


def test_the_program_ends_when_the_other_one_is_there(program, started, quits):
    program.window.close()
    program.leaving.hand_over(to_a_window=False)
    program.leaving.gone.emit()
    assert quits == [1]


def test_where_the_other_one_dies_it_goes_on_and_tries_again(program, started):
    program.window.close()
    program.leaving.hand_over(to_a_window=False)
    assert not program.nudging._timer.isActive()
    program.leaving.back.emit()
    assert program.nudging._timer.isActive()
    assert "paused" in program.remote.handle({"do": "remind-status"})
    program.leaving._again.timeout.emit()
    assert started == [1, 1]


def test_while_the_window_is_there_nobody_takes_over(program, started):
    for to_a_window in (True, False):
        with pytest.raises(RefusedError):
            program.leaving.hand_over(to_a_window=to_a_window)


def test_who_opens_it_again_keeps_it(program, started):
    program.window.close()
    program.show()
    with pytest.raises(RefusedError):
        program.leaving.hand_over(to_a_window=False)


def test_a_file_that_is_being_made_is_made_first(program, started, monkeypatch):
    busy = Exporter(program.window)
    monkeypatch.setattr(Exporter, "is_busy", property(lambda self: self is busy))
    program.window.close()
    assert started == []
    monkeypatch.setattr(Exporter, "is_busy", property(lambda _self: False))
    program.leaving._again.timeout.emit()
    assert started == [1]


def test_a_history_that_is_being_taken_in_is_taken_in_first(program, parts, started):
    taking = TakingIn(parts)
    program.window.close()
    assert started == []
    taking.is_over = True
    program.leaving._again.timeout.emit()
    assert started == [1]
    taking.deleteLater()


def test_the_window_comes_back_where_it_was(program, parts):
    from coach.handover import Handover

    run = {"page": "progress", "place": [10, 20, 700, 600], "greeted": True, "muted": False}
    program.begin(None, Handover({}, None, None, run))
    assert program.window.page == "progress"
    assert (program.window.width(), program.window.height()) == (700, 600)


def test_a_window_that_a_key_opened_begins_with_what_waits(program, parts):
    from coach.handover import Handover

    nudge = parts.desk.now("desk-reset")
    run = {"page": "routines", "waiting": True}
    program.begin(None, Handover({}, nudge.as_json(), None, run))
    assert program.window.page == "reminders"
    assert program.window.focusWidget() is program.window.pages["reminders"].waiting.buttons["Done"]
    assert "waiting" not in program._run()


@pytest.mark.parametrize("run", [{"page": "nowhere"}, {"page": 5, "place": "here"}, {"place": [1, 2]}])
def test_a_place_that_is_none_is_as_at_a_start(program, run):
    from coach.handover import Handover

    program.begin(None, Handover({}, None, None, run))
    assert program.window.page == "today"
