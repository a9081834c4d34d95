"""The commands of `posture-coach`, a module for each family of them; coach/cli.py runs one.

A command takes its options and the place where it runs, and gives its exit code. stdout carries only the result; all
else goes to stderr. Each family adds its own words to the command line, and loads what a command needs when it runs.
"""
