"""Forms in which what the program knows leaves it: calendar entries."""
