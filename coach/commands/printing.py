"""What several commands print: JSON, and the hint that files have problems."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue
    from coach.words.language import Language


def print_json(value: object) -> None:
    """As the standard has it, with no version: what a file of the library says, or a schema."""
    from coach import strict_json

    print(strict_json.write(value, indent=2))


def print_for_programs(value: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
    """With the version of its form (docs/json.md)."""
    from coach.printed import printed

    print(printed(value))


def hint_at_problems(catalogue: Catalogue, language: Language) -> None:
    """Says on stderr how many files have problems, if any have."""
    from coach.words.running import problems as told_problems

    problems = catalogue.problems
    if problems:
        files = len({p.file for p in problems})
        print(told_problems(language, files), file=sys.stderr)
