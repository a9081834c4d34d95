"""What the process of a nudge and whoever started it agree on."""

PLAIN = "--plain"
"""Tells the process that it is to be a notification, whatever the nudge asks for."""
