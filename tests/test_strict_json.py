"""What is read is JSON or refused with one kind of error; what is written is JSON that every reader takes."""

from __future__ import annotations

import pytest

from coach import strict_json


@pytest.mark.parametrize(
    "text",
    [
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "-1e999",
        "[" * 60_000,
        '{"a":' * 5000,
        "",
        "{oops",
        b"\xff\x00",
        "9" * 6000,
    ],
)
def test_what_is_no_json_is_a_value_error(text: str | bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reader's own sentence, whichever
        strict_json.read(text)


@pytest.mark.parametrize("value", [None, True, 0, -1.5, "läuft", "\ud800", [1, {"a": []}]])
def test_what_is_written_is_read_again(value: object) -> None:
    text = strict_json.write(value)
    assert strict_json.read(text.encode()) == value


@pytest.mark.parametrize("value", ["", "row", "läuft?", "😀"])
def test_a_text_is_what_utf_8_can_hold(value: str) -> None:
    assert strict_json.is_text(value)


@pytest.mark.parametrize("value", ["half a \ud83d", "\ud83d\ude00", 7, None, b"row", ["row"]])
def test_what_utf_8_cannot_hold_is_no_text(value: object) -> None:
    assert not strict_json.is_text(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [float("-inf")]])
def test_what_is_no_number_is_not_written(value: object) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        strict_json.write(value)
