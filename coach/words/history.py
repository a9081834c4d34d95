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
            parts = [_outcome(entry.outcome, language), visible(entry.why)]
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
        _outcome(entry.outcome, language),
        clock(entry.seconds or 0),
        "" if entry.effort is None else effort.format(n=entry.effort),
        "" if entry.pain is None else pain.format(n=entry.pain),
    ]


def _outcome(of: str, language: Language) -> str:
    """How a session ended, or what became of a reminder; one that is not known as it is kept."""
    known = {
        "finished": language.translate("History", "finished"),
        "ended": language.translate("History", "ended", "a session, by the person"),
        "pain": language.translate("History", "pain", "it ended a session"),
        "abandoned": language.translate("History", "abandoned", "a session"),
        "interrupted": language.translate("History", "interrupted", "a session"),
        "shown": language.translate("History", "shown", "a reminder"),
        "done": language.translate("History", "done", "a reminder"),
        "started": language.translate("History", "started", "what a reminder offers"),
        "snoozed": language.translate("History", "snoozed", "a reminder"),
        "skipped": language.translate("History", "skipped", "a reminder"),
        "missed": language.translate("History", "missed", "a reminder"),
        "deferred": language.translate("History", "deferred", "a reminder"),
        "natural-break": language.translate("History", "a break of your own", "it counted as a reminder"),
    }
    return known.get(of, of)
