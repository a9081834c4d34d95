"""A person whose language the files speak reads it on every page, as docs/how-to/language.md promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest
from PySide6.QtWidgets import QWidget

from coach.content.catalogue import Catalogue
from coach.content.model import Text
from coach.ui.pages.safety import SafetyPage
from coach.ui.routes import ROUTES
from coach.ui.words.qt_language import LANGUAGE
from coach.words.language import ENGLISH
from tests.beside import every_day
from tests.ui.parts import FakeParts, shipped
from tests.ui.seeing import an_id_for, texts
from tests.words.languages import Glossary

GERMAN = Glossary("de", {})
SIGN = "§"
"""Begins every text in the other language."""


def translated(value: object) -> object:
    """The same with every text of it in two languages."""
    if isinstance(value, Text):
        return Text(value.en, {"de": f"{SIGN} {value.en}"})
    if isinstance(value, Mapping):
        return {key: translated(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(map(translated, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: translated(getattr(value, one.name)) for one in fields(value) if one.init})
    return value


@cache
def german() -> Catalogue:
    found = translated(shipped())
    assert isinstance(found, Catalogue)
    return found


def texts_in(value: object) -> Iterator[str]:
    """Every text of it, in English."""
    if isinstance(value, Text):
        yield value.en
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from texts_in(tuple(getattr(value, one.name) for one in fields(value)))


@cache
def english() -> frozenset[str]:
    """What the files say in English, but for what the program, which has no other language yet, says itself, too."""
    return frozenset(texts_in(shipped())) - {"Wall test", "Hold"}


@pytest.fixture
def parts() -> FakeParts:
    parts = FakeParts(german())
    parts.language = GERMAN
    return parts


@pytest.fixture(autouse=True)
def _spoken() -> Iterator[None]:
    LANGUAGE.speak(GERMAN)
    yield
    LANGUAGE.speak(ENGLISH)


def told(page: QWidget) -> list[str]:
    """What the page still says of the files in English."""
    return sorted(set(texts(page)) & english())


@pytest.mark.parametrize("name", every_day(("today", "routine", "exercise", "plan"), ROUTES))
def test_a_page_says_nothing_of_the_files_in_english(window, name):
    window.go(name, an_id_for(name))
    assert told(window.pages[name]) == []
    assert any(SIGN in text for text in texts(window.pages[name])) or name in ("progress", "settings", "received")


def test_nor_do_the_questions_at_the_wall(window, parts):
    parts.store.add_safety(())
    window.go("walltest")
    page = window.pages["walltest"]
    page.pages.intro.start_button.click()
    while page.page is page.pages.room:
        parts.clock.pass_time(0.5)
        page.advance()
    assert page.page is page.pages.contact
    assert told(page) == []
    assert any(text.startswith(SIGN) for text in texts(page.page))


def test_nor_does_the_result_of_the_last_test(window, parts):
    parts.tested(days_ago=2, hold=24)
    window.go("walltest")
    page = window.pages["walltest"]
    page.pages.intro.last_button.click()
    assert page.page is page.pages.result
    assert told(page) == []


def test_nor_do_the_safety_questions(qtbot, look, parts):
    page = SafetyPage(parts, look)
    qtbot.addWidget(page)
    page.show()
    assert told(page) == []
    assert any(text.startswith(SIGN) for text in texts(page))
