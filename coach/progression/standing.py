"""Where the exercises of a routine stand after a part of the past, as a value that can be kept and gone on from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from coach.progression.reason import Chosen, FellAmber, FellRed, LevelReason, Paused, Rose
from coach.values import dataclass, field

_REASONS: Mapping[str, type[LevelReason]] = {
    "rose": Rose,
    "red": FellRed,
    "amber": FellAmber,
    "paused": Paused,
    "chosen": Chosen,
}
_NAMES = {kind: name for name, kind in _REASONS.items()}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an exercise stands: its level, how many good and amber sessions count by now, whether the person holds it,
    when it rose last (the number of that rise in the routine; 0 for never), and what brought it to its level.
    """

    level: int = 0
    good: int = 0
    amber: int = 0
    is_held: bool = False
    rose: int = 0
    hardest: tuple[int, int] = (0, 0)
    """The most effort and the most pain of the good sessions that count."""
    why: LevelReason | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """What all of the past at and before the moment `until` has come to, so that only what is later need be looked at.

    of: each exercise's standing; last: when the last session that counts began; rises: how often something rose;
    count: how many sessions and choices that was.
    """

    until: datetime
    of: Mapping[str, Standing] = field(default_factory=dict)
    last: datetime | None = None
    rises: int = 0
    count: int = 0

    def as_json(self) -> dict[str, Any]:
        """JSON values from which `from_json` makes an equal one."""
        return {
            "until": self.until.isoformat(),
            "of": {ident: _standing_as_json(standing) for ident, standing in self.of.items()},
            "last": None if self.last is None else self.last.isoformat(),
            "rises": self.rises,
            "count": self.count,
        }

    @classmethod
    def from_json(cls, value: Any) -> Folded:
        """What `as_json` made. ValueError where it is something else."""
        try:
            return cls(
                datetime.fromisoformat(value["until"]),
                {str(ident): _standing(told) for ident, told in value["of"].items()},
                None if value["last"] is None else datetime.fromisoformat(value["last"]),
                int(value["rises"]),
                int(value["count"]),
            )
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"no levels that were kept ({error})") from None


def _standing_as_json(standing: Standing) -> list[Any]:
    from dataclasses import astuple

    why = standing.why
    reason = None if why is None else [_NAMES[type(why)], *astuple(why)]
    return [standing.level, standing.good, standing.amber, standing.is_held, standing.rose, *standing.hardest, reason]


def _standing(value: Any) -> Standing:
    level, good, amber, is_held, rose, effort, pain, reason = value
    why = None if reason is None else _REASONS[reason[0]](*reason[1:])
    return Standing(level, good, amber, is_held, rose, (effort, pain), why)
