"""Who says a session's sentences, in words: what is asked where a screen reader runs, and what Settings say."""

from __future__ import annotations

from coach.sound.voice.who_speaks import Speaks
from coach.words.language import ENGLISH, Language


def title(language: Language = ENGLISH) -> str:
    """What a row, and the list of choices, is called."""
    return language.translate("WhoSpeaks", "Who speaks in a session")


def question(language: Language = ENGLISH) -> str:
    """What is asked once."""
    return language.translate("WhoSpeaks", "Who should speak?")


def why(language: Language = ENGLISH) -> str:
    """Why it is asked, and how it is answered."""
    return language.translate(
        "WhoSpeaks",
        "A screen reader is running. It can say everything that the coach says in a session and in the wall test. "
        "Press 1, 2 or 3, or Tab and Enter. It is asked once; you can change it in Settings.",
    )


def name(speaks: Speaks, language: Language = ENGLISH) -> str:
    """A choice."""
    match speaks:
        case "coach":
            return language.translate("WhoSpeaks", "The coach")
        case "reader":
            return language.translate("WhoSpeaks", "The screen reader")
        case "both":
            return language.translate("WhoSpeaks", "Both of them")


def note(speaks: Speaks, language: Language = ENGLISH) -> str:
    """What it does."""
    match speaks:
        case "coach":
            return language.translate(
                "WhoSpeaks", "The coach's voice says it. The screen reader says questions, and what you ask for."
            )
        case "reader":
            return language.translate("WhoSpeaks", "The coach's voice is silent. The tones stay.")
        case "both":
            return language.translate("WhoSpeaks", "The coach's voice and the screen reader say it, each once.")


def row_note(language: Language = ENGLISH) -> str:
    """What the choices in Settings do."""
    return language.translate(
        "WhoSpeaks",
        "The screen reader can say every sentence in place of the coach, whose voice is then silent, or beside it. "
        "Tones and captions stay.",
    )
