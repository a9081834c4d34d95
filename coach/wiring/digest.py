"""Makes the digest for a desk without a window: `python -m coach.wiring.digest` prints it, and ends.

A process of its own reads the library, so that none of it stays in the memory of the one that is always there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import datetime

from coach import strict_json
from coach.desk_digest import Digest
from coach.progression.barred import Barred
from coach.today.morning import morning_to_ask
from coach.today.past import pains_told
from coach.today.soreness import SORE_FOR
from coach.wiring.parts import Parts, build
from coach.wiring.way_out import offered_at_once


def digest(parts: Parts) -> Digest:
    """What the desk has to know now."""
    known = parts.desk_library
    barred = known.barred
    asked_for = {message.exercise for one in known.reminders.values() for message in one.messages}
    morning = morning_to_ask(parts.store, parts.clock.wall())
    offers = {ident: known.offer(one) for ident, one in known.reminders.items()}
    return Digest(
        dict(known.reminders),
        frozenset(ident for ident in known.reminders if known.is_yours(ident)),
        Barred(barred.exercises & asked_for, barred.locked),
        known.asking_for_a_test,
        {ident: offer for ident, offer in offers.items() if offer is not None},
        offered_at_once(parts),
        None if morning is None else morning.uid,
        _until(parts),
        known.language,
    )


def _until(parts: Parts) -> datetime | None:
    """When somebody is no longer sore, or an exercise no longer rests: so long after a session."""
    now = parts.clock.wall()
    told = parts.store.past_without_work(now - SORE_FOR, now)
    return min((one.started + SORE_FOR for one in told if pains_told(one) or one.morning == "worse"), default=None)


def main(environ: Mapping[str, str]) -> int:
    """Print the digest of the library and the person that `environ` leads to."""
    parts = build(environ, sound=False)
    try:
        sys.stdout.write(strict_json.write(digest(parts).as_json()))
    finally:
        parts.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
