"""What logind tells of our session: the locked screen, and the machine that goes to sleep."""

from __future__ import annotations

import pytest

from coach.desktop.linux_logind import LOGIND, LogindLock
from coach.words.how_known import said
from tests.desktop.fake_bus import SILENT, FakeBus

SESSION = "/org/freedesktop/login1/session/_32"
ON, OFF = ((("b", True),), (("b", False),))


class Machine:
    """A machine with logind, and a clock of its own."""

    def __init__(self, **environ: str) -> None:
        self.bus, self.now = FakeBus(), 100.0
        self.bus.own(LOGIND, ":1.1")
        self.bus.answers |= {(LOGIND, "GetSession"): (SESSION,), (LOGIND, "LockedHint"): OFF}
        self.lock = LogindLock(self.bus, environ, process=4711, user=1000, monotonic=lambda: self.now)

    def set_locked(self, is_locked: bool) -> None:
        self.bus.answers[LOGIND, "LockedHint"] = ON if is_locked else OFF
        self.bus.tell("PropertiesChanged", "org.freedesktop.login1.Session", {"LockedHint": ("b", is_locked)}, [])


@pytest.fixture
def machine() -> Machine:
    return Machine(XDG_SESSION_ID="2")


def test_the_session_is_asked_once_and_then_listened_to(machine):
    assert machine.lock.is_locked() is False
    assert machine.bus.asked == ["GetSession", "LockedHint"]
    for is_locked in (True, False, True):
        machine.set_locked(is_locked)
        assert machine.lock.is_locked() is is_locked
        assert machine.lock.is_locked() is is_locked
    assert machine.bus.asked == ["GetSession", *["LockedHint"] * 4]
    assert said(machine.lock.why) == "logind tells"


def test_a_machine_that_goes_to_sleep_has_nobody_before_it(machine):
    assert machine.lock.is_locked() is False
    machine.bus.tell("PrepareForSleep", True)
    assert machine.lock.is_locked() is True
    assert machine.lock.is_locked() is True
    machine.bus.tell("PrepareForSleep", False)
    assert machine.lock.is_locked() is False
    machine.bus.tell("PrepareForSleep", True)
    machine.bus.tell("PrepareForSleep", False)
    assert machine.lock.is_locked() is False, "both between two looks: the clocks know how long it was"


def test_logind_that_starts_anew_is_asked_anew(machine):
    machine.set_locked(True)
    machine.bus.tell("PrepareForSleep", True)
    assert machine.lock.is_locked() is True
    machine.bus.own(LOGIND, None)
    machine.bus.answers[LOGIND, "GetSession"] = SILENT
    assert machine.lock.is_locked() is None, "and what was said before holds no longer"
    assert said(machine.lock.why) == "logind does not run, or knows no session of this desktop"
    machine.bus.answers |= {(LOGIND, "GetSession"): (SESSION,), (LOGIND, "LockedHint"): OFF}
    machine.bus.own(LOGIND, ":1.9")
    assert machine.lock.is_locked() is False


def test_without_logind_it_is_looked_for_once_a_minute():
    machine = Machine()
    machine.bus.answers.clear()
    assert machine.lock.is_locked() is None
    assert machine.bus.asked == ["GetSessionByPID", "GetUser"]
    machine.now += 59.0
    assert machine.lock.is_locked() is None
    assert len(machine.bus.asked) == 2
    machine.now += 1.0
    machine.bus.answers |= {(LOGIND, "GetSessionByPID"): (SESSION,), (LOGIND, "LockedHint"): ON}
    assert machine.lock.is_locked() is True


def test_a_program_outside_of_any_session_has_the_one_that_its_person_sees():
    machine = Machine(XDG_SESSION_ID="gone")
    machine.bus.answers = {
        (LOGIND, "GetUser"): ("/org/freedesktop/login1/user/_1000",),
        (LOGIND, "Display"): (("(so)", ("2", SESSION)),),
        (LOGIND, "LockedHint"): ON,
    }
    assert machine.lock.is_locked() is True
    assert machine.bus.asked == ["GetSession", "GetSessionByPID", "GetUser", "Display", "LockedHint"]


@pytest.mark.parametrize(
    "display", [(("(so)", ("", "/")),), (("s", "2"),), (("(so)", "2"),), (("(so)", ("2",)),), (), SILENT]
)
def test_a_person_without_a_screen_has_no_session(display):
    machine = Machine()
    machine.bus.answers = {(LOGIND, "GetUser"): ("/user",), (LOGIND, "Display"): display, (LOGIND, "LockedHint"): ON}
    assert machine.lock.is_locked() is None


def test_a_session_that_has_ended_is_looked_for_again_a_minute_later(machine):
    assert machine.lock.is_locked() is False
    machine.bus.answers[LOGIND, "LockedHint"] = SILENT
    machine.bus.tell("PropertiesChanged", "org.freedesktop.login1.Session", {}, ["Active"])
    assert machine.lock.is_locked() is None
    assert said(machine.lock.why) == "logind does not answer"
    machine.bus.answers[LOGIND, "LockedHint"] = ON
    assert machine.lock.is_locked() is None
    machine.now += 60.0
    assert machine.lock.is_locked() is True


def test_closed_it_closes_its_bus(machine):
    machine.lock.close()
    assert machine.bus.is_closed
