"""Safe Eyes: short and long breaks.

As it comes, a short one after 15 minutes and a long one after 75: safeeyes/config/safeeyes.json of Safe Eyes 2
(https://github.com/slgobinath/SafeEyes), which is copied to ~/.config/safeeyes. An absence counts as a break where its
plugin `smartpause` was told so (`interpret_idle_as_break`), one as long as the break. Version 1 had `break_interval`,
and every so many breaks a long one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach import strict_json
from coach.coming_from.breaks import Breaks, Rhythm, seconds

USUAL = Breaks("safe-eyes", Rhythm(900.0, None), Rhythm(4500.0, None))
_SHORT_SECONDS, _LONG_SECONDS, _SHORT_A_LONG = 15.0, 60.0, 5


def of_json(text: str) -> Breaks:
    """What safeeyes.json says. ValueError for what is no such file."""
    told = strict_json.read(text)
    if not isinstance(told, Mapping):
        raise ValueError("no settings of Safe Eyes")
    short = seconds(told.get("short_break_interval", told.get("break_interval")), 900.0, 60.0)
    count = told.get("no_of_short_breaks_per_long_break")
    is_count = isinstance(count, int) and not isinstance(count, bool) and 0 < count < 100
    usual = short * (count if is_count and isinstance(count, int) else _SHORT_A_LONG)
    long = seconds(told.get("long_break_interval"), min(usual, 86400.0), 60.0)
    counts = _counts(told)
    lasts = (
        seconds(told.get("short_break_duration"), _SHORT_SECONDS),
        seconds(told.get("long_break_duration"), _LONG_SECONDS),
    )
    return Breaks(
        "safe-eyes",
        None if told.get("short_breaks") == [] else Rhythm(short, lasts[0] if counts else None),
        None if told.get("long_breaks") == [] else Rhythm(long, lasts[1] if counts else None),
        is_set=True,
    )


def _counts(told: Mapping[str, Any]) -> bool:
    """Whether an absence counts as a break."""
    plugins = told.get("plugins")
    for plugin in plugins if isinstance(plugins, list) else ():
        if isinstance(plugin, Mapping) and plugin.get("id") == "smartpause" and plugin.get("enabled") is True:
            settings = plugin.get("settings")
            return isinstance(settings, Mapping) and settings.get("interpret_idle_as_break") is True
    return False
