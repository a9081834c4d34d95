"""Which dose next, and why: levels that follow what was told of sessions, and exercises that a condition bars. Pure.

The rules are those of docs/progression.md.
"""
