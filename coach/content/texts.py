"""Texts, in one language or several."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from coach.content.amiss import LongText
from coach.content.model import Text
from coach.content.node import Hole, Map, Node, Plain, Scalar, Unsure
from coach.content.notes import Notes, SureNotes
from coach.content.shape import Defs, Schema, Shape, found, in_quotes, take
from coach.content.spelling import LANGUAGE, shown

MOST_CHARACTERS = 2000  # of a text, as docs/format.md says: a page of a book; our choice


_BREAKS = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")


class Words(Shape):
    """A text in one language, 1 to 2,000 characters. `one_line`: a name, which stands in lists, menus, calendars and
    tags: line breaks in it are read as spaces.
    """

    hint = "TEXT"

    def __init__(self, *, one_line: bool = False) -> None:
        self._is_one_line = one_line

    def read(self, node: Node, notes: Notes) -> str | None:
        """The text without blanks around it; a number or a yes that no quotes mark as text is told as such."""
        if not isinstance(node, Scalar):
            notes.add(node.mark, f"{found(node)} stands where a text is wanted; write one text, in quotes if need be")
        elif not isinstance(node.value, str):
            what = "stands for yes or no" if isinstance(node.value, bool) else "is a number"
            notes.add(node.mark, f"{node.text} {what} where a text is wanted; write {in_quotes(node.text)} in quotes")
        elif not (text := node.value.strip()):
            empty = "the text is empty; write 1 to 2,000 characters, or leave the key or the item out"
            notes.add(node.mark, empty, "empty-text")
        elif len(text) > MOST_CHARACTERS:
            long = f"the text is {len(text):,} characters long; write at most 2,000"
            notes.add(node.mark, long, LongText(len(text), MOST_CHARACTERS))
        else:
            return _BREAKS.sub(" ", text) if self._is_one_line else text
        return None

    def quick(self, value: Plain, notes: SureNotes) -> Any:  # noqa: ARG002
        """The text without blanks around it."""
        if type(value) is not str or not (text := value.strip()) or len(text) > MOST_CHARACTERS:
            raise Unsure
        return _BREAKS.sub(" ", text) if self._is_one_line else text

    def schema(self, _defs: Defs) -> Schema:
        """A text of 1 to 2,000 characters that is not blank."""
        return {"type": "string", "minLength": 1, "maxLength": MOST_CHARACTERS, "pattern": r"\S"}


class TextShape(Words):
    """A text, or a map from language to text with `en`. `check` may look at each of the texts (its node and value)."""

    def __init__(self, check: Callable[[Node, str, Notes], bool] | None = None, *, one_line: bool = False) -> None:
        super().__init__(one_line=one_line)
        self._check = check

    def read(self, node: Node, notes: Notes) -> Any:
        """A Text in all the languages that are written, or None once one of them is noted as wrong."""
        if isinstance(node, Map):
            return self._languages(node, notes)
        text = self._one(node, notes)
        return Text(text) if text is not None else None

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        """A Text in all the languages that are written."""
        if self._check or type(value) is not str:
            return Shape.quick(self, value, notes)
        text = value.strip()
        if not text or len(text) > MOST_CHARACTERS:
            raise Unsure
        return Text(_BREAKS.sub(" ", text) if self._is_one_line else text)

    def _one(self, node: Node, notes: Notes) -> str | None:
        text = super().read(node, notes)
        if text is not None and self._check and not self._check(node, text, notes):
            return None
        return text

    def _languages(self, node: Map, notes: Notes) -> Text | None:
        if node.entries and not any(LANGUAGE.fullmatch(key.text) for key, _ in node.entries):
            notes.add(node.mark, "a map stands where a text is wanted; put a text that holds a colon in quotes")
            return None
        texts, fine = self._texts(node, notes)
        if node.get("en") is None:
            notes.add(node.mark, "en is missing; write {en: TEXT} with the English text")
            return None
        return Text(texts.pop("en"), texts) if fine else None

    def _texts(self, node: Map, notes: Notes) -> tuple[dict[str, str], bool]:
        """The texts by language, and whether all could be read."""
        texts: dict[str, str] = {}
        fine = True
        for key, value in node.entries:
            if not LANGUAGE.fullmatch(key.text):
                notes.add(key.mark, f"{shown(key.text)} is not a language tag; write one such as en or de")
                fine = False
            elif isinstance(value, Scalar) and value.value is None:
                fine = take(self, value, notes) is not None
            elif not isinstance(value, Hole) and (text := self._one(value, notes)) is not None:
                texts[key.text] = text
            else:
                fine = False
        return texts, fine

    def schema(self, defs: Defs) -> Schema:
        """The one shared definition of texts, in one language or by language."""
        one = super().schema(defs)
        languages = {**_by_language(one), "required": ["en"]}
        defs.setdefault(
            "text", {"description": "A text, or a map from language to text with en.", "anyOf": [one, languages]}
        )
        return {"$ref": "#/$defs/text"}


class Translations(TextShape):
    """A map from languages other than English to texts, for what English has no words of its own for."""

    hint = "{LANGUAGE: TEXT}"

    def read(self, node: Node, notes: Notes) -> Any:
        """A Text whose English is empty, or None once something in it is noted as wrong."""
        if not isinstance(node, Map):
            notes.add(node.mark, f"{found(node)} is in no language; write {self.hint}, such as {{pl: TEXT}}")
            return None
        texts, fine = self._texts(node, notes)
        return Text("", texts) if fine else None

    def schema(self, defs: Defs) -> Schema:
        """An object of such texts."""
        return _by_language(Words.schema(self, defs))


def _by_language(one: Schema) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"},
        "additionalProperties": one,
    }
