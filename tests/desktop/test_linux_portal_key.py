"""A key of the whole desktop, asked of a portal on a real bus, which answers as one desktop or another does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.desktop.choose import choose_reminder_key
from coach.desktop.global_key import KeyState, NullKey
from coach.desktop.how import How
from coach.desktop.linux_portal_key import PREFERRED, PortalKey
from coach.desktop.portal import SERVICE
from coach.desktop.protocol import Told
from tests.beside import slow
from tests.desktop.fake_portal import FakePortal
from tests.desktop.real import a_bus
from tests.desktop.wayland.real import wait_for

pytest.importorskip("jeepney")

WHAT = "To the reminder that waits"
CHOSEN = {"open-reminder": (WHAT, "Ctrl+Alt+P")}


@pytest.fixture
def portal(address: str) -> Iterator[FakePortal]:
    made = FakePortal(address)
    yield made
    made.close()


class Held:
    """A key, and what was told of it. The loop is what waits."""

    def __init__(self, key: PortalKey) -> None:
        self.key = key
        self.pressed: list[str] = []
        self.states: list[KeyState] = []
        key.pressed = self.pressed.append
        key.changed = lambda: self.states.append(key.state)

    def until(self, is_so: Callable[[], object]) -> bool:
        def looked() -> object:
            self.key.answer()
            return is_so()

        return wait_for(looked)

    def is_settled(self) -> bool:
        return self.until(lambda: self.key.state != "waiting")


@pytest.fixture
def held(address: str) -> Iterator[Callable[..., Held]]:
    made: list[PortalKey] = []

    def hold(at: str = address, **how: Any) -> Held:
        made.append(PortalKey(at, **how))
        return Held(made[-1])

    yield hold
    for key in made:
        key.close()


def test_a_key_is_chosen_in_the_desktops_own_dialog_and_pressed(portal: FakePortal, held: Callable[..., Held]) -> None:
    portal.question = ...
    one = held()
    one.key.choose(WHAT)
    assert one.until(lambda: portal.questions)
    assert one.key.state == "waiting", "as long as the person likes"
    portal.decide("Meta+R")
    assert one.is_settled()
    assert (one.key.state, one.key.trigger, one.states) == ("ready", "Meta+R", ["ready"])
    assert list(portal.registered.values()) == ["io.github.posture_coach"]
    assert portal.asked[0] == "Register", "before anything else on this connection"
    assert portal.wished == {"description": ("s", WHAT), "preferred_trigger": ("s", PREFERRED)}
    portal.press()
    portal.press(token="token-7")
    assert one.until(lambda: len(one.pressed) == 2)
    assert one.pressed == ["", "token-7"]


def test_what_others_have_is_not_ours(portal: FakePortal, held: Callable[..., Held]) -> None:
    one = held()
    one.key.choose(WHAT)
    assert one.is_settled()
    portal.press("another")
    portal.press()
    assert one.until(lambda: one.pressed)
    assert one.pressed == [""]


@pytest.mark.parametrize("tells", [True, False])
def test_it_is_there_again_in_the_next_run_without_a_question(
    address: str, held: Callable[..., Held], tells: bool
) -> None:
    """Plasma lists it, GNOME and Hyprland want it bound; each as its own way to tell the key."""
    for lists in (True, False):
        portal = FakePortal(address, dict(CHOSEN))
        portal.lists, portal.tells, portal.question = lists, tells, None
        one = held(remembers=lists)
        one.key.restore(WHAT)
        assert one.is_settled()
        assert (one.key.state, one.key.trigger, portal.questions) == ("ready", "Ctrl+Alt+P", 0)
        assert ("BindShortcuts" in portal.asked) is not lists, "Plasma before 6.4 shows its settings at each binding"
        portal.press()
        assert one.until(lambda: one.pressed)  # noqa: B023 (within its round)
        one.key.close()
        portal.close()


def test_nobody_is_asked_where_it_was_taken_away_meanwhile(portal: FakePortal, held: Callable[..., Held]) -> None:
    one = held(remembers=True)
    one.key.restore(WHAT)
    assert one.is_settled()
    assert (one.key.state, portal.questions, "BindShortcuts" in portal.asked) == ("refused", 0, False)
    one.key.choose(WHAT)
    assert one.is_settled()
    assert one.key.state == "ready"


def test_a_choice_without_a_key_and_another_one_later(portal: FakePortal, held: Callable[..., Held]) -> None:
    portal.question = ""
    one = held()
    one.key.choose(WHAT)
    assert one.is_settled()
    assert (one.key.state, one.key.trigger) == ("ready", "")
    portal.rename("F9")
    assert one.until(lambda: one.key.trigger == "F9")
    assert one.states == ["ready", "ready"]


def test_a_no_is_a_no(portal: FakePortal, held: Callable[..., Held]) -> None:
    portal.question = None
    watched: list[int] = []

    def watch(file: int, _call: Callable[[], None]) -> Callable[[], None]:
        watched.append(file)
        return lambda: watched.remove(file)

    one = held(watch=watch)
    one.key.choose(WHAT)
    assert len(watched) == 1
    assert one.is_settled()
    assert (one.key.state, watched) == ("refused", [])


@pytest.mark.parametrize(
    ("registers", "may_open", "state"),
    [("old", True, "ready"), ("no-entry", True, "nameless"), ("yes", False, "refused"), ("old", False, "refused")],
)
def test_whether_the_portal_knows_the_program(
    portal: FakePortal, held: Callable[..., Held], registers: str, may_open: bool, state: KeyState
) -> None:
    portal.registers, portal.may_open = registers, may_open
    one = held()
    one.key.choose(WHAT)
    assert one.is_settled()
    assert one.key.state == state
    assert ("BindShortcuts" in portal.asked) is (state == "ready")


def test_a_sandbox_says_by_itself_who_asks(portal: FakePortal, held: Callable[..., Held]) -> None:
    one = held(is_boxed=True)
    one.key.choose(WHAT)
    assert one.is_settled()
    assert one.key.state == "ready"
    assert "Register" not in portal.asked


def test_a_portal_that_begins_anew_has_it_again_without_a_question(
    address: str, portal: FakePortal, held: Callable[..., Held]
) -> None:
    one = held(remembers=True)
    one.key.choose(WHAT)
    assert one.is_settled()
    portal.close()
    assert one.until(lambda: one.key.state == "waiting")
    after = FakePortal(address, portal.known)
    assert one.until(lambda: one.key.state == "ready")
    after.press()
    assert one.until(lambda: one.pressed)
    assert (after.questions, "BindShortcuts" in after.asked) == (0, False)
    after.close()


def test_a_portal_that_goes_while_it_asks(address: str, portal: FakePortal, held: Callable[..., Held]) -> None:
    portal.question = ...
    one = held()
    one.key.choose(WHAT)
    assert one.until(lambda: portal.questions)
    portal.close()
    assert one.until(lambda: one.states == ["refused"])
    after = FakePortal(address)
    after.question = ...
    one.key.answer()
    assert (one.key.state, after.asked) == ("refused", []), "nobody is asked but when they want it"
    one.key.choose(WHAT)
    assert one.until(lambda: after.questions)
    after.decide("F9")
    assert one.is_settled()
    assert one.key.trigger == "F9"
    after.close()


def test_a_session_that_the_portal_ends(portal: FakePortal, held: Callable[..., Held]) -> None:
    one = held()
    one.key.choose(WHAT)
    assert one.is_settled()
    portal.close_sessions()
    assert one.until(lambda: one.key.state == "refused")


def test_where_it_is_changed(portal: FakePortal, held: Callable[..., Held]) -> None:
    for version, can in ((1, False), (2, True)):
        portal.version = version
        one = held()
        one.key.choose(WHAT)
        assert one.is_settled()
        assert one.key.can_change is can
        one.key.change()
        assert wait_for(lambda: ("ConfigureShortcuts" in portal.asked) is can)  # noqa: B023 (within its round)


def test_given_up_it_is_heard_no_more(portal: FakePortal, held: Callable[..., Held]) -> None:
    one = held()
    one.key.choose(WHAT)
    assert one.is_settled()
    one.key.end()
    portal.press()
    one.key.answer()
    assert (one.key.state, one.key.trigger, one.pressed) == ("off", "", [])


def test_a_bus_that_ends() -> None:
    with a_bus() as environ:
        address = environ["DBUS_SESSION_BUS_ADDRESS"]
        portal = FakePortal(address)
        one = Held(PortalKey(address))
        one.key.choose(WHAT)
        assert one.is_settled()
        portal.close()
    assert one.until(lambda: one.key.state == "nobody")
    one.key.answer()
    one.key.restore(WHAT)
    assert one.key.state == "nobody"
    one.key.close()


@pytest.mark.parametrize("number", [*slow((0, 7)), 4_000_000_000])
def test_what_was_bound_counts_and_not_the_number_that_comes_along(
    portal: FakePortal, held: Callable[..., Held], number: int
) -> None:
    """GNOME 48 answers with a number that it never set."""
    portal.number = number
    one = held()
    one.key.choose(WHAT)
    assert one.is_settled()
    assert (one.key.state, one.key.trigger) == ("ready", "Ctrl+Alt+P")


@pytest.mark.parametrize("registers", ["yes", "old"])
def test_a_portal_without_such_keys(portal: FakePortal, held: Callable[..., Held], registers: str) -> None:
    """As those of GTK and of wlroots are."""
    portal.has_keys, portal.registers = False, registers
    one = held()
    assert one.key.told() == Told("reminder-key", False, (How("no-portal-keys"),))
    one.key.choose(WHAT)
    assert one.is_settled()
    assert one.key.state == "nobody"


def test_a_portal_that_does_not_start(tmp_path: Path, held: Callable[..., Held]) -> None:
    """Started it is when a person asked for a key, and not to be asked whether it has any."""
    services = tmp_path / "dbus-1" / "services"
    services.mkdir(parents=True)
    started = tmp_path / "started"
    text = f"[D-BUS Service]\nName={SERVICE}\nExec=/bin/sh -c 'touch {started}; exit 1'\n"
    (services / f"{SERVICE}.service").write_text(text)
    with a_bus(XDG_DATA_HOME=str(tmp_path)) as environ:
        one = held(environ["DBUS_SESSION_BUS_ADDRESS"])
        assert not one.key.told().is_known
        assert not started.exists()
        one.key.choose(WHAT)
        assert one.is_settled()
        assert one.key.state == "nobody"
        assert started.exists()


def test_whether_it_is_offered(address: str, portal: FakePortal, held: Callable[..., Held]) -> None:
    assert held().key.told() == Told("reminder-key", True, (How("portal-keys"),))
    assert portal.asked == ["Get"]
    nowhere = PortalKey("unix:path=/nonexistent/bus")
    assert nowhere.told() == Told("reminder-key", False, (How("session-bus-silent"),))
    nowhere.choose(WHAT)
    assert nowhere.state == "nobody"

    def without_jeepney(_address: str) -> None:
        raise ImportError

    assert not PortalKey(address, connect=without_jeepney).told().is_known


def test_who_has_it(address: str) -> None:
    environ = {"DBUS_SESSION_BUS_ADDRESS": address}
    assert isinstance(choose_reminder_key(environ, "linux"), PortalKey)
    for found in (
        choose_reminder_key({}, "linux"),
        choose_reminder_key(environ, "win32"),
        choose_reminder_key(environ, "darwin"),
    ):
        assert isinstance(found, NullKey)
        assert not found.told().is_known
        found.restore(WHAT)
        found.choose(WHAT)
        found.change()
        found.close()
        assert found.state == "nobody"
