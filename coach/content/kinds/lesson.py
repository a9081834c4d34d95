"""kind: lesson: the front matter; the Markdown below it is taken as it is."""

from __future__ import annotations

from coach.content.kinds.opening import FileRecord

LESSON = FileRecord("lesson", dict, ())
