"""A session in the terminal beside the running program: the real socket, the real desk, clocks that stand."""

from __future__ import annotations

import threading
from datetime import timedelta
from functools import partial

import pytest

from coach.desktop.single import Single, send
from coach.desktop.telling import Telling
from coach.reminders.leases import LEASE_SECONDS
from coach.terminal.run import play_in_terminal
from tests.terminal.sitting import LONG_AFTER, Sitting
from tests.ui.parts import shipped

NEVER = 3600.0
BUSY = {"error": "the program is busy; try again"}
BEGIN = {"do": "exercising", "session": "one", "goes_on": True, "seconds": 0.0}


def at_desk(parts, minutes):
    for _ in range(round(minutes * 2)):
        parts.clock.pass_time(30.0)
        parts.desk.tick()


def quiet(parts):
    return parts.desk.status().quiet


def breaks(parts):
    found = parts.store.reminders(parts.clock.wall() - timedelta(days=1))
    return {record.reminder_id: record.why for record in found if record.what == "natural-break"}


@pytest.fixture
def running(remote, parts, tmp_path):
    """The running program's folder, at whose socket it listens."""
    single = Single(tmp_path)
    assert single.claim()
    single.serve(remote.handle)
    yield tmp_path
    single.close()


def test_a_session_in_the_terminal_is_quiet_and_a_break_for_the_running_program(qtbot, running, parts):
    at_desk(parts, 20)
    sitting = Sitting(shipped(), (LONG_AFTER, "enter"), (LONG_AFTER + 1, "enter"))
    heard = []

    def ask(message):  # both programs are this one process, which answers once it has played
        while (answer := send(running, message, timeout=20.0)) == BUSY:
            pass
        heard.append((message["goes_on"], answer))

    sitting.parts.telling = Telling(ask, every=NEVER)

    assert play_in_terminal(sitting.parts, "routine", "desk-reset", 0, sitting.terminal) == 0
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=30_000)
    assert heard == [(True, {"text": "noted"}), (False, {"text": "noted"})]
    assert quiet(parts) == ()
    assert breaks(parts)["change-position"] == "a session of 2 min 1 s counted as it"


def tell(qtbot, folder, *messages):
    """What the running program answers to `messages`, which come one after the other."""
    answers = []
    terminal = threading.Thread(target=lambda: answers.extend(send(folder, one, timeout=20.0) for one in messages))
    terminal.start()
    qtbot.waitUntil(lambda: len(answers) == len(messages), timeout=30_000)
    terminal.join()
    return answers


def test_while_it_goes_on_nothing_comes_and_a_killed_terminal_ends_by_itself(qtbot, running, parts):
    at_desk(parts, 29)
    assert tell(qtbot, running, BEGIN, {**BEGIN, "seconds": 75.0}) == [{"text": "noted"}] * 2
    parts.clock.pass_time(LEASE_SECONDS - 1)
    assert parts.desk.tick() == [], "half an hour is over, and somebody exercises"
    assert quiet(parts) == ("session",)
    assert not breaks(parts)
    parts.clock.pass_time(1)
    assert parts.desk.tick() == []
    assert quiet(parts) == ()
    assert breaks(parts) == {"change-position": "a session of 1 min 15 s counted as it"}


def test_wrong_values_are_refused_over_the_socket_and_change_nothing(qtbot, running, parts):
    (answer,) = tell(qtbot, running, {**BEGIN, "goes_on": "yes"})
    assert answer == {"error": "goes_on is 'yes'; write true or false"}
    assert quiet(parts) == ()


def test_where_no_program_runs_a_session_is_as_always_and_leaves_nothing(tmp_path, capsys):
    sitting = Sitting(shipped(), (LONG_AFTER, "enter"), (LONG_AFTER + 1, "enter"))
    sitting.parts.telling = Telling(partial(send, tmp_path, timeout=5.0), every=NEVER)
    assert play_in_terminal(sitting.parts, "routine", "desk-reset", 0, sitting.terminal) == 0
    sitting.parts.telling.close()
    assert sitting.after() == ["Desk reset: Done."]
    assert capsys.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []
