"""`list` and `show`: what the library has."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from coach.commands.choosing import Chosen, find
from coach.commands.here import Here
from coach.commands.kinds import LISTS
from coach.commands.moment import add_at, moment_of
from coach.commands.parser import Commands, add_json, add_kind
from coach.commands.printing import hint_at_problems, print_for_programs, print_json
from coach.commands.stop import FINE, USAGE, Stop
from coach.commands.vocabulary import words_listed

if TYPE_CHECKING:
    from coach.content.model import Found, Plan
    from coach.today.following import Following
    from coach.wiring import Parts


def add_to(commands: Commands) -> None:
    """`list` and `show`."""
    listing = commands.add(
        "list", list_content, "What there is to do: exercises, routines, tests, reminders, plans, lessons."
    )
    add_kind(listing, LISTS)
    forms = listing.add_mutually_exclusive_group()
    add_json(forms)
    forms.add_argument("--ids", action="store_true", help="the ids alone, for other programs")

    showing = commands.add("show", show, "Details of one thing, and the timeline of a routine or test.")
    showing.add_argument("id", metavar="ID", help="an id, or KIND/ID")
    showing.add_argument("--mine", action="store_true", help="a routine as it is for you now, and why")
    add_at(showing)
    add_json(showing)


def list_content(options: argparse.Namespace, here: Here) -> int:
    """Print a line for each piece of content, or JSON; exit code 0, whatever is broken: stderr hints at `check`.

    The text names the focus routine among the routines; JSON has what files hold.
    """
    from coach.words import showing
    from coach.words.language import ENGLISH

    parts = here.build()
    catalogue = parts.library.catalogue
    language = ENGLISH if options.json else parts.language
    entries = catalogue.entries(options.kind, language.tag)
    words = words_listed(options.kind, catalogue, language)
    if options.json:
        print_json(
            [
                *(
                    {"kind": e.kind, "id": e.id, "title": e.title, "file": str(e.file), "yours": e.yours}
                    for e in entries
                ),
                *({"kind": options.kind, "id": w, "title": t, "file": None, "yours": False} for w, t in words),
            ]
        )
    else:
        listed = [(e.kind, e.id, e.title, showing.yours(language) if e.yours else "") for e in entries]
        listed += [(options.kind, word, title, "") for word, title in words]
        listed += _made_for_you(parts) if options.kind in (None, "routine") else []
        width = max((len(ident) for _, ident, _, _ in listed), default=0)
        if options.ids:
            print("".join(f"{ident}\n" for ident in sorted({ident for _, ident, _, _ in listed})), end="")
            return FINE
        lines = []
        for kind, ident, title, note in sorted(listed, key=lambda one: (LISTS.index(one[0]), one[1])):
            mark = _where(parts, ident) if kind == "plan" else ""
            notes = [each for each in (note, mark) if each]
            lines.append(f"{kind:<9} {ident:<{width}}  {title}{''.join(f'  ({each})' for each in notes)}".rstrip())
        print("".join(f"{line}\n" for line in lines), end="")
        if not listed:
            print(showing.nothing_yet(language), file=sys.stderr)
    hint_at_problems(catalogue, language)
    return FINE


def _made_for_you(parts: Parts) -> list[tuple[str, str, str, str]]:
    """The focus routine, which is in no file: kind, id, title and a note, as it is listed. Nothing where there is none,
    or a file of the person's own is in its place.
    """
    from coach.progression.focus import FOCUS, Focus
    from coach.words import showing
    from coach.words.library import say

    made = parts.focus() if FOCUS not in parts.library.catalogue.routines else None
    if not isinstance(made, Focus):
        return []
    return [("routine", FOCUS, say(made.routine.title, parts.language), showing.made_for_you(parts.language))]


def _stands(parts: Parts, plan: Plan) -> Following:
    """How the person follows the plan now."""
    from coach.today.calendar import Calendar
    from coach.today.following import following

    catalogue, today = parts.library.catalogue, parts.clock.wall().date()
    return following(Calendar(catalogue, parts.store.plans()), plan.id, today)


def _where(parts: Parts, ident: str) -> str:
    """What a list says of a plan that is followed."""
    from coach.words.following import followed_mark

    plans = parts.library.catalogue.plans
    if ident not in plans:
        return ""
    return followed_mark(_stands(parts, plans[ident]), plans, parts.language)


def show(options: argparse.Namespace, here: Here) -> int:
    """Print what `ID` is, of a routine or a test with its timeline, as text or JSON; 0, or 1 for an unknown id.

    A routine is shown as it is written, whatever length the person chose; with --mine as it is for them, and why.
    """
    parts = here.build()
    at = moment_of(options.at, parts.clock)
    chosen = find(parts, options.id, at)
    if options.mine:
        if chosen.kind != "routine":
            raise Stop(f"--mine: {options.id} is of the kind {chosen.kind}; only a routine is another for each", USAGE)
        return _show_mine(parts, chosen.id, at, as_json=options.json)
    if options.at is not None:
        raise Stop("--at goes with --mine: what a file says has no time", USAGE)
    return _show_as_written(parts, chosen, as_json=options.json)


def _show_as_written(parts: Parts, chosen: Chosen, *, as_json: bool) -> int:
    from coach.commands.showing import describe
    from coach.content.model import Plan, Thing
    from coach.content.schema import as_plain

    catalogue, kind, value = parts.library.catalogue, chosen.kind, chosen.value
    timeline = parts.timeline(kind, chosen.id, as_written=True) if kind in ("routine", "test") else None
    if as_json and timeline:
        print_for_programs(timeline.as_json())
    elif as_json:
        print_json(_content(as_plain(catalogue.origins[kind, chosen.id].file), value))
    elif isinstance(value, Thing):
        stands = _stands(parts, value) if isinstance(value, Plan) else None
        print(describe(kind, value, timeline, catalogue, stands, language=parts.language))
        if kind == "routine":
            _tell_kit(parts, chosen.id)
    else:
        file = catalogue.origins[kind, chosen.id].file
        print(f"{file}\n\n{file.read_text(encoding='utf-8').rstrip()}")
    return FINE


def _tell_kit(parts: Parts, ident: str, at: datetime | None = None) -> None:
    """What the person said they have not got for the routine, and what does without."""
    from coach.words.kit import lacking

    told = lacking(parts.lacks(ident, at), parts.library.catalogue.exercises, parts.language)
    if told:
        print(f"\n{told}")


def _show_mine(parts: Parts, ident: str, at: datetime, *, as_json: bool) -> int:
    from coach.commands.showing import describe_own
    from coach.words.language import ENGLISH
    from coach.words.progression import own_as_json

    own, timeline = parts.own(ident, at), parts.timeline("routine", ident, at=at)
    catalogue = parts.library.catalogue
    if as_json:
        print_for_programs({**timeline.as_json(), **own_as_json(ENGLISH, own, catalogue.exercises)})
    else:
        print(describe_own(own, timeline, catalogue, parts.doses.conditions(at), parts.language))
        _tell_kit(parts, ident, at)
    return FINE


def _content(plain: object, value: Found) -> object:
    """The file as it is written, with ranges of days in full; of a lesson the Markdown too."""
    from coach.content.model import Lesson, Plan, Reminder
    from coach.content.weekdays import in_full

    if isinstance(value, Plan | Reminder):
        return in_full(plain)
    return {**plain, "body": value.body} if isinstance(value, Lesson) and isinstance(plain, dict) else plain
