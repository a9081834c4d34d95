"""What others may have written, changed at random, through all that reads it: `python3 app.py bench fuzz`."""
