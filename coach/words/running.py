"""What a second start and the command line hear of the program that runs already, and where it runs."""

from __future__ import annotations

from typing import Literal

from coach.words.language import Language

# --- told by the one that starts ---


def in_terminal(language: Language, why: str) -> str:
    """Why there is no window."""
    return language.translate("Running", "Posture Coach runs in the terminal: {why}").format(why=why)


def session_in_terminal(language: Language, why: str) -> str:
    """Why a session has no window."""
    return language.translate("Running", "The session runs in the terminal: {why}").format(why=why)


def already(language: Language, window: Literal["opens", "behind", "shown"] | None) -> str:
    """That it runs, and what becomes of its window where one was wanted: it opens, stays behind others, or is shown."""
    match window:
        case None:
            return language.translate("Running", "Posture Coach is running already.")
        case "opens":
            return language.translate("Running", "Posture Coach is running already; its window opens.")
        case "behind":
            return language.translate(
                "Running",
                "Posture Coach is running already; its window is there, and this desktop did not let it come to the "
                "front.",
            )
        case "shown":
            return language.translate("Running", "Posture Coach is running already; its window is shown.")


def problems(language: Language, files: int) -> str:
    """That so many files of content have problems."""
    return language.translate(
        "Running",
        "%n files have problems; 'posture-coach check' lists them.",
        "1 file has problems; 'posture-coach check' lists them.",
        files,
    )


# --- told by the one that runs ---


def window_opens(language: Language) -> str:
    """What becomes of a wish for the window."""
    return language.translate("Running", "its window opens")


def runs_already(language: Language) -> str:
    """Why nothing is handed over."""
    return language.translate("Running", "Posture Coach is running already")


def busy(language: Language) -> str:
    """That no answer came in time."""
    return language.translate("Running", "the program is busy; try again")


def unanswered(language: Language, detail: str) -> str:
    """That answering failed; `detail` is what the failure says of itself."""
    return language.translate("Running", "the request cannot be answered: {detail}").format(detail=detail)


def too_many_watch(language: Language) -> str:
    """That no further program can watch the reminders."""
    return language.translate("Running", "too many programs watch the reminders already; end one of them")


def unknown(language: Language, what: str) -> str:
    """That nobody knows what is asked for."""
    return language.translate("Running", "{what} is not known").format(what=what)


def unknown_reminding(language: Language, what: str) -> str:
    """The same of what shall become of the reminders."""
    return language.translate("Running", "remind {what} is not known").format(what=what)


def no_reminder(language: Language, ident: str) -> str:
    """That there is no reminder of this id."""
    return language.translate("Running", "{id} is not a reminder").format(id=ident)


def nothing_to(language: Language, what: str, why: str) -> str:
    """That no reminder waits for this answer: done, start, snooze or skip."""
    match what:
        case "done":
            told = language.translate("Running", "nothing is done: {why}")
        case "start":
            told = language.translate("Running", "nothing to start: {why}")
        case "snooze":
            told = language.translate("Running", "nothing to snooze: {why}")
        case "skip":
            told = language.translate("Running", "nothing to skip: {why}")
        case _:
            raise KeyError(what)
    return told.format(why=why)


def nothing_offered(language: Language, title: str) -> str:
    """That the reminder has nothing for this person to begin."""
    told = language.translate("Running", "nothing to start: {title} offers nothing that you may do now")
    return told.format(title=title)


# --- why a session does not begin in the window that runs ---


def covered(language: Language) -> str:
    """Something that cannot be left is open."""
    return language.translate("Running", "a session or the safety questions are open already; end them first")


def unknown_there(language: Language, kind: str, ident: str) -> str:
    """The program that runs has read no such content."""
    told = language.translate(
        "Running", "{id} is not known to the program that runs; look at 'posture-coach list {kind}'"
    )
    return told.format(id=ident, kind=kind)


def nothing_in_it(language: Language, ident: str) -> str:
    """Nothing is left to do in it."""
    told = language.translate("Running", "{id} has nothing to do: a rest at the end of a session is left out")
    return told.format(id=ident)


def no_interval(language: Language, ident: str, first: int) -> str:
    """It has no part of this number, from 0."""
    return language.translate("Running", "{id} has no interval {first}").format(id=ident, first=first)
