"""A real X server: idle time that restarts with a key, a window that fills the screen, a server that dies."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from coach.desktop.choose import choose_awake
from coach.desktop.how import How
from coach.desktop.linux_x11 import X11, bring_to_front, keep_off_task_bar
from coach.desktop.protocol import Told
from coach.words.how_known import said
from tests.desktop.real import NotHereError, an_x_server
from tests.desktop.wayland.real import wait_for

pytestmark = pytest.mark.slow


@contextmanager
def server():
    try:
        with an_x_server() as started:
            yield started
    except NotHereError as why:
        pytest.skip(str(why))


def test_idle_time_begins_anew_with_a_key():
    if shutil.which("xdotool") is None:
        pytest.skip("xdotool is not installed")
    with server() as (display, _):
        x11 = X11(display)
        before = x11.seconds()
        if before is None:
            pytest.skip(said(x11.why))
        while (later := x11.seconds() or 0.0) < 0.2:
            select.select([], [], [], 0.02)  # the server's clock is the only one here
        subprocess.run(["xdotool", "key", "a"], env=os.environ | {"DISPLAY": display}, check=True)
        after = x11.seconds()
        assert after is not None
        assert after < later
        x11.close()


def test_without_libxss_what_fills_the_screen_is_known_all_the_same(monkeypatch: pytest.MonkeyPatch):
    def missing():
        raise OSError

    monkeypatch.setattr("coach.desktop.linux_x11.library_xss", missing)
    with server() as (display, _):
        x11 = X11(display)
        assert (x11.seconds(), x11.is_full_screen()) == (None, False)
        assert (x11.why, x11.why_full_screen) == ((How("libxss-missing"),), (How("x11-tells"),))
        x11.close()


WINDOW = """
import ctypes, sys
from coach.desktop import linux_x11
x = linux_x11.library_x11()
d = x.XOpenDisplay(sys.argv[1].encode())
x.XCreateSimpleWindow.restype = ctypes.c_ulong
pointer, id_, number, size = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_uint
x.XCreateSimpleWindow.argtypes = [pointer, id_, number, number, size, size, size, id_, id_]
x.XChangeProperty.argtypes = [pointer, id_, id_, id_, number, number, pointer, number]
x.XSync.argtypes = [pointer, number]
x.XDestroyWindow.argtypes = [pointer, id_]
atom = lambda name: x.XInternAtom(d, name, 0)
root = x.XDefaultRootWindow(d)
window = x.XCreateSimpleWindow(d, root, 0, 0, 100, 100, 0, 0, 0)
def change(which, name, kind, *values):
    x.XChangeProperty(d, which, atom(name), kind, 32, 0, (ctypes.c_ulong * len(values))(*values), len(values))
    x.XSync(d, 0)
    print(flush=True)
    sys.stdin.readline()
change(root, b"_NET_ACTIVE_WINDOW", 33, window)
change(window, b"_NET_WM_STATE", 4, atom(b"_NET_WM_STATE_ABOVE"), atom(b"_NET_WM_STATE_FULLSCREEN"))
change(window, b"_NET_WM_STATE", 4, atom(b"_NET_WM_STATE_ABOVE"))
x.XDestroyWindow(d, window)      # the root still names it, as in the moment before a window manager notices
change(root, b"_OTHER", 33, 1)
"""


def test_a_window_that_fills_the_screen():
    with server() as (display, _):
        x11 = X11(display)
        assert x11.is_full_screen() is False
        with subprocess.Popen(
            [sys.executable, "-c", WINDOW, display],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as other:
            for expected in (False, True, False, False):
                assert other.stdout.readline() == "\n"
                assert x11.is_full_screen() is expected
                other.stdin.write("\n")
                other.stdin.flush()
        x11.close()


WATCHER = """
import sys
from coach.desktop.linux_x11 import X11
from coach.words.how_known import said
x11 = X11(sys.argv[1])
print(x11.is_full_screen(), flush=True)
sys.stdin.readline()
print(x11.is_full_screen(), x11.seconds(), x11.is_full_screen(), said(x11.why))
x11.close()
"""


def test_a_server_that_dies_does_not_take_us_with_it():
    with server() as (display, xvfb):
        with subprocess.Popen(
            [sys.executable, "-c", WATCHER, display],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as watcher:
            assert watcher.stdout.readline() == "False\n"
            xvfb.send_signal(signal.SIGKILL)
            xvfb.wait()
            out, _ = watcher.communicate("\n", timeout=60)
        assert out == "None None None the X server went away\n"
        assert watcher.returncode == 0


CARD = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from coach.desktop.linux_x11 import X11
from coach.ui.nudge.card import NudgeCard
from coach.ui.look.window_look import WindowLook
card = NudgeCard(WindowLook("light", reduced_motion=True), "Change position", "Let your shoulders drop.")
card.appear()
app.processEvents()
x11 = X11(sys.argv[1])
assert x11.is_full_screen() is False
states = x11._longs(int(card.winId()), "_NET_WM_STATE", 4)
names = ("ABOVE", "SKIP_TASKBAR", "SKIP_PAGER")
print([name for name in names if x11._atom(f"_NET_WM_STATE_{name}") in states])
x11.close()
card.leave(at_once=True)
"""


def test_the_card_of_a_reminder_is_no_task():
    pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)
    with server() as (display, _):
        done = subprocess.run(
            [sys.executable, "-c", CARD, display],
            env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    if "xcb-cursor" in done.stderr or "could not connect" in done.stderr:
        pytest.skip("Qt's platform for X is not usable here")
    assert done.stdout == "['ABOVE', 'SKIP_TASKBAR', 'SKIP_PAGER']\n", done.stderr


def test_without_a_server_of_this_machine_nothing_is_asked_for():
    assert keep_off_task_bar("elsewhere:0", 1) is False
    assert bring_to_front("elsewhere:0", 1) is False


MANAGER = """
import ctypes, sys
from coach.desktop.linux_x11 import _ClientMessage, library_x11
x = library_x11()
display = x.XOpenDisplay(sys.argv[1].encode())
x.XSelectInput.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_long]
x.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
x.XSelectInput(display, x.XDefaultRootWindow(display), 1 << 20)  # as the window manager does
x.XSync(display, 0)
print("here", flush=True)
event = _ClientMessage()
x.XNextEvent(display, ctypes.byref(event))
is_asked = event.message_type == x.XInternAtom(display, b"_NET_ACTIVE_WINDOW", 0)
print(event.type, is_asked, event.window, event.format, *event.data)
"""


def test_the_window_manager_hears_that_the_person_asks_for_a_window():
    with (
        server() as (display, _),
        subprocess.Popen(
            [sys.executable, "-c", MANAGER, display],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
        ) as manager,
    ):
        assert manager.stdout is not None
        assert manager.stdout.readline() == "here\n"
        assert bring_to_front(display, 4711)
        assert manager.stdout.readline() == "33 True 4711 32 2 0 0 0 0\n"


SAVER = """
import ctypes, sys
from coach.desktop.linux_x11 import _ScreenSaverInfo, library_x11, library_xss
x, xss = library_x11(), library_xss()
display = x.XOpenDisplay(sys.argv[1].encode())
x.XSetScreenSaver.argtypes = [ctypes.c_void_p] + [ctypes.c_int] * 4
x.XForceScreenSaver.argtypes = [ctypes.c_void_p, ctypes.c_int]
x.XSetScreenSaver(display, 1, 0, 1, 1)      # after a second
info = _ScreenSaverInfo()
for line in sys.stdin:
    if line == "reset\\n":
        x.XForceScreenSaver(display, 0)
    xss.XScreenSaverQueryInfo(display, x.XDefaultRootWindow(display), ctypes.byref(info))
    print(info.state, flush=True)
"""
OFF, ON = 0, 1  # as X11/extensions/scrnsaver.h has them


def test_a_session_keeps_the_screen_on_and_is_no_presence():
    with (
        server() as (display, _),
        subprocess.Popen(
            [sys.executable, "-c", SAVER, display],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as saver,
    ):

        def state(wish: str = "") -> int:
            saver.stdin.write(f"{wish}\n")
            saver.stdin.flush()
            return int(saver.stdout.readline())

        awake = choose_awake({"DISPLAY": display}, "linux")
        assert awake.told() == Told("awake", True, (How("x11-keeps"),))
        assert wait_for(lambda: state() == ON)
        awake.hold("Desk reset")
        assert wait_for(lambda: state("reset") == OFF)
        x11 = X11(display)
        assert wait_for(lambda: awake.told().is_known and (x11.seconds() or 0.0) > 3.0), "it counts on all the same"
        assert state() == OFF
        awake.release()
        assert wait_for(lambda: state() == ON)
        awake.hold("the next one")
        x11.close()
        saver.stdin.close()


SESSION = """
import sys
from coach.desktop.choose import choose_awake
from tests.desktop.wayland.real import wait_for
awake = choose_awake({"DISPLAY": sys.argv[1]}, "linux")
awake.hold("Desk reset")
assert wait_for(lambda: awake._held)
print("held", flush=True)
sys.stdin.readline()
awake.release()
awake.hold("Desk reset")
awake.release()
print(awake.told().is_known)
"""


def test_a_server_that_dies_in_a_session_does_not_take_it_along():
    with server() as (display, xvfb):
        with subprocess.Popen(
            [sys.executable, "-c", SESSION, display],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as session:
            assert session.stdout.readline() == "held\n"
            xvfb.kill()
            xvfb.wait()
            out, _ = session.communicate("\n", timeout=60)
        assert (out, session.returncode) == ("False\n", 0)


THREADS = """
import sys, threading
from coach.desktop.linux_x11 import X11
from coach.desktop.linux_x11_awake import ByX11

def hold():
    for _ in range(40):
        with ByX11(sys.argv[1]).keep_on("Desk reset"):
            pass

def look():
    for _ in range(40):
        x11 = X11(sys.argv[1])
        assert x11.seconds() is not None
        assert x11.is_full_screen() is False
        x11.close()

threads = [threading.Thread(target=target) for target in (hold, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("well")
"""


def test_a_session_and_a_look_at_the_desk_do_not_meet_in_the_library():
    with server() as (display, _):
        other = subprocess.run(
            [sys.executable, "-c", THREADS, display],
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
            timeout=60,
            check=False,
        )
    assert (other.stdout, other.stderr, other.returncode) == ("well\n", "", 0)
