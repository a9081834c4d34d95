"""A routine shared with somebody, and one taken in: what is said of it in window and terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from coach.content.model import Exercise
from coach.content.sharing.facts import SOMEBODY
from coach.content.spelling import visible
from coach.words.language import Language
from coach.words.sentences import comma_list


def from_whom(language: Language, who: str) -> str:
    """Whose it is, where it was taken in: whoever does it knows that the program's authors did not write it."""
    if who == SOMEBODY:
        return language.translate("Sharing", "From somebody else, not from Posture Coach.")
    return language.translate("Sharing", "From {name}, not from Posture Coach.").format(name=who)


def file_problem(
    language: Language, what: Literal["not-read", "not-written", "not-rewritable"], path: Path, detail: str
) -> str:
    """Why a file could not be had."""
    if what == "not-read":
        told = language.translate("Sharing", "{path} cannot be read ({detail}); name a file that is there")
    elif what == "not-written":
        told = language.translate("Sharing", "{path} cannot be written ({detail}); nothing has changed")
    else:
        told = language.translate(
            "Sharing", "{path} is laid out in a way in which it cannot be changed; nothing was taken in"
        )
    return told.format(path=visible(str(path)), detail=detail)


def shipped(language: Language, ident: str) -> str:
    """Why it is not shared: it is no file of one's own."""
    told = language.translate("Sharing", "{id} comes with the program: whoever has Posture Coach has it already")
    return told.format(id=ident)


def no_routine(language: Language, ident: str, kind: str) -> str:
    """Why it is not shared: it is of another kind."""
    told = language.translate("Sharing", "{id} is of the kind {kind}; what is shared is a routine")
    return told.format(id=ident, kind=kind)


def made(language: Language, ident: str) -> str:
    """Why it is not shared: it is put together anew each time."""
    told = language.translate("Sharing", "{id} is made for you each time; keep it as a routine of your own first")
    return told.format(id=ident)


def not_sound(language: Language, ident: str, n: int) -> str:
    """Why it is not shared: whoever has none of one's other files could not use it."""
    told = language.translate(
        "Sharing",
        "{id} is not shared: for somebody who has nothing else of yours it has the %n problems above",
        "{id} is not shared: for somebody who has nothing else of yours it has the problem above",
        n,
    )
    return told.format(id=ident)


def cannot_come(language: Language, kind: str, ident: str, named_in: str) -> str:
    """Why it is not shared: something of one's own that it names does not go into such a file."""
    if kind == "sound":
        told = language.translate(
            "Sharing", "{file} uses {id}, a sound of yours; a shared routine is text alone: take that sound out"
        )
    else:
        told = language.translate(
            "Sharing",
            "{file} uses {id}, which stands in a file of yours that is not shared; take it out, or use one that comes "
            "with the program",
        )
    return told.format(file=named_in, id=ident)


def saved(language: Language, path: Path) -> str:
    """Where it is, and what to do with it."""
    told = language.translate("Sharing", "Saved as {path}. Whoever gets it can take it in on the page Routines.")
    return told.format(path=visible(str(path)))


def in_the_way(language: Language, path: Path) -> str:
    """A file that nobody named stands where it would go."""
    told = language.translate("Sharing", "{path} is there already; name the file that shall be written")
    return told.format(path=visible(str(path)))


def has_problems(language: Language, path: Path, n: int) -> str:
    """That nothing was taken in, and why."""
    told = language.translate(
        "Sharing",
        "{path} has %n problems, so nothing of it was taken in",
        "{path} has 1 problem, so nothing of it was taken in",
        n,
    )
    return told.format(path=visible(str(path)))


def in_its_line(language: Language, line: int, text: str) -> str:
    """A problem as whoever got the file reads it: the file is known."""
    return language.translate("Sharing", "Line {number}: {text}").format(number=line, text=text)


def is_there(language: Language, title: str) -> str:
    """That there is nothing to do."""
    return language.translate("Sharing", "You have {title} already, just as it is in this file.").format(title=title)


def clashes(language: Language, things: Sequence[tuple[str, str]]) -> str:
    """What has the same names here and is something else."""
    named = comma_list([f"{kind} {ident}" for kind, ident in things], language)
    return language.translate("Sharing", "You have something else under the same name: {things}.").format(things=named)


def another_name(language: Language, ident: str) -> str:
    """What to write, so that both stay."""
    told = language.translate("Sharing", "Nothing was changed. To have both, write: --as {id}")
    return told.format(id=ident)


def taken(language: Language, title: str) -> str:
    """That it is in the library now."""
    return language.translate("Sharing", "{title} is among your routines now.").format(title=title)


def would_take(language: Language, title: str) -> str:
    """That it could come in, and did not."""
    return language.translate("Sharing", "{title} can be taken in; nothing was changed.").format(title=title)


def of_own(language: Language, n: int) -> str:
    """How many of its exercises come with it."""
    return language.translate("Sharing", "It brings %n exercises of its own.", "It brings 1 exercise of its own.", n)


def nobody_looked(language: Language) -> str:
    """What whoever takes it in should know: a file can be sound and the exercise not."""
    return language.translate(
        "Sharing",
        "The file was checked for mistakes, not the exercises for whether they suit you. Your stop rules and your "
        "answers about your health hold for it as for every routine.",
    )


def claims(language: Language) -> str:
    """That what a file says of a review is no more than that."""
    return language.translate(
        "Sharing",
        "It says that a physiotherapist has looked at its exercises. Nobody here can know whether that is so.",
    )


def bars_nobody(language: Language) -> str:
    """That exercises in it do not say for whom they are not."""
    return language.translate(
        "Sharing",
        "The exercises that it brings do not say who should leave them out. With an injury or an illness, ask a "
        "professional first.",
    )


def about(language: Language, exercises: Sequence[Exercise], by: str | None) -> tuple[str, ...]:
    """What to know before it is done: whose it is, what it brings, and what nobody has looked at."""
    n = len(exercises)
    return (
        from_whom(language, by or SOMEBODY),
        *([of_own(language, n)] if n else []),
        *([claims(language)] if any(one.reviewed for one in exercises) else []),
        *([bars_nobody(language)] if n and not any(one.check_first for one in exercises) else []),
        nobody_looked(language),
    )
