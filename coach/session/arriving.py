"""What is new when a session comes to an exercise: what has to be fetched or gone to, another position, another round.

Of things only those that no exercise before it needed: what was fetched once is at hand from then on. So is what the
routine's own words have named by then.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from coach.content.model import KIT, Exercise, Routine
from coach.session.layout import Piece, Run
from coach.session.phrases import Phrases
from coach.values import dataclass

AT_A_DESK = frozenset({"chair", "desk"})
"""What is at hand in a routine of the goal `desk`, which is done where one sits anyway."""


ON_THE_FLOOR = frozenset({"kneeling", "all-fours", "prone", "supine", "side-lying"})
"""The positions for which one gets down to the floor."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is new at an exercise, in the order of its file; `position` None where it stays as it was. `before` is the
    position until then, None at the first exercise. `round`: which one begins, and of how many; None within one.
    """

    needs: tuple[str, ...] = ()
    position: str | None = None
    before: str | None = None
    round: tuple[int, int] | None = None


NOTHING_NEW = Arrival()


def at_hand(routine: Routine) -> frozenset[str]:
    """What nobody has to fetch for this routine."""
    return AT_A_DESK if routine.goal == "desk" else frozenset()


def named_in(text: str, phrases: Phrases) -> Iterator[str]:
    """The things of KIT that a text names: by the last word that the phrases have for them, or one that begins so."""
    for name in KIT:
        word = phrases.words(name).split()[-1].casefold()
        if re.search(rf"\b{re.escape(word)}", text.casefold()):
            yield name


def stays(exercise: Exercise, position: str | None) -> str:
    """The position in which an exercise is done by somebody who comes to it in `position`."""
    return position if position is not None and position in exercise.also_in else exercise.position


def arrivals(pieces: Sequence[Piece], phrases: Phrases, had: Collection[str] = ()) -> list[Arrival]:
    """For each piece what is new at the exercise that it is or leads to; nothing for a piece without one."""
    told: list[Arrival] = []
    fetched, position, round_ = set(had), None, None
    for piece in pieces:
        if piece.run is None:
            fetched.update(named_in(piece.interval.text or "", phrases))
            told.append(NOTHING_NEW)
            continue
        exercise = piece.run.exercise
        needs = tuple(one for one in exercise.needs if one not in fetched)
        then = stays(exercise, position)
        coming = _round_of(piece.run)
        told.append(Arrival(needs, then if then != position else None, position, coming if coming != round_ else None))
        if piece.interval.kind == "work":
            fetched.update(needs)
            position, round_ = then, coming
    return told


def is_on_the_floor(exercise: Exercise, position: str) -> bool:
    """Whether somebody who does it in `position` is down there: sitting, too, where that is on a mat."""
    return position in ON_THE_FLOOR or (position == "sitting" and "mat" in exercise.needs)


def comes_up_from(pieces: Sequence[Piece]) -> str | None:
    """The position in which the work on the floor is done that ends a session; None where it ends otherwise, or
    something is said behind it.
    """
    if not pieces or (last := pieces[-1].run) is None or pieces[-1].interval.kind != "work":
        return None
    position = None
    for piece in pieces:
        position = position if piece.run is None else stays(piece.run.exercise, position)
    return position if position is not None and is_on_the_floor(last.exercise, position) else None


def _round_of(run: Run) -> tuple[int, int] | None:
    """None outside rounds, and where there is only one."""
    return (run.round, run.rounds) if run.round is not None and run.rounds is not None and run.rounds > 1 else None
