"""Which voice speaks, and why no better one does, in words."""

from __future__ import annotations

from coach import installing
from coach.sound.voice.choose import Choice, WhyNot
from coach.sound.voice.hibari_engine import PACKAGE
from coach.words.language import ENGLISH, Language
from coach.words.sentences import joined, raised


def which(choice: Choice, language: Language = ENGLISH) -> str:
    """The voice, as half a sentence: `neural voice hibari 0.2.1 heart, made on this machine`."""
    if choice.engine is None:
        return language.translate("Voice", "captions only")
    if choice.knows_phonemes:
        return language.translate("Voice", "neural voice {name}, made on this machine").format(name=choice.name)
    return language.translate("Voice", "the system's speech ({name})").format(name=choice.name)


def why(choice: Choice, language: Language = ENGLISH) -> str:
    """Why no better one speaks, without the last full stop; empty where none is better."""
    return ". ".join(raised(text) if number else text for number, text in enumerate(_whys(choice, language)))


def why_sentence(choice: Choice, language: Language = ENGLISH) -> str:
    """The same as sentences."""
    return joined([raised(text) for text in _whys(choice, language)])


def without(choice: Choice, language: Language = ENGLISH) -> str:
    """That something has no voice in it, and why."""
    told = language.translate("Voice", "Without the voice: {why}.")
    return told.format(why=why(choice, language))


def _whys(choice: Choice, language: Language) -> list[str]:
    return [_why(one, language) for one in choice.why_not]


def _why(one: WhyNot, language: Language) -> str:
    match one.reason:
        case "not-installed":
            told = language.translate("Voice", "no neural voice, because {package} is not installed; write: {command}")
        case "without-its-voice":
            told = language.translate("Voice", "no neural voice, because {package} came without it; write: {command}")
        case "other-language":
            told = language.translate("Voice", "the neural voice does not speak this language")
        case "command-other-language":
            told = language.translate("Voice", "the system's speech ({package}) has no voice for this language either")
        case _:
            told = language.translate("Voice", "this system has no speech command of its own either")
    return told.format(package=one.name, command=installing.line(PACKAGE) if "{command}" in told else "")
