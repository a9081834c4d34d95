"""A reminder as the keys of its file, and the text of a file judged as a reminder: what a form needs of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from unicodedata import combining, normalize

from coach.content.amiss import Amiss, Unseen
from coach.content.catalogue import Catalogue
from coach.content.decoding import has_unwanted, text_of
from coach.content.kinds.first_keys import FORMAT
from coach.content.kinds.reminder import REMINDER
from coach.content.model import WEEKDAYS, Message, Reminder, Window
from coach.content.node import START, Map, Mark, Node, Seq
from coach.content.notes import Notes, TooMany
from coach.content.problem import Problem, in_line_order
from coach.content.reader import parse
from coach.content.references import why_not
from coach.content.rewriting import rewritten
from coach.content.round_trip import Plain, is_list
from coach.content.scalars import ID
from coach.content.units import in_units
from coach.values import dataclass, field

ORDER = tuple(REMINDER.fields)
"""The keys of a reminder's file, in the order in which one writes them."""

_MOST_LETTERS = 63  # of an id
_LEAST_DAYS = 3  # in a row that are written as a range


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value: its key (empty where one is missing), in a list the item's number, the sentence for
    who writes a file, and for who fills in a form the same as a value.
    """

    key: str
    item: int | None
    text: str
    amiss: Amiss | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """A reminder, or None and what is wrong: by key, and by place in the file."""

    reminder: Reminder | None
    faults: tuple[Fault, ...]
    problems: tuple[Problem, ...]


def judged(text: str, catalogue: Catalogue, file: Path = Path("reminder.yaml")) -> Judged:
    """The text of a reminder's file by itself, as `check` judges it, with what the catalogue has for it to name."""
    notes = Notes()
    node: Node | None = None
    reminder: Reminder | None = None
    try:
        plain = text_of(text.encode(), notes)
        node = parse(plain, notes) if plain is not None else None
        if isinstance(node, Map):
            reminder = REMINDER.read_map(node, notes, START)
        elif not notes.problems:
            notes.add(START, "a reminder is a map of keys; begin with kind: reminder")
        _judge_names(notes, catalogue)
    except TooMany:
        pass
    found = in_line_order(Problem(file, *mark, sentence) for mark, sentence in notes.problems)
    faults = tuple(_fault(problem, node, notes.amiss) for problem in found)
    return Judged(None if found else reminder, faults, found)


def _judge_names(notes: Notes, catalogue: Catalogue) -> None:
    known = {kind: set(ids) for kind, ids in catalogue.ids().items()}
    for reference in notes.references:
        verdict = why_not(reference, known, {})
        if verdict is not None:
            notes.add(reference.mark, verdict[0])


def _fault(problem: Problem, node: Node | None, known: Mapping[tuple[Mark, str], Amiss]) -> Fault:
    """Where in the form it belongs: the last key that begins before it, and of a list the last such item."""
    mark = Mark(problem.line, problem.column)
    amiss = known.get((mark, problem.text))
    if not isinstance(node, Map) or mark == START:
        return Fault("", None, problem.text, amiss)
    above = [(key.text, value) for key, value in node.entries if key.mark <= mark]
    if not above:
        return Fault("", None, problem.text, amiss)
    key, value = above[-1]
    items = [number for number, item in enumerate(value.items) if item.mark <= mark] if isinstance(value, Seq) else []
    return Fault(key, items[-1] if items else None, problem.text, amiss)


# --- a reminder as keys ---


def keys_of(reminder: Reminder) -> dict[str, Plain | None]:
    """What a form may change, as its file says it; None for what stands in no file: `every` beside `at`, no offer."""
    return {
        "title": reminder.title.written,
        "every": None if reminder.every is None else length(reminder.every),
        "standing": None if reminder.standing is None else length(reminder.standing),
        "at": [clock(minute) for minute in reminder.at] or None,
        "days": days(reminder.days),
        "between": hours(reminder.between),
        "away_counts": length(reminder.away_counts),
        "messages": [_message(one) for one in reminder.messages],
        "enabled": reminder.enabled,
        "offer": list(reminder.offer) if isinstance(reminder.offer, tuple) else reminder.offer,
        "snooze": [length(seconds) for seconds in reminder.snooze],
        "at_most": reminder.at_most,
        "show": reminder.show,
    }


def unseen(keys: Mapping[str, Plain | None]) -> tuple[Fault, ...]:
    """The values with a character that nobody can see, which no file is made of; the first one of each."""
    return tuple(
        Fault(key, item, f"the character U+{ord(found):04X} cannot be seen; take it out", Unseen(ord(found)))
        for key, value in keys.items()
        for item, one in (enumerate(value) if is_list(value) else ((None, value),))
        for text in _texts_in(one)
        if (found := has_unwanted(text)) is not None
    )


def _texts_in(value: Plain | None) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts_in(one)


def changes_between(before: Reminder, after: Mapping[str, Plain | None]) -> dict[str, Plain | None]:
    """The keys that say something else afterwards."""
    were = keys_of(before)
    return {key: value for key, value in after.items() if value != were[key]}


def file_text(ident: str, keys: Mapping[str, Plain | None]) -> str:
    """The text of a new file. ValueError for what cannot be written."""
    return rewritten(f"kind: reminder\nformat: {FORMAT}\nid: {ident}\n", keys, ORDER)


def length(seconds: float) -> str:
    """A length of time: `30m`."""
    return in_units(round(seconds), days=False)


def clock(minute: int) -> str:
    """A time of day: `09:30`."""
    return f"{minute // 60:02}:{minute % 60:02}"


def hours(window: Window) -> str:
    """Hours of a day: `09:00-17:30`."""
    return f"{clock(window.start)}-{clock(window.end)}"


def days(chosen: Iterable[str]) -> Plain:
    """Days of the week as an author writes them: `mon-fri`, `[mon, thu]`; in the order of the week."""
    there = set(chosen)
    places = [number for number, day in enumerate(WEEKDAYS) if day in there]
    in_a_row = bool(places) and places == list(range(places[0], places[-1] + 1))
    if in_a_row and len(places) >= _LEAST_DAYS:
        return f"{WEEKDAYS[places[0]]}-{WEEKDAYS[places[-1]]}"
    return [WEEKDAYS[number] for number in places]


def _message(message: Message) -> Plain:
    said = message.say.written
    asks = {"exercise": message.exercise, "to": message.to}
    there: dict[str, Plain] = {key: value for key, value in asks.items() if value is not None}
    return {"say": said, **there} if there else said


# --- names ---


def ident_for(title: str, taken: Iterable[str]) -> str:
    """A free id that looks like the title."""
    wanted = _slug(title)
    others = set(taken)
    number, ident = 1, wanted
    while ident in others:
        number += 1
        ending = f"-{number}"
        ident = wanted[: _MOST_LETTERS - len(ending)].rstrip("-") + ending
    return ident


def _slug(title: str) -> str:
    bare = (one for one in normalize("NFKD", title.lower()) if not combining(one))
    letters = "".join(one if one.isascii() and one.isalnum() else "-" for one in bare)
    likely = "-".join(part for part in letters.split("-") if part)[:_MOST_LETTERS].strip("-")
    return likely if ID.fullmatch(likely) else "reminder"
