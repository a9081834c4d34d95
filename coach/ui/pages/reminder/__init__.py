"""The page on which a reminder is made and changed."""
