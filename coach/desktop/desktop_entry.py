"""Files by the Desktop Entry Specification: a program's command line written into one, and read out of one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping, Sequence

GROUP = "Desktop Entry"
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")  # an argument with one of these is quoted
_QUOTED = frozenset('"`$\\')  # takes a backslash within quotes
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


def command_line(command: Sequence[str]) -> str:
    """The value of Exec. OSError for a path that no such file can name, which are UTF-8."""
    return value(" ".join(_argument(word) for word in command))


def value(text: str) -> str:
    """Any string as it stands behind a key."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), os.fsencode(text)) from None
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in text)
    return "\\s" + escaped[1:] if escaped.startswith(" ") else escaped


def written(keys: Mapping[str, str]) -> str:
    """The whole file; each value as `value` or `command_line` gives it."""
    return f"[{GROUP}]\n" + "".join(f"{key}={text}\n" for key, text in keys.items())


def read(text: str) -> dict[str, str]:
    """The keys of the group, each value as it is meant. What is no entry has none."""
    keys: dict[str, str] = {}
    group = ""
    for line in text.removeprefix("\ufeff").split("\n"):
        stripped = line.strip()
        if stripped.startswith("[") and stripped.endswith("]"):
            group = stripped[1:-1]
        elif group == GROUP and not stripped.startswith("#"):
            key, equals, raw = stripped.partition("=")
            if equals:
                keys.setdefault(key.strip(), _meant(raw.strip()))
    return keys


def command_of(exec_value: str) -> tuple[str, ...]:
    """The words of an Exec as `read` gives it, without its field codes; those that `env` is to set stand first."""
    return tuple(word for word in _words(exec_value) if word is not None)


def program_of(command: Sequence[str]) -> str:
    """What is started: of `env NAME=value program` the program. "" where there is none."""
    words = list(command)
    if words and os.path.basename(words[0]) == "env":  # noqa: PTH119 - it is no path of this machine yet
        words = words[1:]
        while words and (words[0].startswith("-") or "=" in words[0]):
            words = words[1:]
    return words[0] if words else ""


def _argument(word: str) -> str:
    escaped = word.replace("%", "%%")
    if escaped and not _RESERVED.intersection(escaped):
        return escaped
    return '"' + "".join(f"\\{letter}" if letter in _QUOTED else letter for letter in escaped) + '"'


def _meant(raw: str) -> str:
    found, letters = [], iter(raw)
    for letter in letters:
        if letter == "\\":
            escaped = next(letters, "")
            found.append(_ESCAPED.get(escaped, f"\\{escaped}"))
        else:
            found.append(letter)
    return "".join(found)


def _words(line: str) -> Iterator[str | None]:
    """Each word; None for a field code, which stands for what is opened with the program."""
    letters = iter(line)
    word, is_word, is_quoted = "", False, False
    for letter in letters:
        if letter == '"':
            is_quoted, is_word = not is_quoted, True
        elif letter == "\\":
            word, is_word = word + next(letters, ""), True
        elif letter in " \t\n" and not is_quoted:
            if is_word:
                yield _without_codes(word)
            word, is_word = "", False
        else:
            word, is_word = word + letter, True
    if is_word:
        yield _without_codes(word)


def _without_codes(word: str) -> str | None:
    if len(word) == 2 and word[0] == "%" and word[1] != "%":
        return None
    return word.replace("%%", "%")
