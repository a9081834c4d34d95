"""An enumeration that is made fast is the one that the standard library makes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from coach.ui import enumerations

Pairs = Sequence[tuple[str, int]]
KINDS = [Enum, IntEnum, Flag, IntFlag]


def told(value: Any, made: Any) -> Any:
    if isinstance(value, made):
        return repr(value), [(name, repr(one)) for name, one in vars(value).items()]
    if isinstance(value, list):
        return [repr(one) for one in value]
    if isinstance(value, dict):
        return {repr(name): repr(one) for name, one in value.items()}
    return repr(value).partition(" at 0x")[0]


def described(made: Any) -> dict[str, Any]:
    """All there is to see of an enumeration, once it was asked."""
    assert made.__members__ is not None
    found = {name: told(value, made) for name, value in vars(made).items()}
    return found | {
        "each": [repr(one) for one in made],
        "how many": len(made),
        "kind": type(made),
        "bases": made.__mro__[1:],
    }


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The fast way in its place; which enumerations went another."""
    ordinary = getattr(EnumType, "_create_")  # noqa: B009 - mypy knows that it is private
    slow: list[str] = []

    def create(cls: Any, name: str, *rest: Any, **how: Any) -> Any:
        if rest and rest[0]:
            slow.append(name)
        return ordinary(cls, name, *rest, **how)

    monkeypatch.setattr(enumerations, "_ordinary", [create])
    monkeypatch.setattr(enumerations, "_like", {})
    monkeypatch.setattr(enumerations, "_may_wait", True)
    monkeypatch.setattr(EnumType, "_create_", enumerations._create)
    return slow


def both(kind: Any, pairs: Pairs, boundary: Any = KEEP) -> tuple[dict[str, Any], dict[str, Any]]:
    ours = kind("Made", list(pairs), boundary=boundary)
    theirs = enumerations._ordinary[0](kind, "Made", tuple(pairs), module=__name__, boundary=boundary)
    return described(ours), described(theirs)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "pairs",
    [
        [("A", 0), ("B", 1), ("C", 2), ("Again", 2), ("All", 7), ("D", 4)],
        [("High", 4), ("Low", 1)],
        [("Nothing", 0)],
        [("Less", -1), ("Least", -2147483648), ("More", 2)],
        [],
    ],
)
def test_it_is_theirs(fast: list[str], kind: Any, pairs: Pairs) -> None:
    ours, theirs = both(kind, pairs)
    assert ours == theirs
    assert len(fast) == bool(pairs), "only theirs was made as they make it"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pairs", [[("name", 1)], [("real", 1)], [("value", 2)], [("_one", 1)], [("mro", 1)]])
def test_a_name_that_means_something_else_is_left_to_them(fast: list[str], kind: Any, pairs: Pairs) -> None:
    try:
        theirs: Any = enumerations._ordinary[0](kind, "Made", tuple(pairs), module=__name__, boundary=KEEP)
    except (ValueError, TypeError) as refused:
        with pytest.raises(type(refused)):
            kind("Made", pairs, boundary=KEEP)
        return
    assert described(kind("Made", pairs, boundary=KEEP)) == described(theirs)
    assert len(fast) == 2


def test_other_ways_to_say_members_are_left_to_them(fast: list[str]) -> None:
    assert [one.value for one in Enum("Words", "a b c")] == [1, 2, 3]  # type: ignore[var-annotated]
    assert [one.value for one in Enum("Mapped", {"a": "x", "b": 3})] == ["x", 3]  # type: ignore[var-annotated]
    assert [one.value for one in Enum("Typed", [("a", "1")], type=str)] == ["1"]  # type: ignore[var-annotated]
    with pytest.raises(TypeError, match="already defined"):
        Enum("Twice", [("a", 1), ("a", 2)])
    assert fast == ["Words", "Mapped", "Typed", "Twice"]


def test_what_a_kind_has_is_worked_out_once(fast: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ordinary = enumerations._ordinary[0]

    def create(cls: Any, name: str, *rest: Any, **how: Any) -> Any:
        asked.append(name)
        return ordinary(cls, name, *rest, **how)

    monkeypatch.setattr(enumerations, "_ordinary", [create])
    for name in ("First", "Second", "Third"):
        IntEnum(name, [("A", 1)])  # type: ignore[misc]
        Flag(name, [("A", 1)], boundary=KEEP)  # type: ignore[misc]
    assert asked == ["First", "First"]


WAYS: dict[str, Callable[[Any], Any]] = {
    "a member": lambda made: made.A,
    "a value": lambda made: made(1),
    "a name": lambda made: made["A"],
    "each": list,
    "backwards": lambda made: list(reversed(made)),
    "how many": len,
    "whether": lambda made: made.A in made,
    "what there is": dir,
    "the members": lambda made: made.__members__,
    "as PySide6 does": lambda made: made._member_map_["A"],
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_members_are_made_when_somebody_asks(fast: list[str], kind: Any, way: str) -> None:
    made = kind("Made", [("A", 1), ("B", 2)])
    assert "A" not in vars(made)
    assert not hasattr(made, "_unknown_")
    assert "A" not in vars(made)
    WAYS[way](made)
    assert vars(made)["A"].value == 1
    assert type(made) is EnumType
    assert (repr(WAYS[way](made)), fast) == (repr(WAYS[way](made)), [])
    with pytest.raises(AttributeError):
        made.C  # noqa: B018


def test_where_signatures_are_told_none_waits(fast: list[str]) -> None:
    before = IntEnum("Before", [("A", 1)])  # type: ignore[misc]
    enumerations.wait_no_longer()
    after = IntEnum("After", [("A", 1)])  # type: ignore[misc]
    assert ["A" in vars(one) for one in (before, after)] == [True, True]
    assert {type(before), type(after)} == {EnumType}


def qts() -> list[Any]:
    """Every enumeration of the classes that a window is made of."""
    named = [getattr(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]
    classes = [one for one in named if isinstance(one, type) and dir(one)]  # a class is made when it is looked into
    found = {id(one): one for cls in classes for one in vars(cls).values() if isinstance(one, EnumType)}
    return list(found.values())


def test_each_of_qt_is_what_they_make_of_it(fast: list[str]) -> None:
    every = qts()
    assert len(every) > 100
    for one in every:
        kind = next(kind for kind in one.__mro__[1:] if kind in KINDS)
        ours, theirs = both(kind, [(name, member.value) for name, member in one.__members__.items()])
        assert ours == theirs, one
    assert len(fast) == len([one for one in every if one.__members__]), "only theirs"


FRESH = """
import json
import coach.ui
from enum import EnumType
from PySide6.QtCore import Qt
print(json.dumps([EnumType._create_.__module__, Qt.Key.__module__, repr(Qt.Key.Key_A), int(Qt.AlignmentFlag(0x84)),
                  repr(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), Qt.Key(0x41).name]))
"""


def test_a_program_has_qts_made_so() -> None:
    done = subprocess.run([sys.executable, "-c", FRESH], capture_output=True, text=True, check=True, timeout=100)
    by, module, key, flags, two, name = json.loads(done.stdout)
    assert by == ("coach.ui.enumerations" if sys.version_info[:2] <= (3, 13) else "enum")
    assert (module, key, flags, name) == ("PySide6.QtCore", "<Key.Key_A: 65>", 0x84, "Key_A")
    assert two == "<AlignmentFlag.AlignTop|AlignLeft: 33>" or "AlignLeft|AlignTop" in two


def test_an_unknown_python_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    before = getattr(EnumType, "_create_")  # noqa: B009
    monkeypatch.setattr(enumerations, "_KNOWN", ((3, 9), (3, 10)))
    enumerations.make_enumerations_fast()
    assert getattr(EnumType, "_create_") is before  # noqa: B009
