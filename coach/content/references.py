"""Which names are known in a whole library, and what to say of one that is not."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from coach.content.notes import Reference
from coach.content.spelling import listing, unknown

Names = Mapping[str, set[str]]


def why_not(reference: Reference, known: Names, broken: Names) -> tuple[str, bool] | None:
    """What is wrong with a reference, and whether it leads to a broken file; None where all is well."""
    if any(reference.id in broken.get(kind, ()) for kind in _files(reference.kinds)):
        return f"{reference.id} has problems of its own; mend its file first", True
    if any(reference.id in known.get(kind, ()) for kind in reference.kinds):
        return None
    if reference.kinds == ("rated area",) and reference.id in known.get("area", ()):
        return f"{reference.id} is not a rated area; write rated: true in areas.yaml, or take it out", False
    names: Iterable[str] = {name for kind in reference.kinds for name in known.get(kind, ())}
    return unknown(reference.id, {*names, *reference.words}, _listing(_files(reference.kinds))), False


def _listing(kinds: tuple[str, ...]) -> str:
    """The command that names all ids of these kinds; none does for tiers, which are few."""
    return "" if kinds == ("tier",) else listing(*kinds)


def _files(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return ("area",) if kinds == ("rated area",) else kinds


def ways_back(links: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Of every id that leads back to itself the shortest way, beginning with it; each id leads to several others."""
    found: dict[str, list[str]] = {}
    for start in sorted(ident for ident, others in links.items() if others):
        came_from: dict[str, str] = {}
        waiting = deque([start])
        while waiting and start not in came_from:
            here = waiting.popleft()
            for other in links.get(here, ()):
                if other not in came_from:
                    came_from[other] = here
                    waiting.append(other)
        if start in came_from:
            way = [came_from[start]]
            while way[-1] != start:
                way.append(came_from[way[-1]])
            found[start] = way[::-1]
    return found


def circles_in(links: Mapping[str, str]) -> list[list[str]]:
    """Every circle in `links` (each id leads to one other), each once, beginning with its smallest id."""
    circles: dict[str, list[str]] = {}
    done: set[str] = set()
    for start in sorted(links):
        path: list[str] = []
        here: str | None = start
        while here is not None and here not in done and here not in path:
            path.append(here)
            here = links.get(here)
        if here in path:
            circle = path[path.index(here) :]
            first = circle.index(min(circle))
            circles[circle[first]] = circle[first:] + circle[:first]
        done.update(path)
    return list(circles.values())
