"""What is kept of the body: no more than so much memory, whoever is looked at."""

from __future__ import annotations

from coach.ui.figure.seen import BODIES, body
from tests.ui.parts import shipped

MOST_BYTES = 8 * 1024 * 1024


def bytes_of(thing: object, seen: set[int]) -> int:
    """Of all arrays in it, each once."""
    if id(thing) in seen:
        return 0
    seen.add(id(thing))
    if hasattr(thing, "nbytes"):
        return thing.nbytes
    if isinstance(thing, dict):
        return sum(bytes_of(one, seen) for one in thing.values())
    if isinstance(thing, tuple | list):
        return sum(bytes_of(one, seen) for one in thing)
    return bytes_of(vars(thing), seen) if hasattr(thing, "__dict__") else 0


def test_all_bodies_that_are_kept_hold_a_few_megabytes():
    every = {tuple(figure.highlight) for figure in shipped().figures.values()}
    assert len(every) > BODIES
    body.cache_clear()
    largest = 0
    for areas in every:
        found = body(areas)
        assert found.nodes._places.nbytes > 0  # made when it is first painted
        assert len(found.reach) == found.flesh
        largest = max(largest, bytes_of(found, set()))
    assert body.cache_info().currsize == BODIES
    assert BODIES * largest < MOST_BYTES
    assert BODIES * largest > MOST_BYTES / 4  # so they were counted
