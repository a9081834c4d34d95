"""Pictures and paper need no screen; what Qt's platform without one cannot do is nobody's concern then."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

PLATFORM = "offscreen"
_CANNOT = (
    "This plugin does not support ",  # propagateSizeHints(), raise(): there is no window manager to tell
    "QObject::connect: No such signal QPlatformNativeInterface::systemTrayWindowChanged",  # nor a tray to look for
)


@contextmanager
def without_platform_notes() -> Iterator[None]:
    """Within it, that platform's notes of what it does not support are left out; every other message passes."""

    def handle(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text.startswith(_CANNOT) and QGuiApplication.platformName() == PLATFORM:
            return
        if before is not None:
            before(kind, context, text)
        else:
            sys.stderr.write(f"{text}\n")

    before = qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
