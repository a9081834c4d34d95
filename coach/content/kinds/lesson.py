"""kind: lesson: the front matter; the Markdown below it is taken as it is."""

from __future__ import annotations

from coach.content.kinds.opening import FileRecord
from coach.content.records import Field
from coach.content.scalars import Number, Ref

LESSON = FileRecord(
    "lesson",
    dict,
    (
        Field(
            "order",
            Number(1, 999),
            "its place among the lessons; those without one come last, by their title",
            such_as=1,
        ),
        Field("figure", Ref("figure"), "the figure above it in the list of lessons"),
    ),
)
