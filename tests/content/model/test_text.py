"""Words for a person, and how a file has them."""

from __future__ import annotations

import pytest

from coach.content.model import Text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (Text("Row"), "Row"),
        (Text("Row", {"de": "Rudern"}), {"en": "Row", "de": "Rudern"}),
    ],
)
def test_a_file_has_it_alone_or_by_languages(text: Text, written: object) -> None:
    assert text.written == written
