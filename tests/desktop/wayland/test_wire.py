"""Messages of the Wayland protocol, byte for byte."""

from __future__ import annotations

import sys

import pytest

from coach.desktop.wayland.wire import Arguments, Message, Messages, WireError, encode

little = pytest.mark.skipif(sys.byteorder != "little", reason="the bytes below are of a little-endian machine")


@little
@pytest.mark.parametrize(
    ("arguments", "body"),
    [
        ((), ""),
        ((7,), "07000000"),
        ((-1,), "ffffffff"),
        (("",), "0100000000000000"),
        (("abc",), "0400000061626300"),
        (("abcd",), "050000006162636400000000"),
        ((b"",), "00000000"),
        ((b"\1\2\3",), "0300000001020300"),
        ((2, "wl_seat", 9), "0200000008000000" + b"wl_seat\0".hex() + "09000000"),
    ],
)
def test_a_request_is_written_as_the_protocol_has_it(arguments, body):
    size = 8 + len(body) // 2
    assert encode(3, 5, *arguments).hex() == f"030000000500{size:02x}00{body}"


def test_what_is_written_is_read():
    arguments = Arguments(encode(1, 0, 4294967295, "zwölf", b"\1\2\3\4\5", "", 12)[8:])
    assert arguments.number() == 4294967295
    assert arguments.text() == "zwölf"
    assert arguments.array() == b"\1\2\3\4\5"
    assert arguments.text() == ""
    assert arguments.number() == 12


def test_an_array_of_numbers():
    three = b"".join(number.to_bytes(4, sys.byteorder) for number in (2, 3, 4294967295))
    assert Arguments(encode(1, 0, three)[8:]).numbers() == (2, 3, 4294967295)
    with pytest.raises(WireError, match="misread-list"):
        Arguments(encode(1, 0, three[:-1])[8:]).numbers()


def test_a_string_that_is_none_and_one_that_is_no_text():
    assert Arguments(bytes(4)).text() == ""
    assert Arguments(encode(1, 0, b"a\xff\0")[8:]).text() == "a\ufffd"


@pytest.mark.parametrize("cut", range(1, 16))
def test_what_is_cut_is_told_and_not_guessed(cut):
    arguments = Arguments(encode(1, 0, 6, "abc", 8)[8:-cut])
    with pytest.raises(WireError, match="misread-end"):
        (arguments.number(), arguments.text(), arguments.number())


@pytest.mark.parametrize("size", [1, 3, 7, 8, 9, 1000])
def test_messages_come_in_pieces_of_any_size(size):
    data = encode(2, 0, "one") + encode(3, 1) + encode(2, 7, 5, b"x" * 50)
    messages, found = Messages(), []
    for start in range(0, len(data), size):
        found += messages.of(data[start : start + size])
    assert [(m.object_id, m.opcode, len(m.body)) for m in found] == [(2, 0, 8), (3, 1, 0), (2, 7, 60)]
    assert messages.of(b"") == []


@pytest.mark.parametrize("size", [0, 4, 7, 9, 10])
def test_a_length_that_no_message_has(size):
    head = (1).to_bytes(4, sys.byteorder) + (size << 16).to_bytes(4, sys.byteorder)
    with pytest.raises(WireError, match=f"misread-size {size}"):
        Messages().of(head)


def test_the_longest_message():
    assert Messages().of(encode(1, 2, bytes(65516))) == [Message(1, 2, encode(1, 2, bytes(65516))[8:])]
