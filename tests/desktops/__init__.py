"""Whole desktops, each in a Debian of its own: `debian` makes it, `walk` goes through it."""
