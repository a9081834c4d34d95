"""The wall test, from what it asks for to what came of it."""
