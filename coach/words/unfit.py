"""What a value is that is none of what it has to be, in words that go behind `it is`."""

from __future__ import annotations

from typing import assert_never

from coach.unfit import NoneOf, NoNumber, Plain, Special, Unfit
from coach.words import numbers
from coach.words.language import Language
from coach.words.sentences import comma_list


def unfit(language: Language, what: Unfit) -> str:
    """`no number from 0 to 1`."""
    match what:
        case NoNumber(low, high, is_age):
            number = language.translate("Unfit", "no number from {low} to {high}")
            age = language.translate("Unfit", "no age from {low} to {high}")
            return (age if is_age else number).format(
                low=numbers.number(low, language), high=numbers.number(high, language)
            )
        case NoneOf(words, is_day):
            word = language.translate("Unfit", "none of {words}")
            day = language.translate("Unfit", "a day that is none of {words}")
            return (day if is_day else word).format(words=comma_list(words, language))
        case _:
            return _of_a_kind(language, what)


def _of_a_kind(language: Language, what: Plain | Special) -> str:
    match what:
        case "no-truth":
            return language.translate("Unfit", "neither true nor false")
        case "no-text":
            return language.translate("Unfit", "no text")
        case "no-texts":
            return language.translate("Unfit", "no list of texts")
        case "no-names":
            return language.translate("Unfit", "no list of names")
        case "no-text-as-name":
            return language.translate("Unfit", "a name that is no text")
        case "no-plain-word":
            return language.translate("Unfit", "no plain word")
        case "no-table":
            return language.translate("Unfit", "no table of names and values")
        case _:
            return _of_a_setting(language, what)


def _of_a_setting(language: Language, what: Special) -> str:
    match what:
        case "no-day":
            return language.translate("Unfit", "no day")
        case "no-lateness":
            return language.translate("Unfit", "no count, median and worst")
        case "no-takeover":
            return language.translate("Unfit", "no session and what took over in it")
        case "no-desk-hours":
            return language.translate("Unfit", "no days, from and until")
        case "no-time-of-day":
            return language.translate("Unfit", "no time of day")
        case "ends-as-it-begins":
            return language.translate("Unfit", "a day that begins at its end")
        case "no-age":
            return language.translate("Unfit", "no age and day")
        case _:
            assert_never(what)
