"""Stretchly: mini breaks and long breaks.

As it comes, "a 20 second Mini Break every 10 minutes and a 5 minute Long Break every 30 minutes (after 2 Mini Breaks)",
and 5 minutes without input are a natural break of either: README and app/utils/defaultSettings.js
(https://github.com/hovancik/stretchly). A long one comes in the place of every (`breakInterval` + 1)th, also where mini
breaks are off (app/breaksPlanner.js). Its config.json, in milliseconds, lies in the folder that Electron gives it.
"""

from __future__ import annotations

from collections.abc import Mapping

from coach import strict_json
from coach.coming_from.breaks import LONGEST_SECONDS, Breaks, Rhythm, seconds, switched_on

USUAL = Breaks("stretchly", Rhythm(600.0, 300.0), Rhythm(1800.0, 300.0))
_MILLISECOND = 0.001
_MINI_A_LONG = 2


def of_json(text: str) -> Breaks:
    """What config.json says. ValueError for what is no such file."""
    told = strict_json.read(text)
    if not isinstance(told, Mapping):
        raise ValueError("no settings of Stretchly")
    every = seconds(told.get("microbreakInterval"), 600.0, _MILLISECOND)
    count = told.get("breakInterval")
    is_count = isinstance(count, int) and not isinstance(count, bool) and 0 <= count < 1000
    between = count if is_count and isinstance(count, int) else _MINI_A_LONG
    away = seconds(told.get("naturalBreaksInactivityResetTime"), 300.0, _MILLISECOND)
    counts = away if switched_on(told, "naturalBreaks") else None
    return Breaks(
        "stretchly",
        Rhythm(every, counts) if switched_on(told, "microbreak") else None,
        Rhythm(min(every * (between + 1), LONGEST_SECONDS), counts) if switched_on(told, "break") else None,
        is_set=True,
    )
