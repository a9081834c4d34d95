"""What lies in front of what: for every two things, the depths of their nodes, weighed by how much they cover
each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats


@dataclass(frozen=True)
class Solids:
    """Things to sort, `counts` nodes each: where the nodes are on the picture, how deep, how large (pixels)."""

    names: tuple[str, ...]
    counts: tuple[int, ...]
    xy: Floats
    depth: Floats
    radius: Floats

    @classmethod
    def joined(cls, groups: Sequence[Solids]) -> Solids:
        """Several groups as one."""
        if len(groups) == 1:
            return groups[0]
        return cls(
            tuple(name for group in groups for name in group.names),
            tuple(count for group in groups for count in group.counts),
            np.concatenate([group.xy for group in groups]),
            np.concatenate([group.depth for group in groups]),
            np.concatenate([group.radius for group in groups]),
        )


@dataclass(frozen=True)
class Order:
    """`names` from the back to the front."""

    names: tuple[str, ...]
    _row: Mapping[str, int]
    _touching: list[list[bool]]

    def touches(self, one: str, other: str) -> bool:
        """Whether two things cover each other on the picture."""
        return self._touching[self._row[one]][self._row[other]]


def back_to_front(solids: Solids, behind: Iterable[tuple[str, str]]) -> Order:
    """Sorted; each pair of `behind` names one that stays behind another whatever their depths. Circles are broken at
    the thing with the least against it."""
    row = {name: i for i, name in enumerate(solids.names)}
    xy, depth, radius = solids.xy, solids.depth, solids.radius
    across, down = xy[:, 0, None] - xy[:, 0], xy[:, 1, None] - xy[:, 1]
    across *= across
    down *= down
    across += down
    cover = radius[:, None] + radius
    cover -= np.sqrt(across, out=across)
    np.maximum(cover, 0.0, out=cover)
    members, count = _members(solids.counts), len(row)
    # how much each thing covers another, and that weighed by how far in front its nodes are, in one product each way
    cover_of = members @ cover
    sums = np.concatenate((cover_of, (members * depth) @ cover - cover_of * depth)) @ members.T
    covered, front = sums[:count], sums[count:]
    for below, above in behind:
        if below in row and above in row:
            a, b = row[below], row[above]
            front[a, b], front[b, a] = -1e9, 1e9
    mean = members @ depth / solids.counts
    names = tuple(solids.names[i] for i in _sorted(np.maximum(front, 0.0), mean))
    return Order(names, row, (covered > 1.0).tolist())


@lru_cache(12)  # up to a hundred kilobytes each; one for each number of things, of which a picture has one or two
def _members(counts: tuple[int, ...]) -> Floats:
    """[things, nodes]: 1 where a node is the thing's."""
    return np.repeat(np.eye(len(counts)), counts, 1)


def _sorted(against: Floats, mean: Floats) -> list[int]:
    """Rows so that whatever a row is in front of comes first. `against[a, b]`: how strongly a is in front of b."""
    total = against.sum(1)
    order = np.round(total, 3) * 1e3 + mean * 1e-3  # of equals the further one
    against = (against * 1e3).T.copy()
    out = []
    for _ in range(len(mean)):
        first = int(order.argmin())
        out.append(first)
        order -= against[first]
        order[first] = np.inf
    return out
