"""The program around the window: closing, quitting, signals, nudges, and what is under way meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.progression.focus import FOCUS
from coach.reminders.why import Length
from coach.settings import REDUCED_MOTION, WITHOUT_TRAY
from coach.ui import app as module
from coach.ui.app import Program, run
from coach.ui.application import make_application
from coach.ui.look.window_look import look_from
from coach.ui.pages.welcome.page import WelcomePage
from coach.ui.pages.without_tray import WithoutTrayPage
from coach.ui.watching import watch_file
from coach.wiring.doses import Doses
from coach.words import without_tray
from tests.beside import every_day
from tests.fakes import FakeVoice
from tests.ui.seeing import button, settle, texts


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


def test_what_the_desktop_tells_is_heard_when_it_is_told(program):
    assert program.parts.watcher is watch_file


@pytest.fixture
def first_start(qtbot, qapp, parts, tray, quits):
    """The program over an empty data folder."""
    made = Program(qapp, parts)
    qtbot.addWidget(made.window, before_close_func=lambda _window: made.quit())
    return made


def test_somebody_new_is_welcomed_once(first_start, parts):
    first_start.begin()
    page = first_start.window.covers.page
    assert isinstance(page, WelcomePage)
    assert first_start.window.windowTitle() == "Welcome - Posture Coach"
    button(page, "Skip, look around first").click()
    assert not first_start.window.is_covered
    assert first_start.window.page == "today"
    assert not parts.is_new


def test_the_welcome_leads_to_the_wall_test(first_start):
    first_start.begin()
    first_start.window.covers.page.left.emit(True)
    assert first_start.window.page == "walltest"


def test_what_was_asked_for_comes_without_a_welcome(first_start):
    first_start.begin(("routine", "desk-reset", 0))
    assert not isinstance(first_start.window.covers.page, WelcomePage)


def test_who_closes_the_welcome_is_welcomed_again_and_a_second_start_does_not_welcome(first_start):
    first_start.begin()
    first_start.window.close()
    assert not first_start.window.is_covered
    first_start.show()
    assert not first_start.window.is_covered
    assert first_start.parts.is_new


def test_whoever_was_here_before_is_not_welcomed(program):
    program.begin()
    assert not program.window.is_covered


@pytest.mark.parametrize(("page", "made"), [("today", 1), ("reminders", 0)])
def test_the_first_words_of_every_session_are_made_while_a_person_looks_at_today(program, openings, page, made):
    program.begin()
    assert program._settled.isActive()
    program.window.go(page)
    settle_down(program)
    assert openings() == made


def test_no_first_words_are_made_beside_a_session(program, openings):
    program.begin(("routine", "desk-reset", 0))
    assert not program._settled.isActive()
    settle_down(program)
    assert openings() == 0


def test_who_begins_meanwhile_does_not_wait_for_the_first_words_of_other_sessions(program, openings):
    program.begin()
    program._settled.timeout.emit()
    program.play("routine", "desk-reset")
    settle_down(program)
    assert openings() == 0


def settle_down(made: Program) -> None:
    """The time is over after which nobody is kept waiting, and what is done then is done."""
    is_something_left = True
    while is_something_left:
        made._settled.stop()
        made._settled.timeout.emit()
        is_something_left = made._settled.isActive()


@pytest.fixture
def openings(parts):
    """How often the first words of every session were asked for."""
    parts.voice = voice = FakeVoice()
    list(parts.prepare_openings())
    wanted = voice.prepared.pop()
    return lambda: voice.prepared.count(wanted)


@pytest.fixture
def asked(parts):
    """The routines of which it was asked what this person does of them."""
    found = set()

    class Asked(Doses):
        def own(self, ident, catalogue, at):
            found.add(ident)
            return super().own(ident, catalogue, at)

    parts.doses = Asked(parts.store, parts.clock)
    return found


def test_the_start_works_out_no_doses_that_it_does_not_show(asked, program, parts):
    program.begin()
    shown = texts(program.window)
    assert asked - {FOCUS}
    for ident in asked - {FOCUS}:
        assert any(str(parts.library.catalogue.routines[ident].title) in text for text in shown)


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


@pytest.fixture
def trayless(program, tray):
    """The program on a desktop without icons; how often one without a window was started is in `gone_on`."""
    tray.there = False
    program.gone_on = []
    program.leaving.start = lambda: program.gone_on.append(1)
    program.begin()
    return program


def choose(page, way) -> None:
    button(page, f"{without_tray.name(way)}. {without_tray.note(way)}").click()


def test_without_a_tray_closing_asks_what_becomes_of_the_reminders(trayless, quits):
    trayless.window.close()
    page = trayless.window.covers.page
    assert isinstance(page, WithoutTrayPage)
    assert "What about the reminders?" in texts(page)
    choose(page, "go-on")
    assert trayless.gone_on == [1]
    assert not trayless.window.isVisible()
    assert quits == []
    trayless.show()
    assert not trayless.window.is_covered
    trayless.window.close()  # the answer is kept
    assert trayless.gone_on == [1, 1]
    assert trayless.parts.store.get(WITHOUT_TRAY) == "go-on"


def test_it_can_stay_minimised_and_a_second_start_brings_it_back(trayless, quits):
    trayless.window.close()
    choose(trayless.window.covers.page, "minimise")
    assert trayless.window.isMinimized()
    assert trayless.nudging._timer.isActive()
    trayless.window.close()  # closed where it is minimised: it is asked again, else nothing would ever end it
    assert isinstance(trayless.window.covers.page, WithoutTrayPage)
    assert not trayless.window.isMinimized()
    assert (trayless.gone_on, quits) == ([], [])


def test_it_can_end(trayless, quits):
    trayless.window.close()
    choose(trayless.window.covers.page, "end")
    assert quits == [1]
    assert trayless.parts.store.get(WITHOUT_TRAY) == "end"


def test_who_leaves_the_window_open_is_asked_the_next_time(trayless, quits):
    trayless.window.close()
    QTest.keyClick(trayless.window.covers.page, Qt.Key.Key_Escape)
    assert not trayless.window.is_covered
    assert trayless.window.isVisible()
    trayless.window.close()
    assert isinstance(trayless.window.covers.page, WithoutTrayPage)
    assert (trayless.gone_on, quits, trayless.parts.store.get(WITHOUT_TRAY)) == ([], [], None)


def test_return_keeps_the_reminders(trayless):
    trayless.window.close()
    QTest.keyClick(trayless.window.covers.page, Qt.Key.Key_Return)
    assert trayless.gone_on == [1]


def test_closed_once_more_it_ends_and_nothing_is_kept_of_that(trayless, quits):
    trayless.window.close()
    trayless.window.close()
    assert quits == [1]
    assert trayless.parts.store.get(WITHOUT_TRAY) is None


def test_where_there_is_a_tray_after_all_nothing_is_asked(trayless, tray):
    trayless.parts.store.keep(WITHOUT_TRAY, "end")
    tray.there = True
    trayless.window.close()
    assert trayless.gone_on == [1]


def press_quit(program) -> None:
    QTest.keyClick(program.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_a_key_ends_the_program_where_no_icon_could(trayless, quits):
    trayless.parts.store.keep(WITHOUT_TRAY, "go-on")
    press_quit(trayless)
    assert (quits, trayless.gone_on) == ([1], [])
    assert not trayless.window.isVisible()
    assert trayless.parts.desk.open is None
    assert not trayless.nudging._timer.isActive()
    assert trayless.parts.store.get(WITHOUT_TRAY) == "go-on"  # closed, it goes on as before


def test_the_same_key_ends_it_beside_an_icon(program, quits):
    program.begin()
    press_quit(program)
    assert quits == [1]


@pytest.mark.parametrize("cover", ["welcome", "ask_safety", "ask_conditions"])
def test_it_ends_over_what_covers_the_window(program, quits, cover):
    program.begin()
    getattr(program.window.covers, cover)()
    press_quit(program)
    assert quits == [1]


def test_it_ends_where_closing_is_asked_about_and_over_the_list_of_keys(trayless, quits):
    trayless.window.close()
    QTest.keyClick(trayless.window, Qt.Key.Key_F1)
    assert trayless.window.shown_keys.dialog is not None
    press_quit(trayless)
    assert (quits, trayless.parts.store.get(WITHOUT_TRAY)) == ([1], None)


def test_that_key_during_a_session_asks_first(qtbot, program, quits):
    program.begin(("routine", "desk-reset", 0))
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    press_quit(program)
    page = program.window.covers.page
    assert page.ask.question is not None
    press_quit(program)  # it is asked
    assert (program.window.isVisible(), quits) == (True, [])
    button(page, "End it").click()
    assert quits == []  # how it went is asked at its end
    press_quit(program)
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


@pytest.mark.parametrize(
    ("chosen", "wish", "reduced"),
    [(None, True, True), (None, False, False), (None, None, False), (False, True, False), (True, False, True)],
)
def test_the_desktops_wish_holds_until_the_person_chooses(program, chosen, wish, reduced):
    parts = program.parts
    parts.store.keep(REDUCED_MOTION, chosen)
    program.look.set_reduced_motion(chosen is True)
    parts.less_motion.now = wish
    parts.single.arrived = lambda: True
    program.begin()
    program._arrive()
    assert program.look.reduced_motion is reduced
    program.window.go("settings")
    name = {None: "System", True: "Reduced", False: "Full"}[chosen]
    assert button(program.window.pages["settings"], f"Motion: {name}").isChecked()
    assert parts.store.get(REDUCED_MOTION) is chosen


def test_the_application_takes_the_looks_colours(program, qapp):
    program.look.set_theme("dark")
    assert qapp.palette().window().color() == program.look.theme.paper


def test_the_window_looks_around_only_while_it_is_seen(program, monkeypatch):
    seen = []
    monkeypatch.setattr(program.window, "tick", lambda: seen.append(1))
    program._look_around()
    assert seen == []
    program.begin()
    seen.clear()  # it also does when it becomes the active one
    program._look_around()
    assert len(seen) == 1


def test_what_comes_when_is_not_reckoned_in_the_middle_of_an_exercise(program, monkeypatch):
    told = []
    monkeypatch.setattr(program.window, "tell_desk", lambda: told.append(True))
    program.nudging.changed.emit()
    assert told
    told.clear()
    program.parts.when_exercising(True, 0.0)
    program.nudging.changed.emit()
    assert not told
    program.parts.when_exercising(False, 30.0)
    assert told


def test_trying_a_reminder_shows_it(program):
    program.begin()
    program.window.go("reminders")
    program.window.pages["reminders"].try_now.click()
    assert program.nudging.screen.card is not None


def test_run_begins_serves_and_returns_the_exit_code(qapp, parts, tray, monkeypatch):
    parts.store.set_setting("reduced-motion", True)
    served = []
    parts.single.serve = lambda *what: served.append(what)

    def finish() -> int:
        settle()
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(finish))
    kept = []
    real = module.Program
    monkeypatch.setattr(module, "Program", lambda app, parts: kept.append(real(app, parts)) or kept[-1])
    assert run(parts) == 0
    assert kept[0].window.page == "today"
    assert served == [(kept[0].remote.handle, kept[0].leaving)]
    kept[0].nudging.stop()
    kept[0]._timer.stop()
    kept[0]._settled.stop()
    kept[0].window.hide()
    qapp.setQuitOnLastWindowClosed(True)


def test_a_display_that_goes_takes_what_was_on_it_along_and_says_so(program):
    program.begin()
    program.nudging.show_now("desk-reset")
    program.window.start("routine", "desk-reset")
    program.nudging.show_now("desk-reset")
    program.lose()
    assert program.parts.desk.open is None
    assert program.parts.desk.status().log[-1].why == "the display that it was on went away"
    assert not program.window.is_covered
    assert not program.nudging._timer.isActive()


def test_a_display_that_goes_when_another_program_has_the_desk_changes_nothing_there(program):
    program.begin()
    program.nudging.show_now("desk-reset")
    program.remote.has_moved = True
    program.lose()
    assert program.parts.desk.open == "desk-reset"


@pytest.mark.parametrize("stays", [True, False])
def test_a_window_that_the_older_program_did_not_wait_for_ends(program, quits, stays):
    program.parts.single.arrived = lambda: stays
    program.begin()
    program._arrive()
    assert program.window.isVisible() is stays
    assert quits == ([] if stays else [1])


def test_there_is_one_application(qapp):
    assert make_application() is qapp


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
    assert program.nudging.screen.card is None


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


@pytest.mark.parametrize("name", every_day(("a session started", next(iter(ANSWERS))), ANSWERS))
def test_the_card_goes_however_it_is_answered_and_an_answer_is_one_answer(program, name):
    answer = ANSWERS[name]
    program.begin()
    program.window.go("reminders")
    program.nudging.show_now("change-position")
    card = program.nudging.screen.card
    answer(program)
    assert not card.isVisible()
    assert program.nudging.screen.card is not card
    before = [entry.what for entry in program.parts.desk.status().log if entry.id == "change-position"]
    again = program.remote.answer({"do": "remind-skip", "id": "change-position"})
    assert again["error"].startswith("nothing to skip: Change position is not open")
    assert [e.what for e in program.parts.desk.status().log if e.id == "change-position"] == before


def test_a_snooze_by_command_is_kept_whatever_is_clicked_in_that_moment(program):
    program.begin()
    program.nudging.show_now("change-position")
    card = program.nudging.screen.card
    program.parts.desk.snooze("change-position", 600.0)  # before the card has heard of it
    card.done.emit()
    card.leave(at_once=True)  # else it would expire in the time of another test
    assert program.nudging.screen.card is None
    assert [entry.what for entry in program.parts.desk.status().log] == ["shown", "snoozed"]
    (why,) = (one.why for one in program.parts.desk.status().lines if one.reminder_id == "change-position")
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
