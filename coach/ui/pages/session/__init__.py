"""A session as it runs, from its first countdown to the questions at its end."""
