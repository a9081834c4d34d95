"""What lies in front of what: for every two things, the depths of their nodes, weighed by how much they cover
each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np


@dataclass(frozen=True)
class Solids:
    """Things to sort, `counts` nodes each: where the nodes are on the picture, how deep, how large (pixels)."""

    names: tuple[str, ...]
    counts: tuple[int, ...]
    xy: np.ndarray
    depth: np.ndarray
    radius: np.ndarray

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
    """`names` from the back to the front; `touching` holds the pairs that cover each other on the picture."""

    names: tuple[str, ...]
    touching: frozenset[tuple[str, str]]


def back_to_front(solids: Solids, behind: Iterable[tuple[str, str]]) -> Order:
    """Sorted; each pair of `behind` names one that stays behind another whatever their depths. Circles are broken at
    the thing with the least against it."""
    row = {name: i for i, name in enumerate(solids.names)}
    xy, depth, radius = (values.astype(np.float32) for values in (solids.xy, solids.depth, solids.radius))
    starts = np.array([0, *accumulate(solids.counts[:-1])])
    across, down = xy[:, 0, None] - xy[None, :, 0], xy[:, 1, None] - xy[None, :, 1]
    across *= across
    down *= down
    across += down
    cover = radius[:, None] + radius[None]
    cover -= np.sqrt(across, out=across)
    np.maximum(cover, 0.0, out=cover)
    covered = np.add.reduceat(np.add.reduceat(cover, starts, 0), starts, 1)
    cover *= depth[:, None] - depth[None]
    front = np.add.reduceat(np.add.reduceat(cover, starts, 0), starts, 1)
    for below, above in behind:
        if below in row and above in row:
            a, b = row[below], row[above]
            front[a, b], front[b, a] = -1e9, 1e9
    mean = np.add.reduceat(depth, starts) / solids.counts
    names = tuple(solids.names[i] for i in _sorted(np.maximum(front, 0.0), mean))
    rows, columns = (found.tolist() for found in np.nonzero(covered > 1.0))
    pairs = ((solids.names[a], solids.names[b]) for a, b in zip(rows, columns, strict=True) if a != b)
    return Order(names, frozenset(pairs))


def _sorted(against: np.ndarray, mean: np.ndarray) -> list[int]:
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
