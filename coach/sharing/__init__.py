"""One routine for somebody else as one file (docs/share.md), and such a file taken in; for window and command.

Everything in it is judged as one's own files are, before anything is written. Nothing of the person's own is written
over; all of it comes in or nothing.
"""
