"""Frozen values are what the standard library makes of the same text, at each thing that a value is asked."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import pytest

from coach import values
from coach.values import field

FORMS: list[dict[str, bool]] = [{"frozen": True, "slots": True}, {"frozen": True}]
MAKERS: list[Callable[..., Any]] = [values.dataclass, dataclasses.dataclass]
FIELDS: dict[Callable[..., Any], Callable[..., Any]] = {
    values.dataclass: values.field,
    dataclasses.dataclass: dataclasses.field,
}


def shape(make: Callable[..., Any], form: Mapping[str, bool]) -> Any:
    field = FIELDS[make]

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
        for _ in range(2):  # as the first ones are made, and then
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


@values.dataclass(slots=True)
class Open:
    """May be changed."""

    one: int
    more: list[int] = field(default_factory=list)


@values.dataclass(frozen=True, kw_only=True)
class Named:
    one: int = 1
    two: str


@values.dataclass(frozen=True, slots=True, order=True)
class Ordered:
    one: int
    two: str = "b"
    beside: int = field(default=0, compare=False)


def test_an_open_one_is_changed_and_has_no_hash():
    value = Open(1)
    value.one = 2
    assert value == Open(2) != Open(1)
    assert not hasattr(value, "__dict__")
    assert value.more is not Open(2).more
    with pytest.raises(TypeError, match="unhashable"):
        hash(value)
    assert repr(copy.deepcopy(value)) == "Open(one=2, more=[])"

    @values.dataclass
    class Wide:
        one: int = 1

    wide = Wide()
    wide.two = 2
    assert Wide(3) == Wide(one=3)


def test_names_alone_are_names_alone():
    assert (Named(two="a").one, Named(two="a", one=3).one) == (1, 3)
    assert [one.kw_only for one in dataclasses.fields(Named)] == [True, True]
    assert Named.__match_args__ == ()
    for _ in range(60):  # as the first ones are made, and as all later ones are
        with pytest.raises(TypeError, match="takes 1 positional argument but"):
            Named(1, two="a")
        Named(two="a")


def test_an_order_is_that_of_what_is_compared():
    assert Ordered(1) < Ordered(2) <= Ordered(2) > Ordered(1, "c") >= Ordered(1)
    assert sorted([Ordered(2, "a"), Ordered(1, "b")]) == [Ordered(1, "b", 5), Ordered(2, "a")]
    with pytest.raises(TypeError, match="not supported"):
        _ = Ordered(1) < (1, "b")


@pytest.mark.parametrize("form", FORMS)
def test_the_first_values_are_as_all_later_ones(form):
    made, theirs = both(form)
    values_made = [made("a", tags=("x",), seen=number) for number in range(60)]
    assert "init" in made.__init__.__qualname__
    assert [dataclasses.asdict(one) for one in values_made] == [
        dataclasses.asdict(theirs("a", tags=("x",), seen=number)) for number in range(60)
    ]
    with pytest.raises(TypeError, match="unexpected keyword argument 'told'"):
        both(form)[0]("a", told=[])


def test_the_library_knows_it_once_it_asks():
    @values.dataclass(frozen=True, slots=True)
    class Late(Kept):
        three: float = field(default=0.5, repr=False)

    assert type(vars(Late)["__dataclass_fields__"]).__name__ == "_Later", "nothing is described that nobody asks for"
    assert dataclasses.is_dataclass(Late)
    assert [one.name for one in dataclasses.fields(Late)] == ["one", "two", "three"]
    assert [one.name for one in dataclasses.fields(Late(1))] == ["one", "two", "three"]
    assert dataclasses.fields(Late)[0] is dataclasses.fields(Kept)[0]
    assert Late.__dataclass_params__.frozen
    assert not Open.__dataclass_params__.frozen
    assert repr(Late(1)).endswith("Late(one=1, two='b')")

    class Under(Late):
        """Has no fields of its own."""

    assert Under(2) == Under(2) != Under(3)
    assert hash(Under(2)) == hash(Late(2))
    assert dataclasses.replace(Under(2), one=4).one == 4


def test_what_is_not_plain_is_the_librarys():
    @values.dataclass(frozen=True)
    class Counted:
        known: ClassVar[int] = 3
        one: int

    assert [one.name for one in dataclasses.fields(Counted)] == ["one"]

    @values.dataclass(frozen=True)
    class Beyond(Counted):
        two: int

    assert Beyond(1, 2) == Beyond(1, 2)

    @values.dataclass(frozen=True, unsafe_hash=True)
    class Unsafe:
        one: int

    assert hash(Unsafe(1)) == hash(Unsafe(1))

    @values.dataclass(slots=True)
    class Finished:
        one: int

        def __post_init__(self):
            self.one += 1

    @values.dataclass(slots=True)
    class Child(Finished):
        two: int = 0

    assert (Finished(1).one, Child(1).one, values.replace(Child(1), two=5)) == (2, 2, Child(2, 5))
    with pytest.raises(ValueError, match="mutable default"):

        @values.dataclass(slots=True)
        class Shared:
            one: list[int] = []  # noqa: RUF012


@pytest.mark.parametrize("form", FORMS)
def test_another_one_is_like_theirs(form):
    mine, theirs = (made("a", 2.0, seen=3) for made in both(form))
    for changes in ({}, {"size": 1.5}, {"name": "b", "beside": {"c": 1}}):
        found = values.replace(mine, **changes)
        assert dataclasses.asdict(found) == dataclasses.asdict(dataclasses.replace(theirs, **changes))
    with pytest.raises((ValueError, TypeError), match="told"):  # the second from Python 3.13 on
        values.replace(mine, told=[])
    assert values.replace(Kept(1), two="c") == Kept(1, "c")
    with pytest.raises(TypeError, match="other"):
        values.replace(Kept(1), other=3)


def test_a_field_of_ours_is_theirs_where_they_make_the_class():
    @values.dataclass(frozen=True)
    class Theirs(Kept):
        known: ClassVar[int] = 3
        more: list[int] = field(default_factory=list, compare=False, repr=False)

    value = Theirs(1)
    assert value == Theirs(1, more=[3])
    assert [one.name for one in dataclasses.fields(value)] == ["one", "two", "more"]
    assert values.replace(value, more=[4]).more == [4]


LOADS_NOTHING = """
from __future__ import annotations
import sys
from coach.values import dataclass, field, replace
@dataclass(frozen=True, slots=True)
class Value:
    one: int
    two: int = field(default=2, compare=False)
value = replace(Value(1), one=3)
assert value == Value(3, 5) and hash(value) == hash(Value(3)) and "two=2" in repr(value)
print("dataclasses" in sys.modules)
"""


def test_the_library_is_not_loaded_for_it():
    done = subprocess.run([sys.executable, "-c", LOADS_NOTHING], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_defaults_are_told_and_made() -> None:
    @values.dataclass(frozen=True)
    class Value:
        one: int
        two: int = 2
        three: list[int] = values.field(default_factory=lambda: [3])

    assert values.defaults(Value) == {"one": values.MISSING, "two": 2, "three": [3]}


def test_its_fields_are_told_as_they_are() -> None:
    @values.dataclass(frozen=True, slots=True)
    class Value:
        one: tuple[str, ...]
        two: float = 2.0

    @values.dataclass(frozen=True, slots=True)
    class More(Value):
        three: Value | None = None

    inner = Value(("a",))
    told = values.as_dict(More(inner.one, three=inner))
    assert list(told.items()) == [("one", ("a",)), ("two", 2.0), ("three", inner)]
    assert values.as_dict(inner) == dataclasses.asdict(inner)
