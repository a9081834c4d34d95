"""What whoever speaks of a shared routine has to know. It loads nothing: pages and words have no need of the reader."""

from __future__ import annotations

ENDING = ".posture-coach.yaml"
"""Of the file's name; an editor takes it for YAML."""
LONGEST_NAME = 100  # characters of who wrote something; our choice
SOMEBODY = "unknown"
"""Who wrote what was taken in from a file that does not say."""
