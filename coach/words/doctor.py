"""What `doctor` finds, in words: halves of sentences, without a full stop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coach import installing
from coach.sound.voice.choose import Choice
from coach.words import voice as voice_words
from coach.words.language import ENGLISH, Language
from coach.words.languages import own_name
from coach.words.sentences import comma_list, lowered


def unexamined(error: Exception, language: Language = ENGLISH) -> str:
    """That looking at it failed; the error keeps its own words."""
    return language.translate("Doctor", "could not be examined: {error}").format(error=error)


def content(exercises: int, routines: int, folder: Path, language: Language = ENGLISH) -> str:
    """What the library has, and where own files go."""
    told = language.translate("Doctor", "{count}; your own files go to {folder}")
    return told.format(count=_things(exercises, routines, language), folder=folder)


def content_with_problems(exercises: int, routines: int, problems: int, language: Language = ENGLISH) -> str:
    """What the library has, and that not all of it could be used."""
    told = language.translate(
        "Doctor",
        "{count}; %n problems, see 'posture-coach check'",
        "{count}; 1 problem, see 'posture-coach check'",
        problems,
    )
    return told.format(count=_things(exercises, routines, language))


def _things(exercises: int, routines: int, language: Language) -> str:
    return language.translate("Doctor", "{exercises}, {routines}").format(
        exercises=language.translate("Doctor", "%n exercises", "1 exercise", exercises),
        routines=language.translate("Doctor", "%n routines", "1 routine", routines),
    )


def data(folder: Path, language: Language = ENGLISH) -> str:
    """Where what was done is kept."""
    return language.translate("Doctor", "kept in {folder}; nothing leaves this machine").format(folder=folder)


def sandbox(flatpak: str | None, language: Language = ENGLISH) -> str:
    """That it runs in one, by which name, and what that means."""
    if flatpak is None:
        return language.translate("Doctor", "Snap; what belongs to other programs is not seen")
    told = language.translate(
        "Doctor", "Flatpak, as {name}; what belongs to other programs is not seen, and the desktop's portals start it"
    )
    return told.format(name=flatpak)


def window(language: Language = ENGLISH) -> str:
    """That a window can open."""
    return language.translate("Doctor", "the window can open")


def no_window(why: str, language: Language = ENGLISH) -> str:
    """What there is in its stead, and why."""
    return language.translate("Doctor", "sessions run in the terminal: {why}").format(why=why)


def sound(device: str, volume: float, *, is_off: bool, language: Language = ENGLISH) -> str:
    """That cue sounds can be heard, or that the person wants none; `device` keeps its name."""
    if is_off:
        told = language.translate("Doctor", "cue sounds are ready; off, by your setting")
    elif not volume:
        told = language.translate("Doctor", "cue sounds are ready; at a volume of 0, by your setting")
    else:
        told = language.translate("Doctor", "cue sounds are ready")
    return f"{told}; {device}" if device else told


def voice(choice: Choice, amount: str, language: Language = ENGLISH) -> str:
    """Which voice there is for which language, what the person wants it to say, and why there is no better one."""
    told = {
        "all": "{voice}",
        "names": language.translate("Doctor", "{voice}; says names and counts"),
        "sounds": language.translate("Doctor", "{voice}; says nothing, by your setting"),
    }[amount].format(voice=voice_words.which(choice, language))
    if choice.language != ENGLISH.tag:  # its own name says it in a list of lines that are in that language
        told = language.translate("Doctor", "{language}: {voice}").format(language=own_name(language), voice=told)
    why = voice_words.why(choice, language)
    return f"{told}; {why}" if why else told


def unmeasured(language: Language = ENGLISH) -> str:
    """That no session has told how late sounds are."""
    return language.translate("Doctor", "not measured yet; the first session will")


def lateness(count: int, median: float, worst: float, language: Language = ENGLISH) -> str:
    """How late sounds were, in seconds."""
    told = language.translate(
        "Doctor",
        "last session: %n sounds, half of them within {median} ms of their moment, the latest {worst} ms",
        "last session: 1 sound, within {median} ms of its moment, the latest {worst} ms",
        count,
    )
    return told.format(median=f"{1e3 * median:.0f}", worst=f"{1e3 * worst:.0f}")


def left_alone(why: str, language: Language = ENGLISH) -> str:
    """That other programs cannot be made softer, and why, which is a sentence of its own."""
    told = language.translate("Doctor", "other programs keep their loudness: {why}")
    return told.format(why=lowered(why, language).rstrip("."))


def others(way: str, *, are_lowered: bool, language: Language = ENGLISH) -> str:
    """What becomes of other programs' sounds, and by which way they can be lowered."""
    if are_lowered:
        told = language.translate("Doctor", "other programs are softer while the coach speaks ({way})")
    else:
        told = language.translate("Doctor", "other programs keep their loudness, by your setting ({way})")
    return told.format(way=way)


def reminders_wait(reasons: str, language: Language = ENGLISH) -> str:
    """What keeps reminders back now."""
    return language.translate("Doctor", "reminders wait now: {reasons}").format(reasons=reasons)


def reminders_come(language: Language = ENGLISH) -> str:
    """That nothing does."""
    return language.translate("Doctor", "nothing keeps reminders back now")


def extras(missing: Sequence[str], packages: Sequence[str], language: Language = ENGLISH) -> str:
    """Which extras are not whole, and what brings the packages that they lack."""
    if not missing:
        return language.translate("Doctor", "all installed")
    told = language.translate(
        "Doctor", "not installed: {extras}; the program does without; to have them, write: {line}"
    )
    return told.format(extras=comma_list(missing, language), line=installing.line(*packages))
