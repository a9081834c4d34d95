"""What was taken of a history file, in words."""

from __future__ import annotations

from collections.abc import Mapping

from coach.progress.portable.form import TYPES
from coach.words.language import Language


def taken(language: Language, taken: Mapping[str, int], known: int, left_out: int) -> str:
    """`12 sessions, 1 test taken; 3 known already; 1 line left out`. `taken` are counts by the type of a record."""
    nothing = language.translate("Portable", "nothing")
    things = ", ".join(_counted(language, kind, taken[kind]) for kind in TYPES if taken.get(kind))
    parts = [language.translate("Portable", "{things} taken").format(things=things or nothing)]
    if known:
        parts.append(language.translate("Portable", "{n} known already").format(n=known))
    if left_out:
        one, more = (
            language.translate("Portable", "1 line left out"),
            language.translate("Portable", "{n} lines left out"),
        )
        parts.append(one if left_out == 1 else more.format(n=left_out))
    return "; ".join(parts)


def _counted(language: Language, kind: str, count: int) -> str:
    one, more = {
        "session": (language.translate("Portable", "1 session"), language.translate("Portable", "{n} sessions")),
        "test": (language.translate("Portable", "1 test"), language.translate("Portable", "{n} tests")),
        "reminder": (
            language.translate("Portable", "1 note of a reminder"),
            language.translate("Portable", "{n} notes of reminders"),
        ),
        "safety": (
            language.translate("Portable", "1 set of safety answers"),
            language.translate("Portable", "{n} sets of safety answers"),
        ),
        "conditions": (
            language.translate("Portable", "1 list of conditions"),
            language.translate("Portable", "{n} lists of conditions"),
        ),
        "plan": (language.translate("Portable", "1 plan"), language.translate("Portable", "{n} plans")),
        "choice": (language.translate("Portable", "1 choice"), language.translate("Portable", "{n} choices")),
        "setting": (language.translate("Portable", "1 setting"), language.translate("Portable", "{n} settings")),
        "deleted": (language.translate("Portable", "1 deletion"), language.translate("Portable", "{n} deletions")),
    }[kind]
    return one if count == 1 else more.format(n=count)
