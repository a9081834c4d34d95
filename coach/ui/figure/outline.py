"""Outlines of lofts: tubes through a row of ellipses, all traced at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np

from coach.ui.figure.shapes import ANGLES, AROUND, DIRECTIONS, Shadows, Shape, hull_rows, hulls
from coach.values import dataclass, field

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Flags, Floats, Numbers

_TURN = 2 * np.pi
_CAP_POINTS, _SIDE_POINTS = 8, 3
_FINE_POINTS = 5, 2  # of a tube as thin as a finger
_SHARPEST, _LONGEST = 2.2, 4.3  # radians round a side and round a cap: few points would be coarse, hulls are not
_INNER = -0.15  # radians: from here on the inner side of a fold passes through the node's middle
_TOUCHES = 1e-6  # pixels: an ellipse that touches another from within does not look out of it
_CLOSEST = 0.35  # pixels between points of an outline

Outline = tuple[Sequence[int], Sequence[int]]
"""Tubes and hulls, by number, that are filled together."""

_Step = tuple[int, int, int, float, bool]
"""A point of a walk round a tube: node, tangent that it leaves, tangent that it reaches, share of the way, is a cap."""


@dataclass(frozen=True)
class _Place:
    """Where an outline stands among the traced points: its part of them, the ends of its rings in that part, and its
    tubes, whose rings come before those of its hulls."""

    span: slice
    ends: tuple[int, ...]
    tubes: range


@dataclass
class _Laid:
    """The points of all outlines, laid one behind the other: first the rings of an outline's tubes, then its hulls."""

    rows: Sequence[Numbers]
    """The nodes of each tube, in the order in which they are laid."""
    neighbours: int
    """How many pairs of neighbouring nodes there are in all tubes."""
    walk: list[_Step] = field(default_factory=list)
    walked: list[int] = field(default_factory=list)  # which points are those of `walk`, and which are corners of hulls
    hulled: list[int] = field(default_factory=list)
    rings: list[int] = field(default_factory=list)  # where each begins among the points
    starts: list[int] = field(default_factory=list)  # where each tube begins in `walk`
    pairs: list[int] = field(default_factory=list)  # the first pair of each tube
    places: list[_Place] = field(default_factory=list)
    count: int = 0
    _pair: int = 0

    def add(self, outline: Outline, thin: Collection[int]) -> None:
        """Lay the next outline; its tubes that are `thin` get few points."""
        begin, first_tube, ends = self.count, len(self.starts), []
        tubes, hulls_of = outline
        for number in tubes:
            self._add_tube(*(_FINE_POINTS if number in thin else (_CAP_POINTS, _SIDE_POINTS)))
            ends.append(self.count - begin)
        for _ in hulls_of:
            self.hulled += self._ring(DIRECTIONS)
            ends.append(self.count - begin)
        self.places.append(_Place(slice(begin, self.count), tuple(ends), range(first_tube, len(self.starts))))

    def _add_tube(self, caps: int, sides: int) -> None:
        row = self.rows[len(self.starts)]
        steps = _walk(row, self._pair, self.neighbours, caps, sides)
        self.starts.append(len(self.walk))
        self.pairs.append(self._pair)
        self.walked += self._ring(len(steps))
        self.walk += steps
        self._pair += len(row) - 1

    def _ring(self, points: int) -> range:
        """The numbers of the next so many points."""
        self.rings.append(self.count)
        self.count += points
        return range(self.count - points, self.count)


class Tubes:
    """The fixed part of many tubes. Each is a row of nodes; its outline walks round the first, along one side,
    round the last and back. A point's direction lies between two tangents, at a share of the way.

    On the inner side of a fold, where tangents turn back, the walk passes through the node's middle instead: so nothing
    is walked round the wrong way, which would leave a hole. Once round, directions turn once; where they do not, a side
    turns by more than half a turn and was taken for one that turns back: such a tube is drawn hull by hull, as are all
    those that turn so far between two tangents that few points would be coarse.
    """

    def __init__(
        self,
        tubes: Sequence[Sequence[int]],
        single: Sequence[Sequence[int]] = (),
        outlines: Sequence[Outline] | None = None,
        thin: Collection[int] = (),
    ) -> None:
        """`single` are hulls of a few nodes each, traced along with the tubes; `outlines` are what will be filled,
        by default each tube by itself; `thin` tubes need few points. Points stand in the order of the outlines."""
        if outlines is None:
            outlines = [((i,), ()) for i in range(len(tubes))]
        self._rows = [np.asarray(tubes[tube]) for numbers, _ in outlines for tube in numbers]
        self._single = np.array([_four(single[hull]) for _, numbers in outlines for hull in numbers], int).reshape(
            -1, 4
        )
        self._first, self._second = (
            np.concatenate([row[cut] for row in self._rows]) for cut in (slice(None, -1), slice(1, None))
        )
        laid = _Laid(self._rows, len(self._first))
        for outline in outlines:
            laid.add(outline, thin)
        self._places = laid.places
        self._pairs, self._rings = np.array(laid.pairs), np.array(laid.rings)
        self._walked, self._hulled = np.array(laid.walked), np.array(laid.hulled, int)
        self._numbers = np.arange(laid.count)
        spans = [place.span for place in self._places]
        self.outlines = np.array([span.start for span in spans])  # where each begins among the points
        self.corners = np.array([span.stop - span.start for span in spans])  # how many each has
        self._set_turns(laid)

    def _set_turns(self, laid: _Laid) -> None:
        """What each point turns by. Every turn from tangent to tangent has several points: what they share is worked
        out once."""
        node, leave, arrive, share, cap = (np.array(part) for part in zip(*laid.walk, strict=True))
        first = np.flatnonzero(share == 0)
        self._leave, self._arrive = leave[first], arrive[first]
        self._least = np.where(cap[first], 0.0, np.pi)  # a side turns either way, a cap only forward
        self._most = np.where(cap[first], _LONGEST, _SHARPEST)
        self._first_turns = np.searchsorted(first, laid.starts)  # of each tube
        # the corners of hulls lie in fixed directions: they leave from those and turn no further
        count, turn = laid.count, np.cumsum(share == 0) - 1
        self._from, self._turn_of, self._share = np.zeros(count, int), np.zeros(count, int), np.zeros(count)
        self._from[self._walked], self._turn_of[self._walked], self._share[self._walked] = leave, turn, share
        self._from[self._hulled] = 2 * len(self._first) + np.tile(np.arange(DIRECTIONS), len(self._single))
        self._between = np.zeros(count, bool)
        self._between[self._walked] = ~cap & (share > 0) & (share < 1)
        self._nodes = np.zeros(count, int)
        self._nodes[self._walked] = node

    def trace(self, shadows: Shadows) -> Traced:
        """The outlines of all tubes in one frame."""
        angles, apart, ahead = self._tangents(shadows.support)
        span = angles.take(self._arrive)
        span -= angles.take(self._leave)
        rounds = span + self._least
        rounds *= 1 / _TURN
        span -= np.floor(rounds, out=rounds) * _TURN
        angle = span.take(self._turn_of)
        angle *= self._share
        angle += angles.take(self._from)
        angle = angle.astype(np.float32)  # a tenth of the time, a millionth of a pixel
        outward, nodes = np.empty((2, len(angle))), self._nodes.copy()
        outward[0] = np.cos(angle)
        outward[1] = np.sin(angle)
        nodes[self._hulled] = hull_rows(shadows, self._single).ravel()
        points = shadows.points(nodes, outward)
        inner = np.flatnonzero(self._between & (span < _INNER).take(self._turn_of))
        points[:, inner] = shadows.middles(nodes[inner])
        outward[:, inner] = 0.0
        self._calm(points, outward)
        coarse = np.logical_or.reduceat(span > self._most, self._first_turns)
        around = np.add.reduceat(span, self._first_turns)
        whole = np.logical_and.reduceat(apart, self._pairs) & ~coarse & (np.abs(around - _TURN) < 1.0)
        instead = self._hulls_of(np.flatnonzero(~whole).tolist(), ahead, shadows)
        return Traced(self._places, points.T, outward.T, instead)

    def _calm(self, points: Floats, outward: Floats) -> None:
        """Let points of a ring that hardly move stay on the last one that did: tiny loops fray the edge."""
        step = np.abs(points[:, 1:] - points[:, :-1])
        last = self._numbers.copy()
        last[1:][np.maximum(step[0], step[1]) <= _CLOSEST] = 0
        last[self._rings] = self._rings
        np.maximum.accumulate(last, out=last)
        points[:] = points.take(last, 1)
        outward[:] = outward.take(last, 1)

    def _hulls_of(self, tubes: list[int], ahead: Flags, shadows: Shadows) -> dict[int, list[tuple[Floats, Floats]]]:
        """The hulls of the neighbours in some tubes, as rings, which stand in for their outlines. Where one ellipse
        lies within the other and a hull beside covers both, there is none."""
        if not tubes:
            return {}
        ends: list[bool] = (~np.logical_or.reduce(ahead, 1)).tolist()
        swallows: list[bool] = np.logical_and.reduce(ahead, 1).tolist()
        kept: list[int] = []
        owners: list[int] = []
        for tube in tubes:
            begin = int(self._pairs[tube])
            after = begin + len(self._rows[tube]) - 1
            proper = {pair for pair in range(begin, after) if not ends[pair] and not swallows[pair]}
            for pair in range(begin, after):
                is_covered = (ends[pair] and pair - 1 in proper) or (swallows[pair] and pair + 1 in proper)
                if not is_covered:
                    kept.append(pair)
                    owners.append(tube)
        found: dict[int, list[tuple[Floats, Floats]]] = {tube: [] for tube in tubes}
        pairs = np.stack((self._first.take(kept), self._second.take(kept)), 1)
        for tube, ring in zip(owners, hulls(shadows, pairs), strict=True):
            found[tube].append((ring, AROUND))
        return found

    def _tangents(self, support: Floats) -> tuple[Floats, Flags, Flags]:
        """Directions of the common tangents of neighbours: those onto the second, then those back onto the first, then
        those of AROUND; whether neighbours have just these two: an ellipse within another has none, a slim one across
        another has four; and in which directions the second one looks out of the first."""
        lead = support.take(self._second, 0) - support.take(self._first, 0)
        ahead = lead > _TOUCHES
        before = np.concatenate((ahead[:, -1:], ahead[:, :-1]), 1)
        rows, flat = np.arange(len(lead)) * DIRECTIONS, lead.ravel()

        def crossing(switch: Flags) -> Floats:
            after = switch.argmax(1)
            here, there = flat.take(rows + after), flat.take(rows + (after - 1) % DIRECTIONS)
            angles: Floats = ANGLES.take(after) - here / (here - there + 1e-12) * (_TURN / DIRECTIONS)
            return angles

        onto, back = ahead & ~before, ~ahead & before
        return np.concatenate((crossing(onto), crossing(back), ANGLES)), np.count_nonzero(onto, 1) == 1, ahead


@dataclass(frozen=True)
class Traced:
    """One frame's outlines: all points, and what stands in for folded tubes."""

    places: Sequence[_Place]
    points: Floats
    outward: Floats
    instead: dict[int, list[tuple[Floats, Floats]]]
    _unfolded: dict[tuple[int, int], Shape] = field(default_factory=dict)  # asked for by fill, contour and keyline

    def shape(self, outline: int) -> Shape:
        """One outline, by number."""
        place = self.places[outline]
        return self._shape(place, len(place.ends))

    def tubes(self, outline: int) -> Shape:
        """One outline without its hulls, which fill the corners between tubes."""
        place = self.places[outline]
        return self._shape(place, len(place.tubes))

    def _shape(self, place: _Place, count: int) -> Shape:
        """The first rings of an outline."""
        ends, begin = place.ends[:count], place.span.start
        end = begin + ends[-1]
        shape = Shape(self.points[begin:end], self.outward[begin:end], ends)
        if not self.instead or self.instead.keys().isdisjoint(place.tubes):
            return shape
        if (place.span.start, count) in self._unfolded:
            return self._unfolded[place.span.start, count]
        rings = shape.rings()
        whole = [self.instead.get(tube, [ring]) for tube, ring in zip(place.tubes, rings, strict=False)]
        made = Shape.of([ring for several in whole for ring in several] + rings[len(place.tubes) :])
        self._unfolded[place.span.start, count] = made
        return made


def _four(nodes: Sequence[int]) -> tuple[int, ...]:
    return (*nodes, *(nodes[0],) * (4 - len(nodes)))


def _walk(row: Numbers, pair: int, pairs: int, caps: int, sides: int) -> list[_Step]:
    """Points round one tube.

    `caps` and `sides` count the points of an end and of a side. Tangents are numbered: p onto the second node of pair
    p, pairs + p back onto its first.
    """
    last = pair + len(row) - 2
    shares = [i / (caps - 1) for i in range(caps)]
    steps = [i / (sides - 1) for i in range(sides)]
    out = [(int(row[0]), pairs + pair, pair, share, True) for share in shares]
    for i in range(1, len(row) - 1):
        out += [(int(row[i]), pair + i - 1, pair + i, share, False) for share in steps]
    out += [(int(row[-1]), last, pairs + last, share, True) for share in shares]
    for i in range(len(row) - 2, 0, -1):
        out += [(int(row[i]), pairs + pair + i, pairs + pair + i - 1, share, False) for share in steps]
    return out
