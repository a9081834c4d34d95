"""Shapes of single values: truth, numbers, words, lengths of time, ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from coach.content import units
from coach.content.node import START, Mark, Node, Plain, Scalar, Unsure
from coach.content.notes import Notes, Reference, SureNotes
from coach.content.shape import Defs, Schema, Shape, found, in_quotes
from coach.content.spelling import one_of, unknown

ID = re.compile(r"[a-z][a-z0-9-]{1,62}")


class Yes(Shape):
    """true or false; with `only`, just that one."""

    hint = "true"

    def __init__(self, only: bool | None = None) -> None:
        self._only = only

    def read(self, node: Node, notes: Notes) -> bool | None:
        """The truth value; for `yes`, `on` and the like the sentence says which of the two to write."""
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool) and self._only in (None, value):
            return value
        if isinstance(value, bool):
            notes.add(
                node.mark, f"{found(node)} says nothing here; write {str(self._only).lower()}, or leave the key out"
            )
            return None
        word = found(node).lower() if isinstance(node, Scalar) else ""
        meant = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}.get(word)
        meant = meant or (word if word in ("true", "false") else "true or false")
        meant = str(self._only).lower() if self._only is not None else meant
        quotes = " without quotes" if isinstance(node, Scalar) and node.quoted else ""
        notes.add(node.mark, f"{found(node)} is not true or false; write {meant}{quotes}")
        return None

    def quick(self, value: Plain, notes: SureNotes) -> bool:  # noqa: ARG002
        """The truth value."""
        if type(value) is not bool or self._only not in (None, value):
            raise Unsure
        return value

    def schema(self, _defs: Defs) -> Schema:
        """A boolean, or the only one that may stand."""
        return {"type": "boolean"} if self._only is None else {"const": self._only}


class Number(Shape):
    """A number from `low` to `high`; whole unless `decimal`."""

    hint = "NUMBER"

    def __init__(self, low: float, high: float, *, decimal: bool = False) -> None:
        self._low, self._high, self._decimal = low, high, decimal
        self._range = f"{low:g} to {high:g}" if low != high else f"{low:g}"
        self.hint = "NUMBER" if low != high else self._range
        self.span = self._range if low != high else ""

    def read(self, node: Node, notes: Notes) -> float | int | None:
        """The number as written, whole or decimal, both bounds included; None once it is noted as wrong."""
        value = node.value if isinstance(node, Scalar) else None
        kinds = (int, float) if self._decimal else (int,)
        if isinstance(value, bool) or not isinstance(value, kinds):
            notes.add(node.mark, self._no_number(node))
        elif not self._low <= value <= self._high:
            size = "small" if value < self._low else "large"
            notes.add(node.mark, f"{found(node)} is too {size}; write {self._range}")
        else:
            return value
        return None

    def quick(self, value: Plain, notes: SureNotes) -> float | int:  # noqa: ARG002
        """The number."""
        kind = type(value)
        if not (kind is int or (kind is float and self._decimal)) or not self._low <= value <= self._high:
            raise Unsure
        return value  # type: ignore[no-any-return]

    def _no_number(self, node: Node) -> str:
        what = "a number" if self._decimal else "a whole number"
        if isinstance(node, Scalar) and node.quoted and re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", node.text):
            return f"{in_quotes(node.text)} is a text where {what} is wanted; write {node.text} without quotes"
        meant = re.fullmatch(r"\+?0*([0-9]{1,9})(\.0+)?", node.text) if isinstance(node, Scalar) else None
        is_likely = meant is not None and self._low <= int(meant[1]) <= self._high
        return f"{found(node)} is not {what}; write {int(meant[1]) if meant and is_likely else self._range}"

    def schema(self, _defs: Defs) -> Schema:
        """A number within its bounds."""
        if self._low == self._high:
            return {"const": self._low}
        return {"type": "number" if self._decimal else "integer", "minimum": self._low, "maximum": self._high}


class Choice(Shape):
    """One of some words. `beside`: what else may stand there, as an author would write it. `look`: the command that
    names all of the words where they are many.
    """

    def __init__(self, *words: str, beside: str = "", look: str = "") -> None:
        self.words, self._look = words, look
        self._known = frozenset(words)
        self._may_stand = (*words, beside) if beside else words
        self.hint = words[0]

    def read(self, node: Node, notes: Notes) -> str | None:
        """The word itself, or None after noting which one was likely meant."""
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            notes.add(node.mark, f"{found(node)} cannot stand here; write {one_of(self._may_stand)}")
        elif node.value not in self.words:
            notes.add(node.mark, unknown(node.value, self.words, self._look))
        else:
            return node.value
        return None

    def quick(self, value: Plain, notes: SureNotes) -> str:  # noqa: ARG002
        """The word."""
        if type(value) is not str or value not in self._known:
            raise Unsure
        return value

    def schema(self, _defs: Defs) -> Schema:
        """One of the words."""
        return {"enum": list(self.words)} if len(self.words) > 1 else {"const": self.words[0]}


class Converted(Shape):
    """A text that `convert` turns into a value; what `convert` refuses with units.Wrong is noted."""

    def __init__(
        self, convert: Callable[[str], Any], hint: str, pattern: str, about: str, number: Schema | None = None
    ) -> None:
        """`number`: the JSON Schema of a bare number that may stand here as well."""
        self._convert, self.hint, self._pattern, self._about, self._number = convert, hint, pattern, about, number
        self._converted = lru_cache(maxsize=256)(self._convert_surely)  # a library says the same few again and again

    def read(self, node: Node, notes: Notes) -> Any:
        """What `convert` makes of the text; None after noting why it could not."""
        if not isinstance(node, Scalar):
            notes.add(node.mark, f"{found(node)} stands where {self._about} is wanted; write one such as {self.hint}")
            return None
        try:
            return self._convert(node.text)
        except units.Wrong as wrong:
            notes.add(node.mark, str(wrong))
            return None

    def quick(self, value: Plain, notes: SureNotes) -> Any:  # noqa: ARG002
        """What `convert` makes of the text."""
        if type(value) is not str and not (type(value) is int and value > 0):  # any other is not known as it is written
            raise Unsure
        return self._converted(str(value))

    def _convert_surely(self, text: str) -> Any:
        try:
            return self._convert(text)
        except units.Wrong:
            raise Unsure from None

    def schema(self, _defs: Defs) -> Schema:
        """A text of the pattern, or the bare number that may stand here as well."""
        text = {"type": "string", "pattern": self._pattern, "description": self._about, "examples": [self.hint]}
        return text if self._number is None else {"anyOf": [text, self._number]}


class Duration(Converted):
    """A length of time between two others, in seconds. `such_as` is one that an author would write, `unit` what a bare
    number most likely meant.
    """

    def __init__(self, low: str, high: str, such_as: str, *, unit: str = "s") -> None:
        days = unit == "d"
        self._low, self._high = low, high
        self._seconds = units.duration(low, days=True), units.duration(high, days=True)
        parts = ("d", "h", "m", "s") if days else ("h", "m", "s")
        pattern = "^(?=.)" + "".join(f"((0|[1-9][0-9]{{0,8}}){part})?" for part in parts) + "$"
        super().__init__(
            lambda text: units.duration(text, days=days, unit=unit),
            such_as,
            pattern,
            f"a length of time from {low} to {high}",
        )
        self.span = f"{low} to {high}"

    def read(self, node: Node, notes: Notes) -> float | None:
        """Seconds within the bounds, which are included; None once it is noted as wrong."""
        seconds = super().read(node, notes)
        if seconds is None or self._seconds[0] <= seconds <= self._seconds[1]:
            return None if seconds is None else float(seconds)
        size = "short" if seconds < self._seconds[0] else "long"
        notes.add(node.mark, f"{found(node)} is too {size}; write {self._low} to {self._high}")
        return None

    def quick(self, value: Plain, notes: SureNotes) -> float:
        """Seconds within the bounds."""
        return super().quick(value, notes)  # type: ignore[no-any-return]

    def _convert_surely(self, text: str) -> float:
        seconds = super()._convert_surely(text)
        if not self._seconds[0] <= seconds <= self._seconds[1]:
            raise Unsure
        return float(seconds)


class Ident(Shape):
    """An id that this file defines: small letters, digits and dashes. `kind`: others may refer to it by that kind."""

    hint = "ID"

    def read(self, node: Node, notes: Notes) -> str | None:
        """The id itself; None after noting what an id consists of."""
        text = node.text if isinstance(node, Scalar) else ""
        if isinstance(node, Scalar) and isinstance(node.value, str) and ID.fullmatch(text):
            return text
        notes.add(node.mark, why_no_id(found(node), text))
        return None

    def quick(self, value: Plain, notes: SureNotes) -> str:  # noqa: ARG002
        """The id."""
        if type(value) is not str or not ID.fullmatch(value):
            raise Unsure
        return value

    def schema(self, _defs: Defs) -> Schema:
        """A text that is an id."""
        return {"type": "string", "pattern": f"^{ID.pattern}$"}


def why_no_id(what: str, text: str) -> str:
    """The sentence for something that is no id, with the likely one."""
    likely = re.sub(r"[^a-z0-9]+", "-", text[:80].lower()).strip("-")
    if ID.fullmatch(likely):
        return f"{what} is not an id; write {likely}"
    return f"{what} is not an id; write 2 to 63 small letters, digits and dashes, a letter first"


class Ref(Shape):
    """An id of another file or entry. `words` stand for themselves; one of `prefixes` may stand before the id."""

    hint = "ID"

    def __init__(
        self, *kinds: str, hard: bool = False, words: Sequence[str] = (), prefixes: Sequence[str] = ()
    ) -> None:
        self._kinds, self._hard, self._words, self._prefixes = kinds, hard, tuple(words), tuple(prefixes)
        self._unplaced = lru_cache(maxsize=1024)(self._reference)

    def read(self, node: Node, notes: Notes) -> str | None:
        """The word or the id with its prefix, as written.

        Whether there is such an id shows only when all files are read: the reference goes into `notes` for that.
        """
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            what = "an area" if self._kinds[0].endswith("area") else f"the id of a {one_of(self._kinds)}"
            what = what.replace(" a e", " an e")
            notes.add(node.mark, f"{found(node)} is not an id; write {what}")
            return None
        if node.value not in self._words:
            notes.references.append(self._reference(node.value, node.mark))
        return node.value

    def _reference(self, written: str, mark: Mark) -> Reference:
        bare = next((written.removeprefix(one) for one in self._prefixes if written.startswith(one)), written)
        return Reference(self._kinds, bare, mark, self._hard, self._words)

    def quick(self, value: Plain, notes: SureNotes) -> str:
        """The word or the id."""
        if type(value) is not str:
            raise Unsure
        if value not in self._words:
            notes.references.append(self._unplaced(value, START))
        return value

    def schema(self, defs: Defs) -> Schema:
        """Any id, with those of the library at hand offered."""
        any_id: Schema = {"type": "string", "pattern": f"^{ID.pattern}$"}
        ids = [ident for kind in self._kinds for ident in defs.ids.get(kind, ())]
        offered = (*self._words, *ids, *(prefix + ident for prefix in self._prefixes for ident in ids))
        known = {"enum": list(dict.fromkeys(offered))}
        either = {"anyOf": [known, any_id]} if offered else any_id
        return {**either, "description": f"id: {one_of(self._kinds)}"}
