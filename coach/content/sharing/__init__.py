"""One routine with all of one's own that it needs, as one text: its form, what goes into it, names that are free."""
