"""What the desk says now, for all of the window that shows it: its status is read here, and put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.words.common import LANGUAGE
from coach.words import desk_view as words
from coach.words.desk_view import DeskView, LogLine

if TYPE_CHECKING:
    from coach.wiring import Parts


def desk_view(parts: Parts) -> DeskView:
    """Read the desk's status once."""
    return words.desk_view(parts.desk.status(), parts.clock.wall(), parts.library.catalogue.reminders, LANGUAGE)


def log_view(parts: Parts) -> tuple[LogLine, ...]:
    """Today's line: what came, what waited and why, the oldest first."""
    return words.log_lines(parts.desk.status().log, parts.library.catalogue.reminders, LANGUAGE)
