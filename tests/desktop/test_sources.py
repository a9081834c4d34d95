"""What each desktop answers, and what becomes of it. No desktop is needed: the parsers take what one would say."""

from __future__ import annotations

import struct
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.desktop import gvdb, windows
from coach.desktop.choose import (
    choose_awake,
    choose_idle,
    choose_less_motion,
    choose_lock,
    choose_quiet,
    choose_screen_reader,
)
from coach.desktop.dbus import Question, SessionBus, session_address
from coach.desktop.how import How
from coach.desktop.linux_camera import Camera
from coach.desktop.linux_gnome import MutterIdle
from coach.desktop.linux_x11 import X11, display_of, is_local
from coach.desktop.macos import MacIdle
from coach.desktop.protocol import NullAwake, NullIdle, NullLessMotion, NullLock, NullQuiet, NullScreenReader, Told
from coach.desktop.sources import AwayWhenLocked, FirstIdle, Watch, WatchedQuiet
from coach.words.how_known import said
from tests.fakes import FakeIdle, FakeLock
from tests.ordinary_user import as_ordinary_user, closed_folder, needs_permissions

jeepney = pytest.importorskip("jeepney")


# --- D-Bus -----------------------------------------------------------------------------------------------------------


class FakeConnection:
    """A jeepney connection that answers every message with the next of `answers`, or raises it."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str]] = []
        self.is_closed = False

    def send_and_get_reply(self, message, timeout):
        fields = message.header.fields
        self.asked.append((fields[jeepney.HeaderFields.destination], fields[jeepney.HeaderFields.member]))
        assert message.header.flags & jeepney.MessageFlag.no_auto_start, "no service is started for us"
        assert timeout <= 0.5
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        kind = jeepney.MessageType.error if answer is None else jeepney.MessageType.method_return
        fields = {} if answer is not None else {jeepney.HeaderFields.error_name: "org.freedesktop.DBus.Error.Failed"}
        return SimpleNamespace(header=SimpleNamespace(message_type=kind, fields=fields), body=answer)

    def filter(self, rule, queue):
        """Nothing comes but answers."""

    def close(self):
        self.is_closed = True


def bus(*answers: object) -> SessionBus:
    return SessionBus("unix:path=/x", connect=lambda _: FakeConnection(*answers))


QUESTION = Question("a.b", "/a/b", "a.b", "C")


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        ((0,), 0.0),
        ((1500,), 1.5),
        ((86_400_000,), 86_400.0),
        (None, None),
        ((), None),
        (("x",), None),
        (TimeoutError(), None),
    ],
)
def test_mutter_tells_milliseconds(answer, seconds):
    idle = MutterIdle(bus(answer))
    assert idle.seconds() == seconds
    assert said(idle.why) == ("GNOME's idle monitor does not answer" if seconds is None else "GNOME tells")


def test_a_lost_bus_is_tried_again_a_minute_later():
    now = 0.0
    made: list[FakeConnection] = []

    def connect(_: str) -> FakeConnection:
        made.append(FakeConnection(ConnectionResetError(), (7,)) if not made else FakeConnection((7,)))
        return made[-1]

    session = SessionBus("unix:path=/x", connect, monotonic=lambda: now)
    assert session.ask(QUESTION) is None
    assert made[0].is_closed
    now = 59.0
    assert session.ask(QUESTION) is None
    assert len(made) == 1
    now = 61.0
    assert session.ask(QUESTION) == (7,)
    assert made[1].asked == [("a.b", "C")]


@pytest.mark.parametrize(
    "problem", [ImportError(), ConnectionRefusedError(), TimeoutError(), ValueError(), RuntimeError()]
)
def test_no_bus_is_no_answer(problem):
    def connect(_: str) -> object:
        raise problem

    assert SessionBus("unix:path=/x", connect).ask(QUESTION) is None
    assert SessionBus(None, connect).ask(QUESTION) is None


def test_a_bus_that_is_not_there(tmp_path):
    assert SessionBus(f"unix:path={tmp_path / 'none'}").ask(QUESTION) is None


def test_only_a_bus_of_this_machine_is_used(tmp_path):
    assert session_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/x"}) == "unix:path=/run/x"
    assert session_address({"DBUS_SESSION_BUS_ADDRESS": "tcp:host=far,port=1"}) is None
    assert session_address({}) is None
    assert session_address({"XDG_RUNTIME_DIR": str(tmp_path)}) is None
    (tmp_path / "bus").touch()
    assert session_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == f"unix:path={tmp_path}/bus"


@needs_permissions
def test_behind_the_door_of_another_person_there_is_no_bus():  # as `su` leaves it in the environment
    with closed_folder() as folder, as_ordinary_user():
        assert session_address({"XDG_RUNTIME_DIR": str(folder)}) is None


# --- GNOME's settings database ----------------------------------------------------------------------------------------


COMPILED_SCHEMAS = Path("/usr/share/glib-2.0/schemas/gschemas.compiled")


@pytest.mark.skipif(not COMPILED_SCHEMAS.exists(), reason="no file that GLib itself wrote in this format")
def test_a_file_that_glib_wrote_is_read():
    data = COMPILED_SCHEMAS.read_bytes()
    start, end = struct.unpack_from("<II", data, 16)
    bloom, buckets = struct.unpack_from("<II", data, start)
    items = range(start + 8 + 4 * (bloom & 0x07FFFFFF) + 4 * buckets, end, 24)
    keys = [struct.unpack_from("<IIIHB", data, at) for at in items]
    assert keys
    for number, parent, place, length, _ in keys:
        if parent == 0xFFFFFFFF:
            assert gvdb._hash(data[place : place + length].decode()) == number


# --- the camera ------------------------------------------------------------------------------------------------------


def machine(tmp_path: Path, processes: dict[str, tuple[str, list[str]]], cameras: int = 1) -> tuple[Path, Path]:
    """proc and dev folders: process number -> (name, what it holds open)."""
    dev, proc = tmp_path / "dev", tmp_path / "proc"
    dev.mkdir()
    proc.mkdir()
    (proc / "meminfo").touch()
    for number in range(cameras):
        (dev / f"video{number}").touch()
    for number, (name, files) in processes.items():
        (proc / number / "fd").mkdir(parents=True)
        (proc / number / "comm").write_text(f"{name}\n")
        for index, file in enumerate(files):
            (proc / number / "fd" / str(index)).symlink_to(file.replace("DEV", str(dev)))
    return proc, dev


@pytest.mark.parametrize(
    ("processes", "cameras", "is_used"),
    [
        ({"10": ("meet", ["/dev/null", "DEV/video0"])}, 1, True),
        ({"10": ("editor", ["/dev/null", "socket:[12]"])}, 1, False),
        ({"10": ("wireplumber", ["DEV/video0"]), "11": ("pipewire", ["DEV/video0"])}, 1, False),
        ({"10": ("wireplumber", ["DEV/video0"]), "11": ("meet", ["DEV/video0"])}, 1, True),
        ({"10": ("meet", ["DEV/video0"])}, 0, False),
        ({}, 1, False),
    ],
)
def test_who_looks_through_the_camera(tmp_path, processes, cameras, is_used):
    assert Camera(*machine(tmp_path, processes, cameras), monotonic=lambda: 0.0).is_used() is is_used


def test_the_camera_is_looked_at_every_ten_seconds(tmp_path):
    now = 0.0
    proc, dev = machine(tmp_path, {})
    camera = Camera(proc, dev, monotonic=lambda: now)
    assert camera.is_used() is False
    (proc / "10" / "fd").mkdir(parents=True)
    (proc / "10" / "comm").write_text("meet")
    (proc / "10" / "fd" / "3").symlink_to(dev / "video0")
    now = 9.0
    assert camera.is_used() is False
    now = 10.0
    assert camera.is_used() is True


def test_a_machine_with_too_much_to_look_through(tmp_path):
    times = iter([0.0, 0.05, 0.2])
    processes = {"10": ("a", []), "11": ("b", [])}
    assert Camera(*machine(tmp_path, processes), monotonic=lambda: next(times)).is_used() is None


def test_a_system_without_proc(tmp_path):
    (tmp_path / "video0").touch()
    assert Camera(tmp_path / "none", tmp_path).is_used() is None


# --- Windows and macOS -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "last", "seconds"),
    [(5_000, 5_000, 0.0), (65_000, 5_000, 60.0), (500, 2**32 - 500, 1.0), (0, 2**32 - 1, 0.001)],
)
def test_windows_counts_modulo_2_to_the_32(now, last, seconds):
    assert windows.WindowsIdle(lambda: (now, last)).seconds() == seconds


def test_windows_that_does_not_answer():
    assert windows.WindowsIdle(lambda: None).seconds() is None
    assert windows.is_full_screen(None) is None
    assert windows.is_do_not_disturb(None) is None


@pytest.mark.parametrize(
    ("state", "full_screen", "do_not_disturb"),
    [
        (1, False, False),  # nobody there
        (2, True, False),
        (3, True, False),  # a game
        (4, False, True),  # presenting
        (5, False, False),  # all is welcome
        (6, False, True),  # quiet time
        (7, True, False),  # an app of the store
    ],
)
def test_what_the_windows_shell_says(state, full_screen, do_not_disturb):
    assert windows.is_full_screen(state) is full_screen
    assert windows.is_do_not_disturb(state) is do_not_disturb


@pytest.mark.parametrize(("stops", "is_used"), [([], False), ([133_000, 134_000], False), ([133_000, 0], True)])
def test_windows_remembers_when_the_camera_stopped(stops, is_used):
    assert windows.is_camera_used(lambda: iter(stops)) is is_used


def test_windows_without_the_key():
    def stops():
        raise FileNotFoundError
        yield

    assert windows.is_camera_used(stops) is None


def test_macos():
    assert MacIdle(lambda: 12.5).seconds() == 12.5
    assert MacIdle(lambda: -0.1).seconds() == 0.0


# --- several made into one -------------------------------------------------------------------------------------------


def test_the_first_that_knows_is_believed():
    first, second = MutterIdle(bus(None, (2000,), None)), MacIdle(lambda: 9.0)
    both = FirstIdle([first, second])
    assert (both.seconds(), said(both.why)) == (9.0, "macOS tells")
    assert (both.seconds(), said(both.why)) == (2.0, "GNOME tells")
    nobody = FirstIdle([NullIdle(How("said", "no bus")), NullIdle(How("said", "no display"))])
    assert (nobody.seconds(), said(nobody.why)) == (None, "no bus; no display")


def test_a_locked_screen_counts_as_untouched():
    """Seconds of the clock, what the input says, whether it is locked, and what is told of it."""
    idle, lock, now = FakeIdle(), FakeLock(), 0.0
    both = AwayWhenLocked(idle, lock, monotonic=lambda: now)
    for now, idle.now, lock.now, told in (
        (0.0, 3.0, False, 3.0),
        (10.0, 13.0, True, 13.0),
        (20.0, 0.5, True, 23.0),  # the mouse was moved before the locked screen
        (30.0, 10.5, None, 10.5),  # nobody knows any more: what the input says
        (40.0, 0.0, True, 0.0),  # locked by hand
        (100.0, 0.0, True, 60.0),
        (110.0, 70.0, True, 70.0),
        (120.0, None, True, 80.0),
        (130.0, None, False, None),
        (140.0, None, True, 0.0),
        (150.0, None, True, 10.0),
        (160.0, 2.0, False, 2.0),
    ):
        assert both.seconds() == told, now
    assert said(both.why) == "a test"


def test_reasons_are_those_that_hold_now():
    holds: dict[str, bool | None] = {"do-not-disturb": False, "camera": None}
    watches = [Watch(key, lambda key=key: holds[key], lambda key=key: (How("named-tells", key),)) for key in holds]
    quiet = WatchedQuiet(watches, {"full-screen": How("nothing-tells")})
    assert quiet.reasons() == frozenset()
    holds["camera"] = True
    assert quiet.reasons() == {"camera"}
    holds.update(camera=False, **{"do-not-disturb": True})
    assert quiet.reasons() == {"do-not-disturb"}
    assert quiet.told() == (
        Told("do-not-disturb", True, (How("named-tells", "do-not-disturb"),)),
        Told("full-screen", False, (How("nothing-tells"),)),
        Told("camera", True, (How("named-tells", "camera"),)),
    )
    holds["camera"] = None
    assert quiet.told()[2] == Told("camera", False, (How("named-tells", "camera"),))
    two = WatchedQuiet([Watch("camera", lambda: None, lambda: (X,)), Watch("camera", lambda: False)])
    assert two.told()[2] == Told("camera", True, (How("desktop-tells"),))
    assert two.told()[0] == Told("do-not-disturb", False, (How("nothing-tells"),))


# --- the chooser -----------------------------------------------------------------------------------------------------

X = How("said", "x")
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("environ", "why"),
    [
        ({}, "there is no desktop session"),
        (WAYLAND, "XDG_RUNTIME_DIR does not say where Wayland is"),
        (WAYLAND | {"XDG_RUNTIME_DIR": "/nonexistent"}, "the Wayland compositor cannot be reached"),
        (WAYLAND | {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, "GNOME's idle monitor does not answer"),
        ({"DISPLAY": "far:0"}, "the display is on another machine"),
    ],
)
def test_who_tells_the_idle_time(environ, why):
    idle = choose_idle(environ, "linux")
    assert idle.seconds() is None
    assert said(idle.why) == why


NO_SESSION = Told("full-screen", False, (How("no-desktop-session"),))
NO_COMPOSITOR = Told("full-screen", False, (How("wayland-unreachable"),))
NOBODY_RUNS = Told("do-not-disturb", False, (How("no-server"),))
NO_SERVER_X = Told("full-screen", False, (How("x11-unreachable", ":4242"),))


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({}, [NOBODY_RUNS, NO_SESSION]),
        (WAYLAND | {"XDG_CURRENT_DESKTOP": "KDE", "XDG_RUNTIME_DIR": "/nonexistent"}, [NOBODY_RUNS, NO_COMPOSITOR]),
        (
            {"DISPLAY": ":4242", "XDG_CURRENT_DESKTOP": "XFCE"},
            [Told("do-not-disturb", False, (How("named-silent", "Xfce Notify Daemon"),)), NO_SERVER_X],
        ),
        (
            WAYLAND | {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"},
            [Told("do-not-disturb", True, (How("named-tells", "gnome-shell"),)), NO_SESSION],
        ),
    ],
)
def test_what_is_watched(environ, told, tmp_path):
    """Without a bus: nobody can be asked but for settings that lie in files."""
    assert list(choose_quiet(environ, "linux", tmp_path).told()[:2]) == told


def test_the_other_systems():
    assert choose_idle({}, "win32").why == (How("windows-tells"),)
    assert choose_quiet({}, "win32").told()[1].how == (How("windows-tells"),)
    assert choose_quiet({}, "darwin").reasons() == frozenset()
    assert choose_quiet({}, "darwin").told()[2].is_known is False
    for system in ("win32", "darwin"):
        assert choose_lock({}, system).is_locked() is None
        assert choose_screen_reader({}, system).runs() is None
        assert choose_less_motion({}, system).is_wanted() is None
        assert choose_awake({}, system).told().how[0].what in ("system-keeps", "not-installed")


def test_the_nulls_never_make_anything_up():
    assert NullIdle(X).seconds() is None
    assert NullQuiet(X).reasons() == frozenset()
    NullAwake(X).hold("a session")
    NullAwake(X).release()
    assert NullAwake(X).told() == Told("awake", False, (X,))
    assert NullLock(X).is_locked() is None
    choose_awake().release()


@pytest.mark.parametrize(
    ("display", "expected"),
    [
        (":0", True),
        (":0.0", True),
        ("unix:0", True),
        ("/tmp/launch/org.x:0", True),
        ("far:0", False),
        ("10.0.0.1:0", False),
    ],
)
def test_only_a_display_of_this_machine_is_opened(display, expected):
    assert is_local(display) is expected


@pytest.mark.parametrize(
    ("environ", "expected"),
    [({"DISPLAY": ":0"}, ":0"), ({}, None), (WAYLAND, None), ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, None)],
)
def test_xwayland_is_not_asked(environ, expected):
    assert display_of(environ) == expected


def test_a_display_that_is_not_there():
    x11 = X11(":4242")
    assert x11.seconds() is None
    assert x11.is_full_screen() is None
    assert said(x11.why) in ("the X server :4242 cannot be reached", "libX11 is missing")


def test_what_was_opened_to_ask_is_closed(monkeypatch, tmp_path):
    log = []
    monkeypatch.setattr(X11, "close", lambda self: log.append(("x11", self)))
    monkeypatch.setattr(SessionBus, "close", lambda self: log.append(("bus", self)))
    environ = {"DISPLAY": ":0", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
    for choose in (lambda: choose_idle(environ, "linux"), lambda: choose_quiet(environ, "linux", tmp_path)):
        choose().close()
        assert [name for name, _ in log] == ["x11", "bus"]
        log.clear()
    choose_quiet({}, "linux", tmp_path).close()
    assert [name for name, _ in log] == ["bus"], "no display is opened where there is none"


def test_a_source_that_cannot_be_closed_hinders_no_other():
    closed = []

    class Source(NullIdle):
        def close(self):
            closed.append(said(self.why))
            raise OSError(said(self.why))

    def source(name):
        return Source(How("said", name))

    with pytest.raises(OSError, match="first"):
        FirstIdle([source("first"), source("second")]).close()
    assert closed == ["second", "first"]
    quiet = WatchedQuiet([], closes=[source("bus").close, source("display").close])
    with pytest.raises(OSError, match="bus"):
        quiet.close()
    assert closed[2:] == ["display", "bus"]


def test_what_opens_nothing_closes_nothing():
    readers = (NullScreenReader(X), windows.WindowsScreenReader(lambda: None))
    motion = (NullLessMotion(X), windows.WindowsLessMotion(lambda: None))
    for source in (
        NullIdle(X),
        NullLock(X),
        windows.WindowsIdle(lambda: None),
        MacIdle(lambda: 0.0),
        *readers,
        *motion,
    ):
        source.close()
        source.close()
        assert source.why
