"""Forms in which what the program knows leaves it: sound files and calendar entries."""
