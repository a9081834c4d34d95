"""A real message bus with programs of ours on it: what is asked and heard, and who is not started or waited for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from coach.desktop import awake as awakes
from coach.desktop import portal
from coach.desktop.choose import choose_awake, choose_less_motion, choose_lock, choose_quiet, choose_screen_reader
from coach.desktop.dbus import (
    ANSWER_SECONDS,
    BUS,
    SPARED_SECONDS,
    Bus,
    Question,
    Reply,
    Signal,
    owner_changed,
    owner_of,
)
from coach.desktop.how import How
from coach.desktop.linux_do_not_disturb import DoNotDisturb
from coach.desktop.linux_logind import LOGIND
from coach.desktop.linux_screen_reader import A11Y
from coach.desktop.linux_servers import NAME, Asked
from coach.desktop.notifying import take_down
from coach.desktop.protocol import Told
from coach.words.how_known import said
from tests.desktop.real import Answer, NotHereError, Peer, a_bus
from tests.desktop.wayland.real import wait_for

pytestmark = [pytest.mark.slow, pytest.mark.timeout(60)]
pytest.importorskip("jeepney")

SERVICE, PATH = "org.example.Coached", "/org/example/Coached"
QUESTION = Question(SERVICE, PATH, SERVICE, "Rest", "s", ("please",))
TOLD = Signal(SERVICE, PATH, SERVICE, "Rested")
INFORMATION = ("ssss", ("dunst", "knopwob", "1.9", "1.2"))
SESSION = "/org/freedesktop/login1/session/_32"


@pytest.fixture
def environ():
    try:
        with a_bus() as found:
            yield found
    except NotHereError as why:
        pytest.skip(str(why))


@pytest.fixture
def address(environ):
    return environ["DBUS_SESSION_BUS_ADDRESS"]


@pytest.fixture
def peer_of(address):
    """Starts programs with a name; those that a test does not end end with it."""
    peers = []

    def start(*names: str, answers: Mapping[str, Answer] | None = None) -> Peer:
        peers.append(Peer(address, *names, answers=answers))
        return peers[-1]

    yield start
    for peer in peers:
        peer.close()


@pytest.fixture
def bus(address):
    found = Bus(address)
    yield found
    found.close()


def test_an_answer_a_refusal_and_nobody(bus, peer_of):
    assert bus.reply(QUESTION).refusal == "org.freedesktop.DBus.Error.NameHasNoOwner"
    peer = peer_of(SERVICE)
    peer.answers["Rest"] = ("su", ("gladly", 3))
    assert bus.ask(QUESTION) == ("gladly", 3)
    peer.answers["Rest"] = "org.example.No"
    assert bus.reply(QUESTION) == Reply(refusal="org.example.No")
    assert peer.asked == [("Rest", ("please",))] * 2


def test_one_that_does_not_answer_is_spared_until_another_has_its_name(address, peer_of):
    now = 0.0
    bus = Bus(address, monotonic=lambda: now)
    peer = peer_of(SERVICE)
    peer.answers["Rest"] = None
    for _ in range(3):
        assert bus.reply(QUESTION) == Reply()
    assert len(peer.asked) == 1, f"waited for once, {ANSWER_SECONDS} s"
    now = SPARED_SECONDS
    assert bus.ask(QUESTION) is None
    assert len(peer.asked) == 2
    bus.spare_no_longer(SERVICE)
    peer.answers["Rest"] = ("", ())
    assert bus.ask(QUESTION) == ()
    bus.close()


def test_an_answer_that_comes_late_ends_the_sparing(address, peer_of):
    bus = Bus(address, monotonic=lambda: 0.0)
    peer = peer_of(SERVICE)
    peer.may_answer.clear()
    peer.answers["Rest"] = ("u", (1,))
    assert bus.ask(QUESTION) is None
    assert bus.ask(QUESTION) is None
    peer.may_answer.set()
    assert wait_for(lambda: bus.ask(QUESTION) == (1,))
    assert len(peer.asked) == 2, "the late answer is nobody's"
    bus.close()


def test_what_is_told_is_heard_between_two_looks(bus, peer_of):
    peer = peer_of(SERVICE)
    assert bus.heard(TOLD) is None
    assert bus.heard(TOLD) == []
    for number in (1, 2):
        peer.tell(PATH, SERVICE, "Rested", "u", (number,))
    peer.tell(PATH, SERVICE, "Slept", "u", (3,))
    peer.answers["Rest"] = ("", ())
    assert bus.ask(QUESTION) == (), "what comes before an answer is kept"
    assert bus.heard(TOLD) == [(1,), (2,)]
    assert bus.heard(TOLD) == []


def test_who_has_a_name_is_heard(bus, peer_of):
    changed = owner_changed(SERVICE)
    assert bus.heard(changed) is None
    peer_of("org.example.Other")
    first = peer_of(SERVICE)
    assert wait_for(lambda: (told := bus.heard(changed)) and len(told) == 1)
    first.close()
    assert wait_for(lambda: bus.heard(changed))
    assert bus.ask(owner_of(SERVICE)) is None


def test_nobody_is_started_to_be_asked(environ, bus):
    services, started = Path(environ["HOME"]) / "services", Path(environ["HOME"]) / "started"
    for name in (SERVICE, NAME, "org.freedesktop.ScreenSaver", LOGIND, A11Y, portal.SERVICE):
        (services / f"{name}.service").write_text(f"[D-BUS Service]\nName={name}\nExec=/bin/touch {started}\n")
    assert bus.ask(Question(BUS, "/org/freedesktop/DBus", BUS, "ReloadConfig")) == ()
    names = bus.ask(Question(BUS, "/org/freedesktop/DBus", BUS, "ListActivatableNames"))
    assert names is not None
    assert {SERVICE, NAME, LOGIND} <= set(names[0])
    assert bus.ask(QUESTION) is None
    quiet = choose_quiet(environ, "linux", Path(environ["HOME"]))
    assert quiet.told()[0] == Told("do-not-disturb", False, (How("no-server"),))
    quiet.close()
    awake = choose_awake(environ, "linux")
    assert not awake.told().is_known
    lock = choose_lock({"DBUS_SYSTEM_BUS_ADDRESS": environ["DBUS_SESSION_BUS_ADDRESS"]}, "linux")
    assert lock.is_locked() is None
    lock.close()
    reader = choose_screen_reader(environ, "linux")
    assert (reader.runs(), said(reader.why)) == (None, "no accessibility service answers")
    reader.close()
    motion = choose_less_motion(environ, "linux", Path(environ["HOME"]))
    assert (motion.is_wanted(), said(motion.why)) == (None, "no portal of this desktop tells its settings")
    motion.close()
    assert not started.exists()


def test_a_bus_that_ends_and_comes_back_a_minute_later(environ, address):
    now = 0.0
    bus = Bus(address, monotonic=lambda: now)
    assert bus.heard(TOLD) is None
    assert bus.heard(TOLD) == []
    with a_bus() as other:
        at_other = Bus(other["DBUS_SESSION_BUS_ADDRESS"], monotonic=lambda: now)
        assert at_other.heard(TOLD) is None
    assert wait_for(lambda: at_other.heard(TOLD) is None)
    assert at_other.ask(QUESTION) is None
    assert bus.heard(TOLD) == []
    now = 61.0
    assert at_other.ask(QUESTION) is None
    bus.close()


def test_a_server_that_hangs_is_unknown_and_known_when_another_takes_its_place(bus, peer_of):
    hanging = peer_of(NAME)
    hanging.answers["GetServerInformation"] = None
    do_not_disturb = DoNotDisturb(Asked(bus, Path("nowhere")), frozenset())
    for _ in range(3):
        assert do_not_disturb.is_on() is None
    assert said(do_not_disturb.why) == "the notification server does not answer"
    assert len(hanging.asked) == 1
    hanging.close()
    dunst = peer_of(NAME)
    dunst.answers |= {"GetServerInformation": INFORMATION, "paused": ("v", (("b", True),))}
    assert wait_for(lambda: do_not_disturb.is_on() is True)
    assert do_not_disturb.is_on() is True, "the news of the second may come after that of the end of the first"
    dunst.asked.clear()
    assert do_not_disturb.is_on() is True
    assert [member for member, _ in dunst.asked] == ["Get"], "one question a look"


def test_a_locked_screen_and_a_machine_that_goes_to_sleep(address, peer_of):
    logind = peer_of(LOGIND)
    off, on = (("v", (("b", is_locked),)) for is_locked in (False, True))
    logind.answers |= {"GetSession": ("o", (SESSION,)), "LockedHint": off}
    lock = choose_lock({"DBUS_SYSTEM_BUS_ADDRESS": address, "XDG_SESSION_ID": "2"}, "linux")
    for _ in range(3):
        assert lock.is_locked() is False
    assert [member for member, _ in logind.asked] == ["GetSession", "Get"], "then it is only listened to"
    for answer, is_locked in ((on, True), (off, False)):
        logind.answers["LockedHint"] = answer
        changed = (f"{LOGIND}.Session", {"LockedHint": ("b", is_locked)}, [])
        logind.tell(SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", changed)
        assert wait_for(lambda is_locked=is_locked: lock.is_locked() is is_locked)
    for sleeps in (True, False):
        logind.tell("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "b", (sleeps,))
        assert wait_for(lambda sleeps=sleeps: lock.is_locked() is sleeps)
    logind.close()
    assert wait_for(lambda: lock.is_locked() is None)
    lock.close()


def test_a_screen_reader_that_is_switched_on_while_the_program_runs(environ, peer_of):
    service = peer_of(A11Y)
    reader = choose_screen_reader(environ, "linux")
    for runs in (False, True):
        service.answers["ScreenReaderEnabled"] = ("v", (("b", runs),))
        assert reader.runs() is runs
    reader.close()


KEEPERS = {
    "org.freedesktop.ScreenSaver": (("Posture Coach", "Desk reset"), "UnInhibit"),
    "org.gnome.SessionManager": (("Posture Coach", 0, "Desk reset", 8), "Uninhibit"),
}


@pytest.mark.parametrize("service", KEEPERS)
def test_the_desktop_hears_who_keeps_the_screen_on_and_why(environ, bus, peer_of, service):
    body, released = KEEPERS[service]
    keeper = peer_of(service)
    keeper.answers |= {"Inhibit": ("u", (4711,)), released: ("", ())}
    awake = choose_awake(environ, "linux")
    assert awake.told().is_known
    assert keeper.asked == [], "looked for, not asked"
    for _ in range(2):
        awake.hold("Desk reset")
        assert wait_for(lambda: keeper.asked == [("Inhibit", body)])
        awake.release()
        assert keeper.asked == [("Inhibit", body), (released, (4711,))]
        assert wait_for(lambda: bus.ask(owner_of(keeper.senders[0])) is None), "its connection is gone"
        keeper.asked.clear()


def test_a_service_that_starts_anew_in_a_session_keeps_the_screen_on_again(environ, peer_of, monkeypatch):
    monkeypatch.setattr(awakes, "AGAIN_SECONDS", 0.1)
    awake = choose_awake(environ, "linux")
    before = peer_of("org.freedesktop.ScreenSaver", answers={"Inhibit": ("u", (1,))})
    awake.hold("Desk reset")
    assert wait_for(lambda: before.asked)
    before.close()
    after = peer_of("org.freedesktop.ScreenSaver", answers={"Inhibit": ("u", (2,)), "UnInhibit": ("", ())})
    assert wait_for(lambda: after.asked)
    awake.release()
    assert [body for _, body in after.asked] == [("Posture Coach", "Desk reset"), (2,)]


@pytest.mark.parametrize("answer", [None, "org.example.No", ("s", ("cookie",))])
def test_a_service_that_hangs_or_refuses_holds_no_session_up(environ, peer_of, answer):
    """What it answers is handed back as it came; nothing of it reaches the session."""
    keeper = peer_of("org.freedesktop.ScreenSaver")
    keeper.answers["Inhibit"] = answer
    awake = choose_awake(environ, "linux")
    awake.hold("Desk reset")
    awake.release()
    awake.close()


def test_the_notification_of_a_program_that_is_gone_is_taken_down(address, peer_of):
    server = peer_of(NAME, answers={"CloseNotification": ("", ())})
    take_down(address, 7)
    assert server.asked == [("CloseNotification", (7,))]
    take_down(None, 7)


HOLDER = """
import os, sys
from coach.desktop.choose import choose_awake
choose_awake(os.environ, "linux").hold("Desk reset")
sys.stdin.readline()
"""


def test_a_program_that_is_killed_lets_go(environ, bus, peer_of):
    keeper = peer_of("org.freedesktop.ScreenSaver")
    keeper.answers["Inhibit"] = ("u", (1,))
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, env=environ | {"PYTHONPATH": str(root)}, cwd=root
    ) as holder:
        assert wait_for(lambda: keeper.senders)
        (sender,) = keeper.senders
        assert bus.ask(owner_of(sender)) is not None
        os.kill(holder.pid, signal.SIGKILL)
        assert wait_for(lambda: bus.ask(owner_of(sender)) is None), "the bus tells the service, which lets go"
