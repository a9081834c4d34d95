"""Requests to the running program, changed, through the answer that it gives."""

from __future__ import annotations

import random
from collections.abc import Callable

from coach import strict_json
from coach.ui.remote import Remote
from tests.benchmarks.fuzz.mutation import changed_value, text_of
from tests.benchmarks.fuzz.paged import application
from tests.ui.parts import FakeParts

REQUESTS = (
    {"do": "show", "environ": {"XDG_ACTIVATION_TOKEN": "x"}},
    {"do": "play", "kind": "routine", "id": "desk-reset", "from": 0},
    {"do": "exercising", "session": "1-2", "goes_on": True, "seconds": 12.5}, {"do": "remind-status"},
    {"do": "remind-now", "id": "desk-reset"}, {"do": "remind-pause", "seconds": 600.0}, {"do": "remind-resume"},
    {"do": "remind-list"}, {"do": "remind-done"}, {"do": "remind-snooze", "seconds": 300.0}, {"do": "remind-skip"},
    {"do": "remind-start"}, {"do": "remind-sitting"}, {"do": "remind-standing"},
)  # fmt: skip


def answered() -> Callable[[random.Random], str]:
    """What puts one request through; `refused` where the answer is a sentence of error."""
    application()
    remote = Remote(FakeParts())

    def case(chance: random.Random) -> str:
        request = strict_json.read(text_of(changed_value(chance.choice(REQUESTS), chance), chance))
        if not isinstance(request, dict):
            return "refused"
        answer = remote.answer(request)
        strict_json.write(answer)
        return "refused" if "error" in answer else "taken"

    return case
