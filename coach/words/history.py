"""What was done, as lines for a person."""

from __future__ import annotations

from collections.abc import Iterable

from coach.content.spelling import visible
from coach.progress.records import HistoryEntry
from coach.words.durations import clock, short
from coach.words.language import ENGLISH, Language
from coach.words.numbers import number
from coach.words.sentences import comma_list


def as_text(found: Iterable[HistoryEntry], language: Language = ENGLISH) -> str:
    """The entries as lines, each with its moment; one sentence where there are none."""
    lines = "\n".join(_line(entry, language) for entry in found)
    return lines or language.translate("History", "Nothing yet. What you do will stand here.")


def _line(entry: HistoryEntry, language: Language) -> str:
    return f"{entry.at:%Y-%m-%d %H:%M}  {visible(entry.title or entry.id)}: {_what(entry, language)}"


def _what(entry: HistoryEntry, language: Language) -> str:
    match entry.kind:
        case "reminder":
            parts = [entry.outcome, visible(entry.why)]
        case "test":
            parts = _test(entry, language)
        case _:
            parts = _session(entry, language)
    return comma_list((part for part in parts if part), language)


def _test(entry: HistoryEntry, language: Language) -> list[str]:
    contact = language.translate("History", "contact {n} of {most}")
    hold = language.translate("History", "hold {length}").format(length=short(entry.hold_seconds or 0, language))
    carry_over = language.translate("History", "carry-over {n}").format(n=entry.carry_over)
    focus = language.translate("History", "focus {areas}").format(areas=" ".join(entry.focus)) if entry.focus else ""
    hard = language.translate("History", "hard {points}").format(points=" ".join(entry.hard)) if entry.hard else ""
    lost = language.translate("History", "lost {points}").format(points=" ".join(entry.lost)) if entry.lost else ""
    measured = [f"{name} {number(value, language)}" for name, value in entry.measures.items()]
    counted = contact.format(n=entry.contact, most=entry.contact_most)
    return [counted, hard, lost, hold, carry_over, *measured, focus]


def _session(entry: HistoryEntry, language: Language) -> list[str]:
    effort, pain = language.translate("History", "effort {n}"), language.translate("History", "pain {n}")
    return [
        entry.outcome,
        clock(entry.seconds or 0),
        "" if entry.effort is None else effort.format(n=entry.effort),
        "" if entry.pain is None else pain.format(n=entry.pain),
    ]
