"""The checked library kept from one start to the next, so that most starts read and judge nothing.

It is one file of our own in the person's private cache folder (`chest`): JSON behind a head that says how long it is
and what its bytes add up to. Nothing in it is run when it is read, as a pickle would be. It stands for the program as
it was and for every file by path, time and size (`standing`); whatever does not fit is thrown away and made anew.
"""

LIBRARY = "library.kept"
"""The name of its file in the cache folder."""
