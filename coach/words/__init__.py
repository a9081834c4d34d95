"""What the program says, in words: one place for the window, the terminal and the commands. No Qt in it.

Pure parts hand on values (a reason's key, a change, an interval); a module here turns them into a sentence in a
`Language`, whose context is the module's name in capitals. What only the window says stands in coach/ui/words/.
"""
