"""Starts the program in a process of its own, which outlives this one."""

from __future__ import annotations

import sys


def start_apart(*words: str) -> None:
    """`posture-coach` with these words, by the same Python and for the same person. It holds nothing of this one open:
    whoever waits for the end of what we print does not wait for that one, too.
    """
    from PySide6.QtCore import QProcess

    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments(["-m", "coach", *words])
    process.setStandardInputFile(QProcess.nullDevice())
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.startDetached()
