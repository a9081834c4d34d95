"""Why a file to take along cannot be written, or holds less than it could."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coach.words.language import Language
from coach.words.sentences import comma_list


def unknown_ending(language: Language, path: Path, endings: Sequence[str]) -> str:
    """The name of the file does not say what is written."""
    told = language.translate("Exporting", "{path}: its ending says what is written; use one of {endings}")
    return told.format(path=path, endings=comma_list(endings, language))


def no_paper(language: Language) -> str:
    """Who writes has nothing that prints."""
    return language.translate("Exporting", "a sheet cannot be printed here")


def no_printing(language: Language, detail: str) -> str:
    """What prints cannot be loaded; `detail` is what Python says."""
    return language.translate("Exporting", "a sheet cannot be printed: {detail}").format(detail=detail)


def wrong_kind(language: Language, ident: str, kind: str, ending: str) -> str:
    """This form cannot hold a thing of this kind."""
    if ending == ".ics":
        told = language.translate(
            "Exporting", "{id} is of the kind {kind}; {ending} is written of a routine, a test or a plan"
        )
    elif ending == ".pdf":
        told = language.translate("Exporting", "{id} is of the kind {kind}; a sheet is printed of a routine")
    else:
        told = language.translate(
            "Exporting", "{id} is of the kind {kind}; {ending} is written of a routine, a test or an exercise"
        )
    return told.format(id=ident, kind=kind, ending=ending)


def no_folder(language: Language, path: Path, folder: Path) -> str:
    """The file has no place."""
    told = language.translate("Exporting", "{path} cannot be written: there is no folder {folder}")
    return told.format(path=path, folder=folder)


def not_written(language: Language, path: Path, detail: str) -> str:
    """`detail` is what the system says."""
    return language.translate("Exporting", "{path} cannot be written: {detail}").format(path=path, detail=detail)


def no_calendar(language: Language, command: str) -> str:
    """The library for calendars is not installed; `command` brings it."""
    told = language.translate("Exporting", "{ending} needs the package {package}; write: {command}")
    return told.format(ending=".ics", package="icalendar", command=command)


def silent(language: Language, *, is_empty: bool) -> str:
    """Nothing will be heard: of what sounds, there is none, or its volume is at 0."""
    if is_empty:
        return language.translate("Exporting", "The file is silent: nothing of this session sounds here.")
    return language.translate("Exporting", "The file is silent, because the volume is at 0; turn it up in Settings.")
