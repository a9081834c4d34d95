"""What each file of a library gives, and which names it needs: who has to be judged again when one changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from coach.values import dataclass

if TYPE_CHECKING:
    from coach.content.document import Document

Name = tuple[str, str]
"""Kind and id."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What a file gives, as far as that can be told, and the names that it refers to."""

    kind: str | None
    id: str
    language: str | None
    needs: tuple[Name, ...]

    @property
    def name(self) -> Name | None:
        """What others refer to it by."""
        return None if self.kind is None else (self.kind, self.id)


Ties = Mapping[str, Tie]
"""By file."""


def tie_of(document: Document) -> Tie:
    """A file's, as it was read."""
    needs = ((kind, one.id) for one in document.notes.references for kind in one.kinds)
    return Tie(document.kind, document.id, document.language, tuple(dict.fromkeys(needs)))


def ties_of(documents: Iterable[Document]) -> Ties:
    """Those of many files."""
    return {str(document.file): tie_of(document) for document in documents}
