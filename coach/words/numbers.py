"""Numbers as a language writes them: the one place that knows its decimal sign."""

from __future__ import annotations

from coach.words.language import ENGLISH, Language


def number(value: float, language: Language = ENGLISH) -> str:
    """A number with no more decimals than it has, at most six figures.

    >>> number(30.5), number(3.0), number(-1.25)
    ('30.5', '3', '-1.25')
    """
    whole, point, part = f"{value:g}".partition(".")
    if not point:
        return whole
    return language.translate("Numbers", "{whole}.{part}", "a decimal number").format(whole=whole, part=part)


def percent(share: float, language: Language = ENGLISH) -> str:
    """A share in whole hundredths.

    >>> percent(1.25)
    '125 %'
    """
    return language.translate("Numbers", "{n} %").format(n=round(share * 100))


def signed(value: float, language: Language = ENGLISH) -> str:
    """A difference, with its sign: `+1.5`, `-2`.

    >>> signed(1.5), signed(-2)
    ('+1.5', '-2')
    """
    return f"+{number(value, language)}" if value >= 0 else number(value, language)
