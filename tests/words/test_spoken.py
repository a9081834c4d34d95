"""A language by its tag alone, without looking for what else there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.words.language import ENGLISH
from coach.words.pseudo import PseudoLanguage
from coach.words.spoken import spoken


def test_english_and_the_pseudo_language_need_no_file(tmp_path: Path):
    assert spoken("en", tmp_path) is ENGLISH
    assert isinstance(spoken("qps", tmp_path), PseudoLanguage)


@pytest.mark.parametrize("written", [None, b"", b"no translations"])
def test_where_its_file_is_none_it_is_english(tmp_path: Path, written: bytes | None):
    if written is not None:
        (tmp_path / "de.qm").write_bytes(written)
    assert spoken("de", tmp_path) is ENGLISH
