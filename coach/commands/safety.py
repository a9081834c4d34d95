"""`safety`: when the safety questions were answered, what their answers lock, and the questions themselves."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from coach.commands.here import Here
from coach.commands.moment import add_at, moment_of
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, MACHINE, Stop
from coach.commands.today import moment_json

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue
    from coach.progression.past import ConditionsTold
    from coach.today.standing import Standing
    from coach.wiring import Parts
    from coach.words.language import Language


def add_to(commands: Commands) -> None:
    """`safety`, `safety ask`."""
    parser = commands.add("safety", safety, "The safety questions: when they were answered, and what follows from it.")
    parser.add_argument("action", nargs="?", choices=("ask",), help="ask: answer them here, in the terminal")
    add_at(parser)
    add_json(parser)


def safety(options: argparse.Namespace, here: Here) -> int:
    """Print when the questions were answered and what is locked, as text or JSON; with `ask`, ask them before.

    0; 2 where `--at` is no moment; 3 where nobody can be asked; 130 where the questions were interrupted.
    """
    from coach.today.past import last_told
    from coach.today.standing import standing_of

    parts = here.build()
    if options.action == "ask":
        _ask(parts, here)
    catalogue = parts.library.catalogue
    at = moment_of(options.at, parts.clock)
    standing = standing_of(catalogue.safety, parts.store, at)
    conditions = last_told(parts.store.conditions(), at)
    if options.json:
        print_for_programs(as_json(standing, conditions))
    else:
        print("\n".join(as_text(standing, conditions, catalogue, parts.language)))
    return FINE


def _ask(parts: Parts, here: Here) -> None:
    from coach.terminal.ask import Asker, Left
    from coach.terminal.safety import ask, ask_conditions
    from coach.terminal.terminal import this_terminal

    terminal = this_terminal(here.environ)
    if not terminal.is_attended:
        raise Stop("safety ask: nobody can answer here; type it in a terminal, or open the window", MACHINE)
    try:
        with terminal.screen() as screen:
            asker, safety = Asker(terminal.keys, screen, language=parts.language), parts.library.catalogue.safety
            if ask(asker, safety, parts.store) and safety.conditions:
                ask_conditions(asker, safety, parts.store)
    except Left:
        return


def as_json(standing: Standing, conditions: ConditionsTold | None) -> Mapping[str, Any]:
    """For other programs (docs/json.md)."""
    return {
        "answered": moment_json(standing.answered) if standing.answered is not None else None,
        "due": standing.due is not None,
        "why": _why(standing),
        "locked": standing.locked.id if standing.locked is not None else None,
        "told": sorted(conditions.told) if conditions is not None else [],
        "cleared": sorted(conditions.cleared) if conditions is not None else [],
    }


def as_text(
    standing: Standing, conditions: ConditionsTold | None, catalogue: Catalogue, language: Language
) -> Iterator[str]:
    """Lines for a person."""
    from coach.words import dates, printed
    from coach.words import safety as safety_words
    from coach.words import today as words
    from coach.words.library import say

    if standing.answered is not None:
        yield printed.answered_on(dates.moment(standing.answered, language), language)
    if standing.due is not None:
        yield printed.asks_them(words.questions(language, standing.due), "posture-coach safety ask", language)
    else:
        yield f"{words.not_due(language)}."
    if standing.locked is not None:
        yield say(standing.locked.say, language)
        yield safety_words.way_out(language, is_emergency=standing.is_emergency)
    if conditions is not None:
        for ident in sorted(conditions.told):
            asked = catalogue.safety.conditions.get(ident)
            text, is_cleared = say(asked, language), ident in conditions.cleared
            yield f"  {printed.condition(ident, text, language, is_cleared=is_cleared)}"


def _why(standing: Standing) -> str:
    from coach.words import today as words
    from coach.words.language import ENGLISH

    return words.questions(ENGLISH, standing.due) if standing.due is not None else words.not_due(ENGLISH)
