"""A routine, test or plan to take along: sound, calendar entries, a printed sheet, the timeline as JSON."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from coach import installing
from coach.export.audio import AudioExport
from coach.export.start import ANY_TIME, When
from coach.files import write_whole
from coach.printed import printed
from coach.settings import CALENDAR_NAME
from coach.sound.audio_file import SUFFIXES as AUDIO
from coach.sound.audio_file import AudioError, Cancelled, Progress
from coach.today.safety import NeverAsked
from coach.today.standing import standing_of
from coach.wiring.why_not import why_not
from coach.words import exporting, sound
from coach.words import safety as words
from coach.words.language import ENGLISH, Language
from coach.words.progression import own_as_json, said_before

if TYPE_CHECKING:
    from coach.wiring import Parts

Printing = Callable[["Parts", str, Path], Generator[float, None, None]]
"""Prints a routine's sheet in short steps, each of which gives the share done. Who has Qt hands it in."""

SUFFIXES = (*AUDIO, ".ics", ".pdf", ".json")


class ExportError(Exception):
    """Carries one sentence for the person. `is_input`: what they asked for is at fault, not this machine."""

    def __init__(self, sentence: str, *, is_input: bool = False) -> None:
        super().__init__(sentence)
        self.is_input = is_input


def without_paper(parts: Parts, _ident: str, _path: Path) -> Generator[float, None, None]:
    """The printing of who has none."""
    raise ExportError(exporting.no_paper(parts.language))


def export(
    parts: Parts,
    kind: str,
    ident: str,
    path: Path,
    progress: Progress = lambda _share: True,
    printing: Printing = without_paper,
    when: When = ANY_TIME,
    *,
    intro: bool = False,
) -> tuple[str, ...]:
    """Write what the ending of `path` says; a calendar for `when`, sound with when to stop as its first words where
    `intro` says so. Returns what the person should know: "without the voice, because ...".

    Raises ExportError, and coach.sound.audio_file.Cancelled when `progress` answers False.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ExportError(exporting.unknown_ending(parts.language, path, SUFFIXES), is_input=True)
    if kind not in (("routine", "test", "plan") if suffix == ".ics" else ("routine", "test", "exercise")):
        told = exporting.wrong_kind(parts.language, ident, kind, suffix)
        raise ExportError(told, is_input=True)
    _refuse_empty(parts, kind, ident)
    refuse_while_locked(parts)
    _refuse_without_folder(path, parts.language)
    try:
        if suffix == ".pdf":
            return _all(sheet(parts, kind, ident, path, printing), progress)
        if suffix in AUDIO:
            return (
                *AudioExport.of(parts, kind, ident, intro=intro).write(path, progress),
                *_for_you(parts, kind, ident),
            )
        if suffix == ".ics":
            return _calendar(parts, kind, ident, path, when)
        return _timeline_json(parts, kind, ident, path)
    except AudioError as problem:
        raise ExportError(sound.sentence(problem.trouble, parts.language)) from None
    except OSError as problem:
        raise _cannot_be_written(path, problem, parts.language) from None


def sheet(parts: Parts, kind: str, ident: str, path: Path, printing: Printing) -> Generator[float, None, None]:
    """Write the printed sheet, in steps short enough for a window to go on between them; each gives the share done.
    ExportError. Closed before the end, it leaves nothing.
    """
    if kind != "routine":
        raise ExportError(exporting.wrong_kind(parts.language, ident, kind, ".pdf"), is_input=True)
    refuse_while_locked(parts)
    _refuse_empty(parts, kind, ident)
    _refuse_without_folder(path, parts.language)
    try:
        yield from printing(parts, ident, path)
    except OSError as problem:
        raise _cannot_be_written(path, problem, parts.language) from None


def refuse_while_locked(parts: Parts) -> None:
    """ExportError while the answers to the safety questions keep the person from exercising: nothing is taken along."""
    standing = standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall())
    if standing.locked is not None:
        raise ExportError(words.refusal(parts.language, standing), is_input=True)


def _all(steps: Generator[float, None, None], progress: Progress) -> tuple[str, ...]:
    """Take all steps. Raises Cancelled when `progress` answers False."""
    with closing(steps):
        for share in steps:
            if not progress(share):
                raise Cancelled
    progress(1.0)
    return ()


def _refuse_empty(parts: Parts, kind: str, ident: str) -> None:
    """Nothing is written of a routine of which nothing is left for this person, or of an exercise not for them."""
    if refused := why_not(parts, kind, ident, parts.language):
        raise ExportError(refused, is_input=True)


def _for_you(parts: Parts, kind: str, ident: str) -> tuple[str, ...]:
    """What a file does not say by itself: what is left out of it or replaced for this person."""
    if kind != "routine":
        return ()
    told = said_before(parts.language, parts.own(ident), parts.library.catalogue.exercises)
    return (told,) if told else ()


def never_asked(parts: Parts) -> bool:
    """Whether nobody has answered the safety questions, so that a file is all that tells when to stop."""
    standing = standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall())
    return isinstance(standing.due, NeverAsked)


def _refuse_without_folder(path: Path, language: Language) -> None:
    folder = path.absolute().parent
    try:
        is_there = folder.is_dir()
    except OSError as problem:  # one above it may not be entered
        raise _cannot_be_written(path, problem, language) from None
    if not is_there:
        raise ExportError(exporting.no_folder(language, path, folder))


def _cannot_be_written(path: Path, problem: OSError, language: Language) -> ExportError:
    return ExportError(exporting.not_written(language, path, problem.strerror or str(problem)))


# --- calendar, JSON -------------------------------------------------------------------------------------------------


def _timeline_json(parts: Parts, kind: str, ident: str, path: Path) -> tuple[str, ...]:
    written = parts.timeline(kind, ident).as_json()
    if kind == "routine" and parts.own(ident).is_changed:
        written |= own_as_json(ENGLISH, parts.own(ident), parts.library.catalogue.exercises)
    write_whole(path, printed(written) + "\n")
    return ()


def _calendar(parts: Parts, kind: str, ident: str, path: Path, when: When) -> tuple[str, ...]:
    try:
        from coach.export.calendar import calendar_file
    except ImportError:
        raise ExportError(exporting.no_calendar(parts.language, installing.line("icalendar"))) from None
    from coach.export.appointments import appointments, begins

    found = appointments(parts, kind, ident, when, parts.language)
    if found.first is None:
        raise ExportError(" ".join(told for told in (begins(parts.language, found), found.text) if told), is_input=True)
    write_whole(path, calendar_file(found.title, found.text, found.entries, parts.clock.wall(), person(parts)))
    return tuple(told for told in (begins(parts.language, found), found.text, *_for_you(parts, kind, ident)) if told)


def person(parts: Parts) -> str:
    """The name by which the calendars of this person are told from others'; made once, and kept with the settings."""
    name = parts.store.get(CALENDAR_NAME)
    if not name:
        name = uuid4().hex
        parts.store.keep(CALENDAR_NAME, name)
    return name
