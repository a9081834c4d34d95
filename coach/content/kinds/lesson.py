"""kind: lesson: the front matter; the Markdown below it is taken as it is."""

from __future__ import annotations

from coach.content.kinds.first_keys import FileRecord, order
from coach.content.records import Field
from coach.content.scalars import Ref

LESSON = FileRecord(
    "lesson",
    dict,
    (
        order("its place among the lessons"),
        Field(
            "figure",
            Ref("figure"),
            "the figure above it in the list of lessons, with which it opens unless its text shows it",
        ),
    ),
)
