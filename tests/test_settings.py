"""A setting that somebody or something has spoilt is as on the first day, said once, and everything else works."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach import settings
from coach.content.model import Window
from coach.desk import Desk
from coach.desk_library import WholeLibrary
from coach.desktop.protocol import NullIdle, NullQuiet
from coach.progress.setting import Setting
from coach.progress.store import Store
from coach.reminders.desk_hours import DeskHours
from coach.reminders.state import State
from coach.settings import (
    AIM,
    DESK_HOURS,
    KIT_MISSING,
    LATENESS,
    MUTED,
    REMINDERS_ENABLED,
    REMINDERS_STATE,
    SAFETY_PASSED,
    TAKEN_OVER,
    TEXT_SIZE,
    THEME,
    VOICE_AMOUNT,
    VOLUME,
    Swap,
    TakenOver,
)
from tests.fakes import A_TEST, EMPTY, FakeClock, FakeLibrary
from tests.stores import memory_store, noticed

WRONG = {
    "null": "null",
    "list": "[]",
    "map": "{}",
    "text": '"x"',
    "beyond every float": "1e999",
    "NaN": "NaN",
    "Infinity": "-Infinity",
    "negative": "-1",
    "huge": "1" + "0" * 400,
    "more digits than Python reads": "9" * 6000,
    "true": "true",
    "3,000 brackets": "[" * 3000,
    "3,000 brackets closed": "[" * 3000 + "]" * 3000,
    "no JSON": "{oops",
    "empty": "",
    "half a pair": '"\\ud800"',
}


@pytest.fixture
def store() -> Store:
    return memory_store(FakeClock())


def put(store: Store, name: str, text: Any) -> None:
    store._database.write("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (name, text))


@pytest.mark.parametrize("setting", settings.ALL, ids=lambda setting: setting.name)
def test_whatever_stands_there_a_reader_gets_something_it_can_use(setting: Setting[Any]) -> None:
    for name, text in WRONG.items():
        store = memory_store(FakeClock())
        put(store, setting.name, text)
        found = store.get(setting)
        told = noticed(store)
        assert store.get(setting) == found, name
        assert noticed(store) == told, f"{name}: said once"
        if told:
            assert found == setting.default, name
            assert told == ("A setting in the data file cannot be used; it is as it was on the first day.",), name


@pytest.mark.parametrize("text", [text for text in WRONG.values() if text != "true"])
def test_only_a_day_or_true_lets_begin(store: Store, text: str) -> None:
    put(store, SAFETY_PASSED.name, text)
    assert store.get(SAFETY_PASSED) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"2026-05-14"', date(2026, 5, 14)),
        ('"2026-05-14T09:00:00+00:00"', date(2026, 5, 14)),
        ("true", True),
        ("false", None),
        ('""', None),
        ("0", None),
        ("1", None),
        ('"2026-13-14"', None),
    ],
)
def test_window_and_terminal_have_one_truth_about_the_safety_questions(
    store: Store, text: str, expected: object
) -> None:
    put(store, SAFETY_PASSED.name, text)
    assert store.get(SAFETY_PASSED) == expected


@pytest.mark.parametrize(
    ("setting", "value"),
    [(VOLUME, 0.0), (VOLUME, 1), (TEXT_SIZE, 1.25), (THEME, "dark"), (MUTED, True), (VOICE_AMOUNT, "names")],
)
def test_what_may_be_is_given_back(store: Store, setting: Setting[Any], value: object) -> None:
    assert store.get(setting) == setting.default
    store.keep(setting, value)
    assert store.get(setting) == value
    assert store.notices == ()


def test_a_switch_that_is_none_hides_no_other(store: Store) -> None:
    put(store, REMINDERS_ENABLED.name, '{"a": true, "b": "no", "c": false}')
    assert store.get(REMINDERS_ENABLED) == {"a": True, "c": False}


@pytest.mark.parametrize("text", ["[1, 2]", "[1, 2, null]", "[-1, 0, 0]", "[1, 1e300, 0]", '{"0": 1}'])
def test_a_lateness_that_cannot_be_is_none(store: Store, text: str) -> None:
    put(store, LATENESS.name, text)
    assert store.get(LATENESS) is None


def test_a_name_is_known_once() -> None:
    names = [setting.name for setting in settings.ALL]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("value", [b"\xff\xfe", 7, 0.5, b""])
def test_a_value_that_is_no_text_at_all_is_as_on_the_first_day(store: Store, value: Any) -> None:
    put(store, VOLUME.name, value)
    assert store.get(VOLUME) == VOLUME.default or value == 0.5


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_the_desk_begins_whatever_is_kept_of_it(text: str) -> None:
    clock = FakeClock()
    store = memory_store(clock)
    put(store, REMINDERS_STATE.name, text)
    put(store, REMINDERS_ENABLED.name, text)
    desk = Desk(clock, WholeLibrary(clock, FakeLibrary(EMPTY), store), store, NullIdle(A_TEST), NullQuiet(A_TEST))
    assert desk.as_json()["paused"] is False
    assert State.from_json({}) == State()


def test_every_setting_stands_in_the_table_under_a_name_of_its_own() -> None:
    """Another is found under the same key, or is not tried with what somebody has spoilt."""
    named = {setting.name for setting in vars(settings).values() if isinstance(setting, Setting)}
    assert sorted(setting.name for setting in settings.ALL) == sorted(named)
    assert len(named) == len(settings.ALL) == sum(isinstance(value, Setting) for value in vars(settings).values())


def test_the_names_in_the_store_are_given_in_one_place() -> None:
    """But for the lengths of routines and the loads of exercises, of which there is one for each."""
    root = Path(settings.__file__).parent
    sources = {file.relative_to(root).as_posix(): file.read_text("utf-8") for file in root.rglob("*.py")}
    giving = [place for place, source in sources.items() if re.search(r"(=|return) Setting\(", source)]
    assert sorted(giving) == ["progress/lengths.py", "progress/loads.py", "settings.py"]
    names = "|".join(setting.name for setting in settings.ALL)
    by_its_name = re.compile(rf"\.(set_setting|setting|get|keep)\(\s*[\"']({names})[\"']")
    assert [place for place, source in sources.items() if by_its_name.search(source)] == []


@pytest.mark.parametrize(
    ("setting", "text", "value"),
    [
        (AIM, '"running"', "running"),
        (AIM, "null", None),
        (KIT_MISSING, '["band", "foam-roller"]', frozenset({"band", "foam-roller"})),
        (KIT_MISSING, "[]", frozenset()),
        (DESK_HOURS, '{"days": ["mon"], "from": "9:00", "until": "12:30"}', DeskHours(("mon",), Window(540, 750))),
    ],
)
def test_what_a_person_wants_has_and_when_is_read(
    store: Store, setting: Setting[Any], text: str, value: object
) -> None:
    put(store, setting.name, text)
    assert store.get(setting) == value
    assert store.notices == ()


@pytest.mark.parametrize("text", ['"swimming"', "true", '["a", 1]', '[" "]', '["-"]', '["a b"]', '"band"'])
def test_another_aim_and_what_is_no_list_of_things_is_as_on_the_first_day(store: Store, text: str) -> None:
    put(store, AIM.name, text)
    put(store, KIT_MISSING.name, text)
    assert (store.get(AIM), store.get(KIT_MISSING)) == (None, frozenset())


def test_what_took_over_in_a_session_is_kept_and_read(store: Store) -> None:
    taken = TakenOver(7, (Swap(3, "plank", "wall-lean"),))
    store.keep(TAKEN_OVER, taken.as_json())
    assert store.get(TAKEN_OVER) == taken
    for text in ("[]", "{}", '{"session": null, "swaps": []}', '{"session": 7, "swaps": [["a", "b", "c"]]}'):
        put(store, TAKEN_OVER.name, text)
        assert store.get(TAKEN_OVER) == TakenOver()
