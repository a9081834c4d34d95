"""A page to read."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model.text import Text
from coach.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Lesson:
    """`body` is Markdown, the front matter taken off. `order` is its place among the lessons, 1 the first."""

    id: str
    title: Text
    body: str
    summary: Text | None = None
    sources: tuple[str, ...] = ()
    order: int | None = None
    figure: str | None = None
    translations: Mapping[str, Lesson] = field(default_factory=dict)
