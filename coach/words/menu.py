"""The menu in the terminal, in words: what Today says there, what there is to start, and the reminders."""

from __future__ import annotations

from collections.abc import Sequence

from coach.words.language import Language
from coach.words.sentences import comma_list


def safety_questions(language: Language) -> str:
    """The choice to answer them."""
    return language.translate("Menu", "Safety questions")


def reminders(language: Language) -> str:
    """The choice to read of them."""
    return language.translate("Menu", "Reminders")


def when_asked(language: Language, asked: str, when: str) -> str:
    """The choice of when a wall test asks: `Questions of a wall test: at the wall (press to change)`."""
    told = language.translate("Menu", "{questions} of a wall test: {when} (press to change)")
    return told.format(questions=asked, when=when)


def done_today(language: Language, titles: Sequence[str]) -> str:
    """What was done."""
    return language.translate("Menu", "Done today: {titles}.").format(titles=comma_list(titles, language))


def gentler(language: Language, why: str) -> str:
    """That something gentler is offered, and why."""
    told = language.translate("Menu", "{why}: something gentler is offered, and what was planned counts as well.")
    return told.format(why=why)


def in_place_of(language: Language, title: str) -> str:
    """Why something gentler stands there."""
    return language.translate("Menu", "in place of {title}").format(title=title)


def item(language: Language, title: str, why: str) -> str:
    """Something to start, and why."""
    return language.translate("Menu", "{title}: {why}").format(title=title, why=why)


def sized(language: Language, title: str, length: str) -> str:
    """Something to start, and how long it takes."""
    return language.translate("Menu", "{title}, {length}").format(title=title, length=length)


def lacking(language: Language, title: str, needs: str) -> str:
    """A routine whose things the person has not got."""
    return language.translate("Menu", "{title}: {needs}, which you do not have").format(title=title, needs=needs)


def does_not_answer(language: Language) -> str:
    """That the running program does not say anything of its reminders."""
    return language.translate(
        "Menu", "Posture Coach is running but does not answer; try again, or end it and start it again."
    )


def does_not_run(language: Language) -> str:
    """That no reminder comes."""
    return language.translate("Menu", "Reminders come while the window or its tray icon runs, and it does not run now.")


def reminder(language: Language, title: str, *, is_on: bool) -> str:
    """A reminder, and whether it is on."""
    told = language.translate("Menu", "{title}: on") if is_on else language.translate("Menu", "{title}: off")
    return told.format(title=title)
