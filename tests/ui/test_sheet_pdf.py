"""The printed sheet: a PDF with the routine's name, whole pages, nothing left of a failure."""

from __future__ import annotations

import re

import pytest

from coach.ui.sheet_pdf import print_sheet
from tests.ui.parts import FakeParts


@pytest.mark.parametrize("ident", ["desk-reset", "anti-slouch-daily"])
def test_a_sheet(qapp, tmp_path, ident):
    parts = FakeParts()
    print_sheet(parts, ident, tmp_path / "sheet.pdf")
    data = (tmp_path / "sheet.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    pages = len(re.findall(rb"/Type /Page\b", data))
    assert pages == (1 if ident == "desk-reset" else 2)
    title = str(parts.library.catalogue.routines[ident].title)
    assert title.encode("utf-16-be") in data
    assert [entry.name for entry in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_folder_that_is_not_there(qapp, tmp_path):
    with pytest.raises(OSError, match="No such file"):
        print_sheet(FakeParts(), "desk-reset", tmp_path / "none" / "sheet.pdf")
