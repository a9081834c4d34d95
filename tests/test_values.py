"""Frozen values are what the standard library makes of the same text, at each thing that a value is asked."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

import pytest

from coach import values

FORMS: list[dict[str, bool]] = [{"frozen": True, "slots": True}, {"frozen": True}]
MAKERS: list[Callable[..., Any]] = [values.dataclass, dataclasses.dataclass]


def shape(make: Callable[..., Any], form: Mapping[str, bool]) -> Any:
    @make(**form)
    class Shape:
        """A shape."""

        name: str
        size: float = 1.0
        tags: tuple[str, ...] = ()
        beside: Mapping[str, int] = field(default_factory=dict, hash=False)
        seen: int = field(default=0, compare=False, repr=False)
        told: list[str] = field(init=False, default_factory=list, compare=False)

        @property
        def twice(self) -> float:
            return 2 * self.size

    return Shape


def parent_and_child(make: Callable[..., Any], form: Mapping[str, bool]) -> Any:
    @make(**form)
    class Parent:
        first: int

    @make(**form)
    class Child(Parent):
        second: int = 2

    return Child


@values.dataclass(frozen=True, slots=True)
class Kept:
    """To be found by its name, as `pickle` wants it."""

    one: int
    two: str = "b"


def both(form: Mapping[str, bool], make: Callable[..., Any] = shape) -> tuple[Any, Any]:
    ours, theirs = (make(maker, form) for maker in MAKERS)
    return ours, theirs


@pytest.mark.parametrize("form", FORMS)
def test_it_is_made_and_told_as_theirs(form):
    ours, theirs = both(form)
    for args, kwargs in [
        (("a",), {}),
        (("a", 2.0), {"tags": ("x",)}),
        ((), {"name": "b", "beside": {"c": 1}, "seen": 3}),
    ]:
        mine, other = ours(*args, **kwargs), theirs(*args, **kwargs)
        assert dataclasses.asdict(mine) == dataclasses.asdict(other)
        assert repr(mine).replace("both", "") == repr(other).replace("both", "")
        assert mine.twice == other.twice
    assert ours("a").beside is not ours("a").beside, "each has its own"
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__doc__ == theirs.__doc__


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("args", "kwargs"), [((), {}), (("a",), {"name": "b"}), (("a",), {"other": 1}), ((1,) * 7, {})]
)
def test_what_does_not_fit_is_refused_as_theirs(form, args, kwargs):
    refusals = []
    for made in both(form):
        for _ in range(2):  # the first time it is made, and then
            with pytest.raises(TypeError) as refused:
                made(*args, **kwargs)
            refusals.append(str(refused.value))
    assert len({one.partition("__init__")[2] for one in refusals}) == 1


@pytest.mark.parametrize("form", FORMS)
def test_equal_is_what_is_compared(form):
    made, _ = both(form)
    nan = float("nan")
    assert made("a") == made("a")
    assert made("a") == made("a", seen=5)
    assert made("a") != made("b")
    assert made("a", nan) == made("a", nan), "as in a tuple"
    assert made("a") != ("a", 1.0, (), {}, 0, [])
    assert hash(made("a", beside={"b": 1})) == hash(made("a")) == hash(("a", 1.0, ()))


@pytest.mark.parametrize("form", FORMS)
def test_one_field_and_none(form):
    @values.dataclass(**form)
    class One:
        only: float

    @values.dataclass(**form)
    class Nothing:
        pass

    nan = float("nan")
    assert One(nan) == One(nan)
    assert hash(One(1.0)) == hash((1.0,))
    assert Nothing() == Nothing()
    assert repr(Nothing()).endswith("Nothing()")


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_it_changes(form):
    value = both(form)[0]("a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
        value.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'name'"):
        del value.name
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.other = 1
    assert dataclasses.replace(value, name="b").name == "b"
    assert hasattr(value, "__dict__") is not form.get("slots", False)


@pytest.mark.parametrize("form", FORMS)
def test_a_child_has_its_parents_fields_first(form):
    ours, theirs = both(form, parent_and_child)
    assert dataclasses.astuple(ours(1)) == dataclasses.astuple(theirs(1)) == (1, 2)
    assert ours(1) == ours(1, 2) != ours(1, 3)


def test_what_a_class_says_itself_stays():
    @values.dataclass(frozen=True, slots=True)
    class Odd:
        one: int

        def __eq__(self, other: object) -> bool:
            return True

        def __repr__(self) -> str:
            return "odd"

    assert Odd(1) == 2
    assert repr(Odd(1)) == "odd"
    assert hash(Odd(1)) == hash((1,)), "as theirs"

    @values.dataclass(frozen=True)
    class Still:
        one: int

        def __hash__(self) -> int:
            return 7

    assert hash(Still(1)) == 7


def test_it_is_copied_and_kept():
    value = Kept(1)
    assert copy.copy(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value


def test_other_forms_are_theirs():
    @values.dataclass(frozen=True, order=True)
    class Ordered:
        one: int

    @values.dataclass
    class Open:
        one: int = 1

    assert Ordered(1) < Ordered(2)
    opened = Open()
    opened.one = 2
    assert opened == Open(2)
