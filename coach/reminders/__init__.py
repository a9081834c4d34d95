"""When to nudge, and why not. Pure: no clock, no device, no file."""
