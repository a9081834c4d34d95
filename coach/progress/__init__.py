"""What was done and told: the data file (the only room that imports sqlite3), a person's folders, their history."""
