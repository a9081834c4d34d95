"""The name by which a desktop knows the program."""

APP_ID = "posture-coach"
"""Of its window on Wayland, of the class of its window on X11, of its entry in the menu and of its icon."""

PORTAL_ID = "io.github.posture_coach"
"""By which portals know it, by the name of an entry that no menu shows: GNOME takes none without a dot."""
