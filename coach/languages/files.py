"""Where the translations of the program's own words lie: a .ts file a language, and the .qm that is made of it.

The .ts is what a translator works on (Qt Linguist); the .qm is what Qt loads, and what `coach/words/translated.py`
reads where there is no Qt. The wheel has both; a checkout makes the second when the first is newer.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

FOLDER = Path(__file__).resolve().parent.parent / "translations"
"""Of the shipped languages."""

_TAG = re.compile(r"[a-z]{2,3}")  # the language alone, as texts by language in YAML have it
_SECONDS = 60.0  # a lrelease that hangs holds nobody up for longer


def is_tag(word: str) -> bool:
    """Whether it has the form of a language's tag: the language alone, `de`, and no country with it."""
    return _TAG.fullmatch(word) is not None


def tags(folder: Path = FOLDER) -> tuple[str, ...]:
    """The languages that a file is there of, complete or not, in the order of their tags."""
    found = folder.glob("*.ts") if folder.is_dir() else ()
    return tuple(sorted(path.stem for path in found if is_tag(path.stem)))


def unfinished(tag: str, folder: Path = FOLDER) -> list[tuple[str, str]]:
    """Context and English text of what its .ts file has no finished words for. OSError where it cannot be read,
    ValueError where it is none.
    """
    try:
        root = ET.parse(folder / f"{tag}.ts").getroot()  # noqa: S314 (our own file)
    except ET.ParseError as error:
        raise ValueError(f"{tag}.ts is no file of translations: {error}") from error
    found = []
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        found += [(name, one.findtext("source") or "") for one in context.iter("message") if _is_unfinished(one)]
    return found


def _is_unfinished(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return True
    if translation.get("type") in ("vanished", "obsolete"):  # no text of the program's any more
        return False
    forms: Iterable[ET.Element] = translation.findall("numerusform") or (translation,)
    return any(not (form.text or "").strip() for form in forms)


def compiled(tag: str, folder: Path = FOLDER) -> Path | None:
    """Its .qm, made where the .ts is newer and `lrelease` is at hand; None where there is none and none can be made."""
    source, made = folder / f"{tag}.ts", folder / f"{tag}.qm"
    if made.exists() and (not source.exists() or made.stat().st_mtime >= source.stat().st_mtime):
        return made
    release = release_tool()
    if release is not None and source.exists():
        command = [release, str(source), "-qm", str(made)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 (our own file)
        except (OSError, subprocess.SubprocessError):
            return made if made.exists() else None
    return made if made.exists() else None


def release_tool() -> str | None:
    """What makes a .qm of a .ts, as it comes with PySide6; None where it is not installed."""
    beside = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    return beside or shutil.which("pyside6-lrelease")
