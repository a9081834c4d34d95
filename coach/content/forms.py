"""Shapes that are one of several: forms of a map, or a word and something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any

from coach.content.node import Map, Mark, Node, Plain, Scalar, Unsure
from coach.content.notes import Notes, SureNotes
from coach.content.records import Field, Record
from coach.content.shape import Defs, Schema, Shape, found
from coach.content.spelling import nearest, one_of, unknown

Beside = Callable[[Mapping[str, object]], bool]
"""Of a map that is told by its keys and what stands there, where that is a single value."""


class Variants(Shape):
    """A map of one of several forms, told apart by its leading key."""

    def __init__(self, what: str, forms: dict[str, Record], beside: Mapping[str, Beside] | None = None) -> None:
        """`beside`: leading keys that also stand as plain keys in another form, and whether they do in a map."""
        self._what, self.forms, self._beside = what, forms, beside or {}
        self.hint = next(iter(forms.values())).hint

    def read(self, node: Node, notes: Notes) -> Any:
        """What the form of the one leading key reads; none or several leading keys are a problem, and None."""
        if not isinstance(node, Map):
            notes.add(node.mark, f"{found(node)} is not {self._what}; write {self.hint}")
            return None
        given = node.key_marks()
        plain = {key.text: inner.value if isinstance(inner, Scalar) else inner for key, inner in node.entries}
        leading = self._leading(plain)
        if len(leading) == 1:
            return self.forms[leading[0]].read(node, notes)
        if leading:
            self._look_over(node, leading, given, notes)
        else:
            self._note_no_leading(node, notes)
        return None

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        """What the form of the one leading key reads."""
        if type(value) is not dict:
            raise Unsure
        leading = self._leading(value)
        if len(leading) != 1:
            raise Unsure
        return self.forms[leading[0]].quick(value, notes)

    def _leading(self, given: Mapping[str, object]) -> list[str]:
        return [key for key in given if key in self.forms and not (key in self._beside and self._beside[key](given))]

    def _look_over(self, node: Map, leading: list[str], given: dict[str, Mark], notes: Notes) -> None:
        """A map of several forms: that they exclude each other, and what else is wrong with what stands there.

        What is missing is not told: it depends on the form that will be kept.
        """
        for key in leading[1:]:
            notes.add(given[key], f"{leading[0]} and {key} exclude each other; keep one of them")
        layers, cues = len(notes.layers), len(notes.cues)
        fields: dict[str, Field] = {}
        elsewhere: dict[str, str] = {}
        for key, form in ((key, self.forms[key]) for key in leading):
            others = {other for other in leading if other != key}
            form.values(_only(node, form.fields.keys() - fields.keys() - others), notes)
            fields = {**form.fields, **fields}
            elsewhere.update(form.elsewhere)
        both = Record(dict, tuple(fields.values()), elsewhere=elsewhere)
        both.values(_only(node, given.keys() - fields.keys()), notes)
        del notes.layers[layers:], notes.cues[cues:]  # they belong to a step that is not there

    def _note_no_leading(self, node: Map, notes: Notes) -> None:
        """A misspelt leading key is told at the key; else something is missing at the map's first character."""
        known = {key for form in self.forms.values() for key in form.fields}
        strange = [key for key, _ in node.entries if key.text not in known]
        for key in strange:
            notes.add(key.mark, unknown(key.text, self.forms))
        if not strange:
            notes.add(node.mark, f"{one_of(tuple(self.forms))} is missing; write one of them")

    def schema(self, defs: Defs) -> Schema:
        """Exactly one of the forms."""
        return {"oneOf": [form.schema(defs) for form in self.forms.values()]}


def _only(node: Map, keys: AbstractSet[str]) -> Map:
    """Of a map what stands under these keys."""
    return node._replace(entries=tuple(entry for entry in node.entries if entry[0].text in keys))


class Either(Shape):
    """A word of a few, or another shape."""

    def __init__(self, words: dict[str, Any], other: Shape) -> None:
        self._words, self._other = words, other
        self._misspelt = lru_cache(maxsize=256)(self._why_misspelt)
        self.hint, self.span = other.hint, other.span

    def read(self, node: Node, notes: Notes) -> Any:
        """The word's value, or what the other shape reads; a word that is nearly one of the few is told as such."""
        if isinstance(node, Scalar) and node.value in self._words and isinstance(node.value, str):
            return self._words[node.value]
        if isinstance(node, Scalar) and isinstance(node.value, str) and (sentence := self._misspelt(node.value)):
            notes.add(node.mark, sentence)
            return None
        return self._other.read(node, notes)

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        """The word's value, or what the other shape reads."""
        if type(value) is str:
            if value in self._words:
                return self._words[value]
            if self._misspelt(value):
                raise Unsure
        return self._other.quick(value, notes)

    def _why_misspelt(self, word: str) -> str | None:
        """The sentence for a word that is nearly one of these, or that names a form without saying enough."""
        forms = self._other.forms if isinstance(self._other, Variants) else {}
        if word in forms:
            return f"{word} alone says too little; write {forms[word].hint}"
        if forms or nearest(word, self._words):
            return unknown(word, (*self._words, *forms))
        return None

    def schema(self, defs: Defs) -> Schema:
        """One of the words, or the other shape."""
        return {"anyOf": [{"enum": list(self._words)}, self._other.schema(defs)]}
