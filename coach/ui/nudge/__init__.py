"""The card of a reminder, and when it is there."""
