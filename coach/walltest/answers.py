"""What a person answered in a test, by the ids of its steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.values import dataclass, field
from coach.walltest import kept


@dataclass(frozen=True, slots=True)
class Answers:
    """Raw answers; parts that were never reached are missing.

    checks and rechecks: step id -> point id -> index of the answer chosen (0 is the file's first)
    holds: step id -> seconds held
    ratings: step id -> area -> (left, right), both the same where the file does not ask for sides
    measures: step id -> value in the file's unit, None where it was left out
    """

    checks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    holds: Mapping[str, float] = field(default_factory=dict)
    rechecks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    ratings: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    measures: Mapping[str, float | None] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The same as JSON values."""
        return {
            "checks": {step: dict(points) for step, points in self.checks.items()},
            "holds": dict(self.holds),
            "rechecks": {step: dict(points) for step, points in self.rechecks.items()},
            "ratings": {step: {a: list(pair) for a, pair in areas.items()} for step, areas in self.ratings.items()},
            "measures": dict(self.measures),
        }

    @classmethod
    def from_json(cls, value: Any) -> Answers:
        """The answers that `as_json` made; missing parts are empty. ValueError where a part is something else."""
        if not isinstance(value, dict):
            raise ValueError(f"{value!r} are no answers")
        chosen = kept.table(kept.table(kept.whole))
        return cls(
            chosen(value.get("checks", {})),
            kept.table(kept.amount)(value.get("holds", {})),
            chosen(value.get("rechecks", {})),
            kept.table(kept.table(kept.pair))(value.get("ratings", {})),
            kept.table(kept.measure)(value.get("measures", {})),
        )
