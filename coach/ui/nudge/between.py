"""What the process of a nudge and whoever started it agree on, and what card and notification have in common."""

PLAIN = "--plain"
"""Tells the process that it is to be a notification, whatever the nudge asks for."""

LIFE_SECONDS = 40.0
"""So long a nudge waits for an answer, then it goes by itself: time to look up and end a sentence; our choice."""
