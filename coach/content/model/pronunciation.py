"""How a word is said that the voice gets wrong."""

from __future__ import annotations

from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """A word or phrase and how it is said: its `phonemes`, one group for each word, or `say`, a spelling that is read
    right. With `within` only in these phrases, else wherever it stands. `sense` says which meaning this is.
    """

    word: str
    phonemes: tuple[str, ...] = ()
    say: str | None = None
    sense: str | None = None
    within: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """How it is said and in which sense, in a line of a list."""
        said = " ".join(self.phonemes) or self.say or ""
        return f"{said}: {self.sense}" if self.sense else said
