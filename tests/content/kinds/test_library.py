"""kinds areas, safety and sources, laid over the small library's."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

CASES = [
    ("areas", "summary: None at all.\n", []),
    ("areas", "areas: {}\n", []),
    (
        "areas",
        (
            "areas: {wrist: {title: Wrist, muscles: [flexors], rated: true, exercises: [chin-tuck], "
            "routines: [desk-reset]}}\n"
        ),
        [],
    ),
    ("areas", "areas: {Wrist Joint: {title: Wrist}}\n", ["5:9: Wrist Joint is not an id; write wrist-joint"]),
    (
        "areas",
        "areas: {wrist: {muscles: flexors, rated: yes, exercises: [chin-tuk], routines: [desk]}}\n",
        [
            "5:16: title is missing; write title: TEXT",
            "5:26: flexors is not a list; write [flexors]",
            "5:42: yes is not true or false; write true",
            "5:59: chin-tuk is not known; did you mean chin-tuck?",
            "5:81: desk is not known; did you mean desk-reset?",
        ],
    ),
    ("areas", "areas: [wrist]\n", ["5:8: a list is not a map of keys; write {ID: {title: TEXT}}"]),
    ("areas", "areas: {wrist: Wrist}\n", ["5:16: Wrist is not a map of keys; write {title: TEXT}"]),
    ("areas", "areas: {wrist: }\n", ["5:15: a value is missing here; write one, or leave the key or the item out"]),
    (
        "areas",
        "areas: {w: {title: W}}\n",
        ["5:9: w is not an id; write 2 to 63 small letters, digits and dashes, a letter first"],
    ),
    ("safety", "summary: None at all.\n", []),
    ("safety", "disclaimer: No cure.\nstop: [Sharp pain.]\n", []),
    (
        "safety",
        (
            "tiers: {urgent: {say: Today., lock: true}}\n"
            "questions: [{id: fever, ask: Fever?, tier: urgent, checkable: true, note: x, "
            "sources: [jull-2009]}, {id: "
            "fall, ask: A fall?, tier: soon}]\nconditions: {wrist: {ask: Wrist?}}\n"
        ),
        [],
    ),
    (
        "safety",
        (
            "tiers: {urgent: {lock: yes}}\nquestions:\n  - {id: fever, ask: Fever?, tier: urgnt}\n"
            "  - {id: fever, ask: Again?, tier: soon, checkable: yes}\n  - {ask: No id?, sources: [jull]}\n  - fever\n"
            "conditions: {wrist: Wrist?}\nstop: Pain.\n"
        ),
        [
            "5:17: say is missing; write say: TEXT",
            "5:24: yes is not true or false; write true",
            "7:36: urgnt is not known; write emergency or soon",
            "8:10: the id fever is given twice, in lines 7 and 8; write another one",
            "8:53: yes is not true or false; write true",
            "9:5: id is missing; write id: ID",
            "9:5: tier is missing; write tier: ID",
            "9:29: jull is not known; did you mean jull-2009?",
            "10:5: fever is not a map of keys; write {id: ID, ask: TEXT, tier: urgent}",
            "11:21: Wrist? is not a map of keys; write {ask: TEXT}",
            "12:7: Pain. is not a list; write [Pain.]",
        ],
    ),
    (
        "safety",
        (
            "pain: {ask: Pain now?}\nquestions:\n"
            "  - {id: chest, ask: Your chest, any_of: [Pain., Pressure.], tier: soon}\n"
            "  - {id: back, ask: Your back, any_of: [It is new., {en: It stays., de: Es bleibt.}], at_least: 2, "
            "tier: soon, only_with: pain}\n"
        ),
        [],
    ),
    (
        "safety",
        (
            "pain: Pain now?\nquestions:\n"
            "  - {id: a1, ask: A, tier: soon, any_of: [One., Two.], at_least: 3}\n"
            "  - {id: a2, ask: A, tier: soon, any_of: [One.], at_least: 2}\n"
            "  - {id: a3, ask: A, tier: soon, any_of: [One.], at_least: 0}\n"
            "  - {id: a4, ask: A, tier: soon, at_least: 1}\n"
            "  - {id: a5, ask: A, tier: soon, any_of: []}\n"
            "  - {id: a6, ask: A, tier: soon, any_of: One.}\n"
            "  - {id: a7, ask: A, tier: soon, any_of: [One., One.]}\n"
            "  - {id: a8, ask: A, tier: soon, any_of: [One., 2], at_least: 5}\n"
            "  - {id: a9, ask: A, tier: soon, only_with: back, any_off: [One.], at_least: 2}\n"
        ),
        [
            "5:7: Pain now? is not a map of keys; write {ask: TEXT}",
            "7:66: at_least is 3, and there are 2 facts in any_of; write 1 to 2",
            "8:60: at_least is 2, and there is 1 fact in any_of; write 1",
            "9:60: 0 is too small; write 1 to 99",
            "10:34: at_least goes only with any_of; take it out, or add any_of",
            "11:42: the list is empty; write at least one, such as [TEXT]",
            "12:42: One. is not a list; write [One.]",
            "13:49: One. stands in this list twice; keep one of them",
            '14:49: 2 is a number where a text is wanted; write "2" in quotes',
            "15:45: back is not known; write pain",
            "15:51: any_off is not known; did you mean any_of?",
        ],
    ),
    ("sources", "sources: {}\n", []),
    (
        "sources",
        (
            "sources: {jull-2010: {title: T, authors: Jull and Falla, where: Pain, year: 2010, doi: 10.1/x, "
            "url: example.org, read: abstract}}\n"
        ),
        [],
    ),
    (
        "sources",
        "sources: {2010-jull: {title: T}, jull: {year: '2010', read: all, doi: 10.1, author: Jull, authors: [Jull]}}\n",
        [
            "5:11: 2010-jull is not an id; write 2 to 63 small letters, digits and dashes, a letter first",
            "5:40: title is missing; write title: TEXT",
            '5:47: "2010" is a text where a whole number is wanted; write 2010 without quotes',
            "5:61: all is not known; write abstract, excerpt or full",
            '5:71: 10.1 is a number where a text is wanted; write "10.1" in quotes',
            "5:77: author is not known; did you mean authors?",
            "5:100: a list stands where a text is wanted; write one text, in quotes if need be",
        ],
    ),
    ("sources", "sources: [jull]\n", ["5:10: a list is not a map of keys; write {ID: {title: TEXT}}"]),
]


@pytest.mark.parametrize(("kind", "body", "problems"), CASES)
def test_library_kind(shelf: Shelf, kind: str, body: str, problems: list[str]) -> None:
    assert shelf.of(kind, body) == problems
