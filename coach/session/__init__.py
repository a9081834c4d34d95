"""A routine becomes a timeline; a player walks it. Pure: no clock, no device, no file."""
