"""Starting with the computer on Windows: a value of the person's Run key, and what the Task Manager says of it."""

from __future__ import annotations

import subprocess  # nothing is started: it knows how Windows takes a command line apart
from typing import Any

from coach.desktop.at_login import Entry, OtherProgramError, Start, is_ours, is_there, unread

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
VALUE = "Posture Coach"
_DISABLED_BIT = 1  # of the first byte: 02 and 06 are on, 03 and 07 off


class RunKeyAtLogin:
    """`registry` is the module winreg."""

    def __init__(self, start: Start, registry: Any) -> None:
        self._start, self._registry = start, registry

    def entry(self) -> Entry:
        """As Windows reads it at the next login."""
        where = rf"HKEY_CURRENT_USER\{RUN}\{VALUE}"
        try:
            line, approved = self._value(RUN), self._value(APPROVED)
        except OSError as problem:
            return Entry("unknown", where, why=unread(problem))
        command = words_of(line) if isinstance(line, str) else []
        if command and not is_ours(command):
            return Entry("other", where, command[0])
        is_disabled = isinstance(approved, bytes) and bool(approved) and bool(approved[0] & _DISABLED_BIT)
        if not command or is_disabled:
            return Entry("off", where, command[0] if command else "")
        return Entry("on" if is_there(command[0]) else "gone", where, command[0])

    def switch_on(self) -> None:
        """Written anew, even where it stood or the Task Manager had switched it off."""
        self._refuse_what_is_not_ours()
        registry = self._registry
        line = subprocess.list2cmdline(_with_environment(self._start))
        with registry.CreateKeyEx(registry.HKEY_CURRENT_USER, RUN, 0, registry.KEY_SET_VALUE) as key:
            registry.SetValueEx(key, VALUE, 0, registry.REG_SZ, line)
        self._remove(APPROVED)

    def switch_off(self) -> None:
        """Ours is removed, and what the Task Manager noted of it."""
        self._refuse_what_is_not_ours()
        self._remove(RUN)
        self._remove(APPROVED)

    def _refuse_what_is_not_ours(self) -> None:
        entry = self.entry()
        if entry.state == "other":
            raise OtherProgramError(entry.where)

    def _value(self, folder: str) -> object:
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, folder) as key:
                value: object = self._registry.QueryValueEx(key, VALUE)[0]
                return value
        except FileNotFoundError:
            return None

    def _remove(self, folder: str) -> None:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, folder, 0, registry.KEY_SET_VALUE) as key:
                registry.DeleteValue(key, VALUE)
        except FileNotFoundError:
            pass


def _with_environment(start: Start) -> list[str]:
    """The key holds no environment, and a shell would show its window: Python itself sets it."""
    if not start.environ:
        return list(start.command)
    words = start.command[start.command.index("coach") + 1 :]
    code = (
        f"import os, sys; os.environ.update({dict(start.environ)!r}); sys.argv[1:] = {list(words)!r}; "
        "from coach.cli import run; run()"
    )
    return [start.command[0], "-P", "-c", code]


def words_of(line: str) -> list[str]:
    """The words of a command line as Windows' own programs take it apart."""
    words: list[str] = []
    word, is_word, is_quoted, slashes = "", False, False, 0
    for letter in line:
        if letter == "\\":
            slashes += 1
            continue
        if letter == '"':
            word += "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                is_quoted = not is_quoted
            is_word, slashes = True, 0
            continue
        if slashes:
            word, is_word, slashes = word + "\\" * slashes, True, 0
        if letter in " \t" and not is_quoted:
            if is_word:
                words.append(word)
            word, is_word = "", False
        else:
            word, is_word = word + letter, True
    if is_word or slashes:
        words.append(word + "\\" * slashes)
    return words
