"""A voice for the coach: chosen, made ahead of time in a process of its own, kept as files, spoken in turn.

utterances   what of a timeline is spoken, and how fast each sentence must be
read_aloud   a text as it is read aloud, by the rules of notation; pronounce marks the words that a voice gets wrong
choose    which engine this machine has (hibari_engine, system_engine, or none and why)
maker     starts the helper process `make`, in which alone an engine and its memory live; there, hibari_reading and
          kept_network load the neural one quickly, levels makes a clip of what an engine says
speech_cache   the made sentences, as files
turns     whose turn it is: never two at once, none that would run into a more important one
speaker   joins these for a running session
"""
