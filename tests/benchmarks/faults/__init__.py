"""Each call to disk and data file failing in turn: `python3 app.py bench faults`."""
