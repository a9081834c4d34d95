"""A figure file becomes postures: pure mathematics of a body, its contacts and its motion (numpy)."""
