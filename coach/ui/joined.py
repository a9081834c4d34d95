"""The icon, the reminders and what other programs ask, joined: the same with a window and without one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.ui.desk_remote import DeskRemote
    from coach.ui.nudge.nudging import Nudging
    from coach.ui.tray import Tray


def join(
    tray: Tray,
    nudging: Nudging,
    remote: DeskRemote,
    *,
    show: Callable[[], object],
    play: Callable[[str, str], object],
    end: Callable[[], object],
    changed: Callable[[], object],
) -> None:
    """Have each answered by the others; the rest is up to the program: to `show` its window, to `play` what has a kind
    and an id, to `end`, and to look around since something at the desk has `changed`.
    """
    tray.open.connect(show)
    tray.start.connect(play)
    tray.answered.connect(nudging.answer)
    tray.quit.connect(end)
    tray.changed.connect(changed)
    nudging.start.connect(play)
    remote.show.connect(show)
    remote.play.connect(play)
    remote.nudged.connect(nudging.show)
    remote.exercising.connect(nudging.put_away)
    remote.changed.connect(changed)
