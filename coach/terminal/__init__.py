"""The menu and a guided session without a window."""
