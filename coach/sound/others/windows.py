"""The audio sessions of Windows, as its volume mixer shows them, through pycaw. Nothing is decided here.

COM belongs to a thread. Whoever imports comtypes first has it from then on; every other thread takes it up and puts it
down again around its work, and no pointer may outlive that: only plain values leave this file.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from coach.sound.others.protocol import Way
from coach.sound.others.streams import FULL, PHONE, SYSTEM, Stream, StreamsError
from coach.sound.trouble import Trouble

Result = TypeVar("Result")

_THEIRS = 0  # what a session of the system's own sounds answers to IsSystemSoundsSession: S_OK; all others S_FALSE


class WindowsStreams:
    """coach.sound.others.streams.Streams, made in the main thread. ImportError without pycaw, OSError without COM.

    All sessions of every device that plays, whichever is the default one now. A program that listens to a microphone is
    on the phone: which of its sessions carries the call, Windows does not tell.
    """

    way: Way = "windows-mixer"
    share = 0.125  # a session's volume multiplies the amplitude

    def __init__(self) -> None:
        import comtypes
        import psutil
        from pycaw import constants, utils
        from pycaw.api import audioclient, audiopolicy

        self._com, self._psutil = comtypes, psutil
        self._constants, self._devices = constants, utils.AudioUtilities
        self._manager, self._control = audiopolicy.IAudioSessionManager2, audiopolicy.IAudioSessionControl2
        self._volume = audioclient.ISimpleAudioVolume
        self.program = self._process(None)[1]

    def playing(self) -> list[Stream]:
        """As the protocol says; safe from any thread."""
        return self._with_com(self._read)

    def set_volume(self, stream: Stream, volume: Sequence[int]) -> None:
        """As the protocol says; Windows knows one volume a stream, the first of `volume`."""
        if not self._with_com(lambda: self._write(stream.index, volume[0] / FULL)):
            raise StreamsError(Trouble("stream-ended", stream.name))

    def _with_com(self, work: Callable[[], Result]) -> Result:
        try:
            self._com.CoInitialize()
        except OSError as problem:
            raise StreamsError(Trouble("mixer-closed", why=str(problem))) from None
        try:
            return work()
        except (self._com.COMError, OSError) as problem:
            trouble = Trouble("mixer-silent", why=str(problem))
        finally:  # the problem is gone by now, and with its frames the pointers that they held
            self._com.CoUninitialize()
        raise StreamsError(trouble)

    def _read(self) -> list[Stream]:
        state, flow = self._constants.AudioSessionState, self._constants.EDataFlow
        listening: set[int] = set()
        for session in self._sessions(flow.eCapture):
            with contextlib.suppress(self._com.COMError):  # ended meanwhile
                if session.GetState() == state.Active:
                    listening.add(session.GetProcessId())
        told = [self._told(session, listening) for session in self._sessions(flow.eRender)]
        return [stream for stream in told if stream is not None]

    def _told(self, session: Any, listening: set[int]) -> Stream | None:
        """None of a session that has ended."""
        state = self._constants.AudioSessionState
        with contextlib.suppress(self._com.COMError):
            now, pid = session.GetState(), session.GetProcessId()
            if now == state.Expired:
                return None
            name, program = self._process(pid)
            role = PHONE if pid in listening else ""
            return Stream(
                index=session.GetSessionInstanceIdentifier(),
                volume=(round(session.QueryInterface(self._volume).GetMasterVolume() * FULL),),
                pid=str(pid),
                name=name,
                role=SYSTEM if session.IsSystemSoundsSession() == _THEIRS else role,
                owner=session.GetSessionIdentifier(),
                program=program,
                is_sounding=now == state.Active,
            )
        return None

    def _write(self, index: str, level: float) -> bool:
        """Whether there is such a session, which then has this volume."""
        for session in self._sessions(self._constants.EDataFlow.eRender):
            with contextlib.suppress(self._com.COMError):
                if session.GetSessionInstanceIdentifier() == index:
                    session.QueryInterface(self._volume).SetMasterVolume(level, None)
                    return True
        return False

    def _sessions(self, flow: Any) -> list[Any]:
        """Of all devices in use that play, or that listen."""
        active = self._constants.DEVICE_STATE.ACTIVE
        devices = self._devices.GetDeviceEnumerator().EnumAudioEndpoints(flow.value, active.value)
        found: list[Any] = []
        for number in range(devices.GetCount()):
            with contextlib.suppress(self._com.COMError):  # unplugged meanwhile
                activated = devices.Item(number).Activate(self._manager._iid_, self._com.CLSCTX_ALL, None)
                listed = activated.QueryInterface(self._manager).GetSessionEnumerator()
                for one in range(listed.GetCount()):
                    with contextlib.suppress(self._com.COMError):  # ended meanwhile
                        found.append(listed.GetSession(one).QueryInterface(self._control))
        return found

    def _process(self, pid: int | None) -> tuple[str, str]:
        """Its name and the file that it runs, as far as Windows tells; None asks for our own."""
        name = program = ""
        with contextlib.suppress(self._psutil.Error, OSError):
            process = self._psutil.Process(pid)
            name = process.name()
            program = process.exe()
        return name, program
