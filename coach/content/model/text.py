"""Words for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Text:
    """Words for a person, in English and perhaps other languages. `str(text)` is the English one."""

    en: str
    translations: Mapping[str, str] = field(default_factory=lambda: _NONE, hash=False)

    def in_language(self, language: str) -> str:
        """The words in `language` (a tag like `de`), in English where there are none."""
        return self.translations.get(language, self.en)

    def __str__(self) -> str:
        return self.en
