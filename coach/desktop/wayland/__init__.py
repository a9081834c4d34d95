"""What only a Wayland compositor knows: since when nothing was touched, whether a full-screen program is in front, and
how to keep the screen on.

A client of our own on the standard library. pywayland would bring a compiled part that needs libwayland's headers where
it has no wheel, cffi, and the scanned protocols in the memory of a program that is always there; what is asked here are
four interfaces of numbers and texts. Nothing forks and no thread waits: who has an event loop hands over `watch`, and
everybody else reads what has come when they look.
"""
