"""Cue sounds, the mixer (the only room that imports pygame), the voice, and a whole session as samples."""
