"""Starting with the computer out of Flatpak, with a portal of our own making on a real bus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.desktop import sandbox
from coach.desktop.at_login import Entry, Start
from coach.desktop.choose import choose_at_login
from coach.desktop.flatpak_at_login import BACKGROUND, PortalAtLogin
from coach.desktop.how import How, NotHadError
from coach.desktop.portal import PATH
from tests.desktop.fake_portal import FakePortal

START = Start(("/app/bin/posture-coach", "--hidden"), {}, "Reminders at the desk")


class BackgroundPortal(FakePortal):
    """Answers with `number` and `results`; without an answer for `is_silent`. `wishes` has each question's options."""

    def __init__(self, address: str) -> None:
        self.results: dict[str, Any] = {"background": ("b", True), "autostart": ("b", True)}
        self.is_silent = False
        self.wishes: list[dict[str, Any]] = []
        super().__init__(address)

    def _answer(self, member: str, interface: str, sender: str, body: tuple[Any, ...]) -> Any:
        if (interface, member) != (BACKGROUND, "RequestBackground") or not self.has_keys:
            return "org.freedesktop.DBus.Error.UnknownMethod"
        options = body[-1]
        request = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token'][1]}"
        self.wishes.append({name: value for name, value in options.items() if name != "handle_token"})
        return (
            (lambda: None if self.is_silent else self._respond(sender, request, self.number, self.results)),
            "o",
            (request,),
        )


@pytest.fixture
def portal(address: str) -> Iterator[BackgroundPortal]:
    made = BackgroundPortal(address)
    yield made
    made.close()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "config" / "posture-coach" / "at-login"


def test_the_portal_writes_the_entry_and_its_answer_is_remembered(
    portal: BackgroundPortal, address: str, kept: Path
) -> None:
    at_login = PortalAtLogin(START, address, kept)
    assert at_login.entry() == Entry("off", BACKGROUND)
    at_login.switch_off()
    assert portal.wishes == [], "what is off needs no asking"
    at_login.switch_on()
    assert at_login.entry() == Entry("on", BACKGROUND)
    portal.results["autostart"] = ("b", False)
    at_login.switch_off()
    assert at_login.entry() == Entry("off", BACKGROUND)
    line, reason = ("as", ["/app/bin/posture-coach", "--hidden"]), ("s", "Reminders at the desk")
    assert portal.wishes == [
        {"reason": reason, "autostart": ("b", wanted), "commandline": line} for wanted in (True, False)
    ]


@pytest.mark.parametrize(
    ("what", "how"),
    [
        ({"number": 1}, "portal-refused"),
        ({"results": {"background": ("b", True), "autostart": ("b", False)}}, "portal-refused"),
        ({"has_keys": False}, "portal-silent"),
        ({"is_silent": True}, "portal-silent"),
    ],
)
def test_it_stays_off_where_the_portal_does_not_do_it(
    portal: BackgroundPortal, address: str, kept: Path, what: dict[str, Any], how: Any
) -> None:
    for name, value in what.items():
        setattr(portal, name, value)
    at_login = PortalAtLogin(START, address, kept, seconds=0.2 if portal.is_silent else 30)
    with pytest.raises(NotHadError) as refused:
        at_login.switch_on()
    assert refused.value.how == How(how)
    assert at_login.entry() == Entry("off", BACKGROUND)


def test_without_a_portal_or_a_bus_it_says_which_is_missing(address: str, kept: Path, tmp_path: Path) -> None:
    for where, how in (
        (address, How("portal-silent")),
        (None, How("no-session-bus")),
        (f"unix:path={tmp_path}/none", How("session-bus-silent")),
    ):
        with pytest.raises(NotHadError) as refused:
            PortalAtLogin(START, where, kept).switch_on()
        assert refused.value.how == how


def test_within_flatpak_it_is_the_portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environ = {"FLATPAK_ID": "io.github.posture_coach", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    assert not isinstance(choose_at_login(START, environ, "linux", tmp_path), PortalAtLogin), "it is no sandbox yet"
    info = tmp_path / "flatpak-info"
    info.touch()
    monkeypatch.setattr(sandbox, "FLATPAK_INFO", info)
    assert isinstance(choose_at_login(START, environ, "linux", tmp_path), PortalAtLogin)
    assert sandbox.flatpak_id(environ) == "io.github.posture_coach"
    assert sandbox.is_boxed({})
