"""The history as a file that other machines and programs read: a JSON object a line (docs/history.md)."""
