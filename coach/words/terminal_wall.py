"""A wall test in the terminal, in words: what is asked, and what of its result is printed there alone."""

from __future__ import annotations

from collections.abc import Sequence

from coach.words.language import Language
from coach.words.sentences import apart_list


def ask_felt(language: Language, typed: str) -> str:
    """How much it hurts, or what else it is."""
    told = language.translate(
        "TerminalWall",
        "How much does it hurt, 0 (not at all) to 10? Type a number, then Enter. D if you feel dizzy, T if an arm "
        "tingles, B if by mistake: {typed}",
    )
    return told.format(typed=typed)


def place(language: Language, title: str, number: int, of: int) -> str:
    """The title of a question: `Wall test, 2 of 7`."""
    return language.translate("TerminalWall", "{title}, {n} of {all}").format(title=title, n=number, all=of)


def both_sides(language: Language, left: int, right: int) -> str:
    """What was rated of an area."""
    return language.translate("TerminalWall", "left {left}, right {right}").format(left=left, right=right)


def rated_area(language: Language, area: str, value: str) -> str:
    """An area and what was rated of it."""
    return language.translate("TerminalWall", "{area}: {value}").format(area=area, value=value)


def tension_scale(language: Language, low: int, high: int) -> str:
    """What the numbers mean, and what to do."""
    told = language.translate("TerminalWall", "{low} is no tension, {high} the most. Pick an area to rate it.")
    return told.format(low=low, high=high)


def sides_of(language: Language, area: str) -> tuple[str, str]:
    """The left and the right side of an area."""
    left_one = language.translate("TerminalWall", "{area} left side")
    right_one = language.translate("TerminalWall", "{area} right side")
    return left_one.format(area=area), right_one.format(area=area)


def ended_early(language: Language) -> str:
    """Why a test has no result."""
    return language.translate("TerminalWall", "The test was ended early, so there is no result.")


def no_focus(language: Language) -> str:
    """That no area asks for anything."""
    return language.translate("TerminalWall", "No area was tense enough to be a focus. Keep going as you do.")


def focus(language: Language, areas: Sequence[str]) -> str:
    """The focus areas."""
    return language.translate("TerminalWall", "Focus: {areas}").format(areas=apart_list(areas, language))


def offered(language: Language, title: str, command: str) -> str:
    """A routine, and how to begin it."""
    return language.translate("TerminalWall", "{title} ({command})").format(title=title, command=command)


def routine_for_it(language: Language, one: str, other: str) -> str:
    """What the focus areas ask for; `other` is a second choice, or empty."""
    if other:
        return language.translate("TerminalWall", "A routine for it: {one}, or {other}").format(one=one, other=other)
    return language.translate("TerminalWall", "A routine for it: {one}").format(one=one)


def of_most(language: Language, value: int, most: int) -> str:
    """`4 of 7`."""
    return language.translate("TerminalWall", "{n} of {all}").format(n=value, all=most)


def seconds_of_most(language: Language, value: float, most: float) -> str:
    """`20 of 30 s`."""
    return language.translate("TerminalWall", "{n} of {all} s").format(n=f"{value:.0f}", all=f"{most:.0f}")
