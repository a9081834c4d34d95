"""A catalogue laid away and taken out again: what is in it is made when somebody asks for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self, TypeVar

from coach.content.catalogue import Catalogue, Origin
from coach.content.kept import chest
from coach.content.kept.standing import is_sure, standing
from coach.content.kept.values import packed, unpacked
from coach.content.library_files import Look
from coach.content.model.text import Text
from coach.content.problem import Problem
from coach.content.things import FIELDS
from coach.content.ties import Tie, Ties
from coach.values import dataclass

_TITLED = tuple(FIELDS.values())
_SHELVES = (*_TITLED, "areas", "sources", "pronunciations")
_BY_ITSELF = "coaching", "safety"
REST = "rest"
"""The shelf of all that has no shelf of its own."""
_SORTS = {name: kind.capitalize() for kind, name in FIELDS.items()} | {
    "areas": "Area", "sources": "Source", "pronunciations": "Pronunciation", "coaching": "Coaching", "safety": "Safety"
}  # fmt: skip
"""What a value is called that stands on a shelf, or by itself."""
SHELVES = (*_SHELVES, REST)
"""Of the chest."""

Value = TypeVar("Value")


def keep(file: Path, looks: Sequence[Look], catalogue: Catalogue, ties: Ties, at_ns: int) -> bool:
    """Keep what was read of the files as they were seen at a moment; whether it is kept. Where it cannot be, the next
    start reads them again.
    """
    if not is_sure(looks, at_ns):
        return False
    with suppress(OSError, TypeError, ValueError):
        chest.write(file, standing(looks), _pieces(catalogue, ties))
        return True
    return False


@dataclass(frozen=True, slots=True)
class Taken:
    """A catalogue that was kept; `ties` are made when they are asked for. ValueError where they are none of ours."""

    catalogue: Catalogue
    ties: Callable[[], Ties]


def take(file: Path, looks: Sequence[Look], anew: Callable[[], Catalogue]) -> Taken | None:
    """What was kept of just these files; None where nothing was, or not of these. `anew` reads them, should a piece
    turn out to be none of ours after all.
    """
    found = chest.read(file)
    if found is None or found.stands_for != standing(looks):
        return None
    try:
        return Taken(_catalogue(found, anew), partial(_ties, found))
    except Exception:  # noqa: BLE001  whatever is wrong with it, it is made anew
        return None


# --- laid away ---


def _pieces(catalogue: Catalogue, ties: Ties) -> chest.Pieces:
    shelves = {name: _texts(getattr(catalogue, name)) for name in _SHELVES}
    by_itself = {name: packed(getattr(catalogue, name)) for name in _BY_ITSELF}
    rest = {
        "sounds": {name: str(path) for name, path in catalogue.sounds.items()},
        "problems": [[str(one.file), one.line, one.column, one.text] for one in catalogue.problems],
        "broken": sorted(catalogue.broken),
    }
    rest["ties"] = {file: [one.kind, one.id, one.language, one.needs] for file, one in ties.items()}
    rest["titles"] = {name: _titles(getattr(catalogue, name)) for name in _TITLED}
    texts = {name: json.dumps(value, separators=(",", ":")) for name, value in rest.items()}
    return {**shelves, REST: {**by_itself, **texts, "origins": _origins(catalogue.origins)}}


def packed_of(things: Mapping[str, Any], ident: str) -> str:
    """One thing of a shelf as JSON, which for equal ones is equal; of what was kept it is not made for that. KeyError
    for an id that is not there, TypeError for what no file of content gives.
    """
    return things.packed(ident) if isinstance(things, Things) else packed(things[ident])


def _titles(things: Mapping[str, Any]) -> Mapping[str, Any]:
    """In English alone as they are, else with their languages."""
    titles = things.titles if isinstance(things, Titled) else {ident: one.title for ident, one in things.items()}
    return {ident: [one.en, dict(one.translations)] if one.translations else one.en for ident, one in titles.items()}


def _texts(things: Mapping[str, Any]) -> Mapping[str, str]:
    """What was never made of what was kept goes back as it is."""
    if isinstance(things, Things):
        return {ident: things.packed(ident) for ident in things}
    return {ident: packed(one) for ident, one in things.items()}


def _origins(origins: Mapping[tuple[str, str], Origin]) -> str:
    by_kind: dict[str, dict[str, tuple[str, bool]]] = {}
    for (kind, ident), origin in origins.items():
        by_kind.setdefault(kind, {})[ident] = str(origin.file), origin.yours
    return json.dumps(by_kind, separators=(",", ":"))


# --- taken out ---


def _catalogue(found: chest.Chest, anew: Callable[[], Catalogue]) -> Catalogue:
    def rest(name: str) -> Any:
        return json.loads(found.piece(REST, name))

    shelves: dict[str, Any] = {name: (Titled if name in _TITLED else Things)(found, name, anew) for name in _SHELVES}
    return Catalogue(
        **shelves,
        **{name: _sort(unpacked(found.piece(REST, name)), name) for name in _BY_ITSELF},
        sounds=MappingProxyType({name: Path(file) for name, file in rest("sounds").items()}),
        problems=tuple(Problem(Path(file), *others) for file, *others in rest("problems")),
        origins=Origins(_of_all(found, rest("origins")), anew),
        broken=frozenset((kind, ident) for kind, ident in rest("broken")),
    )


def _sort(made: Any, shelf: str) -> Any:
    """What was made, where it is of the sort that is on this shelf. ValueError."""
    if type(made).__name__ != _SORTS[shelf]:
        raise ValueError(f"{type(made).__name__} among {shelf}")
    return made


def _of_all(found: chest.Chest, kept: Any) -> Mapping[str, Mapping[str, tuple[str, bool]]]:
    """The origins, where all that has one has. ValueError or AttributeError where they are none."""
    if any(kept.get(kind, {}).keys() != found.names(field) for kind, field in FIELDS.items()):
        raise ValueError("no origins")
    return kept  # type: ignore[no-any-return]


def _ties(found: chest.Chest) -> Ties:
    try:
        return {
            file: Tie(kind, ident, language, tuple((of, name) for of, name in needs))
            for file, (kind, ident, language, needs) in json.loads(found.piece(REST, "ties")).items()
        }
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"no ties: {error!r}") from None


class Things(Mapping[str, Value]):
    """What is on one shelf of a chest, by id; each is made once, when it is first asked for."""

    def __init__(
        self,
        found: chest.Chest,
        shelf: str,
        anew: Callable[[], Catalogue],
        changed: Mapping[str, Value | None] | None = None,
        made: Mapping[str, Value] | None = None,
    ) -> None:
        """`changed`: what takes the place of what was kept, or comes to it; what is gone is None. `made`: what was made
        of it before.
        """
        self._chest, self._shelf, self._anew, self._changed = found, shelf, anew, changed or {}
        gone = {ident for ident, one in self._changed.items() if one is None}
        kept = found.names(shelf)
        self._names = dict.fromkeys(sorted({*kept, *self._changed} - gone) if changed else kept)
        there = {**(made or {}), **self._changed}
        self._made: dict[str, Value] = {ident: one for ident, one in there.items() if one is not None}

    def with_changes(self, changes: Mapping[str, Value | None]) -> Self:
        """The same things with these put in, and those taken out that are None. What was made of the others already is
        the same value, by which whoever worked something out of it knows that it holds.
        """
        return type(self)(self._chest, self._shelf, self._anew, {**self._changed, **changes}, self._made)

    def __getitem__(self, ident: str) -> Value:
        found = self._made.get(ident)
        return found if found is not None else self._made.setdefault(ident, self._make(ident))

    def _make(self, ident: str) -> Value:
        if ident not in self._names:
            raise KeyError(ident)
        text = self._chest.piece(self._shelf, ident)
        try:
            made: Value = _sort(unpacked(text), self._shelf)
        except Exception:  # noqa: BLE001  adds up, and is none of ours
            made = getattr(self._anew(), self._shelf)[ident]
        return made

    def __contains__(self, ident: object) -> bool:
        return ident in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __repr__(self) -> str:
        return f"<{len(self)} {self._shelf}, kept>"

    def packed(self, ident: str) -> str:
        """The one of this id as it is kept."""
        changed = self._changed.get(ident)
        return self._chest.piece(self._shelf, ident) if changed is None else packed(changed)


class Titled(Things[Value]):
    """Things that have titles for lists, which are known without them."""

    @cached_property
    def titles(self) -> Mapping[str, Text]:
        """By id, in their order."""
        changed = {ident: one.title for ident, one in self._changed.items() if one is not None}  # type: ignore[attr-defined]
        try:
            titles = {**self._kept_titles(), **changed}
            return {ident: titles[ident] for ident in self}
        except Exception:  # noqa: BLE001  adds up, and is none of ours
            return {ident: one.title for ident, one in self.items()}  # type: ignore[attr-defined]

    def _kept_titles(self) -> dict[str, Text]:
        """Some exception where they are none."""
        kept = json.loads(self._chest.piece(REST, "titles"))[self._shelf]
        return {ident: Text(one) if type(one) is str else _in_languages(*one) for ident, one in kept.items()}


def _in_languages(english: str, others: Mapping[str, str]) -> Text:
    if any(type(one) is not str for one in (english, *others.values())):
        raise ValueError("no title")
    return Text(english, others)


class Origins(Mapping[tuple[str, str], Origin]):
    """Where each piece of content comes from, made when it is asked for."""

    __slots__ = ("_anew", "_kept")

    def __init__(self, kept: Mapping[str, Mapping[str, tuple[str, bool]]], anew: Callable[[], Catalogue]) -> None:
        self._kept, self._anew = kept, anew

    def __getitem__(self, key: tuple[str, str]) -> Origin:
        kind, ident = key
        kept = self._kept[kind][ident]
        try:
            file, yours = kept
            return Origin(Path(file), bool(yours))
        except (TypeError, ValueError):  # adds up, and is none of ours
            return self._anew().origins[key]

    def with_changes(self, changes: Mapping[tuple[str, str], Origin | None]) -> Origins:
        """The same with these put in, and those taken out that are None."""
        by_kind = {kind: dict(idents) for kind, idents in self._kept.items()}
        for (kind, ident), origin in changes.items():
            if origin is not None:
                by_kind.setdefault(kind, {})[ident] = str(origin.file), origin.yours
            else:
                by_kind.get(kind, {}).pop(ident, None)
        return Origins(by_kind, self._anew)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((kind, ident) for kind, idents in self._kept.items() for ident in idents)

    def __len__(self) -> int:
        return sum(len(idents) for idents in self._kept.values())
