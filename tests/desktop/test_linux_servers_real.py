"""Real notification servers, each on a bus and a screen of its own: do not disturb is seen, and its end. What then
comes of it: tests/journeys/test_servers.py.

Every server that coach.desktop.linux_servers knows is here, but for the shells of GNOME and Plasma, which are no mere
servers: docs/desktops.md says how those were tried.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from coach.desktop.choose import choose_quiet
from coach.desktop.how import How
from coach.desktop.linux_servers import SERVERS
from coach.desktop.protocol import Quiet, Told
from tests.desktop.real import NotHereError, a_bus, an_x_server, running
from tests.desktop.servers import DUNST, MAKO, REAL, Real
from tests.desktop.wayland.real import SOMEBODY, wait_for
from tests.desktop.wayland.real import running as compositor

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]
pytest.importorskip("jeepney")

COMMAND_SECONDS = 20


class Desk:
    """A screen with a bus, and what the program sees there."""

    def __init__(self, environ: dict[str, str], *, is_wayland: bool) -> None:
        self.environ = environ
        self.somebody = SOMEBODY if is_wayland else {}
        # What is looked at is the server alone, not the screen.
        told = {name: environ[name] for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_CONFIG_HOME")}
        self.quiet: Quiet = choose_quiet(told, "linux", Path(environ["HOME"]))

    @property
    def told(self) -> Told:
        return self.quiet.told()[0]

    @property
    def is_on(self) -> bool:
        return "do-not-disturb" in self.quiet.reasons()

    @contextmanager
    def serving(self, real: Real) -> Iterator[None]:
        """The server runs, and was seen."""
        program = real.program
        if program is None:
            pytest.skip(f"{real.command} is not installed")
        with running([program], self.environ, cwd=self.environ["HOME"], **self.somebody):
            how = How("named-tells" if real.on else "named-has-none", real.name)
            seen = wait_for(lambda: self.told.how == (how,))
            assert seen, f"{real.name} does not come; {self.told}"
            yield

    def do(self, command: str) -> None:
        """As somebody at this desk."""
        subprocess.run(
            ["sh", "-c", command],
            env=self.environ,
            check=True,
            timeout=COMMAND_SECONDS,
            cwd=self.environ["HOME"],
            stdout=subprocess.DEVNULL,
            **self.somebody,
        )


@contextmanager
def desk(*reals: Real) -> Iterator[Desk]:
    """A desk for these servers, or a skipped test."""
    is_wayland = any(real.screen == "Wayland" for real in reals)
    for real in reals:
        command = real.on.split(" ", 1)[0]
        if real.program is None or (command and shutil.which(command) is None):
            pytest.skip(f"{real.name} is not installed")
    with ExitStack() as stack:
        try:
            if is_wayland:
                if shutil.which("sway") is None:
                    pytest.skip("sway is not installed")
                screen = stack.enter_context(compositor("sway")).environ
                more = {"WAYLAND_DISPLAY": str(Path(screen["XDG_RUNTIME_DIR"]) / screen["WAYLAND_DISPLAY"])}
            else:
                more = {"DISPLAY": stack.enter_context(an_x_server())[0]}
            environ = stack.enter_context(a_bus(SOMEBODY if is_wayland else None, **more))
        except (NotHereError, RuntimeError) as why:
            pytest.skip(str(why))
        found = Desk(environ, is_wayland=is_wayland)
        stack.callback(found.quiet.close)
        yield found


def test_every_server_is_here_but_for_the_shells():
    assert {real.name for real in REAL} == {one.shown for one in SERVERS} - {"gnome-shell", "Plasma"}


@pytest.mark.parametrize("real", REAL, ids=[real.command for real in REAL])
def test_do_not_disturb_is_seen_and_its_end(real: Real):
    with desk(real) as at_desk:
        assert at_desk.told == Told("do-not-disturb", False, (How("no-server"),))
        with at_desk.serving(real):
            assert not at_desk.is_on
            for _ in range(2):
                if real.on:
                    at_desk.do(real.on)
                    assert wait_for(lambda: at_desk.is_on), at_desk.told
                at_desk.do(real.off)
                assert wait_for(lambda: not at_desk.is_on), at_desk.told
            if real.on:
                at_desk.do(real.on)
                assert wait_for(lambda: at_desk.is_on)
        if real.holds_without:
            assert at_desk.is_on, "its setting stands: who starts it anew finds it so"
        elif real.on:
            assert wait_for(lambda: at_desk.told.how == (How("no-server"),))
            assert not at_desk.is_on


def test_a_server_that_is_started_anew_and_one_that_takes_its_place():
    with desk(DUNST, MAKO) as at_desk, an_x_server() as (display, _):
        at_desk.environ["DISPLAY"] = display
        with at_desk.serving(MAKO):
            at_desk.do(MAKO.on)
            assert wait_for(lambda: at_desk.is_on)
        with at_desk.serving(MAKO):
            assert not at_desk.is_on, "a new one begins without"
        with at_desk.serving(DUNST):
            at_desk.do(DUNST.on)
            assert wait_for(lambda: at_desk.is_on)
        with at_desk.serving(MAKO):
            assert not at_desk.is_on
