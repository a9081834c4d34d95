"""The modules of a start come out of one file, as they are, and only where nobody else can have written it."""

from __future__ import annotations

import json
import marshal
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "coach"

STARTS = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from coach import bytecode
file = Path(sys.argv[1])
bytecode.use(file)
import coach.zone, coach.words.numbers
if len(sys.argv) > 3:
    import coach.words.dates
from coach.content.model import Text
names = ("coach.zone", "coach.words", "coach.content")
told = {name: type(sys.modules[name].__spec__.loader).__name__ for name in names}
told["file"] = coach.zone.__file__
told["search"] = list(coach.words.__path__)
told["source"] = "def" in coach.zone.__loader__.get_source("coach.zone")
told["works"] = Text("a").en
if len(sys.argv) > 4:
    Path(sys.argv[4]).write_text("OFFSET = 'saved meanwhile'")
bytecode.note()
before = file.stat().st_mtime_ns if file.exists() else 0
bytecode.keep(file)
told["written"] = file.exists() and file.stat().st_mtime_ns != before
print(json.dumps(told))
"""


SAVED = """
import sys
sys.path.insert(0, sys.argv[2])
from coach import bytecode
bytecode.use(sys.argv[1])
import coach.zone
print(type(coach.zone.__loader__).__name__, coach.zone.OFFSET)
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of what the script above needs of the program, to be changed."""
    root = tmp_path / "program"
    for source in sorted(FOLDER.rglob("*.py")):
        if source.parent == FOLDER or {"words", "content"} & set(source.relative_to(FOLDER).parts):
            target = root / "coach" / source.relative_to(FOLDER)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    return root


@pytest.fixture
def start(program: Path, tmp_path: Path) -> Callable[[], Any]:
    def run(*more: str, root: Path = program) -> Any:
        command = [sys.executable, "-P", "-c", STARTS, str(tmp_path / "cache" / "modules"), str(root), *more]
        environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=os.sep, env=environ, timeout=100)
        return json.loads(done.stdout)

    return run


PYTHONS = {"coach.zone": "SourceFileLoader", "coach.words": "SourceFileLoader", "coach.content": "SourceFileLoader"}
OURS = dict.fromkeys(PYTHONS, "_Loader")


def loaders(told: Any) -> Any:
    return {name: told[name] for name in PYTHONS}


def test_what_was_kept_is_what_python_would_load(start: Callable[[], Any], program: Path, tmp_path: Path) -> None:
    first = start()
    assert loaders(first) == PYTHONS
    assert first["written"]
    again = start()
    assert loaders(again) == OURS
    assert not again["written"], "nothing is new"
    same = ("file", "search", "source", "works")
    assert [again[name] for name in same] == [first[name] for name in same]
    assert again["file"] == str(program / "coach" / "zone.py")
    if sys.platform != "win32":
        assert (tmp_path / "cache" / "modules").stat().st_mode & 0o777 == 0o600


def test_each_start_adds_what_it_takes(start: Callable[..., Any], program: Path) -> None:
    start("more")
    source = program / "coach" / "zone.py"
    source.write_text(source.read_text(encoding="utf-8") + "\n# another one\n", encoding="utf-8")
    assert start()["written"], "without what the one before took"
    assert not start("more")["written"], "and has that all the same"


def test_what_is_saved_while_it_runs_is_kept_as_it_is_then(start: Callable[..., Any], program: Path) -> None:
    start()
    source = program / "coach" / "zone.py"
    start("more", str(source))
    command = [sys.executable, "-P", "-c", SAVED, str(program.parent / "cache" / "modules"), str(program)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=os.sep, timeout=100).stdout
    assert told.split(" ", 1) == ["_Loader", "saved meanwhile\n"]


def test_a_module_that_was_changed_is_read_anew_and_kept(start: Callable[[], Any], program: Path) -> None:
    start()
    source = program / "coach" / "zone.py"
    source.write_text(source.read_text(encoding="utf-8") + "\n# another one\n", encoding="utf-8")
    told = start()
    assert loaders(told) == {**OURS, "coach.zone": "SourceFileLoader"}
    assert told["written"]
    assert loaders(start()) == OURS


def test_of_another_version_nothing_is_taken(start: Callable[..., Any], program: Path) -> None:
    """Who installs it may give all files of all versions one time, and two of them may be of one size."""
    start()
    source, about = program / "coach" / "__init__.py", (program / "coach" / "__init__.py").stat()
    text = source.read_text(encoding="utf-8")
    version = text.split('__version__ = "')[1].split('"')[0]
    source.write_text(text.replace(version, version[::-1].replace("0", "9")), encoding="utf-8")
    os.utime(source, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert loaders(start()) == PYTHONS
    assert loaders(start()) == OURS


def test_what_others_can_have_written_is_not_run(start: Callable[[], Any], tmp_path: Path) -> None:
    start()
    file = tmp_path / "cache" / "modules"
    whole = file.read_bytes()
    if sys.platform != "win32":
        file.chmod(0o620)
        assert loaders(start()) == PYTHONS
        file.chmod(0o600)
        elsewhere = tmp_path / "elsewhere"
        file.rename(elsewhere)
        file.symlink_to(elsewhere)
        assert loaders(start()) == PYTHONS
        assert not file.is_symlink(), "written anew in its place"
    file.with_suffix(".copy").write_bytes(whole)
    file.with_suffix(".copy").replace(file)
    file.chmod(0o600)
    assert loaders(start()) == PYTHONS, "it was brought there"


def of_another_form(_data: bytes) -> bytes:
    """Whole, and of a release that has more in it."""
    first = marshal.dumps(("another", "form", 3))
    body = len(first).to_bytes(8, "little") + first
    return zlib.crc32(body).to_bytes(4, "little") + body


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda _: b"", lambda data: data[:40] + b"x" + data[41:], of_another_form]
)
def test_what_is_damaged_is_not_run(start: Callable[[], Any], tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    start()
    file = tmp_path / "cache" / "modules"
    data = file.read_bytes()
    with file.open("r+b") as stream:  # the same file on the same disk
        stream.write(spoil(data))
        stream.truncate(len(spoil(data)))
    assert loaders(start()) == PYTHONS
    assert loaders(start()) == OURS, "and written anew"


def test_another_copy_of_the_program_has_its_own(start: Any, program: Path, tmp_path: Path) -> None:
    start()
    other = tmp_path / "other"
    program.rename(other)
    assert loaders(start(root=other)) == PYTHONS
    assert loaders(start(root=other)) == OURS


def test_where_nothing_can_be_written_nothing_is_said(start: Callable[[], Any], tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert loaders(start()) == PYTHONS
    assert not start()["written"]
