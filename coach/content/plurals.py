"""Which form of a word a language takes beside a number: the rules of Unicode's CLDR, for what is said in a session.

A language counts in some of the forms that CLDR calls zero, one, two, few, many and other, and has at least the last. A
language that is not here counts as English does, one and other.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

Form = Literal["zero", "one", "two", "few", "many", "other"]
FORMS: tuple[Form, ...] = get_args(Form)

_RULES: tuple[tuple[str, dict[Form, str]], ...] = (
    ("id ja km ko lo ms my su th to vi yue zh", {}),
    ("en", {"one": "i = 1 and v = 0"}),
    ("fr hy pt", {"one": "i = 0,1"}),
    ("am as bn fa gu hi kn zu", {"one": "i = 0 or n = 1"}),
    ("ak ln mg pa ti wa", {"one": "n = 0..1"}),
    ("si", {"one": "n = 0,1 or i = 0 and f = 1"}),
    ("da", {"one": "n = 1 or f != 0 and i = 0,1"}),
    ("is", {"one": "f = 0 and i % 10 = 1 and i % 100 != 11 or f != 0"}),
    ("mk", {"one": "v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11"}),
    ("ceb fil tl", {"one": "v = 0 and i % 10 != 4,6,9 or v != 0 and f % 10 != 4,6,9"}),
    ("lv", {"zero": "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19",
            "one": "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1"}),
    ("he", {"one": "i = 1 and v = 0", "two": "i = 2 and v = 0"}),
    ("iu se", {"one": "n = 1", "two": "n = 2"}),
    ("ro", {"one": "i = 1 and v = 0", "few": "v != 0 or n = 0 or n % 100 = 2..19"}),
    ("bs hr sh sr", {"one": "v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11",
                     "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or f % 10 = 2..4 and f % 100 != 12..14"}),
    ("gd", {"one": "n = 1,11", "two": "n = 2,12", "few": "n = 3..10,13..19"}),
    ("sl", {"one": "v = 0 and i % 100 = 1", "two": "v = 0 and i % 100 = 2",
            "few": "v = 0 and i % 100 = 3..4 or v != 0"}),
    ("dsb hsb", {"one": "v = 0 and i % 100 = 1 or f % 100 = 1", "two": "v = 0 and i % 100 = 2 or f % 100 = 2",
                 "few": "v = 0 and i % 100 = 3..4 or f % 100 = 3..4"}),
    ("cs sk", {"one": "i = 1 and v = 0", "few": "i = 2..4 and v = 0", "many": "v != 0"}),
    ("pl", {"one": "i = 1 and v = 0", "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14", "many": "v = 0"}),
    ("be ru uk", {"one": "v = 0 and i % 10 = 1 and i % 100 != 11",
                  "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14", "many": "v = 0"}),
    ("lt", {"one": "n % 10 = 1 and n % 100 != 11..19", "few": "n % 10 = 2..9 and n % 100 != 11..19", "many": "f != 0"}),
    ("mt", {"one": "n = 1", "few": "n = 0 or n % 100 = 2..10", "many": "n % 100 = 11..19"}),
    ("ga", {"one": "n = 1", "two": "n = 2", "few": "n = 3..6", "many": "n = 7..10"}),
    ("br", {"one": "n % 10 = 1 and n % 100 != 11,71,91", "two": "n % 10 = 2 and n % 100 != 12,72,92",
            "few": "n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99"}),
    ("ar", {"zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n % 100 = 3..10", "many": "n % 100 = 11..99"}),
    ("cy", {"zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n = 3", "many": "n = 6"}),
)  # fmt: skip
"""As CLDR writes them (common/supplemental/plurals.xml, of 2024), the first that holds; without the `many` of whole
millions that French, Spanish and a few others have, for nobody does anything a million times.
"""

_BY_TAG = {tag: rules for tags, rules in _RULES for tag in tags.split()}
_CONDITION = re.compile(r"([nivf])(?: % (\d+))? (!?=) (\S+)")
_MOST_DECIMALS = 3  # with which a number is said


def forms_of(language: str) -> tuple[Form, ...]:
    """The forms that a language has, in CLDR's order; `language` is a tag, of which a country counts for nothing.

    >>> forms_of("pl"), forms_of("de"), forms_of("ja")
    (('one', 'few', 'many', 'other'), ('one', 'other'), ('other',))
    """
    rules = _rules_of(language)
    return tuple(form for form in FORMS if form in rules or form == "other")


def form_of(language: str, count: float) -> Form:
    """The form beside `count`, which is 0 or more.

    >>> [form_of("pl", count) for count in (1, 2, 5, 12, 22, 1.5)]
    ['one', 'few', 'many', 'many', 'few', 'other']
    """
    whole, _, decimals = f"{round(count, _MOST_DECIMALS):.{_MOST_DECIMALS}f}".rstrip("0").partition(".")
    values = {
        "n": float(f"{whole}.{decimals}0"),
        "i": float(whole),
        "v": float(len(decimals)),
        "f": float(decimals or 0),
    }
    return next((form for form, rule in _rules_of(language).items() if _holds(rule, values)), "other")


def _rules_of(language: str) -> dict[Form, str]:
    return _BY_TAG.get(language.partition("-")[0], _BY_TAG["en"])


def _holds(rule: str, values: dict[str, float]) -> bool:
    return any(all(_is_so(one, values) for one in every) for every in _read(rule))


@cache
def _read(rule: str) -> tuple[tuple[tuple[str, int, bool, tuple[tuple[int, int], ...]], ...], ...]:
    """The conditions of which all of one group must hold: of what, its rest by which number (0: itself), whether it is
    one of these, and these, each from and to.
    """
    return tuple(tuple(_condition(one) for one in group.split(" and ")) for group in rule.split(" or "))


def _condition(text: str) -> tuple[str, int, bool, tuple[tuple[int, int], ...]]:
    found = _CONDITION.fullmatch(text)
    assert found is not None, text
    spans = [one.partition("..") for one in found[4].split(",")]
    return (
        found[1],
        int(found[2] or 0),
        found[3] == "=",
        tuple((int(low), int(high or low)) for low, _, high in spans),
    )


def _is_so(condition: tuple[str, int, bool, tuple[tuple[int, int], ...]], values: dict[str, float]) -> bool:
    what, divisor, is_one, spans = condition
    value = values[what] % divisor if divisor else values[what]
    return (value.is_integer() and any(low <= value <= high for low, high in spans)) == is_one
