"""Real compositors without a screen, each with a folder of its own for its sockets; ended with the test."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from coach.desktop.wayland import wire
from coach.desktop.wayland.connection import LostError, connect

START_SECONDS = 30.0
# sway and KWin refuse to run as root
SOMEBODY: dict[str, Any] = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}
SWAY_CONFIG = "xwayland {xwayland}\nexec echo $DISPLAY > {folder}/display\noutput HEADLESS-1 resolution 800x600\n"

# KWin takes input from programs by org_kde_kwin_fake_input, of its own user only: told it by the wire's own code. It is
# a way of the mouse and back, or keys, by their numbers in linux/input-event-codes.h; 0 is none, and a rest.
TOUCH_KWIN = """
import os, socket, sys, time
stream = socket.socket(socket.AF_UNIX)
stream.connect(os.environ["XDG_RUNTIME_DIR"] + "/" + os.environ["WAYLAND_DISPLAY"])
stream.sendall(encode(1, 1, 2) + encode(1, 0, 3))
messages, names = Messages(), {}
def until(ident):
    while True:
        for message in messages.of(stream.recv(65536)):
            arguments = Arguments(message.body)
            if message.object_id == 2:
                name, interface = arguments.number(), arguments.text()
                names[interface] = name
            if message.object_id == ident:
                return
until(3)
fake = "org_kde_kwin_fake_input"
stream.sendall(encode(2, 0, names[fake], fake, 4, 4) + encode(4, 0, "a test", "a test"))
keys = [int(key) for key in sys.argv[1:]]
if not keys:
    stream.sendall(encode(4, 1, 256, 256) + encode(4, 1, -256, -256))
for key in keys:
    if key:
        stream.sendall(encode(4, 10, key, 1) + encode(4, 10, key, 0))
    time.sleep(0.01 if key else 2)
stream.sendall(encode(1, 0, 5))
until(5)
"""
REST = "\0"
_ROWS = {0: REST, 2: "1234567890", 16: "qwertyuiop", 30: "asdfghjkl", 44: "zxcvbnm", 57: " ", 28: "\n"}
_KEYS = {letter: str(first + place) for first, row in _ROWS.items() for place, letter in enumerate(row)}


def absent(program: str) -> str:
    """Why no test can be made with it; empty where one can."""
    needed = {"kwin_wayland": ["dbus-run-session"], "sway": ["wtype", "foot"], "labwc": ["wtype", "foot"]}[program]
    missing = [name for name in (program, "swayidle", *needed) if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def wait_for(is_so: Callable[[], object], seconds: float = 20.0) -> bool:
    """Whether it came to be so, looked at ten times a second."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.1)
    return bool(is_so())


class RealDesktop:
    """A compositor that runs, with no program in it."""

    def __init__(self, program: str, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.program, self.folder, self.process = program, folder, process

    @property
    def address(self) -> Path:
        """Its socket; which number it took is its own choice."""
        return next(iter(sorted(self.folder.glob("wayland-[0-9]"))), self.folder / "wayland-0")

    @property
    def environ(self) -> dict[str, str]:
        """What a program needs to find it."""
        return environ_of(self.folder) | {"WAYLAND_DISPLAY": self.address.name}

    @property
    def display(self) -> str:
        """The X server beside it, where it was started with one."""
        file = self.folder / "display"
        wait_for(lambda: file.exists() and file.read_text().strip())
        return file.read_text().strip()

    def touch(self) -> None:
        """A key, or a little way with the mouse."""
        if self.program == "kwin_wayland":
            subprocess.run(kwin_words(), env=self.environ, check=True, timeout=20, cwd=self.folder, **SOMEBODY)
        else:
            subprocess.run(["wtype", "a"], env=self.environ, check=True, timeout=20)

    @contextmanager
    def typing(self, first: str, *lines: str) -> Iterator[subprocess.Popen[bytes]]:
        """Somebody who types them, each with its Return, a hundred letters a second, and rests after the first."""
        if self.program == "kwin_wayland":
            words = kwin_words(f"{first}\n{REST}" + "".join(f"{line}\n" for line in lines))
        else:
            words = ["wtype", "-d", "10", first, "-k", "Return", "-s", "2000"]
            words += [word for line in lines for word in (line, "-k", "Return")]
        with subprocess.Popen(words, env=self.environ, cwd=self.folder, **SOMEBODY) as process:
            try:
                yield process
            finally:
                process.kill()

    @contextmanager
    def run(self, *command: str) -> Iterator[None]:
        """A program on it."""
        nowhere = subprocess.DEVNULL
        with subprocess.Popen(
            command, env=self.environ, cwd=self.folder, stdout=nowhere, stderr=nowhere, **SOMEBODY
        ) as process:
            try:
                yield
            finally:
                process.kill()

    def kill(self) -> None:
        """As where it crashes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def kwin_words(text: str = "") -> list[str]:
    """A program that touches KWin's mouse, or types small letters and digits of a US keyboard."""
    code = (Path(wire.__file__)).read_text(encoding="utf-8") + TOUCH_KWIN
    code = code.replace(
        "from coach.values import dataclass", "from dataclasses import dataclass"
    )  # it has none of ours
    python = shutil.which("python3", path=os.defpath) or "python3"
    return [python, "-c", code, *(_KEYS[letter] for letter in text)]


def environ_of(folder: Path) -> dict[str, str]:
    """Nothing of the session that the tests may run in."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "WLR_BACKENDS": "headless",
        "WLR_RENDERER": "pixman",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "QT_QUICK_BACKEND": "software",
        "KWIN_COMPOSE": "Q",
        "KWIN_WAYLAND_NO_PERMISSION_CHECKS": "1",
    }


def command_of(program: str, folder: Path, *, with_x: bool = False) -> Sequence[str]:
    """How it starts; what it needs for that is put into `folder`."""
    if program == "sway":
        (folder / "config").write_text(SWAY_CONFIG.format(folder=folder, xwayland="force" if with_x else "disable"))
        return ["sway", "-c", str(folder / "config")]
    if program == "kwin_wayland":
        # without the file's capability, which a container may not have to give; under its name, which it looks at
        copy = folder / "kwin_wayland"
        shutil.copyfile(shutil.which(program) or program, copy)
        copy.chmod(0o755)
        kwin = [str(copy), "--virtual", "--no-lockscreen", "--no-global-shortcuts", "--width", "800", "--height", "600"]
        tell = folder / "tell-display"
        tell.write_text(f'#!/bin/sh\necho "$DISPLAY" > {folder}/display\n')
        tell.chmod(0o755)
        beside = ["--xwayland", str(tell)] if with_x else []
        return ["dbus-run-session", "--", *kwin, "--socket", "wayland-0", *beside]
    return [program, *(["-s", f"sh -c 'echo $DISPLAY > {folder}/display'"] if with_x else [])]


@contextmanager
def running(program: str, *, with_x: bool = False) -> Iterator[RealDesktop]:
    """The compositor, when programs can reach it. RuntimeError with its last words where it does not start."""
    folder = Path(tempfile.mkdtemp(prefix="wl-"))  # short: a socket's address has room for 108 characters
    command = command_of(program, folder, with_x=with_x)
    if SOMEBODY:
        for path in (folder, *folder.iterdir()):
            shutil.chown(path, SOMEBODY["user"])
    log = folder / "log"
    try:
        with log.open("wb") as output:
            process = subprocess.Popen(
                command,
                env=environ_of(folder),
                cwd=folder,
                stdout=output,
                stderr=output,
                start_new_session=True,
                **SOMEBODY,
            )
        desktop = RealDesktop(program, folder, process)
        try:
            if not wait_for(lambda: _is_up(desktop), START_SECONDS):
                raise RuntimeError(f"{program} does not start: {log.read_text(errors='replace')[-500:]}")
            yield desktop
        finally:
            _end(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_up(desktop: RealDesktop) -> bool:
    try:
        connection = connect(desktop.address)
    except LostError:
        return False
    try:
        return bool(connection.offered("wl_output")) and bool(connection.offered("wl_seat"))
    finally:
        connection.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    """It and what it started, and nothing else: they are a session of their own."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(10)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        pass
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
