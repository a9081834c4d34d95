"""All that one running program gives to the next one, so that the second goes on where the first was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.values import dataclass, field

Json = Mapping[str, Any]

_FORM = 1


@dataclass(frozen=True, slots=True)
class Handover:
    """`desk` as `Desk.hand_over` gives it; `nudge`: what was on the screen; `start`: kind, id and interval of a session
    that somebody asked for; `run`: what holds for this run of the program, by names that the window knows; `digest`:
    for a program without a window; `unsaved`: what could not be written yet.
    """

    desk: Json
    nudge: Json | None = None
    start: tuple[str, str, int] | None = None
    run: Json = field(default_factory=dict)
    digest: Json | None = None
    unsaved: Sequence[Json] = ()

    def as_json(self) -> dict[str, Any]:
        """As it goes over the line."""
        return {
            "form": _FORM,
            "desk": self.desk,
            "nudge": self.nudge,
            "start": self.start,
            "run": self.run,
            "digest": self.digest,
            "unsaved": list(self.unsaved),
        }

    @classmethod
    def from_json(cls, value: Json) -> Handover:
        """What `as_json` gave. ValueError for anything else."""
        try:
            if value["form"] != _FORM:
                raise ValueError("handed over in another form")
            start = value["start"]
            wanted = None if start is None else (str(start[0]), str(start[1]), int(start[2]))
            unsaved = tuple(value.get("unsaved", ()))
            return cls(value["desk"], value["nudge"], wanted, dict(value["run"]), value["digest"], unsaved)
        except (KeyError, TypeError, IndexError) as error:
            raise ValueError(f"nothing was handed over: {error!r}") from None
