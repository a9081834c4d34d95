"""The steps of a focus routine that speaks: what is said beside its exercises, their order, and how long it all takes.

It begins with what to fetch and waits for it. A band is fixed where it is first pulled at, is moved and is taken off
where that has to be, and each time the routine waits; so what it is fixed for comes together. It goes down to the floor
once, after everything else and with time for it, and says how to come up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from coach.content.extent import WAIT_SECONDS
from coach.content.model import KIT, Exercise, RestStep, SayStep, Text
from coach.session.arriving import ON_THE_FLOOR, is_on_the_floor
from coach.values import dataclass

PREPARE_SECONDS, BETWEEN_SECONDS = 16.0, 14.0
"""With time to tell each movement before it begins."""

DOWN_SECONDS, UP_SECONDS, SET_UP_SECONDS = 22.0, 8.0, 20.0
"""To hear what comes and get down to the floor for it; to come up again; to hear what comes and go to the band that was
fixed, or put a towel in its place. Own choice, as shipped routines do.
"""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a routine says by itself: what to fetch, of these names, and how it is made ready; how a band is fixed; that
    it is taken off; how to come up from a position on the floor.
    """

    fetch: Callable[[Sequence[str], Sequence[Text]], str]
    fix: Callable[[Text | None], str]
    take_off: Callable[[], str]
    come_up: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads to an exercise: the words at which it waits, where there are some, and the seconds behind them."""

    words: str
    seconds: float

    def steps(self) -> Iterator[SayStep | RestStep]:
        """As a routine has them between two exercises."""
        if self.words:
            yield SayStep(Text(self.words))
        if self.words or self.seconds != BETWEEN_SECONDS:
            yield RestStep(self.seconds)

    @property
    def whole(self) -> float:
        """How long it takes, as a wait is reckoned."""
        return self.seconds + (WAIT_SECONDS if self.words else 0.0)


def in_order(exercises: Sequence[Exercise]) -> list[Exercise]:
    """Those on the floor last; before them those for which a band is fixed, each height by itself."""
    set_ups = [one.set_up for one in exercises]

    def place(one: Exercise) -> tuple[int, bool, int]:
        return _depth(one), _is_fixed(one), set_ups.index(one.set_up) if _is_fixed(one) else 0

    return sorted(exercises, key=place)


def leads(order: Sequence[Exercise], spoken: Spoken) -> Iterator[Lead]:
    """What leads to each of these exercises."""
    fixed: Exercise | None = None  # for which the band was fixed last, while it still is
    for place, one in enumerate(order):
        words = [] if place else [_to_fetch(order, spoken)]
        if _is_fixed(one):
            if fixed is None or fixed.set_up != one.set_up:
                words.append(spoken.fix(one.set_up))
            fixed = one
        elif fixed is not None and "band" in one.needs:
            words.append(spoken.take_off())
            fixed = None
        seconds = BETWEEN_SECONDS if place else PREPARE_SECONDS
        if place and (any(words) or (one.set_up and not _is_fixed(one))):
            seconds = SET_UP_SECONDS
        if _depth(one) > (_depth(order[place - 1]) if place else 0):
            seconds = DOWN_SECONDS
        yield Lead(" ".join(filter(None, words)), seconds)


def coming_up(order: Sequence[Exercise], spoken: Spoken) -> tuple[SayStep, ...]:
    """How one comes up at the end, where that is on the floor."""
    last = order[-1]
    return (SayStep(Text(spoken.come_up(last.position)), UP_SECONDS),) if _depth(last) else ()


def _to_fetch(order: Sequence[Exercise], spoken: Spoken) -> str:
    needed = {thing for one in order for thing in one.needs}
    set_ups = dict.fromkeys(one.set_up for one in order if one.set_up and not _is_fixed(one))
    return spoken.fetch(tuple(thing for thing in KIT if thing in needed), tuple(set_ups))


def _is_fixed(exercise: Exercise) -> bool:
    return "anchor" in exercise.needs


def _depth(exercise: Exercise) -> int:
    """How far down: 0 above the floor, 1 sitting on it, 2 lower."""
    if exercise.position in ON_THE_FLOOR:
        return 2
    return int(is_on_the_floor(exercise, exercise.position))
