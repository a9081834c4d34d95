"""Whether a nudge can be drawn on this desktop, decided before Qt is touched, which ends the process where it cannot.

On Wayland a window of ours would take the keyboard in the middle of a word: no window says there that it wants none. As
a window of the X server that Wayland desktops have beside them (XWayland) it stands in its corner and takes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coach.bootstrap.display import NoWindow, why_no_window, x_display_answers
from coach.values import dataclass

_ELSEWHERE = ("wayland", "")  # what Qt would choose by itself, or was told to choose


@dataclass(frozen=True, slots=True)
class Drawing:
    """`platform` is what Qt has to be told (QT_QPA_PLATFORM), empty where it chooses by itself. `why_not` says
    why a nudge cannot be drawn, where it cannot.
    """

    platform: str = ""
    why_not: NoWindow | None = None


def drawing(environ: Mapping[str, str], platform: str, answers: Callable[[str], bool] = x_display_answers) -> Drawing:
    """How a nudge is drawn here. Asks the X server whether it lets us in, where there is one."""
    if not platform.startswith("linux"):
        return Drawing()
    if environ.get("QT_QPA_PLATFORM", "").partition("-")[0].partition(":")[0] not in (*_ELSEWHERE, "xcb"):
        return Drawing()
    as_x = {name: value for name, value in environ.items() if name != "WAYLAND_DISPLAY"}
    why_not = why_no_window(as_x, platform, answers)
    return Drawing("xcb") if why_not is None else Drawing(why_not=why_not)
