"""What holds for all tests."""

from __future__ import annotations

import gc
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

from coach import cli, resources
from coach.content import assembling, examining
from coach.content.catalogue import Catalogue
from coach.content.document import Document, read_document, read_quickly
from coach.content.kept import catalogue as kept
from coach.content.kept.chest import Pieces
from coach.content.library_files import Folders, Listed, Look, Seen
from coach.content.ties import Ties
from coach.progress import opening
from tests.examples import examples
from tests.stores import close_stores
from tests.suite.counting import count
from tests.suite.longest_first import longest_first
from tests.suite.reports import tell_less

# What is compiled is kept, as `python3 app.py test` has it: else each worker compiles all test files anew, and each
# program that a test starts all of coach.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
for given in ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"):  # to the terminal of whoever runs the tests
    os.environ.pop(given, None)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything asks for Qt, whichever folder is run

Read = TypeVar("Read", Document, Document | None)

QT = "pytest-qt"
UI = Path(__file__).parent / "ui"
DRAWN = ("test_readme_pictures.py",)

# A busy machine is no failure: no property is judged by the time that an example takes.
settings.register_profile(
    "whenever", max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("whenever")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A worker a core; none for the slow tests, whose real time and sound want the machine to themselves."""
    return 0 if config.option.markexpr == "slow" else os.cpu_count() or 1


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Where Qt's libraries are missing its plugin is off (coach/bootstrap), and its settings would be unknown."""
    if not pluginmanager.has_plugin(QT):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "of pytest-qt, which is off")


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.has_plugin(QT):
        config.addinivalue_line("markers", "qt_log_ignore: of pytest-qt, which is off")
    count(config)
    tell_less(config)
    patch = pytest.MonkeyPatch()
    config.add_cleanup(patch.undo)
    read_shipped_files_once(patch)
    put_the_shipped_library_together_once(patch)
    write_without_waiting_for_the_disk(patch)
    read_words_of_command_line_once(patch)


def read_words_of_command_line_once(patch: pytest.MonkeyPatch) -> None:
    """A program obeys one line, its tests hundreds. In a checkout there are two commands more."""
    whole = cli.command_line
    kept = cache(lambda _is_checkout: whole())
    patch.setattr(cli, "command_line", lambda: kept(resources.is_checkout()))


def read_shipped_files_once(patch: pytest.MonkeyPatch) -> None:
    """Hundreds of files are shipped, and half of the tests begin with all of them; a dozen test files read them as
    they are imported. One that changed is read again.
    """
    shipped = tuple(f"{folder}{os.sep}" for folder in (resources.routines(), resources.media()))

    def once(read: Callable[[Listed], Read]) -> Callable[[Listed], Read]:
        kept = cache(read)
        return lambda listed: (kept if str(listed.file).startswith(shipped) else read)(listed)

    whole = once(read_document)
    for module in (assembling, examining):
        patch.setattr(module, "read_document", whole)
    patch.setattr(assembling, "read_quickly", once(read_quickly))


def put_the_shipped_library_together_once(patch: pytest.MonkeyPatch) -> None:
    """A command begins with the library, and hundreds are tried by somebody who has no file of their own: they share
    one, which is never altered, and what is kept of it.
    """
    shipped = Folders(resources.routines(), resources.media())
    put_together, pieces = assembling.assemble, kept._pieces
    made: list[tuple[Look, Catalogue, Mapping[Seen, Document]]] = []
    laid_away: list[tuple[Catalogue, Pieces]] = []

    def assemble(looks: Sequence[Look], known: Mapping[Seen, Document]) -> tuple[Catalogue, dict[Seen, Document]]:
        first, *others = looks
        if not others or first.folders != shipped or any(one.files or one.sounds or one.problems for one in others):
            return put_together(looks, known)
        if not made or made[0][0] != first:
            made[:] = [(first, *put_together(looks, known))]
        return made[0][1], dict(made[0][2])

    def pieces_of(catalogue: Catalogue, ties: Ties) -> Pieces:
        if not made or catalogue is not made[0][1]:
            return pieces(catalogue, ties)
        if not laid_away or laid_away[0][0] is not catalogue:
            laid_away[:] = [(catalogue, pieces(catalogue, ties))]
        return laid_away[0][1]

    patch.setattr(assembling, "assemble", assemble)
    patch.setattr(kept, "_pieces", pieces_of)


def write_without_waiting_for_the_disk(patch: pytest.MonkeyPatch) -> None:
    """No test pulls the plug, and what the system has been given is there for whoever reads next, after a kill, too."""
    prepared = opening._use_write_ahead_log

    def unsynced(connection: sqlite3.Connection) -> None:
        prepared(connection)
        connection.execute("PRAGMA synchronous = OFF")

    patch.setattr(opening, "_use_write_ahead_log", unsynced)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.markexpr == "slow":
        longest_first(items)


def pytest_collection() -> None:
    """What collecting makes lives until the end: the search for rubbish need not go through it again and again."""
    gc.disable()


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.enable()


class LeftOut(pytest.Module):
    """A file of tests that draw, where nothing can be drawn."""

    def _getobj(self) -> None:
        pytest.skip("Qt's libraries are missing; `python3 app.py test` says which", allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Without Qt whatever tests the window is skipped with that reason instead of failing as it is imported."""
    is_drawn = UI in module_path.parents or module_path.name in DRAWN
    if is_drawn and not parent.config.pluginmanager.has_plugin(QT):
        return LeftOut.from_parent(parent, path=module_path)
    return None


@pytest.fixture(autouse=True)
def stores_are_closed() -> Iterator[None]:
    """The stores that a test made in memory are closed behind it, after its windows are gone."""
    yield
    close_stores()


@pytest.fixture(autouse=True)
def read_from_the_left() -> Iterator[None]:
    """The one direction of the application is no test's to leave behind: the next one would be mirrored."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets.QApplication.instance() if widgets is not None else None
    if app is not None and app.isRightToLeft():
        app.setLayoutDirection(sys.modules["PySide6.QtCore"].Qt.LayoutDirection.LeftToRight)
