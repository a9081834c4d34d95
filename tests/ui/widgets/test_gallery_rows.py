"""Rows of a gallery: which card stands where, held to the plain way to find it; heights that are known and thought."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.ui.widgets.gallery_rows import Cell, Rows, rows_of

SPANS = st.lists(st.integers(1, 3), max_size=60)


def plainly(spans: list[int], columns: int) -> list[list[tuple[int, int, int]]]:
    """Again and again through all that wait."""
    rows, waiting = [], list(enumerate(spans))
    while waiting:
        row, left, column = [], [], 0
        for number, wanted in waiting:
            span = min(wanted, columns)
            if column + span > columns:
                left.append((number, wanted))
                continue
            row.append((number, column, span))
            column += span
        rows.append(row)
        waiting = left
    return rows


@given(SPANS, st.integers(1, 5))
def test_cards_stand_where_they_would_if_all_were_looked_through(spans, columns):
    found = [[(cell.number, cell.column, cell.span) for cell in row] for row in rows_of(spans, columns)]
    assert found == plainly(spans, columns)


def test_a_hole_is_filled_by_the_next_that_fits():
    assert rows_of([1, 1, 2, 1], 3) == [(Cell(0, 0, 1), Cell(1, 1, 1), Cell(3, 2, 1)), (Cell(2, 0, 2),)]
    assert rows_of([], 3) == []
    assert rows_of([3], 2) == [(Cell(0, 0, 2),)]


def test_what_was_not_measured_is_as_high_as_the_first_of_its_like():
    rows = Rows([2, 1, 1, 1, 1, 1], 2, gap=10, guess=100)
    assert [len(row) for row in rows.rows] == [1, 2, 2, 1]
    assert rows.total == 4 * 100 + 3 * 10
    rows.tell(0, 200)
    assert [rows.height(row) for row in range(4)] == [200, 200, 200, 200], "as any other, where there is none like it"
    rows.tell(1, 150)
    assert [rows.height(row) for row in range(4)] == [200, 150, 150, 200]
    rows.tell(2, 180)
    assert [rows.top(row) for row in range(4)] == [0, 210, 370, 560]
    assert rows.total == 760
    assert [rows.row_of(number) for number in range(6)] == [0, 1, 1, 2, 2, 3]


@pytest.mark.parametrize(
    ("top", "bottom", "seen"),
    [
        (0, 1, [0]),
        (0, 110, [0]),
        (0, 111, [0, 1]),
        (99, 100, [0]),
        (99, 400, [0, 1, 2, 3]),
        (100, 400, [1, 2, 3]),
        (109, 110, []),
        (110, 400, [1, 2, 3]),
        (-50, 0, []),
        (-50, 1, [0]),
        (330, 9000, [3]),
        (430, 9000, []),
    ],
)
def test_what_lies_between_two_lines(top, bottom, seen):
    assert list(Rows([1, 1, 1, 1], 1, gap=10, guess=100).between(top, bottom)) == seen


def test_of_nothing_there_is_nothing():
    rows = Rows([], 3, gap=10, guess=100)
    assert (rows.total, list(rows.between(0, 500))) == (0, [])
