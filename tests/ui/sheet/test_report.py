"""The report on paper: one page, whatever there is to tell."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QPageSize

from coach.content.model import Text
from coach.ui.sheet.report import NothingToReportError, print_report
from tests.beside import slow
from tests.ui.parts import FakeParts, shipped

A4, LETTER = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter
LONG = "Schulterblattzusammenziehungskräftigungsübungsfolge " * 4


def pages_of(written: bytes) -> int:
    return written.count(b"/Type /Page\n") + written.count(b"/Type /Page ")


def full(parts: FakeParts) -> None:
    """Everything that a report can tell, and much of it."""
    store, catalogue = parts.store, parts.library.catalogue
    store.start_plan("eight-weeks", parts.clock.wall().date() - timedelta(days=60))
    for days_ago in range(80, 0, -1):
        session = parts.begin("upper-back-strength", days_ago=days_ago)
        for exercise in list(catalogue.exercises)[: days_ago % 5]:
            store.add_pain(session, exercise, days_ago % 8)
        store.finish_session(session, "pain" if days_ago % 2 else "finished")
        store.rate_session(session, days_ago % 10, days_ago % 7)
    for days_ago in (70, 3):
        now = parts.clock.wall()
        parts.clock.set_wall(now - timedelta(days=days_ago))
        tension = dict.fromkeys(catalogue.areas, days_ago % 9 + 1)
        store.add_test("wall-test", {"test_id": "wall-test", "hold_seconds": 20.0, "tension": tension})
        parts.clock.set_wall(now)
    store.add_safety([one.id for one in catalogue.safety.questions])
    store.add_conditions(catalogue.safety.conditions)


@pytest.fixture
def long_named():
    """The shipped library with names as long as a language may make them."""
    catalogue = shipped()
    return replace(
        catalogue,
        exercises={k: replace(v, title=Text(LONG)) for k, v in catalogue.exercises.items()},
        routines={k: replace(v, title=Text(LONG)) for k, v in catalogue.routines.items()},
        areas={k: replace(v, title=Text(LONG)) for k, v in catalogue.areas.items()},
        tests={k: replace(v, title=Text(LONG)) for k, v in catalogue.tests.items()},
        safety=replace(
            catalogue.safety,
            questions=tuple(replace(one, ask=Text(LONG * 3)) for one in catalogue.safety.questions),
            conditions={f"condition-{n}": Text(LONG * 3) for n in range(40)},
            disclaimer=Text(LONG * 3),
        ),
    )


@pytest.mark.parametrize("page", [*slow((A4,)), LETTER])  # a letter is shorter
def test_it_is_one_page_with_much_to_tell(qapp, tmp_path, page, long_named):
    for name, parts in (("shipped", FakeParts()), ("long", FakeParts(long_named))):
        full(parts)
        file = tmp_path / f"{name}.pdf"
        print_report(parts, parts.clock.wall(), file, page)
        assert pages_of(file.read_bytes()) == 1, name
    assert sorted(one.name for one in tmp_path.iterdir()) == ["long.pdf", "shipped.pdf"]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="reads the page with poppler")
def test_its_text_can_be_read_and_ends_above_the_foot(qapp, tmp_path):
    parts = FakeParts()
    full(parts)
    print_report(parts, parts.clock.wall(), tmp_path / "report.pdf", A4)
    read = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-layout", str(tmp_path / "report.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    for text in ("Report to take along", "Stopped for pain", "Safety questions answered", "may be real", "and "):
        assert text in read
    assert "This program gives general exercise information." in read


def test_where_there_is_nothing_no_file_is_left(qapp, tmp_path):
    parts = FakeParts()
    with pytest.raises(NothingToReportError, match="nothing to report"):
        print_report(parts, parts.clock.wall(), tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_an_error(qapp, tmp_path):
    parts = FakeParts()
    parts.tested(days_ago=1, hold=20)
    with pytest.raises(OSError, match="No such file"):
        print_report(parts, parts.clock.wall(), tmp_path / "none" / "report.pdf")


def test_a_disk_that_fills_up_is_an_error(qapp, tmp_path, monkeypatch):
    parts = FakeParts()
    parts.tested(days_ago=1, hold=20)
    monkeypatch.setattr("coach.ui.sheet.report.is_whole", lambda _file: False)
    with pytest.raises(OSError, match="No space"):
        print_report(parts, parts.clock.wall(), tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []
