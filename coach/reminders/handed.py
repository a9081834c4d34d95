"""What the desk hands to another program that goes on with it: all that is known at this moment, as JSON values.

What is kept for the next start is less (`State.as_json`): there the time in between was nobody's. Here there is none in
between: an open nudge stays open, an absence goes on, and a session that a terminal told of still holds.
"""

from __future__ import annotations

from typing import Any

from coach.reminders.leases import Lease, Leases
from coach.reminders.state import MOST_SECONDS, State
from coach.values import dataclass, replace

FORM = 2
"""The version of this form: who gets another one does not take over."""

_MOST_LEASES = 64
_LONGEST_NAME = 200


def handed(state: State, leases: Leases, now: float) -> dict[str, Any]:
    """`now` is Clock.awake(), from which the moments of that clock are told: another program's may begin elsewhere."""
    return {
        "form": FORM,
        "kept": state.as_json(),
        "open": state.open,
        "beside": list(state.beside),
        "held_for": state.held_for,
        "open_for": state.open_for,
        "closed_for": state.closed_for,
        "absent": state.absent,
        "away_for": state.away_for,
        "broke": list(state.broke),
        "looked": None if state.monotonic is None else now - state.monotonic,
        "asleep": state.asleep,
        "idle": state.idle,
        "sessions": [
            {"name": name, "left": lease.until - now, "first": lease.first, "seconds": lease.seconds}
            for name, lease in leases.held.items()
        ],
    }


@dataclass(frozen=True, slots=True)
class HandedDesk:
    """A desk as another program knew it a moment ago, by this program's clock."""

    state: State
    leases: Leases


def taken(value: Any, now: float) -> HandedDesk:
    """What `handed` gave, `now` by this program's clock. ValueError for what it never gives."""
    try:
        if value["form"] != FORM:
            raise ValueError("handed over in another form")
        state = replace(
            State.read(value["kept"]),
            open=_text_or_none(value["open"]),
            beside=_texts(value["beside"]),
            held_for=_number_or_none(value["held_for"]),
            open_for=_number(value["open_for"]),
            closed_for=_number_or_none(value["closed_for"]),
            absent=_number(value["absent"]),
            away_for=_number(value["away_for"]),
            broke=_texts(value["broke"]),
            monotonic=None if value["looked"] is None else now - _number(value["looked"]),
            asleep=_number_or_none(value["asleep"]),
            idle=_number_or_none(value["idle"]),
        )
        leases = {
            _text(one["name"]): Lease(now + _number(one["left"]), _number(one["first"]), _number(one["seconds"]))
            for one in value["sessions"][:_MOST_LEASES]
        }
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no desk was handed over: {error!r}") from None
    return HandedDesk(state, Leases(leases))


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME:
        raise ValueError("no name")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("no names")
    return tuple(_text(one) for one in value)


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _number(value: Any) -> float:
    """Of a moment ago it may be a little less than nothing: clocks are read one after the other."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -MOST_SECONDS <= value <= MOST_SECONDS:
        raise ValueError(f"{value!r} is no length of time")
    return float(value)


def _number_or_none(value: Any) -> float | None:
    return None if value is None else _number(value)
