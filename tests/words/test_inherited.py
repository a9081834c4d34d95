"""What an author is told of sets and rests that a step takes over."""

from __future__ import annotations

import pytest

from coach.content.inherited import Inherited
from coach.words.inherited import kept


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            Inherited(1, "row", 2, 90.0, in_rounds=False),
            (
                "row keeps its own 2 sets here, with 1m30s of rest between them; "
                "write sets: 2 where that is meant, or sets: 1"
            ),
        ),
        (
            Inherited(1, "row", 3, None, in_rounds=True),
            "row keeps its own 3 sets in every round; write sets: 3 where that is meant, or sets: 1",
        ),
        (
            Inherited(1, "row", None, 10.0, in_rounds=False),
            "row keeps its own rest of 10s between the sets here; write rest: 10s where that is meant, or another",
        ),
    ],
)
def test_kept(found: Inherited, told: str) -> None:
    assert kept(found) == told
