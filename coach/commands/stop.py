"""How a command ends: 0 fine, 1 the input is at fault, 2 wrong usage, 3 this machine cannot (said how to mend it)."""

from __future__ import annotations

FINE, INPUT, USAGE, MACHINE = 0, 1, 2, 3


class Stop(Exception):  # noqa: N818 - it is a way out, not an error
    """Ends the command with a sentence on stderr and an exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code
