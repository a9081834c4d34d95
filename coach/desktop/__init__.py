"""What the program asks of the desktop that it runs on: one file a platform, an honest Null, a chooser."""
