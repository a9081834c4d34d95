"""What the window says, in words: one place, so that a sentence is known once and can be translated."""
