"""What there is in place of an exercise, or of a whole session, that hurts some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.conductor import Conductor
from coach.session.planned import routine_of
from coach.today.offers import gentle_ones

if TYPE_CHECKING:
    from coach.wiring.parts import Parts


def gentler_routine(parts: Parts, conductor: Conductor) -> str | None:
    """The routine for recovery to do in place of the session's; None where there is none of which anything is left."""
    if conductor.timeline.kind != "routine":
        return None
    now = routine_of(conductor.timeline.id)
    others = [ident for ident in gentle_ones(parts.library.catalogue.routines) if ident != now]
    return next((ident for ident in others if not parts.own(ident).is_empty), None)


def can_be_easier(parts: Parts, conductor: Conductor) -> bool:
    """Whether the exercise of now can be an easier one from the next time on."""
    if conductor.timeline.kind != "routine" or conductor.named_now is None:
        return False
    may = parts.options(conductor.timeline.id).get(conductor.named_now, ())
    return any(option.what == "easier" for option in may)


def easier_next_time(parts: Parts, conductor: Conductor) -> None:
    """Keep that the exercise of now shall be the easier one from the next time on."""
    if conductor.named_now is not None:
        parts.store.add_choice(routine_of(conductor.timeline.id), conductor.named_now, "easier")


@dataclass(frozen=True, slots=True)
class EasierNextTime:
    """The easier exercise in place of the one that a session has now, from the next time on."""

    parts: Parts
    conductor: Conductor

    def is_there(self) -> bool:
        """Whether there is one."""
        return can_be_easier(self.parts, self.conductor)

    def keep(self) -> None:
        """Have it from the next time on."""
        easier_next_time(self.parts, self.conductor)
