"""The lines of a history file."""

from __future__ import annotations

import json

import pytest

from coach.progress.portable.lines import read, write
from coach.progress.portable.wrong import NoHistoryError
from coach.words.history_file import left_out as in_words
from coach.words.language import ENGLISH
from tests.progress.portable.histories import NOW, choice, deleted, session

FIRST = b'{"format": "posture-coach-history", "version": 1, "exported": "2026-06-01T08:00:00+01:00"}'


def test_the_first_line_says_what_it_is():
    [first] = write([], NOW)
    assert json.loads(first) == {
        "format": "posture-coach-history", "version": 1, "exported": "2026-06-01T08:00:00+01:00",
    }  # fmt: skip


def test_records_stand_sorted_by_type_moment_and_uid():
    late = session("a", started="2026-05-02T09:00:00+02:00")
    records = [deleted("z", "2026-05-01T10:00:00Z"), choice("c", "2026-05-01T10:00:00Z"), late, session("b")]
    assert [json.loads(line).get("uid") for line in write(records, NOW)] == [None, "b", "a", "c", "z"]


def test_what_is_written_is_read():
    records = [session("b"), choice("c", "2026-05-01T10:00:00Z")]
    assert read("\n".join(write(records, NOW)).encode()) == (records, [])


def test_a_line_that_cannot_be_used_is_named_and_the_rest_is_read():
    good = "\n".join(write([session()], NOW)).splitlines()[1].encode()
    text = b"\n".join([FIRST, b"{", b"", b"7", good, b'{"type": "dream"}', b"\xff", b'{"type": "deleted"}'])
    records, left_out = read(text)
    assert [one["uid"] for one in records] == ["one"]
    assert [in_words(ENGLISH, one) for one in left_out] == [
        "line 2 is not JSON; it is left out",
        "line 4 is not a JSON object; it is left out",
        (
            'line 6 has the type "dream"; known are session, test, reminder, safety, conditions, plan, choice, '
            "setting, deleted; it is left out"
        ),
        "line 7 is not JSON; it is left out",
        "line 8 has no uid; it is left out",
    ]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_ends_of_lines_and_a_mark_of_bytes(ending: bytes):
    good = "\n".join(write([session()], NOW)).splitlines()[1].encode()
    records, left_out = read(b"\xef\xbb\xbf" + FIRST + ending + good + ending)
    assert ([one["uid"] for one in records], left_out) == (["one"], [])


@pytest.mark.parametrize(
    ("first", "is_newer"),
    [
        (FIRST.replace(b"1,", b"2,"), True),
        (FIRST.replace(b"1,", b'"1",'), False),
        (FIRST.replace(b"1,", b"true,"), False),
        (FIRST.replace(b"-history", b""), False),
        (b"", False),
        (b"[]", False),
        (b"date,time", False),
    ],
)
def test_another_first_line_is_refused(first: bytes, is_newer: bool):
    with pytest.raises(NoHistoryError) as error:
        read(first + b"\n")
    assert error.value.is_newer is is_newer
