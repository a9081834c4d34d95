"""Where a nudge is put before the person's eyes, and how the answer comes back: the seam between desk and screen.

Who shows it (a card of this process, a process of its own, a notification) is nothing that the desk knows of.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coach.reminders.nudge import Nudge, Unseen

NO_DISPLAY: Unseen = "display-gone"
"""Why one expired whose X server died: Qt then ends the loop of a program, with a code that is not 0."""

IN_WINDOW = "window"
"""How a nudge is shown (`Nudge.show`) whose notification was clicked."""


class NudgeScreen(QObject):
    """Shows one nudge at a time; a newer one takes the place of the older, which is then over without a word.

    Of each that is shown exactly one of `answered(id, what, seconds)`, `opened(id)` and `expired(id, why)` comes,
    unless it is put away or another takes its place. `what` is done, started, skipped or snoozed; `seconds` of a
    snooze, else 0. `opened`: the window is wanted, and the reminder still waits for an answer. `why` is empty where its
    time ran out, else a sentence in English of what was the matter.

    Nothing heavy is imported with this module: the resident program has it for as long as it runs.
    """

    answered = Signal(str, str, float)
    expired = Signal(str, str)
    opened = Signal(str)

    @property
    def shown(self) -> str | None:
        """The id of the reminder that is on the screen now."""
        raise NotImplementedError

    def show(self, nudge: Nudge) -> None:
        """Put it on the screen."""
        raise NotImplementedError

    def put_away(self, *, at_once: bool = False) -> None:
        """Take what is shown from the screen without an answer; `at_once` without any movement: the program ends."""
        raise NotImplementedError
