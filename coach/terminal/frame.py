"""A moment of the session as lines of a terminal. Pure: the same view in the same size gives the same lines."""

from __future__ import annotations

import textwrap
from functools import lru_cache

from coach.session.player import View
from coach.terminal.digits import ROWS, big
from coach.terminal.screen import Marks, Row, Size, Style
from coach.values import dataclass
from coach.words import terminal as words
from coach.words.durations import clock_left, count_left, count_passed
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list
from coach.words.session import Exercises, amount, heading, noted, place, repetition_of, side_name

MARGIN = "  "
NO_BREAK = "\xa0"
WIDEST = 76
"""Columns after which a line of text no longer reads well."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a frame shows beside the view: the session's title, what was said last, and what the person is asked;
    whether there is an easier or harder exercise to ask for; in which language it says that.
    """

    title: str
    caption: str = ""
    question: str = ""
    trouble: str = ""
    muted: bool = False
    has_variants: bool = True
    language: Language = ENGLISH


def frame(view: View, beside: Beside, catalogue: Exercises, size: Size, marks: Marks) -> list[Row]:
    """The lines for one picture, never more than `size.rows`. In a low terminal what matters least goes first."""
    columns, language = min(size.columns - 2 * len(MARGIN), WIDEST), beside.language
    count = _count(view, size, marks, columns)
    keys = _wrap(_keys(view, beside), columns, "quiet")
    head = [Row(_apart(beside.title, words.left(language, clock_left(view.session_left)), columns), "quiet")]
    now = [Row(heading(view.interval, catalogue, language), "strong"), *_wrap(_where(view, language), columns, "plain")]
    bar = [Row(_bar(_share(view), columns, marks), _tone(view))]
    asked = _wrap(beside.question, columns, "warn") if beside.question else _notice(view, columns, language)
    trouble = _wrap(beside.trouble, columns, "warn")
    note = _wrap(noted(view.interval), columns, "plain")
    said = (
        _wrap(beside.caption, columns, "plain")
        if beside.caption not in (noted(view.interval), view.interval.note)
        else []
    )
    following = [Row(_next(view, catalogue, language), "quiet")] if view.next else []
    strip = [Row(_bar(_session_share(view), columns, marks), "quiet")]
    # By falling importance; each is dropped whole if it does not fit.
    wishes = {"now": now, "count": count, "asked": asked, "keys": keys, "note": note, "said": said, "bar": bar}
    wishes |= {"head": head, "following": following, "trouble": trouble, "strip": strip}
    kept = _fitting(wishes, size.rows)
    order = ("head", "now", "count", "bar", "asked", "note", "said", "trouble", "following", "strip", "keys")
    blocks = [kept[name] for name in order if kept.get(name)]
    spare = size.rows - sum(len(block) for block in blocks)
    lines: list[Row] = []
    for block in blocks:
        if lines and spare > 0:
            lines.append(Row())
            spare -= 1
        lines += block
    return [Row(MARGIN + line.text if line.text else "", line.style) for line in lines]


def _fitting(wishes: dict[str, list[Row]], rows: int) -> dict[str, list[Row]]:
    kept = {}
    for name, lines in wishes.items():
        if len(lines) <= rows:
            kept[name] = lines
            rows -= len(lines)
    return kept


def _wrap(text: str, columns: int, style: Style) -> list[Row]:
    return [Row(row, style) for row in _wrapped(text, max(columns, 10))]


@lru_cache(maxsize=64)  # some five texts in a picture, and they stay for seconds
def _wrapped(text: str, columns: int) -> tuple[str, ...]:
    return tuple(row.replace(NO_BREAK, " ") for row in textwrap.wrap(text, columns))


def _apart(left: str, right: str, columns: int) -> str:
    return left + " " * max(2, columns - len(left) - len(right)) + right


def _where(view: View, language: Language) -> str:
    parts = [place(view.interval, language)]
    if view.interval.kind == "work":
        if view.side and view.interval.side != view.side:
            parts.append(side_name(view.side, language, is_short=True) or view.side)
        if view.repetition and view.repetitions:
            parts.append(repetition_of(view.repetition, view.repetitions, language))
        elif view.interval.open == "own":
            parts.append(amount(view.interval, language))
        if view.phase:
            parts.append(view.phase)
    return comma_list((part for part in parts if part), language)


def _count(view: View, size: Size, marks: Marks, columns: int) -> list[Row]:
    """The big number: seconds left; upwards where the end is open; three, two, one after a pause."""
    if view.interval.open == "own" or view.interval.wait:
        return []
    text = count_passed(view.elapsed) if view.interval.open == "max" else count_left(view.left)
    if view.state == "reentry":
        text = count_left(view.reentry_left)
    rows = big(text, marks.block)
    if size.rows < ROWS + 7 or max(len(row) for row in rows) > columns:
        return [Row(text, _tone(view))]
    return [Row(row, _tone(view)) for row in rows]


def _tone(view: View) -> Style:
    if view.state in ("paused", "asking-pain"):
        return "quiet"
    return "work" if view.interval.kind == "work" else "calm"


def _share(view: View) -> float:
    return view.elapsed / view.length if view.length > 0 else 1.0


def _session_share(view: View) -> float:
    whole = view.session_elapsed + view.session_left
    return view.session_elapsed / whole if whole > 0 else 1.0


def _bar(share: float, columns: int, marks: Marks) -> str:
    full = round(min(max(share, 0.0), 1.0) * columns)
    return marks.block * full + marks.empty * (columns - full)


def _notice(view: View, columns: int, language: Language) -> list[Row]:
    if view.state == "reentry":
        return _wrap(words.on_we_go(language), columns, "warn")
    if view.state == "paused":
        return _wrap(words.paused_why(language, view.pause_reason), columns, "warn")
    if view.interval.open == "own" and view.interval.kind == "work":
        return _wrap(words.own_pace(language), columns, "calm")
    if view.interval.open == "max":
        return _wrap(words.when_lost(language), columns, "calm")
    if view.interval.wait:
        return _wrap(words.enter_goes_on(language), columns, "calm")
    return []


def _next(view: View, catalogue: Exercises, language: Language) -> str:
    if view.next is None:
        return ""
    after = view.next
    if after.kind == "between":
        return heading(after, catalogue, language)
    return words.then(language, heading(after, catalogue, language))


def _keys(view: View, beside: Beside) -> str:
    variants: tuple[words.Key, ...] = ("e", "d") if beside.has_variants else ()
    keys: tuple[words.Key, ...] = ("space", "n", "b", "+", "h", *variants, "m", "q")
    is_paused = view.state == "paused"
    names = (words.key(beside.language, key, paused=is_paused, muted=beside.muted) for key in keys)
    return "   ".join(name.replace(" ", NO_BREAK) for name in names)
