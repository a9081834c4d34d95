"""What coach.sound.others.windows asks of pycaw, comtypes and psutil, and what COM asks of it.

Names, signatures, numbers and what is raised are those of pycaw 20260927, comtypes 1.4 and psutil 7. Every pointer
belongs to the thread that got it, which must have COM then, and must be gone when that thread puts COM down.
"""

from __future__ import annotations

import struct
import sys
import threading
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from types import ModuleType
from typing import Generic, TypeVar

import pytest


class COMError(Exception):
    """comtypes raises it where a method answers with a failure; it is no OSError."""


class EDataFlow(Enum):
    eRender = 0
    eCapture = 1
    eAll = 2


class DEVICE_STATE(Enum):
    ACTIVE = 1
    DISABLED = 2
    NOTPRESENT = 4
    UNPLUGGED = 8
    MASK_ALL = 15


class AudioSessionState(IntEnum):
    Inactive = 0
    Active = 1
    Expired = 2


class IAudioSessionManager2:
    _iid_ = "{77aa99a0-1bd6-484f-8bc7-2c654c9a9b6f}"


class IAudioSessionControl2:
    _iid_ = "{BFB7FF88-7239-4FC9-8FA2-07C950BE9C6D}"


class ISimpleAudioVolume:
    _iid_ = "{87CE5498-68D6-44E5-9215-6DA47EF883D8}"


@dataclass
class Session:
    """One row of the volume mixer."""

    pid: int
    volume: float = 1.0
    number: int = 1
    state: AudioSessionState = AudioSessionState.Active
    is_system: bool = False
    is_ended: bool = False  # every call fails

    def __post_init__(self) -> None:
        self.volume = _float32(self.volume)


@dataclass
class Device:
    flow: EDataFlow
    sessions: list[Session] = field(default_factory=list)
    is_unplugged: bool = False


@dataclass
class Windows:
    """The machine: its devices and processes (pid -> name and file), and who uses COM."""

    devices: list[Device] = field(default_factory=list)
    processes: dict[int, tuple[str, str]] = field(default_factory=dict)
    is_down: bool = False
    faults: list[str] = field(default_factory=list)  # of the use of COM
    visits: int = 0

    def __post_init__(self) -> None:
        self.com = _Com(self)

    def install(self, monkeypatch: pytest.MonkeyPatch, own_pid: int = 1) -> None:
        """From now on the packages are importable."""
        for name, module in _modules(self, own_pid).items():
            monkeypatch.setitem(sys.modules, name, module)


class _Com(threading.local):
    def __init__(self, windows: Windows) -> None:
        self.count = 0
        self.pointers: weakref.WeakSet[object] = weakref.WeakSet()
        self._windows = windows

    def take_up(self) -> None:
        self.count += 1
        self._windows.visits += 1

    def put_down(self) -> None:
        self.count -= 1
        if self.count < 0:
            self._windows.faults.append("put down more often than taken up")
        if self.count == 0 and len(self.pointers):
            self._windows.faults.append(f"{len(self.pointers)} pointers outlive COM")


T = TypeVar("T")


class _Pointer(Generic[T]):
    """To an interface of something; `QueryInterface` gives another one of the same."""

    def __init__(self, windows: Windows, subject: T, offers: Mapping[type, type[_Pointer[T]]] | None = None) -> None:
        self._windows, self._subject, self._offers = windows, subject, offers or {}
        self._thread = threading.get_ident()
        self._check()
        windows.com.pointers.add(self)

    def QueryInterface(self, interface: type) -> _Pointer[T]:
        self._check()
        if interface not in self._offers:
            raise COMError(-2147467262, "No such interface supported", (None, None, None, 0, None))
        return self._offers[interface](self._windows, self._subject, self._offers)

    def _check(self) -> None:
        if self._windows.com.count < 1 or threading.get_ident() != self._thread:
            self._windows.faults.append(f"{type(self).__name__} without COM")
        if getattr(self._subject, "is_ended", False) or self._windows.is_down:
            raise COMError(-2004287484, None, (None, None, None, 0, None))


class _Volume(_Pointer[Session]):
    def GetMasterVolume(self) -> float:
        self._check()
        return self._subject.volume

    def SetMasterVolume(self, fLevel: float, EventContext: object) -> int:
        self._check()
        assert EventContext is None
        assert 0.0 <= fLevel <= 1.0
        self._subject.volume = _float32(fLevel)
        return 0


class _Control2(_Pointer[Session]):
    def GetState(self) -> int:
        self._check()
        return int(self._subject.state)

    def GetProcessId(self) -> int:
        self._check()
        return self._subject.pid

    def GetSessionIdentifier(self) -> str:
        self._check()
        return f"{{0.0.0}}|{self._windows.processes.get(self._subject.pid, ('', ''))[1]}%b{{0}}"

    def GetSessionInstanceIdentifier(self) -> str:
        return f"{self.GetSessionIdentifier()}|{self._subject.number}%b{self._subject.pid}"

    def IsSystemSoundsSession(self) -> int:
        self._check()
        return 0 if self._subject.is_system else 1


class _Several(_Pointer[Sequence[T]]):
    def GetCount(self) -> int:
        self._check()
        return len(self._subject)


class _Sessions(_Several[Session]):
    def GetSession(self, SessionCount: int) -> _Pointer[Session]:
        self._check()
        offers: dict[type, type[_Pointer[Session]]] = {IAudioSessionControl2: _Control2, ISimpleAudioVolume: _Volume}
        return _Pointer(self._windows, self._subject[SessionCount], offers)


class _Manager(_Pointer[Device]):
    def GetSessionEnumerator(self) -> _Sessions:
        self._check()
        return _Sessions(self._windows, self._subject.sessions)


class _Device(_Pointer[Device]):
    def Activate(self, iid: str, dwClsCtx: int, pActivationParams: object) -> _Pointer[Device]:
        self._check()
        assert (iid, dwClsCtx, pActivationParams) == (IAudioSessionManager2._iid_, 7, None)
        if self._subject.is_unplugged:
            raise COMError(-2004287484, None, (None, None, None, 0, None))
        return _Pointer(self._windows, self._subject, {IAudioSessionManager2: _Manager})


class _Devices(_Several[Device]):
    def Item(self, nDevice: int) -> _Device:
        self._check()
        return _Device(self._windows, self._subject[nDevice])


class _Enumerator(_Pointer[Windows]):
    def EnumAudioEndpoints(self, dataFlow: int, dwStateMask: int) -> _Devices:
        self._check()
        assert dwStateMask == DEVICE_STATE.ACTIVE.value
        return _Devices(self._windows, [one for one in self._subject.devices if one.flow.value == dataFlow])


class PsutilError(Exception):
    pass


class NoSuchProcess(PsutilError):
    pass


class AccessDenied(PsutilError):
    pass


def _modules(windows: Windows, own_pid: int) -> dict[str, ModuleType]:
    class AudioUtilities:
        @staticmethod
        def GetDeviceEnumerator() -> _Enumerator:
            return _Enumerator(windows, windows)

    class Process:
        def __init__(self, pid: int | None = None) -> None:
            self._pid = own_pid if pid is None else pid
            if self._pid not in windows.processes:
                raise NoSuchProcess(self._pid)

        def name(self) -> str:
            return windows.processes[self._pid][0]

        def exe(self) -> str:
            path = windows.processes[self._pid][1]
            if not path:
                raise AccessDenied(self._pid)
            return path

    contents: dict[str, dict[str, object]] = {
        "comtypes": {
            "COMError": COMError,
            "CLSCTX_ALL": 7,
            "CoInitialize": windows.com.take_up,
            "CoUninitialize": windows.com.put_down,
        },
        "psutil": {"Error": PsutilError, "Process": Process},
        "pycaw": {},
        "pycaw.constants": {
            "EDataFlow": EDataFlow,
            "DEVICE_STATE": DEVICE_STATE,
            "AudioSessionState": AudioSessionState,
        },
        "pycaw.utils": {"AudioUtilities": AudioUtilities},
        "pycaw.api": {},
        "pycaw.api.audioclient": {"ISimpleAudioVolume": ISimpleAudioVolume},
        "pycaw.api.audiopolicy": {
            "IAudioSessionManager2": IAudioSessionManager2,
            "IAudioSessionControl2": IAudioSessionControl2,
        },
    }
    modules = {name: ModuleType(name) for name in contents}
    for name, module in modules.items():
        vars(module).update(contents[name])
        parent, _, own = name.rpartition(".")
        if parent:
            setattr(modules[parent], own, module)
    return modules


def _float32(number: float) -> float:
    return float(struct.unpack("f", struct.pack("f", number))[0])
