"""Which tests count for the coverage: those that mirror what is measured. That another one comes along a branch as well
is no test of it.

So the others go without the tracer, and so does the collecting: it doubles what a test takes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]
COVERAGE = "_cov"
"""What pytest-cov registers itself as, where it was asked for."""
BESIDE = {"coach.content": ("commands/test_sharing.py",)}
"""What else tests a package: of a file from others only the whole way in shows what is taken of it."""
AGAIN_AND_AGAIN = frozenset(
    TESTS / name
    for name in (
        "content/test_any_bytes.py",
        "content/test_bombs.py",
        "content/test_schema_offers.py",
        "content/test_stock_readers.py",
        "reminders/test_properties.py",
        "reminders/test_years.py",
        "session/test_properties.py",
    )
)
"""Those that go a thousand times over what another one in their folder has counted."""


def counting_for(packages: list[str]) -> frozenset[Path]:
    """Their folders, and files beside."""
    mirrors = {TESTS.joinpath(*package.split(".")[1:]) for package in packages}
    return frozenset(mirrors | {TESTS / name for package in packages for name in BESIDE.get(package, ())})


def import_all(package: str) -> None:
    """What a module does as it is imported is seen by the tracer once, before it is paused."""
    found = import_module(package)
    for module in pkgutil.walk_packages(found.__path__, f"{package}."):
        import_module(module.name)


def count(config: pytest.Config) -> None:
    """Where coverage was asked for, in whichever process it is that runs tests."""
    plugin = config.pluginmanager.getplugin(COVERAGE)
    only_hands_out = not hasattr(config, "workerinput") and config.getoption("tx", None)
    if plugin is not None and not only_hands_out:
        config.pluginmanager.register(Counting(plugin))


class Counting:
    """Pauses the coverage for whatever does not count."""

    def __init__(self, plugin: Any) -> None:
        self._plugin = plugin
        self._counts = True
        self._counted: frozenset[Path] = frozenset()

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Generator[None, object, object]:
        measured = list(self._controller.cov.config.source)
        self._counted = counting_for(measured)
        for package in measured:
            import_all(package)
        self._count(False)
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        is_counted = not self._counted.isdisjoint([item.path, *item.path.parents])
        self._count(is_counted and item.path not in AGAIN_AND_AGAIN)
        return (yield)

    @property
    def _controller(self) -> Any:
        return self._plugin.cov_controller

    def _count(self, counts: bool) -> None:
        if counts != self._counts:
            (self._controller.resume if counts else self._controller.pause)()
        self._counts = counts
