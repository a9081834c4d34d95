"""What there is to do today, and what was done: from the library and the records. Pure; the moment is an argument."""
