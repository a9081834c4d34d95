"""The window, the tray and the nudges: the only place that knows Qt."""

from coach.ui.pyside import come_lightly

come_lightly()
