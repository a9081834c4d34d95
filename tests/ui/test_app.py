"""The program around the window: tray, second start, closing, quitting, and every page as a picture."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from coach.content.model import RestStep
from coach.reminders.why import Length
from coach.ui import app as module
from coach.ui.app import Program, look_from, make_application, run
from coach.ui.remote import Remote
from coach.ui.tray import Tray
from tests.ui.parts import FakeParts, shipped
from tests.ui.seeing import settle, texts


@pytest.fixture
def tray(monkeypatch):
    """A desktop that has a tray, or none: set `tray.there`."""

    class There:
        there = True

    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: There.there))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    There.there = True
    return There


@pytest.fixture
def quits(monkeypatch):
    told = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: told.append(1))
    return told


@pytest.fixture
def program(qtbot, qapp, parts, tray, quits):
    parts.store.set_setting("reduced-motion", True)
    parts.store.set_setting("safety-passed", "2026-05-01")
    before = qapp.palette(), qapp.font()
    made = Program(qapp, parts)
    qtbot.addWidget(made.window, before_close_func=lambda _window: made.quit())
    yield made
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    qapp.setQuitOnLastWindowClosed(True)


# --- the program ---


def test_it_begins_on_today(program):
    program.begin()
    assert program.window.isVisible()
    assert program.window.page == "today"
    assert program.nudging._timer.isActive()


def test_it_begins_with_what_was_asked_for(program):
    program.begin(("routine", "desk-reset", 2))
    assert program.window.is_covered
    assert program.parts.desk.status().quiet == ("session",)
    program.window.leave_session()
    assert program.parts.desk.status().quiet == ()


@pytest.mark.parametrize(("page", "made"), [("today", 1), ("reminders", 0)])
def test_the_first_words_of_every_session_are_made_while_a_person_looks_at_today(program, parts, page, made):
    program.begin()
    assert program._settled.isActive()
    program.window.go(page)
    program._settled.timeout.emit()
    assert parts.openings == made


def test_no_first_words_are_made_beside_a_session(program, parts):
    program.begin(("routine", "desk-reset", 0))
    assert not program._settled.isActive()
    program._settled.timeout.emit()
    assert parts.openings == 0


def test_a_second_session_does_not_take_the_place_of_the_first(program):
    program.begin(("routine", "desk-reset", 0))
    page = program.window.layers.currentWidget()
    program.play("routine", "anti-slouch-daily")
    assert program.window.layers.currentWidget() is page


def test_closing_the_window_leaves_the_program_in_the_tray(program, quits):
    program.begin()
    program.window.close()
    assert not program.window.isVisible()
    assert quits == []
    assert program.nudging._timer.isActive()
    program.tray.open.emit()
    assert program.window.isVisible()


def test_without_a_tray_closing_the_window_is_the_end(program, tray, quits):
    tray.there = False
    program.begin()
    program.window.close()
    assert quits == [1]


def test_closing_during_a_session_asks_first(program, quits):
    program.begin(("routine", "desk-reset", 0))
    program.window.close()
    page = program.window.layers.currentWidget()
    assert page.ask.question is not None
    assert program.window.isVisible()
    assert quits == []


def test_quitting_during_a_session_offers_it_again(program, quits):
    program.begin(("routine", "desk-reset", 0))
    for _ in range(40):
        program.parts.clock.pass_time(1)
        program.window.layers.currentWidget().advance()
    program.quit()
    assert quits == [1]
    assert program.parts.store.unfinished().target == "desk-reset"


def test_a_minimized_window_comes_back(program):
    program.begin()
    program.window.showMinimized()
    program.show()
    assert not program.window.isMinimized()


def test_the_look_is_the_persons(qapp, parts):
    parts.store.set_setting("theme", "dark")
    parts.store.set_setting("text-size", 1.5)
    found = look_from(parts.store)
    assert (found.theme.name, found.scale, found.reduced_motion) == ("dark", 1.5, False)
    parts.store.set_setting("theme", 7)
    parts.store.set_setting("text-size", "huge")
    found = look_from(parts.store)
    assert (found.wanted, found.scale) == ("system", 1.0)


def test_the_application_takes_the_looks_colours(program, qapp):
    program.look.set_theme("dark")
    assert qapp.palette().window().color() == program.look.theme.paper


def test_the_window_looks_around_only_while_it_is_seen(program, monkeypatch):
    seen = []
    monkeypatch.setattr(program.window, "tick", lambda: seen.append(1))
    program._look_around()
    assert seen == []
    program.begin()
    program._look_around()
    assert len(seen) == 1


def test_trying_a_reminder_shows_it(program):
    program.begin()
    program.window.go("reminders")
    program.window.pages["reminders"].try_now.click()
    assert program.nudging.card is not None


def test_run_begins_serves_and_returns_the_exit_code(qapp, parts, tray, monkeypatch):
    parts.store.set_setting("reduced-motion", True)
    served = []
    parts.single.serve = served.append

    def finish() -> int:
        settle()
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(finish))
    kept = []
    real = module.Program
    monkeypatch.setattr(module, "Program", lambda app, parts: kept.append(real(app, parts)) or kept[-1])
    assert run(parts) == 0
    assert kept[0].window.page == "today"
    assert served == [kept[0].remote.handle]
    kept[0].nudging.stop()
    kept[0]._timer.stop()
    kept[0]._settled.stop()
    kept[0].window.hide()
    qapp.setQuitOnLastWindowClosed(True)


def test_there_is_one_application(qapp):
    assert make_application() is qapp


# --- the tray ---


@pytest.fixture
def menu(qtbot, parts, look, tray):
    made = Tray(parts, look)
    yield made
    made.menu.deleteLater()


def entries(made: Tray) -> list[str]:
    made.menu.aboutToShow.emit()
    return [action.text() for action in made.menu.actions() if not action.isSeparator()]


def choose(made: Tray, text: str) -> None:
    for action in made.menu.actions():
        inner = action.menu().actions() if action.menu() else []
        for found in (action, *inner):
            if found.text() == text:
                found.trigger()
                return
    raise LookupError(text)


def test_the_menu_tells_the_next_reminder_and_offers_the_way(menu):
    first, *rest = entries(menu)
    assert first.startswith("Change position: ")
    assert rest == ["Open Posture Coach", "Start Desk reset", "Pause reminders", "Quit"]


def test_the_menu_is_built_when_it_opens(menu, parts):
    parts.desk.pause(1800)
    assert entries(menu)[0] == "Paused until 12:18"
    assert "Resume reminders" in entries(menu)
    choose(menu, "Resume reminders")
    assert "Pause reminders" in entries(menu)


def test_the_menu_acts(menu, parts):
    told = []
    menu.open.connect(lambda: told.append("open"))
    menu.start.connect(lambda *what: told.append(what))
    menu.quit.connect(lambda: told.append("quit"))
    menu.changed.connect(lambda: told.append("changed"))
    entries(menu)
    for text in ("Open Posture Coach", "Start Desk reset", "Quit", "For 1 hour"):
        choose(menu, text)
    assert told == ["open", ("routine", "desk-reset"), "quit", "changed"]
    assert parts.desk.status().paused
    menu._activated(QSystemTrayIcon.ActivationReason.Trigger)
    menu._activated(QSystemTrayIcon.ActivationReason.Context)
    assert told[4:] == ["open"]


def test_the_icon_shows_the_pause(menu, parts):
    before = menu.icon.icon().pixmap(32, 32).toImage()
    parts.desk.pause(None)
    menu.refresh()
    assert menu.icon.icon().pixmap(32, 32).toImage() != before
    assert "Paused until you resume" in menu.icon.toolTip()


def test_no_tray_is_said_so(menu, tray):
    assert menu.show()
    tray.there = False
    assert not menu.exists
    assert not menu.show()


# --- a second start ---


@pytest.fixture
def remote(qapp, parts):
    return Remote(parts)


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
    assert nobody["error"].startswith("nothing to skip: nonsense is not a reminder; the reminders are change-position")
    assert [entry.what for entry in parts.desk.status().log] == ["shown", "snoozed"]


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
    monkeypatch.setattr("coach.ui.remote._PATIENCE_SECONDS", 0.01)
    assert remote.handle({"do": "show"}) == {"error": "the program is busy; try again"}
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
        {"do": "play", "kind": "exercise", "id": "chin-tuck"},
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
        ({"do": "play", "id": "desk-reset"}, "kind is missing; write routine or test"),
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
    assert program.nudging.card is not None
    program.nudging.put_away()


# --- pictures ---


def test_the_page_says_what_runs(program):
    program.begin()
    assert texts(program.window.pages["today"])


def test_a_signal_ends_the_program_at_once(qtbot):
    import os
    import signal

    from coach.ui.signals import listen_for_signals

    before = signal.getsignal(signal.SIGTERM)
    told = []
    listener = listen_for_signals(lambda: told.append(1))
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: told == [1])
    listener._drain()
    listener.close()
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_waits_until_what_is_under_way_is_done(qtbot):
    """It may come in the middle of an import, or of anything that is being made."""
    import os
    import signal

    from coach.ui.signals import listen_for_signals

    told, within = [], []
    listener = listen_for_signals(lambda: told.append(1))

    def busy():
        os.kill(os.getpid(), signal.SIGTERM)
        within.extend(len(told) for _ in range(1000))

    QTimer.singleShot(0, busy)
    qtbot.waitUntil(lambda: told == [1])
    assert set(within) == {0}
    listener.close()


def test_the_program_ends_whatever_fails_on_the_way(program, quits, monkeypatch):
    def fail():
        raise RuntimeError("half made")

    program.begin()
    with monkeypatch.context() as broken:
        broken.setattr(program.parts, "silence", fail)
        with pytest.raises(RuntimeError, match="half made"):
            program.quit()
    assert quits == [1]


def test_nothing_is_made_in_order_to_be_ended(program):
    program.begin()
    made = {"cues", "voice", "voice_choice"} & set(program.parts.__dict__)
    program.quit()
    assert {"cues", "voice", "voice_choice"} & set(program.parts.__dict__) == made


def test_a_session_puts_an_open_nudge_away(program):
    program.begin()
    program.nudging.show_now("change-position")
    program.play("routine", "desk-reset")
    assert program.nudging.card is None


ANSWERS = {
    "snoozed by command": lambda program: program.remote.answer({"do": "remind-snooze", "seconds": 600}),
    "skipped by command": lambda program: program.remote.answer({"do": "remind-skip"}),
    "paused by command": lambda program: program.remote.answer({"do": "remind-pause", "seconds": 3600}),
    "paused in the tray": lambda program: program.tray._pause(3600.0),
    "switched off": lambda program: program.window.pages["reminders"]._enable("change-position", False),
    "another one asked for": lambda program: program.remote.answer({"do": "remind-now", "id": "five-minute-break"}),
    "a session started in a terminal": lambda program: program.remote.answer(
        {"do": "exercising", "session": "one", "goes_on": True, "seconds": 0.0}
    ),
    "a session started": lambda program: program.play("routine", "desk-reset"),
    "away as long as a break": lambda program: (
        setattr(program.parts.idle, "seconds", lambda: 900.0),
        program.nudging._wake(),
    ),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_the_card_goes_however_it_is_answered_and_an_answer_is_one_answer(program, answer):
    program.begin()
    program.window.go("reminders")
    program.nudging.show_now("change-position")
    card = program.nudging.card
    answer(program)
    assert not card.isVisible()
    assert program.nudging.card is not card
    before = [entry.what for entry in program.parts.desk.status().log if entry.id == "change-position"]
    again = program.remote.answer({"do": "remind-skip", "id": "change-position"})
    assert again["error"].startswith("nothing to skip: Change position is not open")
    assert [e.what for e in program.parts.desk.status().log if e.id == "change-position"] == before


def test_a_snooze_by_command_is_kept_whatever_is_clicked_in_that_moment(program):
    program.begin()
    program.nudging.show_now("change-position")
    done = program.nudging.card.done
    program.parts.desk.snooze("change-position", 600.0)  # before the card has heard of it
    done.emit()
    assert program.nudging.card is None
    assert [entry.what for entry in program.parts.desk.status().log] == ["shown", "snoozed"]
    why = program.parts.desk.status().lines[0].why
    assert isinstance(why, Length)
    assert why.kind == "comes-again-in"


def test_a_running_wall_test_asks_before_it_is_left(program, quits):
    program.begin()
    program.window.go("walltest")
    page = program.window.pages["walltest"]
    page.begin()
    settle()
    if not program.window.is_covered:
        pytest.skip("this test's file begins with a part that does not fill the window")
    program.window.go("today")
    assert program.window.page == "walltest"
    assert page.ask.question is not None
    program.window.close()
    assert program.window.isVisible()
    program.quit()
    assert quits == [1]
    assert not program.window.is_covered
