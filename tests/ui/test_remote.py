"""What a second start and the command line ask of the running program, and what it answers."""

from __future__ import annotations

import os
import threading
from dataclasses import replace

import pytest

from coach.content.model import RestStep
from coach.desktop.single import MovedError
from coach.ui.remote import Remote
from tests.ui.parts import FakeParts, shipped
from tests.ui.seeing import settle


def test_a_second_start_shows_the_first_ones_window(remote):
    told = []
    remote.show.connect(lambda: told.append("show"))
    remote.play.connect(lambda *what: told.append(what))
    assert "error" not in remote.answer({"do": "show"})
    assert "error" not in remote.answer({"do": "play", "kind": "routine", "id": "desk-reset", "from": 3})
    assert told == ["show", ("routine", "desk-reset", 3)]


def test_reminders_are_told_and_moved_from_outside(remote, parts):
    nudged = []
    remote.nudged.connect(nudged.append)
    status = remote.answer({"do": "remind-status"})
    assert status["running"] is True
    assert "Change position" in status["text"]
    assert remote.answer({"do": "remind-pause", "seconds": 3600})["paused"] is True
    assert "Paused until 12:48" in remote.answer({"do": "remind-status"})["text"]
    assert remote.answer({"do": "remind-resume"})["paused"] is False
    remote.answer({"do": "remind-now", "id": "five-minute-break"})
    assert nudged[0].id == "five-minute-break"
    remote.answer({"do": "remind-snooze", "seconds": 300})
    again = remote.answer({"do": "remind-skip", "id": "five-minute-break"})
    assert again == {"error": "nothing to skip: Five-minute break is not open: it was snoozed at 11:48"}
    nobody = remote.answer({"do": "remind-skip", "id": "nonsense"})
    assert nobody["error"].startswith("nothing to skip: nonsense is not a reminder; the reminders are before-a-drive, ")
    assert [entry.what for entry in parts.desk.status().log] == ["shown", "snoozed"]


def test_the_status_says_where_time_away_is_unknown(remote, parts):
    unknown = "Whether you are away is unknown here: all time counts as time at the desk."
    assert unknown not in remote.answer({"do": "remind-status"})["text"]
    parts.idle.now = None
    parts.desk.tick()
    assert remote.answer({"do": "remind-status"})["text"].split("\n")[-1] == unknown


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        ({"do": "dance"}, "dance is not known"),
        ({"do": "remind-dance"}, "remind dance is not known"),
        ({"do": "remind-now", "id": "gone"}, "gone is not a reminder"),
        ({}, " is not known"),
    ],
)
def test_what_cannot_be_answered_is_said(remote, request_, error):
    assert remote.answer(request_) == {"error": error}


def test_requests_of_another_thread_are_answered_in_the_windows(qtbot, remote):
    answers = []
    requests = [{"do": "remind-status"}, {"do": "remind-skip"}, {"do": "play"}]
    thread = threading.Thread(target=lambda: answers.extend(remote.handle(request) for request in requests))
    thread.start()
    qtbot.waitUntil(lambda: len(answers) == 3)
    thread.join()
    assert answers[0]["running"] is True
    assert answers[1]["error"] == "nothing to skip: no reminder has come yet"
    assert "error" in answers[2]


def test_a_busy_program_says_so(remote, monkeypatch):
    monkeypatch.setattr("coach.ui.desk_remote._PATIENCE_SECONDS", 0.01)
    answers = []
    asking = threading.Thread(target=lambda: answers.append(remote.handle({"do": "show"})))
    asking.start()
    asking.join()  # the window's own thread does nothing else meanwhile
    assert answers == [{"error": "the program is busy; try again"}]
    settle()


def test_a_session_that_runs_is_not_replaced_and_this_is_said(remote):
    told = []
    remote.show.connect(lambda: told.append("show"))
    remote.play.connect(lambda *what: told.append(what))
    remote.is_busy = lambda: True
    answer = remote.answer({"do": "play", "kind": "routine", "id": "desk-reset"})
    assert answer == {"error": "a session or the safety questions are open already; end them first"}
    assert told == ["show"]


def test_the_program_says_that_a_session_runs(program, parts):
    program.begin(("routine", "desk-reset", 0))
    assert "error" in program.remote.answer({"do": "play", "kind": "routine", "id": "anti-slouch-daily"})
    program.window.leave_session()
    assert "error" not in program.remote.answer({"do": "play", "kind": "routine", "id": "anti-slouch-daily"})
    program.window.leave_session()


def test_a_routine_of_which_no_session_is_left_is_not_begun(qapp):
    still = replace(shipped().routines["desk-reset"], steps=(RestStep(20.0),))
    parts = FakeParts(replace(shipped(), routines={"desk-reset": still}))
    remote = Remote(parts)
    remote.play.connect(lambda *_what: pytest.fail("it is begun"))
    answer = remote.answer({"do": "play", "kind": "routine", "id": "desk-reset"})
    assert answer == {"error": "desk-reset has nothing to do: a rest at the end of a session is left out"}


@pytest.mark.parametrize(
    "request_",
    [
        {"do": "play", "kind": "routine", "id": "desk-rest"},
        {"do": "play", "kind": "plan", "id": "eight-weeks"},
        {"do": "play", "kind": "routine", "id": "desk-reset", "from": -1},
        {"do": "play", "kind": "routine", "id": "desk-reset", "from": 10_000},
        {"do": "play", "kind": "routine", "id": "desk-reset", "from": float("inf")},
        {"do": "play", "kind": [], "id": {}},
        {"do": "play", "kind": "exercise", "id": "wall-test"},
        {"do": "play", "kind": "routine", "id": "desk-reset", "from": 1.5},
        {"do": "play", "kind": "routine", "id": "desk-reset", "from": True},
        {"do": ["show"]},
        {"do": "remind-pause", "seconds": True},
        {"do": "remind-pause", "seconds": "600"},
        {"do": "exercising", "session": "one", "goes_on": True, "seconds": float("nan")},
        {"do": "remind-pause", "seconds": 3.6e12},
        {"do": "remind-pause", "seconds": float("nan")},
        {"do": "remind-pause", "seconds": -1},
        {"do": "remind-snooze", "id": "change-position", "seconds": 1e9},
        {"do": "remind-snooze", "id": ["change-position"], "seconds": 60},
    ],
)
def test_what_no_program_would_ask_is_refused_and_the_window_goes_on(qtbot, remote, request_):
    answers = []
    thread = threading.Thread(
        target=lambda: answers.extend([remote.handle(request_), remote.handle({"do": "remind-status"})])
    )
    thread.start()
    qtbot.waitUntil(lambda: len(answers) == 2)
    thread.join()
    assert "error" in answers[0]
    assert answers[1]["running"] is True


EXERCISING = {"do": "exercising", "session": "one", "goes_on": True, "seconds": 0.0}


SECONDS = "write a number from 0 to 86400"


PAUSE = "write a number from 0 to 2.592e+06"


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        ({"do": "exercising"}, "session is missing; write a text of 1 to 200 characters"),
        ({**EXERCISING, "session": ""}, "session is ''; write a text of 1 to 200 characters"),
        ({**EXERCISING, "session": 7}, "session is 7; write a text of 1 to 200 characters"),
        ({**EXERCISING, "goes_on": 1}, "goes_on is 1; write true or false"),
        ({**EXERCISING, "seconds": -1}, f"seconds is -1; {SECONDS}"),
        ({**EXERCISING, "seconds": True}, f"seconds is True; {SECONDS}"),
        ({**EXERCISING, "seconds": 1e9}, f"seconds is 1000000000.0; {SECONDS}"),
        ({"do": "play", "id": "desk-reset"}, "kind is missing; write routine or test or exercise"),
        ({"do": "play", "kind": "routine"}, "id is missing; write a text of 1 to 200 characters"),
        ({"do": "play", "kind": "routine", "id": "desk-reset", "from": "2"}, "from is '2'; write a whole number"),
        ({"do": "remind-now", "id": ["stretch"]}, "id is ['stretch']; write a text of 1 to 200 characters"),
        ({"do": "remind-snooze"}, f"seconds is missing; {PAUSE}"),
        ({"do": "remind-skip", "id": {}}, "id is {}; write a text of 1 to 200 characters"),
        ({"do": 7}, "7 is not known"),
    ],
)
def test_a_wrong_value_of_a_request_is_answered_with_a_sentence(remote, parts, request_, error):
    assert remote.answer(request_) == {"error": error}
    assert parts.desk.status().quiet == ()


def test_a_terminals_session_that_goes_on_takes_no_reminder_away_that_was_asked_for(program):
    program.begin()
    program.remote.answer(EXERCISING)
    program.nudging.show_now("change-position")
    program.remote.answer({**EXERCISING, "seconds": 30.0})
    assert program.nudging.screen.card is not None
    program.nudging.put_away()


def test_done_and_start_answer_the_open_reminder_as_its_card_does(remote, parts):
    played, told = [], []
    remote.play.connect(lambda *what: played.append(what))
    remote.changed.connect(lambda: told.append(True))
    assert remote.answer({"do": "remind-done"}) == {"error": "nothing is done: no reminder has come yet"}
    remote.answer({"do": "remind-now", "id": "desk-reset"})
    assert "error" not in remote.answer({"do": "remind-done", "id": "desk-reset"})
    remote.answer({"do": "remind-now", "id": "desk-reset"})
    told.clear()
    assert remote.answer({"do": "remind-start"})["running"] is True
    assert played == [("routine", "desk-reset", 0)]
    assert told == [True]
    assert [entry.what for entry in parts.desk.status().log] == ["shown", "done", "shown", "started"]


def test_what_cannot_be_started_stays_open(remote, parts):
    remote.play.connect(lambda *_what: pytest.fail("it is begun"))
    remote.answer({"do": "remind-now", "id": "change-position"})
    answer = remote.answer({"do": "remind-start"})
    assert answer == {"error": "nothing to start: Change position offers nothing that you may do now"}
    assert parts.desk.open == "change-position"
    remote.is_busy = lambda: True
    remote.answer({"do": "remind-now", "id": "desk-reset"})
    assert remote.answer({"do": "remind-start"})["error"].startswith("a session or the safety questions are open")
    assert parts.desk.open == "desk-reset"


def test_the_list_says_of_each_reminder_when_it_comes_and_what_it_waits_for(remote):
    found = remote.answer({"do": "remind-list"})
    entry = next(one for one in found["reminders"] if one["id"] == "change-position")
    assert entry["schedule"] == "Every 30 min at the desk, Mon to Fri, 9:00 to 17:30"
    assert (entry["enabled"], entry["due"], entry["offer"]) == (True, False, None)
    assert "change-position: Change position, on\n    Every 30 min at the desk" in found["text"]
    assert "before-a-drive: Before a drive, off\n    At 17:00, Mon to Fri, offers Desk reset\n" in found["text"]
    assert "next: 30 min; 0 s of 30 min at the desk; if you stay at the desk" in found["text"]


def test_who_sits_and_stands_in_turn_says_which_it_is(remote, parts):
    assert remote.answer({"do": "remind-standing"})["error"].startswith("no reminder that is switched on asks")
    assert "position" not in remote.answer({"do": "remind-list"})
    parts.desk.enable("sit-and-stand", True)
    assert remote.answer({"do": "remind-list"})["position"] == "sitting"
    told = remote.answer({"do": "remind-standing"})
    assert (told["position"], told["text"].splitlines()[-1]) == ("standing", "0 s at the desk, standing")
    found = remote.answer({"do": "remind-list"})
    assert "    you stand; it asks you to sit\n" in found["text"]
    assert remote.answer({"do": "remind-sitting"})["position"] == "sitting"
    assert "    you sit; it asks you to stand\n" in remote.answer({"do": "remind-list"})["text"]


def test_the_list_names_of_several_what_fits(remote, parts):
    several = replace(shipped().reminders["desk-reset"], offer=("desk-reset", "focus"))
    parts.library.catalogue = replace(shipped(), reminders={"desk-reset": several})

    def listed():
        (entry,) = remote.answer({"do": "remind-list"})["reminders"]
        return entry["offer"], entry["offers"]

    assert listed() == ("desk-reset", ["desk-reset", "focus"])
    parts.tested(days_ago=1, hold=20)
    assert listed() == ("focus", ["desk-reset", "focus"])
    parts.store.add_safety({"infection"})
    assert listed() == (None, ["desk-reset", "focus"])


def test_who_watches_is_answered_though_the_window_is_busy(remote):
    begin = remote.handle({"do": "remind-watch"})
    remote.answer({"do": "remind-now", "id": "desk-reset"})
    seen = remote.handle({"do": "remind-watch", "run": begin["run"], "last": begin["last"]})
    assert [(one["event"], one["id"], one["title"], one["why"]) for one in seen["events"]] == [
        ("shown", "desk-reset", "Desk reset", "you asked for it")
    ]
    assert "error" in remote.handle({"do": "remind-watch", "run": 5})


def test_who_watches_is_told_where_too_many_do(remote, parts, monkeypatch):
    monkeypatch.setattr("coach.desk_events.MOST_WATCHING", 0)
    assert "too many" in remote.handle({"do": "remind-watch", "run": "x"})["error"]


def test_who_watches_is_to_ask_the_program_that_takes_over(remote, parts):
    raised = []

    def ask():
        try:
            remote.handle({"do": "remind-watch", "run": "x"})
        except MovedError:
            raised.append(True)

    asking = threading.Thread(target=ask)
    asking.start()
    while not parts.desk.events.watching:
        pass
    parts.desk.hand_over()
    asking.join()
    assert raised == [True]


@pytest.mark.parametrize("is_in_front", [True, False])
def test_a_window_is_said_to_be_shown_only_where_it_is(qtbot, remote, is_in_front, monkeypatch):
    monkeypatch.setattr("coach.ui.remote._BETWEEN_SECONDS", 0.02)
    remote.is_in_front = lambda: is_in_front
    answers = []
    asking = threading.Thread(target=lambda: answers.append(remote.handle({"do": "show"})))
    asking.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    asking.join()
    assert answers == [{"text": "shown", "in_front": is_in_front}]


@pytest.fixture
def no_activation(monkeypatch):
    for variable in ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"):
        monkeypatch.setenv(variable, "")
        monkeypatch.delenv(variable)


@pytest.mark.parametrize("request_", [{"do": "show"}, {"do": "play", "kind": "routine", "id": "desk-reset"}])
def test_what_the_desktop_gave_the_second_start_is_there_when_the_window_comes(remote, no_activation, request_):
    seen = []
    for signal in (remote.show, remote.play):
        signal.connect(lambda *_: seen.append(os.environ.get("XDG_ACTIVATION_TOKEN")))
    remote.answer({**request_, "activation_token": "kwin-1", "startup_id": "x_TIME1"})
    assert seen == ["kwin-1"]
    assert os.environ["DESKTOP_STARTUP_ID"] == "x_TIME1"
    remote._activation._kept.timeout.emit()
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    assert "DESKTOP_STARTUP_ID" not in os.environ


def test_an_older_token_is_not_taken_for_a_later_start(remote, no_activation):
    remote.answer({"do": "show", "activation_token": "kwin-1"})
    seen = []
    remote.show.connect(lambda: seen.append(os.environ.get("XDG_ACTIVATION_TOKEN")))
    remote.answer({"do": "show"})
    assert seen == [None]


def test_a_token_that_is_none_is_refused_and_nothing_is_shown(remote, no_activation):
    seen = []
    remote.show.connect(lambda: seen.append(1))
    assert "activation_token is 5" in remote.answer({"do": "show", "activation_token": 5})["error"]
    assert seen == []
