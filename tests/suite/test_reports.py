"""Of a test that passed its worker tells once; what did not pass, and what says more, is told as ever."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from tests.suite.reports import says_nothing, without_what_went_well


@pytest.mark.parametrize("when", ["setup", "call", "teardown"])
@pytest.mark.parametrize("outcome", ["passed", "failed", "skipped"])
def test_only_what_went_well_around_a_test_says_nothing(
    when: Literal["setup", "call", "teardown"], outcome: Literal["passed", "failed", "skipped"]
) -> None:
    report = pytest.TestReport("test_one.py::one", ("test_one.py", 1, "one"), {}, outcome, None, when)
    assert says_nothing(report) is (outcome == "passed" and when != "call")


def test_a_report_of_collecting_is_told() -> None:
    assert not says_nothing(pytest.CollectReport("test_one.py", "passed", None, []))


def test_all_else_is_sent_as_it_is() -> None:
    sent: list[tuple[str, dict[str, Any]]] = []
    send = without_what_went_well(lambda name, **what: sent.append((name, what)))
    told = [("logstart", {"nodeid": "a"}), ("testreport", {"data": {"when": "call"}})]
    for name, what in (told[0], ("testreport", {"data": {"went_well": True, "item_index": 3}}), told[1]):
        send(name, **what)
    assert sent == told
