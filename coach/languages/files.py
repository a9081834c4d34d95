"""Where the translations of the program's own words lie: a .ts file a language, and the .qm that is made of it.

The .ts is what a translator works on (Qt Linguist); the .qm is what Qt loads, and what `coach/words/translated.py`
reads where there is no Qt. The wheel has both; a checkout makes the second when the first is newer.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coach.words import spoken

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

FOLDER = spoken.FOLDER

_TAG = re.compile(r"[a-z]{2,3}")  # the language alone, as texts by language in YAML have it
_GONE = ("vanished", "obsolete")  # what is no text of the program's any more
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
    return [(context, source) for context, source, one in _messages(tag, folder) if _is_unfinished(one)]


def _messages(tag: str, folder: Path) -> Iterator[tuple[str, str, ET.Element]]:
    """Context and English text of each message, and the message."""
    from xml.etree import ElementTree as ET

    try:
        root = ET.parse(folder / f"{tag}.ts").getroot()  # noqa: S314 (our own file)
    except ET.ParseError as error:
        raise ValueError(f"{tag}.ts is no file of translations: {error}") from error
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        yield from ((name, one.findtext("source") or "", one) for one in context.iter("message"))


def misplaced(tag: str, folder: Path = FOLDER) -> list[tuple[str, str, str]]:
    """Context, English text and the translation of what asks for a value that its text does not have: `{titel}` for
    `{title}`, which nobody could fill in. A text's comment may name further places. OSError and ValueError as above.
    """
    return [
        (context, source, told)
        for context, source, message in _messages(tag, folder)
        for told in _forms(message)
        if told and not _places(told) <= _places(source) | _places(message.findtext("comment") or "")
    ]


def _places(text: str) -> set[str]:
    """What stands in braces; all of a text with a brace that is not closed."""
    from string import Formatter

    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}


def _forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") in _GONE:
        return []
    return [form.text or "" for form in translation.findall("numerusform") or (translation,)]


def _is_unfinished(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return True
    return any(not form.strip() for form in _forms(message))


def compiled(tag: str, folder: Path = FOLDER) -> Path | None:
    """Its .qm, made where the .ts is newer and `lrelease` is at hand; None where there is none and none can be made."""
    import subprocess

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
    import shutil

    beside = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    return beside or shutil.which("pyside6-lrelease")
