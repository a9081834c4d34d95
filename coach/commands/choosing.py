"""What the words of a command choose: a thing of the library, and how long it shall be."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from coach.commands.kinds import KINDS
from coach.commands.stop import INPUT, USAGE, Stop
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue
    from coach.content.model import Found
    from coach.progression.focus import NoFocus
    from coach.wiring import Parts


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a name stands for. Of what a library has once, as coaching and safety, the id is its kind."""

    kind: str
    id: str
    value: Found


def find(parts: Parts, name: str, at: datetime | None = None) -> Chosen:
    """What is meant by `ID` or `KIND/ID`, of `ROUTINE@PLAN.WEEK`, or by `focus`, as that is now or at the moment `at`.
    What is unknown stops the command.
    """
    from coach.content.catalogue import Unknown
    from coach.content.model import Thing
    from coach.progression.focus import FOCUS, NoFocus

    catalogue = parts.library.catalogue
    try:
        kind, value = _find(catalogue, name)
    except Unknown as unknown:
        if not _means_a_routine(name, FOCUS):
            raise Stop(str(unknown), INPUT) from None
        made = parts.focus(at=at)
        if isinstance(made, NoFocus):
            raise Stop(why_no_focus(made, parts), INPUT) from None
        kind, value = "routine", made.routine
    return Chosen(kind, value.id if isinstance(value, Thing) else kind, value)


def why_no_focus(none: NoFocus, parts: Parts) -> str:
    """Why there is no focus routine."""
    from coach.words.library import say
    from coach.words.progression import no_focus

    areas, language = parts.library.catalogue.areas.values(), parts.language
    return no_focus(language, none, {area.id: say(area.title, language) for area in areas})


def refuse_empty(parts: Parts, kind: str, ident: str) -> None:
    """A routine of which nothing is left for this person, or an exercise that is not for them, stops the command."""
    from coach.wiring.why_not import why_not

    if refused := why_not(parts, kind, ident):
        raise Stop(refused, INPUT)


def _means_a_routine(name: str, ident: str) -> bool:
    """Whether `name` is the routine `ident`, with its kind before it or without."""
    from coach.content.kind_names import kind_named

    kind, slash, last = name.rpartition("/")
    return last == ident and (not slash or kind_named(kind, KINDS) == "routine")


def _find(catalogue: Catalogue, name: str) -> tuple[str, Found]:
    from coach.content.catalogue import Unknown
    from coach.content.kind_names import kind_named
    from coach.session.planned import find_routine, place_of, routine_of

    kind, slash, ident = name.partition("/")
    planned = ident if slash and kind_named(kind, KINDS) == "routine" else name
    routine = find_routine(planned, catalogue) if "@" in planned else None
    if routine is not None:
        return "routine", routine
    if "@" in planned and place_of(planned, catalogue) is None and routine_of(planned) in catalogue.routines:
        raise Unknown(f"{planned} is in no plan; write ROUTINE@PLAN.WEEK as 'posture-coach show PLAN' does")
    return catalogue.find(f"{kind_named(kind, KINDS) or kind}/{ident}" if slash else name)


def choose_length(parts: Parts, kind: str, ident: str, length: str, *, remember: bool) -> None:
    """`--for`: how long the one exercise of a routine shall be, now and perhaps from now on."""
    from coach.content.units import parse_duration
    from coach.session.length import chosen_length

    if kind != "routine" or chosen_length(parts.routine(ident), parts.library.catalogue.exercises) is None:
        raise Stop(f"--for: {ident} has its own length; only a routine of one long exercise can be set to one", USAGE)
    seconds, sentence = parse_duration(length)
    if seconds is None:
        raise Stop(f"--for: {sentence}", USAGE)
    try:
        parts.choose_length(ident, seconds, remember=remember)
    except ValueError:
        raise Stop(
            f"--for {length}: only a routine of one exercise can be set to a length, from 1s to 60m", USAGE
        ) from None
