"""What a record may be, and its one way of writing."""

from __future__ import annotations

import math
from typing import Any

import pytest

from coach.progress.portable.form import fitting, moment_of, moment_text, written
from coach.progress.portable.wrong import WrongRecordError
from coach.words.history_file import wrong as in_words
from coach.words.language import ENGLISH
from tests.progress.portable.histories import session

SESSION: dict[str, Any] = {
    "type": "session", "uid": "one", "changed": "2026-05-01T10:00:00+02:00", "kind": "routine", "target": "strong",
    "title": "Strong", "started": "2026-05-01T09:00:00+02:00",
}  # fmt: skip
WORK = {
    "index": 0, "kind": "work", "exercise": "row", "seconds": 5, "outcome": "done", "finished": "2026-05-01T09:01:00Z",
}  # fmt: skip


def told(error: WrongRecordError) -> str:
    return in_words(ENGLISH, error.wrong)


def test_what_may_be_null_may_be_absent():
    assert fitting(SESSION) == {
        **SESSION, "ended": None, "how": None, "effort": None, "pain": None, "morning": None, "pains": [],
        "intervals": [],
    }  # fmt: skip


def test_keys_that_nobody_knows_stay_where_they_are():
    made = fitting({**SESSION, "mood": [1], "intervals": [{**WORK, "band": "red"}]})
    assert (made["mood"], made["intervals"][0]["band"]) == ([1], "red")


def test_for_is_written_where_it_differs():
    same, other = (fitting({**SESSION, "intervals": [{**WORK, "for": named}]}) for named in ("row", "press"))
    assert "for" not in same["intervals"][0]
    assert other["intervals"][0]["for"] == "press"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"uid": ...}, "has no uid"),
        ({"changed": ...}, "has no changed"),
        ({"title": ...}, "has no title"),
        ({"type": "dream"}, 'has the type "dream"; known are session, test'),
        ({"type": ...}, "has the type null; known are"),
        ({"uid": ""}, "has a wrong uid; it is a text that is not empty"),
        ({"uid": 7}, "has a wrong uid"),
        ({"uid": "\ud800"}, "has a wrong uid"),
        ({"title": "half a \ud83d"}, "has a wrong title; it is a text"),
        ({"kind": "game"}, "has a wrong kind; it is one of routine, test, exercise"),
        ({"effort": 11}, "has a wrong effort; it is a whole number from 0 to 10"),
        ({"pain": True}, "has a wrong pain"),
        ({"pain": 4.5}, "has a wrong pain"),
        ({"morning": "fine"}, "has a wrong morning; it is one of better, same, worse"),
        ({"started": "2026-05-01T09:00:00"}, "has a wrong started; it is a time such as"),
        ({"started": "yesterday"}, "has a wrong started"),
        ({"started": 5}, "has a wrong started"),
        ({"started": "0001-01-01T00:00:00+14:00"}, "has a wrong started"),
        ({"ended": ""}, "has a wrong ended"),
        ({"intervals": {}}, "has a wrong intervals; it is a list"),
        ({"intervals": [7]}, "has a wrong intervals; it is a map"),
        ({"intervals": [{**WORK, "seconds": -1}]}, "has in intervals a part that has a wrong seconds"),
        ({"intervals": [{**WORK, "outcome": "won"}]}, "has in intervals a part that has a wrong outcome"),
        ({"intervals": [{**WORK, "index": 2**40}]}, "has in intervals a part that has a wrong index"),
        ({"pains": [{"at": "2026-05-01T09:00:00Z", "exercise": "row"}]}, "has in pains a part that has no pain"),
        ({"pains": [{"at": "2026-05-01T09:00:00Z", "exercise": "row", "pain": 12}]}, "has in pains a part"),
    ],
)
def test_what_does_not_fit_is_told(change: dict[str, Any], why: str):
    value = {key: given for key, given in {**SESSION, **change}.items() if given is not ...}
    with pytest.raises(WrongRecordError) as wrong:
        fitting(value)
    assert told(wrong.value).startswith(why)


AS_WRITTEN = {"set": 1, "side": "left", "reps": 8, **WORK, "seconds": 5.0, "finished": "2026-05-01T09:01:00+00:00"}
ODD = (None, True, 0, 1, -1, 2**31, 2**40, 0.5, -1.0, math.inf, math.nan, "", "reihe-ü", "\ud800", "done", [], {})


def judged(interval: dict[str, Any]) -> dict[str, Any] | str:
    """What becomes of it, or what is said of it."""
    try:
        return dict(fitting({**SESSION, "intervals": [interval]})["intervals"][0])
    except WrongRecordError as wrong:
        return told(wrong)


@pytest.mark.parametrize("key", sorted(AS_WRITTEN))
def test_an_interval_as_it_is_written_is_judged_as_any_other(key: str):
    """One with a key of somebody else's is looked at key by key."""
    for value in ODD:
        interval = {**AS_WRITTEN, key: value}
        ours, others = judged(interval), judged({**interval, "band": "red"})
        assert (ours if isinstance(ours, str) else {**ours, "band": "red"}) == others, value


@pytest.mark.parametrize("value", [None, 7, "session", [SESSION]])
def test_what_is_no_object_is_no_record(value: object):
    with pytest.raises(WrongRecordError) as wrong:
        fitting(value)
    assert told(wrong.value) == "is not a JSON object"


@pytest.mark.parametrize(
    "record",
    [
        {"type": "reminder", "reminder": "r", "what": "shown", "at": "2026-05-01T09:00:00Z"},
        {"type": "safety", "at": "2026-05-01T09:00:00Z", "yes": []},
        {"type": "conditions", "at": "2026-05-01T09:00:00Z", "told": ["x"]},
        {"type": "plan", "plan": "p", "from": "2026-05-01"},
        {"type": "choice", "at": "2026-05-01T09:00:00Z", "routine": "r", "exercise": "e", "what": "reset"},
        {"type": "deleted"},
    ],
)
def test_the_other_types(record: dict[str, Any]):
    whole = {"uid": "one", "changed": "2026-05-01T09:00:00Z", **record}
    assert fitting(fitting(whole)) == fitting(whole)
    for key in set(record) - {"type"}:
        with pytest.raises(WrongRecordError):
            fitting({**whole, key: 7})


def test_a_setting_has_the_uid_of_its_key():
    setting = {"type": "setting", "uid": "setting:theme", "changed": "2026-05-01T09:00:00Z", "key": "theme", "value": 1}
    assert fitting(setting)["value"] == 1
    with pytest.raises(WrongRecordError) as wrong:
        fitting({**setting, "uid": "other"})
    assert told(wrong.value) == "has the uid other; that of a setting is setting: and its key"


def test_a_tests_result_is_judged():
    test = {"type": "test", "uid": "one", "changed": "2026-05-01T09:00:00Z", "test": "t", "at": "2026-05-01T09:00:00Z"}
    with pytest.raises(WrongRecordError) as wrong:
        fitting({**test, "result": {}})
    assert told(wrong.value) == "has a wrong result; it is a test's result as it is stored"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("2026-05-01T10:00:00+02:00", "2026-05-01T10:00:00+02:00"),
        ("2026-05-01T10:00:00Z", "2026-05-01T10:00:00+00:00"),
        ("2026-05-01T10:00+02:00", "2026-05-01T10:00:00+02:00"),
        ("2026-05-01T10:00:00.5+02:00", "2026-05-01T10:00:00.500+02:00"),
        ("2026-05-01T10:00:00.123456-09:30", "2026-05-01T10:00:00.123-09:30"),
    ],
)
def test_moments_have_one_way_of_writing(told: str, text: str):
    assert moment_text(moment_of(told)) == text
    assert moment_text(moment_of(text)) == text


def test_a_record_is_written_with_its_keys_sorted_and_no_spaces():
    assert written(session(mood="ü")).startswith('{"changed":"2026-05-01T10:00:00+02:00","effort":null,')
    assert '"mood":"ü"' in written(session(mood="ü"))


AS_WRITTEN: dict[str, Any] = {
    "index": 0, "kind": "work", "exercise": "lean", "set": 1, "side": "left", "seconds": 5.0, "reps": None,
    "outcome": "done", "finished": "2026-05-01T10:00:00+02:00",
}  # fmt: skip
ODD: dict[str, list[Any]] = {
    "index": [-1, True, 2**40, 1.0, "1", None],
    "kind": ["", 1, None],
    "exercise": [3, []],
    "set": [-1, True, "1", 2**40],
    "side": [1],
    "seconds": [-1.0, float("nan"), float("inf"), True, "5", None],
    "reps": [-1, True, 1.5],
    "outcome": ["gone", 1, None, []],
    "finished": ["2026-13-01T10:00:00+02:00", "2026-05-01T10:00:00", "0001-05-01T10:00:00+00:00", 5, None],
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in ODD.items() for value in values])
def test_an_interval_as_this_program_writes_it_is_judged_as_any_other(key: str, value: Any) -> None:
    """What is looked at quickly is refused with the same words as what has one key more."""
    for more in ({}, {"unknown": 1}):
        with pytest.raises(WrongRecordError) as wrong:
            session(intervals=[{**AS_WRITTEN, key: value, **more}])
        assert told(wrong.value).startswith(f"has in intervals a part that has a wrong {key}; it is")


def test_an_interval_as_this_program_writes_it_stays_so() -> None:
    assert session(intervals=[AS_WRITTEN])["intervals"] == [AS_WRITTEN]
    told = session(intervals=[{**AS_WRITTEN, "seconds": 5, "finished": "2026-05-01T10:00+02:00"}])
    assert told["intervals"] == [AS_WRITTEN]
