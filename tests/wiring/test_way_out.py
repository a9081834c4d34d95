"""The short way out of a full day."""

from __future__ import annotations

from coach.wiring.way_out import short_way_out
from tests.ui.parts import FakeParts


def test_to_look_for_it_compiles_nothing_so_that_what_the_person_does_stays_kept(parts: FakeParts) -> None:
    short = short_way_out(parts)
    assert short is not None
    parts.store.add_conditions(sorted(parts.library.catalogue.safety.conditions))
    assert parts.own(short).routine != parts.as_written(short)
    kept = parts.timeline("routine", short)
    short_way_out(parts)
    assert parts.timeline("routine", short) is kept
