"""A session in the terminal, in words: what it shows, asks and prints at its end.

Keys are values: they are the same in every language.
"""

from __future__ import annotations

from typing import Literal

from coach.words.language import Language

How = Literal["finished", "ended", "pain"]
Key = Literal["space", "n", "b", "+", "h", "e", "d", "m", "q"]


# --- the picture ---


def left(language: Language, time: str) -> str:
    """How much of the session is to come."""
    return language.translate("Terminal", "{time} left").format(time=time)


def paused_why(language: Language, reason: str | None) -> str:
    """That the session is paused, and what to do."""
    match reason:
        case "gap":
            return language.translate("Terminal", "Paused: the machine stood still for a while.")
        case "hurts":
            return language.translate(
                "Terminal", "Paused, since something hurt. Go on when you are ready, or end here."
            )
        case "device":
            return language.translate("Terminal", "Paused: the sound went away.")
        case _:
            return language.translate("Terminal", "Paused.")


def on_we_go(language: Language) -> str:
    """Above the seconds until a session goes on."""
    return language.translate("Terminal", "On we go in")


def own_pace(language: Language) -> str:
    """What ends an exercise at one's own pace."""
    return language.translate("Terminal", "At your own pace: press Enter when it is done.")


def when_lost(language: Language) -> str:
    """What ends a hold as long as one can."""
    return language.translate("Terminal", "Press L when you lose it.")


def enter_goes_on(language: Language) -> str:
    """What ends a waiting part."""
    return language.translate("Terminal", "Press Enter to go on.")


def then(language: Language, what: str) -> str:
    """What comes next."""
    return language.translate("Terminal", "Then: {what}").format(what=what)


def ask_end(language: Language) -> str:
    """Whether to end the session."""
    return language.translate("Terminal", "End the session here?   y yes   n no, go on")


def ask_pain(language: Language, typed: str) -> str:
    """How much it hurts."""
    told = language.translate(
        "Terminal", "How much does it hurt, 0 (not at all) to 10? Type a number, then Enter: {typed}   b by mistake"
    )
    return told.format(typed=typed)


def key(language: Language, key: Key, *, paused: bool = False, muted: bool = False) -> str:
    """A key and what it does."""
    match key:
        case "space" if paused:
            return language.translate("Terminal", "space go on")
        case "space":
            return language.translate("Terminal", "space pause")
        case "n":
            return language.translate("Terminal", "n next")
        case "b":
            return language.translate("Terminal", "b back")
        case "+":
            return language.translate("Terminal", "+ 10 s more")
        case "h":
            return language.translate("Terminal", "h this hurts")
        case "e":
            return language.translate("Terminal", "e easier")
        case "d":
            return language.translate("Terminal", "d harder")
        case "m" if muted:
            return language.translate("Terminal", "m sound on")
        case "m":
            return language.translate("Terminal", "m mute")
        case "q":
            return language.translate("Terminal", "q end")


def gently(language: Language, pain: int, now: str, gentle: str, *, keeps: bool) -> str:
    """The ways to go on where something hurts some, with their keys. `now` is what is easier from here on, `gentle` the
    routine to do instead, each empty where there is none; with `keeps` it can be kept for the next times.
    """
    told = language.translate(
        "Terminal", "A {pain}: make it easier, or stop for today. Space goes on gently, smaller and slower."
    )
    parts = [told.format(pain=pain)]
    if now:
        parts.append(language.translate("Terminal", "e: {exercise} from here on.").format(exercise=now))
    if keeps and now:
        parts.append(language.translate("Terminal", "k: from here on, and the next times."))
    elif keeps:
        parts.append(language.translate("Terminal", "k: easier the next times."))
    parts.append(language.translate("Terminal", "n skips this one."))
    if gentle:
        parts.append(language.translate("Terminal", "g: {routine} instead.").format(routine=gentle))
    parts.append(language.translate("Terminal", "q ends."))
    return " ".join(parts)


# --- a session in lines ---


def ending(language: Language, how: How) -> str:
    """How a session ended."""
    match how:
        case "finished":
            return language.translate("Terminal", "Done.")
        case "ended":
            return language.translate("Terminal", "Ended early.")
        case "pain":
            return language.translate("Terminal", "Ended, since it hurt.")


def ended(language: Language, title: str, how: How) -> str:
    """How which session ended."""
    return language.translate("Terminal", "{title}: {ending}").format(title=title, ending=ending(language, how))


def repetition(language: Language, number: int, of: int | None, side: str) -> str:
    """`2 of 8, left`."""
    if side:
        return language.translate("Terminal", "{n} of {all}, {side}").format(n=number, all=of, side=side)
    return language.translate("Terminal", "{n} of {all}").format(n=number, all=of)


def said(language: Language, text: str) -> str:
    """What the coach says, as such."""
    return language.translate("Terminal", '"{text}"').format(text=text)


def stood_still(language: Language, time: str) -> str:
    """That the machine slept."""
    return language.translate("Terminal", "Paused, the machine stood still for {time}").format(time=time)


def paused(language: Language) -> str:
    """That the session is paused."""
    return language.translate("Terminal", "Paused")


def going_on(language: Language) -> str:
    """That it goes on."""
    return language.translate("Terminal", "Going on")


def needs_a_keyboard(language: Language) -> str:
    """Why a test whose questions nobody can answer has no result."""
    return language.translate("Terminal", "The questions of the test need a keyboard, so there is no result.")


# --- a session that was cut off ---


def anew(language: Language) -> str:
    """The answer to begin it again."""
    return language.translate("Terminal", "begin anew")


def go_on_there(language: Language) -> str:
    """The answer to go on with it."""
    return language.translate("Terminal", "go on there")


def has_changed(language: Language) -> str:
    """Why it cannot go on."""
    return language.translate("Terminal", "The last session was cut off, and the routine has changed meanwhile.")


def ask_to_go_on(language: Language) -> str:
    """Whether to go on with it."""
    return language.translate("Terminal", "The last session was cut off. Go on where it stopped?")


def how_far(language: Language, part: int, parts: int, done: int, skipped: int) -> str:
    """Where it stopped, and what was left out before."""
    if skipped:
        told = language.translate("Terminal", "It stopped at part {n} of {all}. {done} done, {skipped} skipped.")
    else:
        told = language.translate("Terminal", "It stopped at part {n} of {all}. {done} done.")
    return told.format(n=part, all=parts, done=done, skipped=skipped)


# --- afterwards ---


def rate(language: Language) -> str:
    """The title of the questions after a session."""
    return language.translate("Terminal", "Done")


def ask_effort(language: Language) -> str:
    """How hard it was."""
    return language.translate("Terminal", "How hard was it? 0 is rest, 10 as hard as it gets.")


def ask_how_it_hurt(language: Language) -> str:
    """How much it hurt."""
    return language.translate("Terminal", "How much did it hurt? 0 is not at all.")


def rated(language: Language, effort: int | None, pain: int | None) -> str:
    """`Effort 4, pain 2.`; empty where neither was told."""
    if effort is not None and pain is not None:
        return language.translate("Terminal", "Effort {effort}, pain {pain}.").format(effort=effort, pain=pain)
    if effort is not None:
        return language.translate("Terminal", "Effort {effort}.").format(effort=effort)
    return language.translate("Terminal", "pain {pain}.").format(pain=pain) if pain is not None else ""


def made_for_you(language: Language, title: str, length: str, command: str) -> str:
    """The routine that is made for the focus areas, and how to begin it."""
    told = language.translate("Terminal", "Made for you: {title}, {length} ({command})")
    return told.format(title=title, length=length, command=command)
