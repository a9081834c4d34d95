"""Words for a person."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from coach.pseudo import TAG as PSEUDO
from coach.pseudo import pseudo
from coach.values import dataclass, field

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Text:
    """Words for a person, in English and perhaps other languages. `str(text)` is the English one."""

    en: str
    translations: Mapping[str, str] = field(default_factory=lambda: _NONE, hash=False)

    def in_language(self, language: str) -> str:
        """The words in `language` (a tag like `de`), in English where there are none; in the pseudo-language always."""
        return pseudo(self.en) if language == PSEUDO else self.translations.get(language, self.en)

    @property
    def written(self) -> str | dict[str, str]:
        """As a file has it: the English words, or those of each language by its tag."""
        return {"en": self.en, **self.translations} if self.translations else self.en

    def __str__(self) -> str:
        return self.en


@dataclass(frozen=True, slots=True)
class SidedText(Text):
    """Words of an exercise that is done on both sides, and what stands there instead where it is done on one alone:
    nothing, where that is None.
    """

    left: Text | None = None
    right: Text | None = None

    def of_side(self, side: str) -> Text | None:
        """The words for the left or the right side alone; for anything else those for both."""
        return self.left if side == "left" else self.right if side == "right" else self
