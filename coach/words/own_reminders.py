"""What is said of the files of a person's own reminders."""

from __future__ import annotations

import errno

from coach.content.rewriting import NotRewritableError
from coach.words.language import ENGLISH, Language

_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


def copy_of(title: str, language: Language = ENGLISH) -> str:
    """What a copy is called until somebody calls it otherwise."""
    return language.translate("OwnReminders", "{title} (copy)").format(title=title)


def lies_in(path: str, *, is_yours: bool, language: Language = ENGLISH) -> str:
    """Whose file it is, and what becomes of one that came with the program."""
    if is_yours:
        return language.translate("OwnReminders", "Your own file: {path}").format(path=path)
    return language.translate(
        "OwnReminders",
        "It came with the program. Once you change it, it is your own, with hours of its own, and can be put back.",
    )


def changed_meanwhile(language: Language = ENGLISH) -> str:
    """That the file is another than was read."""
    return language.translate(
        "OwnReminders",
        "The file was changed by another program meanwhile. This is how it is now; nothing of yours was saved yet.",
    )


def broken(language: Language = ENGLISH) -> str:
    """That a broken file of their own is left alone."""
    return language.translate(
        "OwnReminders",
        "Your own file of this reminder has a mistake in it, so it is left as it is. Mend it there, or move it away.",
    )


def unreadable(problem: Exception, language: Language = ENGLISH) -> str:
    """That a file cannot be read, and why."""
    told = language.translate("OwnReminders", "The file of this reminder cannot be read: {why}.")
    return told.format(why=_why(problem, language))


def not_saved(
    problem: OSError | UnicodeDecodeError | NotRewritableError, folder: str, language: Language = ENGLISH
) -> str:
    """That nothing was written into this folder, why, and what may help."""
    told = language.translate("OwnReminders", "It could not be written: {why}. Nothing was changed.")
    if isinstance(problem, OSError) and problem.errno in _NOT_ALLOWED:
        told = language.translate(
            "OwnReminders",
            "It could not be written: {why}. Nothing was changed. Allow yourself to write in {folder}, then try again.",
        )
    return told.format(why=_why(problem, language), folder=folder)


def ask_to_delete(title: str, path: str, language: Language = ENGLISH) -> str:
    """Whether the person's own is to go."""
    told = language.translate("OwnReminders", "Delete {title}? Its file {path} goes.")
    return told.format(title=title, path=path)


def ask_to_put_back(title: str, path: str, language: Language = ENGLISH) -> str:
    """Whether what the person made of a shipped one is to go."""
    told = language.translate(
        "OwnReminders", "Put {title} back to how it came with the program? Your own file {path} goes."
    )
    return told.format(title=title, path=path)


def deleted(title: str, language: Language = ENGLISH) -> str:
    """That it is gone."""
    return language.translate("OwnReminders", "{title} is deleted.").format(title=title)


def put_back(language: Language = ENGLISH) -> str:
    """That the shipped one is in force again."""
    return language.translate("OwnReminders", "It is again as it came with the program.")


def gone(language: Language = ENGLISH) -> str:
    """That nobody has it any more."""
    return language.translate("OwnReminders", "This reminder is not there any more.")


def not_rewritable(problem: NotRewritableError, language: Language = ENGLISH) -> str:
    """Why a file of their own stays as it is."""
    match problem.why:
        case "cannot-be-read":
            return language.translate("OwnReminders", "it cannot be read as it stands")
        case "cannot-be-changed":
            return language.translate("OwnReminders", "it cannot be changed here; change it in the file itself")


def _why(problem: Exception, language: Language) -> str:
    if isinstance(problem, NotRewritableError):
        return not_rewritable(problem, language)
    return str(getattr(problem, "strerror", None) or problem).rstrip(".")
