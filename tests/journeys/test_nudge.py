"""A nudge beside somebody who types, on real screens: no letter is lost, it is seen, and its answer comes back."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from coach.reminders.nudge import Nudge
from tests.desktop.real import NotHereError, a_bus, running
from tests.desktop.wayland.real import RealDesktop
from tests.journeys.on_wayland import wayland
from tests.journeys.screen import ROOT, Screen, screen, wait_for

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

LINES = [f"line {number} of what is typed" for number in range(40)]
WRITING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication([])
paper = QPlainTextEdit(windowTitle="writing")
write = lambda *_: Path(sys.argv[1]).write_text(paper.toPlainText())
paper.textChanged.connect(write)
app.focusWindowChanged.connect(write)
paper.resize(500, 300)
paper.show()
app.exec()
"""


def nudge(show: str) -> Nudge:
    return Nudge("change-position", "Change position", "Time to shift.", "asked-for", (300.0,), show)


class Shown:
    """The process of a nudge, which was seen."""

    def __init__(self, show: str, environ: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "coach.ui.nudge.alone"],
            cwd=ROOT,
            env=dict(environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(nudge(show).as_json()) + "\n")
        self.process.stdin.flush()
        self.first = self.says()

    def says(self) -> object:
        """Its next line; None when there is none any more."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return json.loads(line) if line else None

    def put_away(self) -> None:
        """As its starter does; it says nothing that anybody waits for."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(30)
        assert self.process.returncode == 0
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def shown(show: str, environ: Mapping[str, str]) -> Iterator[Shown]:
    """A nudge that is put away in the end."""
    made = Shown(show, environ)
    try:
        yield made
    finally:
        made.put_away()


@contextmanager
def a_writer(desktop: Screen, file: Path) -> Iterator[None]:
    """Something that is being written into, in front."""
    with running([sys.executable, "-c", WRITING, str(file)], desktop.environ):
        (window,) = wait_for("the paper", lambda: desktop.windows("^writing$"))  # type: ignore[misc]
        desktop.run("xdotool", "windowfocus", "--sync", str(window))
        yield


@pytest.mark.parametrize("show", ["nudge", "full-screen"])
def test_on_x_no_letter_is_lost(tmp_path: Path, show: str) -> None:
    file = tmp_path / "written"
    with screen(tmp_path) as desktop, a_writer(desktop, file):
        words = ["xdotool"]
        for line in LINES:
            words += ["type", "--args", "1", "--delay", "10", line, "key", "Return"]
        with running(words, desktop.environ) as hands:
            for _ in range(3):
                with shown(show, desktop.environ) as seen:
                    assert seen.first == {"shown": show}
                    assert desktop.windows("Change position")
            hands.wait(120)
        wait_for("the end of it", lambda: file.exists() and file.read_text().endswith(f"{LINES[-1]}\n"))
        assert file.read_text().splitlines() == LINES


def test_a_break_covers_the_screen_and_ends_at_a_click(tmp_path: Path) -> None:
    with screen(tmp_path) as desktop, shown("full-screen", desktop.environ) as seen:
        (window,) = desktop.windows("Change position")
        told = desktop.run("xdotool", "getwindowgeometry", window)
        assert "Position: 0,0" in told
        assert "Geometry: 1280x800" in told
        # Right of the figure, in the lower half of the card: the buttons. Which one is no matter here.
        for y in range(430, 600, 30):
            desktop.run("xdotool", "mousemove", "700", str(y), "click", "1")
        answer = seen.says()
        assert isinstance(answer, dict)
        assert "answered" in answer


def test_escape_ends_a_break_and_no_other_key_does(tmp_path: Path) -> None:
    file = tmp_path / "written"
    with screen(tmp_path) as desktop, a_writer(desktop, file), shown("full-screen", desktop.environ) as seen:
        desktop.run("xdotool", "type", "still here")
        wait_for("what was typed", lambda: file.exists() and file.read_text() == "still here")
        desktop.run("xdotool", "key", "Escape")
        assert seen.says() == {"answered": "skipped", "seconds": 0.0}


def test_a_notification_of_dunst_is_answered_and_taken_down(tmp_path: Path) -> None:
    if shutil.which("dunst") is None or shutil.which("dunstctl") is None:
        pytest.skip("needs dunst")
    try:
        with screen(tmp_path) as desktop, a_bus(DISPLAY=desktop.display) as bus:
            environ = desktop.environ | bus
            with running(["dunst"], environ), shown("notification", environ) as seen:
                assert isinstance(seen.first, dict)
                assert seen.first["shown"] == "notification"
                wait_for("it on the screen", lambda: count(environ) == "1")
                subprocess.run(["dunstctl", "action"], env=environ, check=True, timeout=30)
                assert seen.says() == {"opened": True}
                wait_for("the screen without it", lambda: count(environ) == "0")
    except NotHereError as why:
        pytest.skip(str(why))


def test_a_notification_service_that_is_killed_leaves_a_card(tmp_path: Path) -> None:
    if shutil.which("dunst") is None or shutil.which("dunstctl") is None:
        pytest.skip("needs dunst")
    try:
        with screen(tmp_path) as desktop, a_bus(DISPLAY=desktop.display) as bus:
            environ = desktop.environ | bus
            with running(["dunst"], environ) as dunst, shown("notification", environ) as seen:
                assert isinstance(seen.first, dict)
                assert seen.first["shown"] == "notification"
                dunst.kill()
                assert seen.says() == {"shown": "nudge"}
                assert desktop.windows("Change position")
    except NotHereError as why:
        pytest.skip(str(why))


def count(environ: Mapping[str, str]) -> str:
    """How many notifications dunst shows."""
    words = ["dunstctl", "count", "displayed"]
    return subprocess.run(words, env=environ, capture_output=True, text=True, timeout=30, check=False).stdout.strip()


def a_paper(desktop: RealDesktop, environ: Mapping[str, str], into: Path) -> AbstractContextManager[object]:
    """Something that is written into: a terminal, which does not start on KWin without a screen; there a window."""
    if desktop.program == "kwin_wayland":
        return running([sys.executable, "-c", WRITING, str(into)], dict(environ) | {"QT_QPA_PLATFORM": "wayland"})
    return desktop.run("foot", "sh", "-c", f"cat > {into}")


@pytest.mark.parametrize(
    ("program", "shows"),
    [
        ("sway", ("nudge", "nudge", "nudge")),
        ("sway", ("full-screen", "full-screen", "full-screen")),
        ("kwin_wayland", ("nudge", "full-screen", "nudge")),
    ],
)
def test_on_wayland_no_letter_is_lost(tmp_path: Path, program: str, shows: tuple[str, ...]) -> None:
    with wayland(program, with_x=True) as (desktop, environ):
        ours = environ | {"POSTURE_COACH_HOME": str(tmp_path), "SDL_AUDIODRIVER": "dummy"}
        into = (tmp_path if program == "kwin_wayland" else desktop.folder) / "typed"
        with a_paper(desktop, environ, into):
            wait_for("something that has the keyboard", into.exists)
            before = picture(environ, tmp_path, program)
            # The terminal asks for a keyboard when it hears of the first one; what is typed before is lost.
            with desktop.typing(LINES[0], *LINES) as hands:
                wait_for("what the keyboard began with", lambda: "\n" in into.read_text())
                for show in shows:
                    with shown(show, ours) as seen:
                        assert seen.first == {"shown": show}
                        wait_for("it on the screen", lambda: picture(environ, tmp_path, program) != before)
                hands.wait(120)
            wait_for("the end of it", lambda: into.read_text().endswith(f"{LINES[-1]}\n"))
            _, *arrived, end = into.read_text().split("\n")
            assert (arrived, end) == (LINES, "")


def picture(environ: Mapping[str, str], folder: Path, program: str) -> bytes:
    """The lower right of the screen, where nothing is typed. KWin lets no program take one: which of our windows can be
    seen there.
    """
    if program == "kwin_wayland":
        words = ["xdotool", "search", "--onlyvisible", "--name", "Change position"]
        return subprocess.run(words, env=dict(environ), capture_output=True, timeout=30, check=False).stdout
    file = folder / "corner.png"
    subprocess.run(["grim", "-g", "400,500 400x100", str(file)], env=dict(environ), check=True, timeout=30)
    return file.read_bytes()


def test_on_wayland_alone_it_says_that_nothing_can_be_shown(tmp_path: Path) -> None:
    with wayland("sway", with_x=False) as (_, environ):
        environ |= {"POSTURE_COACH_HOME": str(tmp_path), "SDL_AUDIODRIVER": "dummy"}
        with shown("nudge", environ) as seen:
            assert seen.first == {
                "expired": "no card can be drawn: there is no display here; "
                "there is no session bus to ask for a notification"
            }


def two_monitors(desktop: Screen) -> None:
    """Left and right, 640 wide."""
    if shutil.which("xrandr") is None:
        pytest.skip("needs xrandr")

    def are_there() -> bool:
        desktop.run("xrandr", "--setmonitor", "left", "640/200x800/200+0+0", "screen")
        desktop.run("xrandr", "--setmonitor", "right", "640/200x800/200+640+0", "none")
        told = desktop.run("xrandr", "--listmonitors")
        return "left 640" in told and "right 640" in told

    wait_for("two monitors", are_there)  # the first word to a server that has just started may be lost


def places(desktop: Screen) -> list[str]:
    """Where the windows of the nudge are, and how large; one that goes between the two questions is not there."""
    told = [desktop.run("xdotool", "getwindowgeometry", "--shell", one) for one in desktop.windows("Change position")]
    return sorted(
        "{X},{Y} {WIDTH}x{HEIGHT}".format(**dict(line.split("=") for line in one.splitlines())) for one in told if one
    )


@pytest.mark.parametrize(("pointer", "is_left"), [("100", True), ("1200", False)])
def test_the_card_comes_where_the_pointer_is(tmp_path: Path, pointer: str, is_left: bool) -> None:
    with screen(tmp_path) as desktop:
        two_monitors(desktop)
        desktop.run("xdotool", "mousemove", pointer, "100")
        with shown("nudge", desktop.environ):
            (place,) = places(desktop)
            assert (int(place.split(",")[0]) < 640) is is_left


def test_a_card_whose_monitor_goes_stands_on_the_one_that_is_left(tmp_path: Path) -> None:
    with screen(tmp_path) as desktop:
        two_monitors(desktop)
        desktop.run("xdotool", "mousemove", "1200", "100")
        with shown("nudge", desktop.environ):
            desktop.run("xrandr", "--delmonitor", "right")
            wait_for("it on the left", lambda: [one for one in places(desktop) if int(one.split(",")[0]) < 640])


def test_a_break_goes_on_when_a_monitor_goes_and_when_one_comes(tmp_path: Path) -> None:
    with screen(tmp_path) as desktop:
        two_monitors(desktop)
        with shown("full-screen", desktop.environ) as seen:
            both = ["0,0 640x800", "640,0 640x800"]
            wait_for("both covered", lambda: places(desktop) == both)
            desktop.run("xrandr", "--delmonitor", "right")
            wait_for("the left one covered", lambda: places(desktop) == both[:1])
            two_monitors(desktop)
            wait_for("both covered again", lambda: places(desktop) == both)
            assert seen.process.poll() is None
