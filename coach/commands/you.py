"""`you`: what you want the program for, have at hand and use, and when you are at the desk."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from coach.commands.here import Here
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, MACHINE, USAGE, Stop

if TYPE_CHECKING:
    from coach.wiring import Parts

_NOTHING = "nothing"
_FILES = "files"
_HOURS = re.compile(r"(\d{1,2}:\d\d)-(\d{1,2}:\d\d)", re.ASCII)


def add_to(commands: Commands) -> None:
    """`you`."""
    parser = commands.add("you", you, "What you want it for, have at hand and use, and when you are at the desk.")
    parser.add_argument("--for", dest="aim", choices=("desk", "running", "both"), help="what is offered first")
    parser.add_argument("--without", metavar="THINGS", help="what you do not have: band,mat; or 'nothing'")
    parser.add_argument(
        "--uses",
        nargs=2,
        action="append",
        default=[],
        metavar=("EXERCISE", "LOAD"),
        help="which band or weight you use for it: band-row 'red band'; an empty text forgets it",
    )
    parser.add_argument("--days", metavar="DAYS", help="when you are at the desk: mon-thu,sat; or 'files'")
    parser.add_argument("--between", metavar="HOURS", help="from when until when: 09:00-17:30")
    add_json(parser)


def you(options: argparse.Namespace, here: Here) -> int:
    """Keep what the options say, all or none of it, then print what is known as text or JSON; 0, 2 where an option says
    nothing that can be kept, 3 where it cannot be kept here.
    """
    from coach.words.history_file import unusable

    parts = here.build()
    wanted = dict(_wanted(options, parts))
    if wanted and not parts.store.is_whole:
        raise Stop(unusable(parts.language, parts.store.notices[-1] if parts.store.notices else None), MACHINE)
    for key, value in wanted.items():
        parts.store.set_setting(key, value)
    if options.json:
        print_for_programs(as_json(parts))
    else:
        print("\n".join(as_text(parts)))
    return FINE


def _wanted(options: argparse.Namespace, parts: Parts) -> Iterator[tuple[str, Any]]:
    """The settings that the options change, by name; judged."""
    from coach.settings import AIM, DESK_HOURS, KIT_MISSING

    if options.aim is not None:
        yield AIM.name, options.aim
    if options.without is not None:
        yield KIT_MISSING.name, _missing(options.without, _kit(parts))
    for exercise, load in options.uses:
        yield _used(exercise, load, parts)
    if options.days is not None or options.between is not None:
        yield DESK_HOURS.name, _hours(options.days, options.between, parts)


def _missing(text: str, kit: tuple[str, ...]) -> list[str]:
    things = [] if text == _NOTHING else [thing.strip() for thing in text.split(",") if thing.strip()]
    unknown = [thing for thing in things if thing not in kit]
    if unknown or (not things and text != _NOTHING):
        what = unknown[0] if unknown else "that"
        raise Stop(f"--without: no exercise needs {what}; write some of {','.join(kit)}, or {_NOTHING}", USAGE)
    return sorted(set(things))


def _used(ident: str, load: str, parts: Parts) -> tuple[str, str]:
    from coach.content.spelling import unknown
    from coach.progress.loads import MOST_CHARACTERS, load_of, own_load

    exercises = _with_loads(parts)
    if ident not in exercises:
        every = parts.library.catalogue.exercises
        if ident not in every:
            raise Stop(f"--uses: {unknown(ident, every)}", USAGE)
        raise Stop(f"--uses: {ident} is done without a band or weight; write one of {', '.join(exercises)}", USAGE)
    try:
        return own_load(ident).name, load_of(load)
    except ValueError:
        raise Stop(
            f"--uses {ident}: write one line of at most {MOST_CHARACTERS} characters, such as 'red band'", USAGE
        ) from None


def _with_loads(parts: Parts) -> tuple[str, ...]:
    """The exercises of which somebody may say which band or weight they use."""
    from coach.session.routine_lines import loaded

    return loaded(parts.library.catalogue.routines.values(), parts.library.catalogue.exercises)


def _own_loads(parts: Parts) -> dict[str, str]:
    from coach.progress.loads import own_load

    return {ident: load for ident in _with_loads(parts) if (load := parts.store.get(own_load(ident)))}


def _hours(days: str | None, between: str | None, parts: Parts) -> dict[str, Any] | None:
    from coach.reminders.desk_hours import DeskHours, usual_hours
    from coach.settings import DESK_HOURS

    if days == _FILES:
        if between is not None:
            raise Stop(f"--days {_FILES}: then the hours are those of the files, too; leave --between out", USAGE)
        return None
    kept = parts.store.get(DESK_HOURS) or usual_hours(parts.library.catalogue.reminders.values())
    hours = kept.as_json()
    if days is not None:
        hours["days"] = _days(days)
    if between is not None:
        found = _HOURS.fullmatch(between.strip())
        hours["from"], hours["until"] = found.groups() if found is not None else ("", "")
    try:
        read = DeskHours.read(hours)
    except ValueError:
        raise Stop(f"--between: {between} is no part of a day; write it as 09:00-17:30", USAGE) from None
    return None if read is None else read.as_json()


def _days(text: str) -> list[str]:
    from coach.content.model import WEEKDAYS
    from coach.content.weekdays import days_of

    days: list[str] = []
    for one in filter(None, map(str.strip, text.split(","))):
        found = days_of(one)
        if not found:
            raise Stop(f"--days: {one} is no day; write some of {','.join(WEEKDAYS)}, mon-fri, or {_FILES}", USAGE)
        days.extend(found)
    return days


def _kit(parts: Parts) -> tuple[str, ...]:
    from coach.progression.kit import kit_of

    return kit_of(parts.library.catalogue.exercises.values())


def as_json(parts: Parts) -> Mapping[str, Any]:
    """For other programs (docs/json.md)."""
    from coach.settings import AIM, DESK_HOURS, KIT_MISSING

    missing, hours = parts.store.get(KIT_MISSING), parts.store.get(DESK_HOURS)
    return {
        "aim": parts.store.get(AIM),
        "kit": {thing: thing not in missing for thing in _kit(parts)},
        "uses": _own_loads(parts),
        "desk_hours": None if hours is None else hours.as_json(),
    }


def as_text(parts: Parts) -> Iterator[str]:
    """Lines for a person."""
    from coach.settings import AIM, DESK_HOURS, KIT_MISSING
    from coach.words import about_you, printed
    from coach.words.library import say

    language = parts.language
    aim, missing = parts.store.get(AIM), parts.store.get(KIT_MISSING)
    yield printed.aim(about_you.aim(aim, language) if aim is not None else "", language)
    yield printed.at_hand(about_you.missing(missing, language), language)
    yield printed.kit(_kit(parts), language)
    for ident, load in _own_loads(parts).items():
        yield about_you.uses(say(parts.library.catalogue.exercises[ident].title, language), load, language)
    yield printed.at_the_desk(about_you.hours(parts.store.get(DESK_HOURS), language), language)
