"""What is the matter with the data file, and with the end of the program, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from coach.progress.notices import (
    Begun,
    Cause,
    CutOff,
    Fault,
    KeptAside,
    KeptInMemory,
    Kind,
    Lost,
    Newer,
    NotChanged,
    Notice,
    NotTakenIn,
    Refused,
    Unreadable,
    Word,
    WrittenDown,
)
from coach.words.language import Language
from coach.words.sentences import comma_list


def notices(language: Language, every: Iterable[Notice]) -> tuple[str, ...]:
    """Each in a sentence, in their order."""
    return tuple(notice(language, one) for one in every)


def notice(language: Language, one: Notice) -> str:
    """A sentence, or a few."""
    match one:
        case KeptInMemory(fault):
            told = language.translate(
                "DataFile", "{why}: {path}. What you do now is kept in memory and saved as soon as that works again."
            )
            return told.format(why=_why(language, fault), path=fault.path)
        case NotChanged(fault):
            told = language.translate("DataFile", "{why}: {path}. Nothing was changed.")
            return told.format(why=_why(language, fault), path=fault.path)
        case Newer(path, found, known):
            return language.translate(
                "DataFile",
                "The data file {path} was written by a newer version of Posture Coach (format {found}; this version "
                "knows {known}). It stays untouched, and what you do now is not saved; install the newer version to go "
                "on with it.",
            ).format(path=path, found=found, known=known)
        case Lost(folder, detail):
            return language.translate(
                "DataFile", "What you did could not be saved and is lost: {folder} cannot be written ({detail})."
            ).format(folder=folder, detail=detail)
        case WrittenDown(path):
            return language.translate(
                "DataFile", "What you did could not be saved yet. It was kept in {path}; the next start takes it in."
            ).format(path=path)
        case NotTakenIn(path):
            return language.translate(
                "DataFile", "What was not saved at an earlier end cannot be read: {path}. It stays there."
            ).format(path=path)
        case Refused(detail):
            return language.translate("DataFile", "Something could not be saved ({detail}).").format(detail=detail)
        case Begun(path):
            told = language.translate("DataFile", "The data file {path} was empty; a new one was begun.")
            return told.format(path=path)
        case KeptAside():
            return _kept_aside(language, one)
        case Unreadable(kind):
            return _unreadable(language, kind)
        case _:
            return _word(language, one)


def not_closed(language: Language, detail: str) -> str:
    """That something could not be given back at the end; `detail` is what it says of itself."""
    return language.translate("DataFile", "Not all could be closed at the end: {detail}.").format(detail=detail)


def _word(language: Language, word: Word) -> str:
    match word:
        case "saved":
            return language.translate("DataFile", "What could not be saved before is saved now.")
        case "saved-last":
            return language.translate("DataFile", "What could not be saved when the program last ended is saved now.")
        case "closed":
            return language.translate("DataFile", "The data file is closed.")
        case "always-written":
            return language.translate(
                "DataFile",
                "Something is being written to the data file all the time. Nothing was changed; try once more.",
            )
        case "session-deleted":
            return language.translate(
                "DataFile", "The session was deleted while it ran: what is done in it from then on is not kept."
            )
        case "wrong-setting":
            return language.translate(
                "DataFile", "A setting in the data file cannot be used; it is as it was on the first day."
            )
        case _:
            assert_never(word)


def _why(language: Language, fault: Fault) -> str:
    return _cause(language, fault.cause).format(detail=fault.detail)


def _cause(language: Language, cause: Cause) -> str:
    match cause:
        case "full":
            return language.translate("DataFile", "The disk is full")
        case "busy":
            return language.translate("DataFile", "Another program is using the data file")
        case "not-writable":
            return language.translate("DataFile", "The data file may not be written")
        case "not-opened":
            return language.translate("DataFile", "The data file could not be opened")
        case "damaged":
            return language.translate("DataFile", "The data file is damaged")
        case "disk":
            return language.translate("DataFile", "The disk answered with an error")
        case "file":
            return language.translate("DataFile", "The data file could not be used ({detail})")
        case "folder":
            return language.translate("DataFile", "The data folder could not be used ({detail})")
        case _:
            assert_never(cause)


def _kept_aside(language: Language, one: KeptAside) -> str:
    if one.problem:
        told = language.translate(
            "DataFile",
            "The data file could not be read ({why}). It was kept as {kept}, and a new one was begun; nothing could be "
            "copied into it ({problem}).",
        )
    elif any(one.copied.values()):
        told = language.translate(
            "DataFile",
            "The data file could not be read ({why}). It was kept as {kept}, and a new one was begun with what could "
            "be read of it: {copied}.",
        )
    else:
        told = language.translate(
            "DataFile",
            "The data file could not be read ({why}). It was kept as {kept}, and a new one was begun.",
        )
    return told.format(
        why=_cut_off(language, one.why.count) if isinstance(one.why, CutOff) else one.why,
        kept=one.kept,
        copied=_copied(language, one.copied),
        problem=one.problem,
    )


def _cut_off(language: Language, count: int) -> str:
    return language.translate("DataFile", "it is cut off after %n bytes", "it is cut off after 1 byte", count)


def _copied(language: Language, copied: Mapping[str, int]) -> str:
    from coach.words.portable import counted

    return comma_list((counted(language, kind, count) for kind, count in copied.items() if count), language)


def _unreadable(language: Language, kind: Kind) -> str:
    match kind:
        case "session":
            return language.translate(
                "DataFile", "A session in the data file cannot be read and is left out; the rest is all there."
            )
        case "interval":
            return language.translate(
                "DataFile",
                "A part of a session in the data file cannot be read and is left out; the rest is all there.",
            )
        case "test":
            return language.translate(
                "DataFile", "A test's result in the data file cannot be read and is left out; the rest is all there."
            )
        case "reminder":
            return language.translate(
                "DataFile",
                "A note of a reminder in the data file cannot be read and is left out; the rest is all there.",
            )
        case "note":
            return language.translate(
                "DataFile", "A note in the data file cannot be read and is left out; the rest is all there."
            )
        case _:
            assert_never(kind)
