"""Bytes into text: encoding, invisible characters, size."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

# A healthy reminder of six lines; what follows begins on line 7.
HEAD = "kind: reminder\nformat: 1\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n"


HEALTHY = [
    HEAD,
    "\ufeff" + HEAD,
    HEAD.replace("\n", "\r\n"),
    HEAD.replace("\n", "\r"),
    "---\n" + HEAD + "...\n",
    "# words\n\n" + HEAD,
    HEAD.replace("messages", "'messages'"),
]
CASES = [
    (b"", ["1:1: the file is empty; begin with kind: and the kind of file it is"]),
    (b"   \n\n", ["1:1: the file is empty; begin with kind: and the kind of file it is"]),
    (b"# only words\n", ["1:1: the file is empty; begin with kind: and the kind of file it is"]),
    (b"---\n", ["1:1: the file is empty; begin with kind: and the kind of file it is"]),
    (b"\xff\xfek\x00", ["1:1: the byte 0xFF is not UTF-8; save the file as UTF-8"]),
    (HEAD.encode() + b"why: caf\xe9\n", ["7:9: the byte 0xE9 is not UTF-8; save the file as UTF-8"]),
    (b"title: \xc3\xa9\xc3\xa9\xff", ["1:10: the byte 0xFF is not UTF-8; save the file as UTF-8"]),
    (b"kind: reminder\x00\n", ["1:15: the character U+0000 cannot be seen; take it out"]),
    (HEAD + "\x00", ["7:1: the character U+0000 cannot be seen; take it out"]),
    (HEAD + "summary: a\x07b\n", ["7:11: the character U+0007 cannot be seen; take it out"]),
    (HEAD + "summary: \u2028 x\n", ["7:10: the character U+2028 cannot be seen; take it out"]),
    (
        "\ufeff\ufeffkind: reminder\nformat: 1\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        [
            "1:1: the character U+FEFF cannot be seen; take it out",
            (
                "1:1: kind is missing; write kind: and one of exercise, routine, test, reminder, plan, "
                "lesson, figure, coaching, areas, safety, sources, pronunciations"
            ),
        ],
    ),
    (HEAD + "summary: \ud7ff\n", []),
    (HEAD + "summary: Rück\u00adgrat \U0001f9d8\u200d\u2640\ufe0f \u0645\u06cc\u200c\u062e\n", []),
    *(
        (HEAD + f"summary: a{hidden}b\n", [f"7:11: the character U+{ord(hidden):04X} cannot be seen; take it out"])
        for hidden in "\u202e\u202a\u2066\u2069\u200b\u200e\u200f\u061c\u2060\u2064\u3164\ufff9\U000e0041"
    ),
    (HEAD + 'summary: "a\\u202eb"\n', ["7:10: the character U+202E cannot be seen; take it out"]),
]


@pytest.mark.parametrize("text", HEALTHY)
def test_healthy_forms_of_a_file(shelf: Shelf, text: str) -> None:
    assert shelf.of_text(text) == []


@pytest.mark.parametrize(("text", "problems"), CASES)
def test_bytes(shelf: Shelf, text: str | bytes, problems: list[str]) -> None:
    assert shelf.of_text(text) == problems


def test_256_kib_is_the_limit(shelf: Shelf) -> None:
    full = HEAD + "#" + "x" * (256 * 1024 - len(HEAD) - 1)
    assert shelf.of_text(full) == []
    assert shelf.of_text(full + "x") == ["1:1: the file is larger than 256 KiB; split it into smaller ones"]
