"""The kinds of content by which commands name what they are about."""

from __future__ import annotations

KINDS = ("exercise", "routine", "test", "reminder", "plan", "lesson", "figure")
SCHEMA_KINDS = (*KINDS, "coaching", "areas", "safety", "sources", "pronunciations")
LISTS = (*KINDS, "area", "condition", "source", "sound", "pronunciation")
