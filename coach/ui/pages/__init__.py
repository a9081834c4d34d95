"""The pages of the window, a module each; what is more than that is a room of its own."""
