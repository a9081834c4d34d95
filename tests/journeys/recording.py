"""Records what the program really plays, from a sound server of the test's own. `ears` tells which cues it was.

    with private_pulse(folder) as server, server.recording() as tape:
        ...                                   # run something with server.environment
    heard = find_cues(tape.samples(), load_templates(sounds))

The server's sink is a null sink: it plays nowhere, and its monitor gives the samples that a loudspeaker would have got,
without resampling. So every place found is exact to a sample, up to one constant delay and the sink's own clock, which
`tape_clock` takes away.
"""

from __future__ import annotations

import io
import os
import select
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.journeys.tape_clock import TapeClock

RATE_HZ = 48_000
SINK = "rec"
RECORDER_MILLISECONDS = 100  # a shorter one makes the server work in pieces so small that it stumbles (measured)


def why_no_pulse() -> str | None:
    """Why recording is not possible on this machine, or None."""
    missing = [tool for tool in ("pulseaudio", "parec") if shutil.which(tool) is None]
    return f"{' and '.join(missing)} not installed" if missing else None


@dataclass(frozen=True)
class PulseServer:
    folder: Path
    pid: int

    @property
    def environment(self) -> dict[str, str]:
        """The variables that send a program's sound here, laid over the present ones."""
        return os.environ | {
            "XDG_RUNTIME_DIR": str(self.folder),
            "PULSE_SERVER": f"unix:{self.folder / 'native'}",
            "PULSE_COOKIE": str(self.folder / "cookie"),
            "SDL_AUDIODRIVER": "pulseaudio",
        }

    def kill(self) -> None:
        """The server dies without a word, like one that crashed. Returns when it is gone; harmless when it is."""
        self._signal(signal.SIGKILL)

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        try:
            handle = os.pidfd_open(self.pid)
        except ProcessLookupError:
            return
        try:
            signal.pidfd_send_signal(handle, number)
            if number == signal.SIGKILL:
                select.select([handle], [], [], 10.0)
        finally:
            os.close(handle)

    @contextmanager
    def recording(self, sink: str = SINK) -> Iterator[Tape]:
        """Records the sink from before the body to after it."""
        command = ["parec", f"--device={sink}.monitor", "--format=s16le", f"--rate={RATE_HZ}", "--channels=2", "--raw"]
        with subprocess.Popen(
            [*command, f"--latency-msec={RECORDER_MILLISECONDS}"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            tape = Tape(process)
            try:
                tape.wait_for(0.1)
                yield tape
            finally:
                process.terminate()
                tape.finish()


class Tape:
    """What parec hands over, read by a thread as it comes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._bytes = bytearray()
        self._more = threading.Condition()
        self._arrivals: list[tuple[float, float]] = []  # seconds on the tape, monotonic seconds
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert isinstance(self._process.stdout, io.BufferedReader)
        while chunk := self._process.stdout.read1(1 << 16):
            now = time.monotonic()
            with self._more:
                self._bytes += chunk
                self._arrivals.append((len(self._bytes) / 4 / RATE_HZ, now))
                self._more.notify_all()

    def wait_for(self, seconds: float, patience: float = 20.0) -> None:
        """Waits until that much is on the tape. TimeoutError when it does not come."""
        with self._more:
            if not self._more.wait_for(lambda: len(self._bytes) >= seconds * RATE_HZ * 4, patience):
                raise TimeoutError(f"no {seconds} s of sound came from the recorder")

    def wait_more(self, seconds: float) -> None:
        """Waits until that much more is on the tape."""
        self.wait_for(len(self._bytes) / 4 / RATE_HZ + seconds, patience=seconds + 20.0)

    def finish(self) -> None:
        self._thread.join()

    def clock(self) -> TapeClock:
        """What the machine's clock said at each second of the tape."""
        return TapeClock(self._arrivals)

    def samples(self) -> np.ndarray:
        """Frames x 2, -1.0 to 1.0."""
        whole = bytes(self._bytes)
        return np.frombuffer(whole[: len(whole) // 4 * 4], "<i2").reshape(-1, 2) / 32768.0


@contextmanager
def private_pulse(folder: Path) -> Iterator[PulseServer]:
    """A sound server of our own in `folder` (an empty, short path), gone with the body."""
    folder.chmod(0o700)
    for left_by_a_killed_one in (folder / "native", folder / "pulse" / "pid"):
        left_by_a_killed_one.unlink(missing_ok=True)
    command = ["pulseaudio", "-n", "--daemonize=yes", "--use-pid-file=yes", "--exit-idle-time=60", "--disable-shm=yes"]
    modules = (
        f"module-native-protocol-unix socket={folder / 'native'} auth-anonymous=1",
        f"module-null-sink sink_name={SINK} rate={RATE_HZ} channels=2",
    )
    environment = os.environ | {"XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    for name in ("PULSE_SERVER", "PULSE_RUNTIME_PATH", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    loads = [argument for module in modules for argument in ("-L", module)]
    subprocess.run([*command, *loads], env=environment, check=True, capture_output=True, timeout=30)
    server = PulseServer(folder, int((folder / "pulse" / "pid").read_text()))
    try:
        yield server
    finally:
        server.kill()
