"""What was taken of a history file, in words."""

from __future__ import annotations

from collections.abc import Mapping

from coach.progress.portable.form import TYPES
from coach.words.language import Language
from coach.words.sentences import apart_list, comma_list


def taken(language: Language, taken: Mapping[str, int], known: int, left_out: int) -> str:
    """`12 sessions, 1 test taken; 3 known already; 1 line left out`. `taken` are counts by the type of a record."""
    nothing = language.translate("Portable", "nothing")
    things = comma_list((counted(language, kind, taken[kind]) for kind in TYPES if taken.get(kind)), language)
    parts = [language.translate("Portable", "{things} taken").format(things=things or nothing)]
    if known:
        parts.append(language.translate("Portable", "{n} known already").format(n=known))
    if left_out:
        parts.append(language.translate("Portable", "%n lines left out", "1 line left out", left_out))
    return apart_list(parts, language)


def counted(language: Language, kind: str, count: int) -> str:
    """`12 sessions`: of records of a type."""
    match kind:
        case "session":
            return language.translate("Portable", "%n sessions", "1 session", count)
        case "test":
            return language.translate("Portable", "%n tests", "1 test", count)
        case "reminder":
            return language.translate("Portable", "%n notes of reminders", "1 note of a reminder", count)
        case "safety":
            return language.translate("Portable", "%n sets of safety answers", "1 set of safety answers", count)
        case "conditions":
            return language.translate("Portable", "%n lists of conditions", "1 list of conditions", count)
        case "plan":
            return language.translate("Portable", "%n plans", "1 plan", count)
        case "choice":
            return language.translate("Portable", "%n choices", "1 choice", count)
        case "setting":
            return language.translate("Portable", "%n settings", "1 setting", count)
        case "deleted":
            return language.translate("Portable", "%n deletions", "1 deletion", count)
        case _:
            raise KeyError(kind)
