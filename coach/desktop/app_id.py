"""The name by which a desktop knows the program."""

APP_ID = "posture-coach"
"""Of its window on Wayland, of the class of its window on X11, of its entry in the menu and of its icon."""
