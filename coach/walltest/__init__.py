"""The wall test's course, score and focus areas. Pure."""
