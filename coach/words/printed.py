"""What the commands print beside what window and terminal say, too. Commands are values: they are typed as they are."""

from __future__ import annotations

from collections.abc import Sequence

from coach.today.agenda import ItemState
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list


def nothing_more_today(language: Language = ENGLISH) -> str:
    """That nothing is left to do."""
    return language.translate("Printed", "Nothing more for today.")


def state(of: ItemState, language: Language = ENGLISH) -> str:
    """What became of something of the day, in one word."""
    match of:
        case "due":
            return language.translate("Printed", "due")
        case "done":
            return language.translate("Printed", "done", "a routine or a test of the day")
        case "missed":
            return language.translate("Printed", "missed", "a routine or a test of the day")
        case "sore":
            return language.translate("Printed", "sore", "a day with pain: it is not missed")
        case "offered":
            return language.translate("Printed", "offered")


def not_running(command: str, language: Language = ENGLISH) -> str:
    """That nobody will remind, and what to type."""
    told = language.translate(
        "Printed", "Posture Coach is not running, so no reminder will come. Start it with {command}."
    )
    return told.format(command=command)


def asks_them(sentence: str, command: str, language: Language = ENGLISH) -> str:
    """Why the safety questions are due, and what asks them."""
    return language.translate("Printed", "{sentence}. '{command}' asks them.").format(
        sentence=sentence, command=command
    )


def due_then(sentence: str, command: str, language: Language = ENGLISH) -> str:
    """The same, in few words."""
    return language.translate("Printed", "{sentence}: '{command}'.").format(sentence=sentence, command=command)


def answered_on(moment: str, language: Language = ENGLISH) -> str:
    """When the safety questions were answered."""
    return language.translate("Printed", "Answered on {moment}.").format(moment=moment)


def condition(ident: str, text: str, language: Language = ENGLISH, *, is_cleared: bool) -> str:
    """A condition that was told; its text is empty where the library holds it no more."""
    named = f"{ident}: {text}" if text else ident
    if not is_cleared:
        return named
    return language.translate("Printed", "{condition}  (cleared by a professional)").format(condition=named)


def no_plan(command: str, language: Language = ENGLISH) -> str:
    """That no plan is followed, and how one is."""
    return language.translate("Printed", "No plan is followed; '{command}' begins one.").format(command=command)


def ends_that(sentence: str, command: str, language: Language = ENGLISH) -> str:
    """What ends something that is told."""
    return language.translate("Printed", "{sentence} '{command}' ends that.").format(sentence=sentence, command=command)


# --- of the person ---


def aim(told: str, language: Language = ENGLISH) -> str:
    """What the person wants it for; `told` is empty where they did not say."""
    told = told or language.translate("Printed", "not said")
    return language.translate("Printed", "What you want it for: {aim}.").format(aim=told)


def at_hand(told: str, language: Language = ENGLISH) -> str:
    """What they have at hand, in a sentence."""
    return language.translate("Printed", "What you have at hand: {things}").format(things=told)


def kit(things: Sequence[str], language: Language = ENGLISH) -> str:
    """What exercises need, by the ids that the command takes."""
    return language.translate("Printed", "What exercises need: {things}.").format(things=comma_list(things, language))


def at_the_desk(told: str, language: Language = ENGLISH) -> str:
    """When they are at the desk, in a sentence."""
    return language.translate("Printed", "When you are at the desk: {hours}").format(hours=told)
