"""Which figure stands for what, and what it does at a moment of a session. No Qt, and no numpy: nothing is painted."""
