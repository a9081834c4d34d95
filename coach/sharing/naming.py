"""What has the name of something else comes in under a name that is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.content.sharing.contents import Key
from coach.content.sharing.form import Shared
from coach.content.sharing.renaming import Names, renamed
from coach.sharing.received import Received, clashes_of, is_taken, judge
from coach.sharing.wrong import SharingError
from coach.values import replace

if TYPE_CHECKING:
    from coach.wiring import Parts

_MOST_NAMES = 9
"""So many things of one name nobody has; then the clash is told."""
_LONGEST = 58  # characters of an id, so that one with its number is no longer than an id may be
_LAYERS = (("area", "source"), ("figure",), ("exercise",), ("routine",))
"""What names others comes behind them: whether it is the same as another shows only when they have their names."""


def under(parts: Parts, received: Received, ident: str) -> Received:
    """The same with the routine under this id, and what else clashes under free names: `side-lean-2`. Where that was
    done before, it is there. A clash that is left is that of this id. SharingError where an id is written in a way in
    which it cannot be changed.
    """
    assert received.shared is not None
    routine = ("routine", received.shared.routine)
    names: dict[Key, str] = {routine: ident}
    for layer in _LAYERS:
        for number in range(2, _MOST_NAMES + 1):
            found = clashes_of(parts, _with_names(received, names))
            olds = {(kind, new): old for (kind, old), new in names.items()}
            clashing = {(kind, olds.get((kind, one), one)) for kind, one in found if kind in layer} - {routine}
            if not clashing:
                break
            names |= {key: f"{key[1][:_LONGEST]}-{number}" for key in clashing}
    return judge(parts, received.path, _with_names(received, names))


def free_id(parts: Parts, received: Received) -> str:
    """An id for the routine that nothing has yet."""
    assert received.shared is not None
    catalogue, own, wanted = parts.library.catalogue, parts.folders[1], received.shared.routine[:_LONGEST]
    numbered = (f"{wanted}-{number}" for number in range(2, 10_000))
    return next(one for one in numbered if not is_taken(catalogue, own, ("routine", one)))


def _with_names(received: Received, names: Names) -> Shared:
    shared = received.shared
    assert shared is not None
    try:
        parts = tuple(
            replace(part, id=names.get(part.key, part.id), text=renamed(part.text, document, names))
            for part, document in received.documents
        )
    except ValueError:
        raise SharingError("not-rewritable", received.path) from None
    return replace(shared, routine=names["routine", shared.routine], parts=parts)
