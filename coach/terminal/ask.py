"""Questions on the full terminal: text to read, one choice of several, a number. One page, one question."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Collection, Sequence

from coach.terminal.entry import Entry
from coach.terminal.frame import MARGIN, WIDEST
from coach.terminal.keys import CTRL_C, HANG_UP, Keys
from coach.terminal.letters import meant
from coach.terminal.screen import Row, Screen, Style
from coach.values import dataclass
from coach.words import asking
from coach.words.language import ENGLISH, Language

REDRAW_SECONDS = 0.25
"""A resized terminal is drawn anew within this time; a session under the question is kept going."""


class Left(Exception):  # noqa: N818 - the person went away, nothing failed
    """The person left the question with q or Escape, or the terminal is gone."""


class Hurts(Exception):  # noqa: N818 - something hurts, and nothing failed
    """The person said at a question that something hurts; who asked says how it goes on."""


class Back(Exception):  # noqa: N818 - the person wants to change an answer, nothing failed
    """The person wants the question before, at one that is answered with a number."""


DIGITS = "123456789"
"""The keys that tick a fact each."""

HURTS = "h"
"""The key for it."""

BETWEEN = "   "
"""Stands between the keys of a hint."""


_TITLE_ROWS, _HINT_ROWS = 2, 2  # each with an empty one


def _nothing() -> None:
    return


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks on `screen` and hears `keys`. `meanwhile` is called often, for what must go on under a question."""

    keys: Keys
    screen: Screen
    meanwhile: Callable[[], object] = _nothing
    language: Language = ENGLISH

    def choose(
        self,
        title: str,
        question: str,
        options: Sequence[tuple[str, str]],
        *,
        note: str = "",
        back: bool = False,
        hurts: bool = False,
    ) -> str:
        """One of `options`, each (key, words); the key that was pressed. With `back`, b or left gives "b". Left; with
        `hurts`, Hurts. What does not fit on the screen stands on further pages; every key counts on each of them.
        """
        named = {key for key, _ in options}
        offered = (*options, *([(HURTS, asking.this_hurts(self.language))] if hurts else []))
        hint = [*([asking.back(self.language, "b")] if back else []), asking.leave(self.language, "q")]
        turned = 0
        while True:
            pages = self._pages(offered, self._room(question, note))
            page = turned % len(pages)
            more = [asking.more(self.language, page + 1, len(pages))] if len(pages) > 1 else []
            key = self._page(title, question, pages[page], note=note, hint=BETWEEN.join([*more, *hint]))
            if key == "space":
                turned += 1
            if hurts and key == HURTS:
                raise Hurts
            if key in named:
                return key
            if back and key in ("b", "left", "backspace"):
                return "b"

    def number(
        self,
        title: str,
        question: str,
        low: float,
        high: float,
        *,
        skip: bool = False,
        decimals: bool = False,
        hurts: bool = False,
        back: bool = False,
    ) -> float | None:
        """A number from `low` to `high`; None if Enter skipped it, where `skip` allows. Left; with `hurts`, Hurts; with
        `back`, Back."""
        entry = Entry(low, high, decimals=decimals)
        goes_back = [asking.back(self.language, "b")] if back else []
        skips = [asking.skips(self.language)] if skip else []
        hint = BETWEEN.join([*goes_back, *skips, asking.leave(self.language, "q")])
        note = asking.a_number(self.language, low, high)
        beside = [Row(), Row(f"{HURTS}  {asking.this_hurts(self.language)}", "strong")] if hurts else []
        while True:
            key = self._page(title, question, [Row(f"> {entry.typed}_", "strong"), *beside], note=note, hint=hint)
            if hurts and key == HURTS:
                raise Hurts
            if back and (key in ("b", "left") or (key == "backspace" and not entry.typed)):
                raise Back
            if key == "enter" and skip and not entry.typed:
                return None
            value = entry.press_decimal(key)
            if value is not None:
                return value

    def line(self, title: str, question: str, typed: str, longest: int) -> str:
        """A line of text of at most so many characters, `typed` to begin with; q is a letter here. Left by Escape."""
        note, hint = asking.a_line(self.language), asking.escape_leaves(self.language)
        while True:
            row = [Row(f"> {typed}_", "strong")]
            key = self._page(title, question, row, note=note, hint=hint, is_text=True)
            if key == "enter":
                return " ".join(typed.split())
            if key == "backspace":
                typed = typed[:-1]
            sign = " " if key == "space" else key
            if len(sign) == 1 and sign.isprintable() and len(typed) < longest:
                typed += sign

    def tick(self, title: str, question: str, facts: Sequence[str], none: str, *, note: str = "") -> frozenset[int]:
        """Which of `facts` are true, counted from 0; `none` are the words for none of them. As many pages as it takes,
        each of which is answered, by ticks or by none. Left.
        """
        ticked: set[int] = set()
        first = 0
        while first < len(facts):
            until, rows = self._facts(question, facts, first, ticked)
            hint = BETWEEN.join([*asking.ticks(self.language), asking.leave(self.language, "q")])
            key = self._page(title, question, [*rows, Row(), Row(f"n  {none}", "strong")], note=note, hint=hint)
            on_page = range(first, until)
            if self._facts(question, facts, first, ticked)[0] != until:
                continue  # the window became another one: nobody answers for what is not seen
            if key == "n":
                ticked.difference_update(on_page)
                first = until
            elif key == "enter" and not ticked.isdisjoint(on_page):
                first = until
            elif len(key) == 1 and key in DIGITS and first + int(key) - 1 in on_page:
                ticked ^= {first + int(key) - 1}
        return frozenset(ticked)

    def _facts(self, question: str, facts: Sequence[str], first: int, ticked: Collection[int]) -> tuple[int, list[Row]]:
        """The rows of the facts from `first` on, as many as have room and a digit, and the first fact after them."""
        asked = sum(len(wrapped(line, self._columns)) for line in question.splitlines())
        room = self.screen.size.rows - 2 - 2 - asked - 1 - 2
        shown: list[Row] = []
        until = first
        for number, fact in enumerate(facts[first : first + len(DIGITS)]):
            box = "x" if first + number in ticked else " "
            rows = wrapped(f"{number + 1}  [{box}] {fact}", self._columns, "strong", "       ")
            if shown and len(shown) + len(rows) > room:
                break
            shown += rows
            until += 1
        return until, shown

    def read(self, title: str, paragraphs: Sequence[str]) -> None:
        """Text to read, as many pages as it takes. Left."""
        rows = [row for text in paragraphs for row in (*wrapped(text, self._columns), Row())]
        while rows:
            room = max(1, self.screen.size.rows - 4)
            page, rows = rows[:room], rows[room:]
            hint = BETWEEN.join([asking.goes_on(self.language), asking.leave(self.language, "q")])
            self._page(title, "", page, hint=hint)

    @property
    def _columns(self) -> int:
        return min(self.screen.size.columns - 2 * len(MARGIN), WIDEST)

    def _room(self, question: str, note: str) -> int:
        """How many rows there are for answers, under the question and above what stands below them."""
        asked = sum(len(wrapped(paragraph, self._columns)) for paragraph in question.splitlines())
        below = len(wrapped(note, self._columns)) + 1 if note else 0
        return self.screen.size.rows - _TITLE_ROWS - _HINT_ROWS - asked - bool(asked) - below

    def _pages(self, options: Sequence[tuple[str, str]], room: int) -> list[list[Row]]:
        """The options, none torn apart, in pages of at most `room` rows, or of one option where that is not enough."""
        pages: list[list[Row]] = [[]]
        for key, text in options:
            rows = wrapped(f"{key}  {text}", self._columns, "strong", "   ")
            if pages[-1] and len(pages[-1]) + len(rows) > room:
                pages.append([])
            pages[-1] += rows
        return pages

    def _page(
        self,
        title: str,
        question: str,
        body: Sequence[Row],
        *,
        note: str = "",
        hint: str = "",
        is_text: bool = False,
    ) -> str:
        """Show a page until a key comes; the key. Left for q, Escape and a terminal that is gone; where `is_text` q is
        a letter like the others, and each is as it was typed.
        """
        while True:
            size = self.screen.size
            columns = self._columns
            asked = [row for paragraph in question.splitlines() for row in wrapped(paragraph, columns, "plain")]
            lines = [Row(title, "quiet"), Row(), *asked, *([Row()] if asked else []), *body]
            if note:
                lines += [Row(), *wrapped(note, columns, "quiet")]
            lines = [*lines[: max(1, size.rows - 2)], Row(), Row(hint, "quiet")]
            self.screen.show([Row(MARGIN + line.text, line.style) for line in lines])
            key = self.keys.wait(REDRAW_SECONDS)
            self.meanwhile()
            if key is None:
                continue
            if key == CTRL_C:
                raise KeyboardInterrupt
            if key in (HANG_UP, "escape") or (meant(key) == "q" and not is_text):
                raise Left
            return key if is_text else meant(key)


def wrapped(text: str, columns: int, style: Style = "plain", indent: str = "") -> list[Row]:
    """`text` in rows of at most `columns`, all but the first behind `indent`."""
    return [Row(row, style) for row in textwrap.wrap(text, max(columns, 10), subsequent_indent=indent)]
