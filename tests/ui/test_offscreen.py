"""What the platform without a screen says of itself is left out, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import qInstallMessageHandler, qWarning

from coach.ui.offscreen import without_platform_notes


def test_only_the_platforms_own_notes_are_left_out(qapp):
    heard = []
    before = qInstallMessageHandler(lambda _kind, _context, text: heard.append(text))
    try:
        with without_platform_notes():
            qWarning("This plugin does not support propagateSizeHints()")
            qWarning("QObject::connect: No such signal QPlatformNativeInterface::systemTrayWindowChanged(QScreen*)")
            qWarning("QObject::connect: No such signal QWidget::something()")
            qWarning("Something else is wrong")
        qWarning("This plugin does not support raise()")
    finally:
        qInstallMessageHandler(before)
    of_ours = "QObject::connect: No such signal QWidget::something()"
    assert heard == [of_ours, "Something else is wrong", "This plugin does not support raise()"]


def test_without_another_listener_a_message_goes_to_stderr(qapp, capsys):
    before = qInstallMessageHandler(None)
    try:
        with without_platform_notes():
            qWarning("This plugin does not support raise()")
            qWarning("Something is wrong")
    finally:
        qInstallMessageHandler(before)
    assert capsys.readouterr().err == "Something is wrong\n"
