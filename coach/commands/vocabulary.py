"""The words of the content's language, as `list` shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue
    from coach.words.language import Language


def words_listed(kind: str, catalogue: Catalogue, language: Language) -> list[tuple[str, str]]:
    """Each word of a kind with what it is called or means, in the order of words; nothing for a kind of content."""
    from coach.content.kind_names import WORDS

    if kind not in WORDS:
        return []
    from coach.content.vocabulary import words_of

    return sorted(
        (word, _title(kind, word, catalogue, language) or meaning) for word, meaning in words_of(kind).items()
    )


def _title(kind: str, word: str, catalogue: Catalogue, language: Language) -> str:
    from coach.words import kit, library

    match kind:
        case "kit":
            return kit.a_thing(word, language)
        case "goal":
            return library.goal(word, language)
        case "position":
            said = catalogue.coaching.phrases.get(word)
            return "" if said is None else library.say(said.other, language)
        case _:
            return ""
