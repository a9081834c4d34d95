"""The only place where parts are joined: folders, catalogue, store, sound, desktop. Nothing global."""
