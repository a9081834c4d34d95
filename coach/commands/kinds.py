"""The kinds of content by which commands name what they are about."""

from __future__ import annotations

from coach.content.kind_names import IN_LISTS, WORDS

KINDS = ("exercise", "routine", "test", "reminder", "plan", "lesson", "figure")
SCHEMA_KINDS = (*KINDS, "coaching", "areas", "safety", "sources", "pronunciations")
LISTS = (*KINDS, *IN_LISTS, *WORDS)
