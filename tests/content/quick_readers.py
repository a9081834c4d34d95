"""Whether the quick reader of files and the one that tells mistakes agree about a file."""

from __future__ import annotations

from typing import Any

from coach.content.document import Document, read_document, read_quickly
from coach.content.library_files import Listed
from coach.content.node import START
from coach.content.notes import ItemPlace, StepPlace, UsePlace


def agree(listed: Listed) -> bool:
    """Whether the quick reader takes the file; then the other one finds nothing wrong, and reads the same."""
    quick = read_quickly(listed)
    if quick is None:
        return False
    whole = read_document(listed)
    assert not whole.problems, [str(one) for one in whole.problems]
    assert _facts(quick) == _facts(whole), listed.file
    return True


def _facts(document: Document) -> Any:
    """All that others know of it, but places; with the types of numbers."""
    notes = document.notes
    return (
        document.kind,
        document.id,
        document.language,
        document.is_misplaced,
        list(document.keys),
        repr(document.value),
        [one._replace(mark=START) for one in notes.references],
        notes.defines,
        [_step(one) for one in notes.steps],
        [_item(one) for one in notes.items],
        [repr(one) for one in (notes.cues, notes.layers)],
        [day for _, day in notes.past_days],
    )


def _step(place: StepPlace | UsePlace) -> Any:
    if isinstance(place, UsePlace):
        return place.routine, place.rounds_deep
    cues = [(repr(cue.cue), cue.written) for cue in place.cues]
    return place.exercise, _layer(place.layer), cues


def _layer(layer: Any) -> Any:
    return None if layer is None else (repr(layer.dose), list(layer.keys))


def _item(place: ItemPlace) -> Any:
    return (
        place.routine,
        _layer(place.layer),
        [ident for ident, _ in place.only],
        [(one.named, one.other) for one in place.variants],
    )
