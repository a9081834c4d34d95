"""Two histories into one: of each uid the record that was changed last stays, so that the order does not matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from coach.progress.portable.form import Record, moment_of, written
from coach.progress.portable.shelf import Place, Putting, Shelf, rows_of
from coach.progress.waiting import Change
from coach.values import dataclass, field


@dataclass(slots=True)
class Merged:
    """What becomes of a file's records: how many of each type are taken, how many are known already, and what has to be
    changed for it.
    """

    taken: Counter[str] = field(default_factory=Counter)
    known: int = 0
    changes: list[Change] = field(default_factory=list)


def stays(one: Record, other: Record) -> Record:
    """Of two records with one uid the one that stays: changed later, or on a tie the greater text as JSON."""
    return max(one, other, key=lambda record: (moment_of(record["changed"]), written(record)))


def merge(records: Iterable[Record], shelf: Shelf, new_ids: Callable[[int], Iterator[int]]) -> Merged:
    """What taking in `records` does to the data file; a uid may stand among them more than once. `new_ids` gives so
    many ids that no row has.
    """
    latest: dict[str, Record] = {}
    for record in records:
        other = latest.get(record["uid"])
        latest[record["uid"]] = record if other is None else stays(record, other)
    merged, places = Merged(), shelf.places()
    putting = Putting(new_ids(sum(map(rows_of, latest.values()))))
    for uid, record in latest.items():
        place = places.get(uid)
        if place is not None and not _is_newer(record, uid, place, shelf):
            merged.known += 1
            continue
        merged.taken[record["type"]] += 1
        merged.changes += putting.changes(record, place)
    return merged


def _is_newer(record: Record, uid: str, place: Place, shelf: Shelf) -> bool:
    changed = moment_of(record["changed"])
    if changed != place.changed:
        return changed > place.changed
    kept = shelf.record(uid, place)  # looked at on a tie only: most of a file that is taken in twice
    return kept is None or written(record) > written(kept)
