"""What the terminal says by itself is translated to the last word; its keys stay what they are."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from coach.words import asking, menu, terminal, terminal_wall
from tests.words.languages import Bracketed, outside_brackets

GIVEN: dict[str, Any] = {"title": "", "titles": (), "areas": (), "reason": "gap", "how": "pain", "key": "q"}
"""Values for arguments that are no number; texts that are put in have words of their own."""


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function of these modules that takes a language."""
    modules: tuple[ModuleType, ...] = (asking, menu, terminal, terminal_wall)
    for module in modules:
        for name, function in vars(module).items():
            if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_"):
                yield f"{module.__name__}.{name}", function


def value(parameter: inspect.Parameter) -> object:
    """Something of its kind to tell."""
    if parameter.name in GIVEN:
        return GIVEN[parameter.name]
    return "" if parameter.annotation == "str" else parameter.annotation == "bool" or 2


@pytest.mark.parametrize(("name", "function"), list(functions()))
def test_every_word_is_translated(name: str, function: Callable[..., object]):
    language = Bracketed()
    parameters = list(inspect.signature(function).parameters.values())[1:]
    named = {each.name: value(each) for each in parameters}
    told = function(language, **named)
    for text in told if isinstance(told, tuple) else (told,):
        assert outside_brackets(str(text)).strip() == "", name
    assert language.asked
