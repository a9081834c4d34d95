"""Days of the week, as lists and ranges."""

from __future__ import annotations

from itertools import pairwise

import pytest
from jsonschema import Draft202012Validator

from coach.content.model import WEEKDAYS
from coach.content.notes import Notes
from coach.content.reader import parse
from coach.content.shape import Defs, take
from coach.content.weekdays import Days, days_of, in_full

MON_FRI = ("mon", "tue", "wed", "thu", "fri")


def days(text: str, least: int = 0) -> tuple[tuple[str, ...] | None, list[str]]:
    """The days of this YAML, and what is wrong with it."""
    notes = Notes()
    node = parse(text, notes)
    assert node is not None
    value = take(Days(least), node, notes)
    return value, [f"{mark.line}:{mark.column}: {told}" for mark, told in notes.problems]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mon-fri", MON_FRI),
        ("sat-mon", ("sat", "sun", "mon")),
        ("mon-sun", WEEKDAYS),
        ("tue-mon", (*WEEKDAYS[1:], "mon")),
        ("sun-mon", ("sun", "mon")),
        ("wed", ("wed",)),
        ("[mon, thu]", ("mon", "thu")),
        ("[mon-wed, sat]", ("mon", "tue", "wed", "sat")),
        ("[sat, mon-wed]", ("sat", "mon", "tue", "wed")),
        ("[mon-tue, sat-sun]", ("mon", "tue", "sat", "sun")),
        ("[mon-fri]", MON_FRI),
        ("- mon\n- wed-fri", ("mon", "wed", "thu", "fri")),
        ("'mon-fri'", MON_FRI),
        ("[]", ()),
    ],
)
def test_what_is_meant(written: str, meant: tuple[str, ...]) -> None:
    assert days(written) == (meant, [])
    assert in_full({"do": [{"days": _plain(written), "times": 2}]}) == {"do": [{"days": list(meant), "times": 2}]}


def _plain(written: str) -> object:
    parts = written.strip("[]").replace("- ", "").replace("\n", ", ").replace("'", "")
    listed = [part for part in parts.split(", ") if part]
    return listed if written[0] in "[-" else parts


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[mon, mon]", ["1:7: mon stands in this list twice; keep one of them"]),
        ("[mon-fri, wed]", ["1:11: wed stands in this list twice; keep one of them"]),
        ("[wed, mon-fri]", ["1:7: wed of mon-fri stands in this list already; write each day once"]),
        ("[mon-wed, tue-thu]", ["1:11: tue and wed of tue-thu stand in this list already; write each day once"]),
        ("[fri-mon, sat-tue]", ["1:11: sat, sun and mon of sat-tue stand in this list already; write each day once"]),
        ("[mon, mon, mon]", [f"1:{at}: mon stands in this list twice; keep one of them" for at in (7, 12)]),
        ("mon-mon", ["1:1: mon-mon is one day; write mon"]),
        ("Mon-Mon", ["1:1: Mon-Mon is not known; did you mean mon?"]),
        ("Mon-Fri", ["1:1: Mon-Fri is not known; did you mean mon-fri?"]),
        ("mon - fri", ["1:1: mon - fri is not known; did you mean mon-fri?"]),
        ("mon–fri", ["1:1: mon–fri is not known; did you mean mon-fri?"]),
        ("mon..fri", ["1:1: mon..fri is not known; did you mean mon-fri?"]),
        ("monday to friday", ["1:1: monday to friday is not known; did you mean mon-fri?"]),
        ("mon-fry", ["1:1: mon-fry is not known; did you mean mon-fri?"]),
        ("sta-mno", ["1:1: sta-mno is not known; did you mean sat-mon?"]),
        ("Monday", ["1:1: Monday is not known; did you mean mon?"]),
        ("weekdays", ["1:1: weekdays is not known; write mon-fri"]),
        ("[weekend]", ["1:2: weekend is not known; write sat-sun"]),
        ("mon, wed", ["1:1: mon, wed is one text; write [mon, wed]"]),
        ("mon-wed, sat", ["1:1: mon-wed, sat is one text; write [mon-wed, sat]"]),
        ("mon wed", ["1:1: mon wed is one text; write [mon, wed]"]),
        ("mon-fri-sun", ["1:1: mon-fri-sun is not known; write fri, mon, sat, sun, thu, tue or wed"]),
        ("mon-", ["1:1: mon- is not known; did you mean mon?"]),
        ("5", ["1:1: 5 cannot stand here; write mon, tue, wed, thu, fri, sat, sun or mon-fri"]),
        ("[[mon]]", ["1:2: a list cannot stand here; write mon, tue, wed, thu, fri, sat, sun or mon-fri"]),
        ("{mon: fri}", ["1:1: a map cannot stand here; write mon-fri or [mon, thu]"]),
        ("[mon, ~]", ["1:7: a value is missing here; write one, or leave the key or the item out"]),
        ("[mon, fry, sut]", ["1:7: fry is not known; did you mean fri?", "1:12: sut is not known; did you mean sun?"]),
    ],
)
def test_what_is_wrong_is_told_with_what_to_write(written: str, told: list[str]) -> None:
    assert days(written) == (None, told)


def test_at_least_one() -> None:
    assert days("[]", 1) == (None, ["1:1: the list is empty; write at least one, such as [mon]"])
    assert days("[mon]", 1) == (("mon",), [])


def test_every_range_of_two_days_goes_from_the_one_to_the_other() -> None:
    for first in WEEKDAYS:
        for last in WEEKDAYS:
            found = days_of(f"{first}-{last}")
            if first == last:
                assert found == ()
                continue
            assert (found[0], found[-1]) == (first, last)
            assert len(set(found)) == len(found)
            steps = [(WEEKDAYS.index(b) - WEEKDAYS.index(a)) % 7 for a, b in pairwise(found)]
            assert set(steps) == {1}


def test_what_is_written_otherwise_stays_as_it_is() -> None:
    assert in_full({"title": "Days", "day": "mon-fri", "list": ["mon-fri", 3]}) == {
        "title": "Days",
        "day": "mon-fri",
        "list": ["mon-fri", 3],
    }


def test_an_editor_takes_the_same() -> None:
    defs = Defs()
    schema = {**Days(1).schema(defs), "$defs": dict(defs)}
    validator = Draft202012Validator(schema)
    for good in ("mon-fri", "mon", ["mon-wed", "sat"], ["mon"]):
        assert validator.is_valid(good), good
    for bad in ("monday", "mon-fri-sun", [], ["mon", "mon"], 3, {"mon": "fri"}):
        assert not validator.is_valid(bad), bad
