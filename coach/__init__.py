"""Posture Coach: a wall posture test, guided routines and sitting reminders, all read from YAML."""

__version__ = "0.2.0"
