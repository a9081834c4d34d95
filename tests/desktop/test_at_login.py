"""What each system keeps of starting at a login: written, read back, changed by others, not ours."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

import pytest

from coach.desktop import desktop_entry
from coach.desktop.at_login import AtLogin, Entry, Start
from coach.desktop.choose import choose_at_login
from coach.desktop.how import How
from coach.desktop.linux_at_login import XdgAtLogin
from coach.desktop.macos_at_login import LaunchAgentAtLogin
from coach.desktop.windows_at_login import APPROVED, RUN, VALUE, RunKeyAtLogin, words_of

AWKWARD = 'a b/$HOME "q" `c` \\ 100% ;&|<>~*?#()\'ä\tx'


def a_program(folder: Path, name: str = "posture-coach") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return a_program(tmp_path / "bin")


@pytest.fixture
def xdg(tmp_path: Path, program: Path) -> XdgAtLogin:
    return XdgAtLogin(Start((str(program), "--hidden")), {"XDG_CONFIG_DIRS": str(tmp_path / "etc")}, tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".config" / "autostart" / "posture-coach.desktop"


def with_line(file: Path, line: str) -> None:
    file.write_text(file.read_text() + line + "\n")


def test_it_is_off_then_on_then_off(xdg: XdgAtLogin, file: Path, program: Path) -> None:
    assert xdg.entry() == Entry("off", str(file))
    xdg.switch_on()
    assert xdg.entry() == Entry("on", str(file), str(program))
    xdg.switch_off()
    assert xdg.entry() == Entry("off", str(file))
    assert list(file.parent.iterdir()) == []
    xdg.switch_off()  # there is nothing to be done


def test_the_folder_is_the_one_that_the_environment_names(tmp_path: Path, program: Path, file: Path) -> None:
    start = Start((str(program), "--hidden"))
    XdgAtLogin(start, {"XDG_CONFIG_HOME": str(tmp_path / "own")}, tmp_path).switch_on()
    assert (tmp_path / "own" / "autostart" / "posture-coach.desktop").is_file()
    XdgAtLogin(
        start, {"XDG_CONFIG_HOME": "relative"}, tmp_path
    ).switch_on()  # by the specification it counts for nothing
    assert file.is_file()


def test_any_path_comes_back_as_it_was(tmp_path: Path, file: Path) -> None:
    program = a_program(tmp_path / AWKWARD)
    start = Start((str(program), "--hidden"), {"POSTURE_COACH_HOME": f"/{AWKWARD}"})
    xdg = XdgAtLogin(start, {"XDG_CONFIG_DIRS": "/nowhere"}, tmp_path)
    xdg.switch_on()
    assert xdg.entry() == Entry("on", str(file), str(program))
    keys = desktop_entry.read(file.read_text(encoding="utf-8"))
    assert desktop_entry.command_of(keys["Exec"]) == ("env", f"POSTURE_COACH_HOME=/{AWKWARD}", str(program), "--hidden")


def test_quotes_are_those_of_the_specification() -> None:
    assert desktop_entry.command_line(["/a b", "--x"]) == '"/a b" --x'
    assert desktop_entry.command_line(["/$"]) == '"/\\\\$"'
    assert desktop_entry.command_line(["/\\"]) == '"/\\\\\\\\"'
    assert desktop_entry.command_line(["5%"]) == "5%%"
    assert desktop_entry.command_of('posture-coach %U "" 5%%') == ("posture-coach", "", "5%")


def test_a_path_that_no_entry_can_name_is_refused_and_nothing_is_written(tmp_path: Path, file: Path) -> None:
    name = os.fsdecode(b"/\xff/posture-coach")
    with pytest.raises(OSError, match="Invalid or incomplete"):
        XdgAtLogin(Start((name,)), {}, tmp_path).switch_on()
    assert not file.exists()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off_and_can_be_switched_on(xdg: XdgAtLogin, file: Path, line: str) -> None:
    xdg.switch_on()
    with_line(file, line)
    assert xdg.entry().state == "off"
    xdg.switch_on()
    assert xdg.entry().state == "on"


def test_a_program_that_is_gone_is_told_and_switching_on_mends_it(
    xdg: XdgAtLogin, file: Path, program: Path, tmp_path: Path
) -> None:
    xdg.switch_on()
    program.chmod(0o644)
    assert xdg.entry() == Entry("gone", str(file), str(program))
    other = a_program(tmp_path / "elsewhere")
    XdgAtLogin(Start((str(other), "--hidden")), {}, tmp_path).switch_on()
    assert xdg.entry() == Entry("on", str(file), str(other))


def test_what_starts_another_program_is_left_as_it_is(xdg: XdgAtLogin, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("[Desktop Entry]\nType=Application\nName=x\nExec=/bin/true now\n")
    before = file.read_text()
    assert xdg.entry() == Entry("other", str(file), "/bin/true")
    for switch in (xdg.switch_on, xdg.switch_off):
        with pytest.raises(FileExistsError):
            switch()
    assert file.read_text() == before


@pytest.mark.parametrize(
    "text", ["", "no entry", "[Other]\nExec=posture-coach\n", "[Desktop Entry]\nExec=\n", "\xff\0"]
)
def test_what_no_desktop_can_read_starts_nothing(xdg: XdgAtLogin, file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode("latin-1"))
    assert xdg.entry().state == "off"
    xdg.switch_on()
    assert xdg.entry().state == "on"


def test_one_for_everybody_is_overruled_for_this_person_alone(xdg: XdgAtLogin, file: Path, tmp_path: Path) -> None:
    shared = tmp_path / "etc" / "autostart" / "posture-coach.desktop"
    shared.parent.mkdir(parents=True)
    shared.write_text(f"[Desktop Entry]\nExec={sys.executable} -m coach --hidden\n")
    assert xdg.entry() == Entry("on", str(shared), sys.executable)
    xdg.switch_off()
    assert shared.is_file()
    assert xdg.entry().state == "off"
    xdg.switch_on()
    assert xdg.entry().where == str(file)


def test_a_folder_that_cannot_be_made_is_an_error_and_nothing_else(tmp_path: Path, program: Path) -> None:
    (tmp_path / ".config").write_text("a file")
    xdg = XdgAtLogin(Start((str(program),)), {"XDG_CONFIG_DIRS": "/nowhere"}, tmp_path)
    assert xdg.entry().state in ("off", "unknown")
    with pytest.raises(OSError, match=r"\.config"):
        xdg.switch_on()


@pytest.mark.parametrize(
    ("desktop", "unread_by"),
    [("sway", "sway"), ("labwc:wlroots", "labwc"), ("LXQt:labwc:wlroots", ""), ("ubuntu:GNOME", ""), (":", "")],
)
def test_a_desktop_that_starts_nothing_by_itself_is_named(
    tmp_path: Path, program: Path, desktop: str, unread_by: str
) -> None:
    xdg = XdgAtLogin(Start((str(program),)), {"XDG_CURRENT_DESKTOP": desktop}, tmp_path)
    xdg.switch_on()
    assert xdg.entry().unread_by == unread_by


# --- macOS


@pytest.fixture
def job(tmp_path: Path, program: Path) -> LaunchAgentAtLogin:
    return LaunchAgentAtLogin(Start((str(program), "--hidden"), {"POSTURE_COACH_HOME": "/a b"}), tmp_path)


def test_a_launchd_job_is_written_read_and_removed(job: LaunchAgentAtLogin, tmp_path: Path, program: Path) -> None:
    assert job.entry().state == "off"
    job.switch_on()
    entry = job.entry()
    assert (entry.state, entry.program) == ("on", str(program))
    kept = plistlib.loads(Path(entry.where).read_bytes())
    assert kept["ProgramArguments"] == [str(program), "--hidden"]
    assert kept["EnvironmentVariables"] == {"POSTURE_COACH_HOME": "/a b"}
    program.unlink()
    assert job.entry().state == "gone"
    job.switch_off()
    assert job.entry().state == "off"
    assert not Path(entry.where).exists()


def test_a_launchd_job_that_others_changed(job: LaunchAgentAtLogin) -> None:
    job.switch_on()
    file = Path(job.entry().where)
    kept = plistlib.loads(file.read_bytes())
    file.write_bytes(plistlib.dumps(kept | {"Disabled": True}))
    assert job.entry().state == "off"
    file.write_bytes(plistlib.dumps({"ProgramArguments": ["/bin/true"], "RunAtLoad": True}))
    assert job.entry().state == "other"
    for switch in (job.switch_on, job.switch_off):
        with pytest.raises(FileExistsError):
            switch()
    file.write_bytes(b"<plist>nothing")
    assert job.entry().state == "off"
    file.write_bytes(plistlib.dumps(["a list"]))
    assert job.entry().state == "off"


# --- Windows


class FakeKey:
    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class FakeRegistry:
    """As much of winreg as is asked for."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "HKCU", 2, 1

    def __init__(self) -> None:
        self.folders: dict[str, dict[str, Any]] = {}

    def OpenKey(self, _root: str, folder: str, _reserved: int = 0, _access: int = 0) -> FakeKey:
        if folder not in self.folders:
            raise FileNotFoundError(2, "no such key")
        return FakeKey(self.folders[folder])

    def CreateKeyEx(self, _root: str, folder: str, _reserved: int, _access: int) -> FakeKey:
        return FakeKey(self.folders.setdefault(folder, {}))

    def QueryValueEx(self, key: FakeKey, name: str) -> tuple[Any, int]:
        if name not in key.values:
            raise FileNotFoundError(2, "no such value")
        return key.values[name], 1

    def SetValueEx(self, key: FakeKey, name: str, _reserved: int, _kind: int, value: Any) -> None:
        key.values[name] = value

    def DeleteValue(self, key: FakeKey, name: str) -> None:
        if name not in key.values:
            raise FileNotFoundError(2, "no such value")
        del key.values[name]


def test_the_run_key_is_written_read_and_removed(program: Path) -> None:
    registry = FakeRegistry()
    kept = RunKeyAtLogin(Start((str(program), "-P", "-m", "coach", "--hidden")), registry)
    assert kept.entry().state == "off"
    kept.switch_off()
    kept.switch_on()
    assert (kept.entry().state, kept.entry().program) == ("on", str(program))
    assert registry.folders[RUN][VALUE] == f"{program} -P -m coach --hidden"
    program.unlink()
    assert kept.entry().state == "gone"
    kept.switch_off()
    assert registry.folders[RUN] == {}


def test_what_the_task_manager_switched_off_is_off(program: Path) -> None:
    registry = FakeRegistry()
    kept = RunKeyAtLogin(Start((str(program), "-P", "-m", "coach", "--hidden")), registry)
    kept.switch_on()
    registry.folders[APPROVED] = {VALUE: b"\x03" + bytes(11)}
    assert kept.entry().state == "off"
    registry.folders[APPROVED] = {VALUE: b"\x02" + bytes(11)}
    assert kept.entry().state == "on"
    registry.folders[APPROVED] = {VALUE: b"\x03" + bytes(11)}
    kept.switch_on()
    assert kept.entry().state == "on"


def test_a_run_value_that_starts_another_program_stays() -> None:
    registry = FakeRegistry()
    registry.folders[RUN] = {VALUE: '"C:\\other.exe" /x'}
    kept = RunKeyAtLogin(Start(("posture-coach",)), registry)
    assert kept.entry().state == "other"
    with pytest.raises(FileExistsError):
        kept.switch_on()
    with pytest.raises(FileExistsError):
        kept.switch_off()


def test_a_folder_of_their_own_goes_along_on_windows() -> None:
    registry = FakeRegistry()
    start = Start((sys.executable, "-P", "-m", "coach", "--hidden"), {"POSTURE_COACH_HOME": 'C:\\a b\\"'})
    kept = RunKeyAtLogin(start, registry)
    kept.switch_on()
    assert kept.entry().state == "on"
    words = words_of(registry.folders[RUN][VALUE])
    assert words[:3] == [sys.executable, "-P", "-c"]
    said = words[3].replace("from coach.cli import run; run()", "print(os.environ['POSTURE_COACH_HOME'], sys.argv[1:])")
    out = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout
    assert out == "C:\\a b\\\" ['--hidden']\n"


@pytest.mark.parametrize(
    "words", [["a b", "c\\", 'd"e', "", "\\\\x\\y z\\"], ["C:\\a\\b.exe", "-m", "coach"], ['\\\\"']]
)
def test_a_windows_command_line_is_taken_apart_as_it_was_joined(words: list[str]) -> None:
    assert words_of(subprocess.list2cmdline(words)) == words


# --- which one


@pytest.mark.parametrize(
    ("platform", "kind"), [("linux", XdgAtLogin), ("freebsd14", XdgAtLogin), ("darwin", LaunchAgentAtLogin)]
)
def test_each_system_has_its_own(platform: str, kind: type[AtLogin], tmp_path: Path) -> None:
    assert isinstance(choose_at_login(Start(("x",)), {}, platform, tmp_path), kind)


def test_in_a_sandbox_it_says_why_not(tmp_path: Path) -> None:
    kept = choose_at_login(Start(("x",)), {"SNAP": "/snap/x"}, "linux", tmp_path)
    assert kept.entry().state == "unknown"
    assert kept.entry().why == How("sandboxed")
    with pytest.raises(OSError, match="sandbox"):
        kept.switch_on()
    kept.switch_off()
