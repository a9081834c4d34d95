"""Real compositors: sway, labwc (where the system has it) and KWin. Nothing here needs more than pytest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coach.desktop.choose import choose_awake
from coach.desktop.protocol import Told
from coach.desktop.wayland.awake import ByWayland
from coach.desktop.wayland.full_screen import FullScreen
from coach.desktop.wayland.idle import WaylandIdle
from coach.words.how_known import said
from tests.desktop.wayland.real import RealDesktop, absent, running, wait_for

pytestmark = pytest.mark.slow

PROGRAMS = ["sway", "labwc", "kwin_wayland"]
JUDGE_SECONDS = 2


@pytest.fixture(scope="module", params=PROGRAMS)
def desktop(request: pytest.FixtureRequest) -> Iterator[RealDesktop]:
    with one(request.param) as found:
        yield found


def one(program: str):
    if why_not := absent(program):
        pytest.skip(why_not)
    return running(program)


@pytest.fixture
def idle(desktop: RealDesktop) -> Iterator[WaylandIdle]:
    found = WaylandIdle(desktop.address)
    assert found.is_told, said(found.why)
    yield found
    found.close()


def test_idle_time_grows_and_a_touch_ends_it(desktop, idle):
    assert idle.seconds() is None, "not told yet"
    assert wait_for(lambda: (idle.seconds() or 0.0) >= 6.0), said(idle.why)
    desktop.touch()
    assert wait_for(lambda: idle.seconds() == 0.0, 4.0)
    assert wait_for(lambda: (idle.seconds() or 0.0) >= 5.0)


def test_an_inhibitor_of_another_program_is_not_somebody_who_is_there(desktop, idle):
    sees_through = "while a program keeps the screen on" not in said(idle.why)
    with ByWayland(desktop.address).keep_on("a film"):
        assert wait_for(lambda: idle.seconds() is not None, 9.0) is sees_through
        assert idle.is_told
    assert wait_for(lambda: (idle.seconds() or 0.0) >= 5.0)


@pytest.mark.parametrize("is_covered", [False, True])
def test_the_screen_is_kept_on_and_let_go(desktop, is_covered):
    """By the judgement of a program that is not ours, also with a full-screen window over everything."""
    if is_covered and absent("sway"):
        pytest.skip("no program to fill the screen with")
    window = desktop.run(*(("foot", "--fullscreen", "sleep", "600") if is_covered else ("sleep", "600")))
    idled = desktop.folder / f"idled-{is_covered}"
    awake = choose_awake(desktop.environ, "linux")
    assert awake.told() == Told("awake", True, (ByWayland.who,))
    with window:
        awake.hold("a session")
        with desktop.run("swayidle", "timeout", str(JUDGE_SECONDS), f"touch {idled}"):
            assert not wait_for(idled.exists, JUDGE_SECONDS + 4.0)
            assert awake.told() == Told("awake", True, (ByWayland.who,))
            awake.release()
            assert wait_for(idled.exists)
    awake.close()


def test_a_full_screen_program_is_seen(desktop):
    full = FullScreen(desktop.address)
    if desktop.program == "kwin_wayland":
        assert full.is_on() is None
        assert said(full.how) == "this Wayland compositor does not tell of full screen"
        return
    assert full.is_on() is False
    with desktop.run("foot", "--fullscreen", "sleep", "600"):
        assert wait_for(full.is_on), said(full.how)
    assert wait_for(lambda: full.is_on() is False)
    with desktop.run("foot", "sleep", "600"):
        assert not wait_for(full.is_on, 2.0), "on sway it fills the screen, as the only one, but is not full-screen"


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_compositor_dies(program):
    with one(program) as desktop:
        idle, full, keeper = WaylandIdle(desktop.address), FullScreen(desktop.address), ByWayland(desktop.address)
        assert idle.is_told
        full.is_on()
        with keeper.keep_on("a session"):
            desktop.kill()
            assert wait_for(lambda: not idle.is_told)
            assert (idle.seconds(), said(idle.why)) == (None, "the Wayland compositor went away")
            assert wait_for(lambda: full.is_on() is None)
        assert not keeper.is_there()
        idle.close()
