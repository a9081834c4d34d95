"""The first start: what this is, and what a person may tell of themselves, a step each."""
