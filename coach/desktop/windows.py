"""Windows: idle time, a screen reader, less motion, what the shell says about disturbing, and the camera."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator

from coach.desktop.how import How

_WRAP = 1 << 32  # the tick count begins anew after 49.7 days

# SHQueryUserNotificationState's answers
_BUSY, _FULL_SCREEN_GAME, _PRESENTING, _QUIET_TIME, _STORE_APP = 2, 3, 4, 6, 7
_FULL_SCREEN = frozenset({_BUSY, _FULL_SCREEN_GAME, _STORE_APP})
_DO_NOT_DISTURB = frozenset({_PRESENTING, _QUIET_TIME})

_GET_SCREEN_READER = 0x0046  # SPI_GETSCREENREADER of winuser.h
_GET_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION of winuser.h

_WEBCAM = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam"


class WindowsIdle:
    """coach.desktop.protocol.Idle. `ticks` gives (now, last input) in milliseconds modulo 2 to the 32, or None."""

    def __init__(self, ticks: Callable[[], tuple[int, int] | None] | None = None) -> None:
        self._ticks = ticks or _ticks

    @property
    def why(self) -> tuple[How, ...]:
        """That Windows tells, which it does for every program."""
        return told()

    @property
    def is_told(self) -> bool:
        """As the protocol says: it is known whenever it is told."""
        return self.seconds() is not None

    def seconds(self) -> float | None:
        """As the protocol says; right for an absence below 49.7 days, where the count of milliseconds wraps."""
        ticks = self._ticks()
        return None if ticks is None else idle_seconds(*ticks)

    def close(self) -> None:
        """Does nothing: nothing is open between two questions."""
        return


class WindowsScreenReader:
    """coach.desktop.protocol.ScreenReader. `asked` gives the flag that screen readers set, or None."""

    def __init__(self, asked: Callable[[], bool | None] | None = None) -> None:
        self._asked = asked or (lambda: _flag(_GET_SCREEN_READER))

    @property
    def why(self) -> tuple[How, ...]:
        """That Windows tells, which it does for every program."""
        return told()

    def runs(self) -> bool | None:
        """As the protocol says."""
        return self._asked()

    def close(self) -> None:
        """Does nothing: nothing is open between two questions."""
        return


class WindowsLessMotion:
    """coach.desktop.protocol.LessMotion. `moves` gives whether what lies in windows is to move, or None."""

    def __init__(self, moves: Callable[[], bool | None] | None = None) -> None:
        self._moves = moves or (lambda: _flag(_GET_ANIMATION))

    @property
    def why(self) -> tuple[How, ...]:
        """That Windows tells, which it does for every program."""
        return told()

    def is_wanted(self) -> bool | None:
        """As the protocol says."""
        moves = self._moves()
        return None if moves is None else not moves

    def close(self) -> None:
        """Does nothing: nothing is open between two questions."""
        return


def told() -> tuple[How, ...]:
    """That Windows tells."""
    return (How("windows-tells"),)


def idle_seconds(now: int, last_input: int) -> float:
    """Both are milliseconds modulo 2 to the 32, so the difference is too."""
    return ((now - last_input) % _WRAP) / 1000.0


def is_full_screen(state: int | None) -> bool | None:
    """Whether the shell's answer means that something fills the screen; None where it gave none."""
    return None if state is None else state in _FULL_SCREEN


def is_do_not_disturb(state: int | None) -> bool | None:
    """Whether the shell's answer means a presentation or quiet time; None where it gave none."""
    return None if state is None else state in _DO_NOT_DISTURB


def notification_state() -> int | None:
    """What the shell answers now, None where it does not."""
    if sys.platform != "win32":
        return None
    state = ctypes.c_int()
    failed = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))
    return None if failed else state.value


def is_camera_used(stops: Callable[[], Iterator[int]] | None = None) -> bool | None:
    """Whether a program has begun to use the camera and not stopped: its time of stopping stands at 0."""
    try:
        return any(stop == 0 for stop in (stops or _webcam_stops)())
    except OSError:
        return None


def _flag(which: int) -> bool | None:
    if sys.platform != "win32":
        return None
    flag = ctypes.c_int()
    told = ctypes.windll.user32.SystemParametersInfoW(which, 0, ctypes.byref(flag), 0)
    return bool(flag.value) if told else None


def _ticks() -> tuple[int, int] | None:
    if sys.platform != "win32":
        return None

    class LastInputInfo(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("tick", ctypes.c_uint32))

    info = LastInputInfo(ctypes.sizeof(LastInputInfo), 0)
    if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(info)):
        return None
    return ctypes.windll.kernel32.GetTickCount() % _WRAP, info.tick


def _webcam_stops() -> Iterator[int]:
    """The time of stopping of every program that ever used the camera."""
    if sys.platform != "win32":
        return
    import winreg

    for folder in (_WEBCAM, _WEBCAM + r"\NonPackaged"):
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, folder) as key:
            programs = [winreg.EnumKey(key, index) for index in range(winreg.QueryInfoKey(key)[0])]
        for program in programs:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, f"{folder}\\{program}") as key:
                try:
                    yield int(winreg.QueryValueEx(key, "LastUsedTimeStop")[0])
                except FileNotFoundError:
                    continue
