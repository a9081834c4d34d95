"""What a worker tells of its tests: that one passed is told once, not thrice.

pytest reports a test's setup, the test and its teardown. xdist sends each of them to the process that hands the tests
out, which takes it apart again and asks every plugin about it: an eighth of all the work where tests are as small as
most of ours. Nobody there needs to hear that a setup or a teardown went well, unless their times were asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

_WENT_WELL = {"went_well": True}


def tell_less(config: pytest.Config) -> None:
    """In a worker of a run in which nobody asked for more than what passed and what did not."""
    asked = (config.getoption("durations", None), config.getoption("xmlpath", None))
    if hasattr(config, "workerinput") and asked == (None, None):
        config.pluginmanager.register(_TellingLess())


class _TellingLess:
    @pytest.hookimpl(trylast=True)
    def pytest_sessionstart(self, session: pytest.Session) -> None:
        for plugin in session.config.pluginmanager.get_plugins():
            if callable(send := getattr(plugin, "sendevent", None)):  # xdist's, which has no name
                plugin.sendevent = without_what_went_well(send)

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_to_serializable(self, report: object) -> dict[str, Any] | None:
        return dict(_WENT_WELL) if says_nothing(report) else None


def says_nothing(report: object) -> bool:
    """Whether it is of a setup or a teardown that went well."""
    return isinstance(report, pytest.TestReport) and report.passed and report.when != "call"


def without_what_went_well(send: Callable[..., None]) -> Callable[..., None]:
    """The same as xdist's `sendevent`, without those."""

    def sent(name: str, **what: Any) -> None:
        if not _WENT_WELL.items() <= what.get("data", {}).items():
            send(name, **what)

    return sent
