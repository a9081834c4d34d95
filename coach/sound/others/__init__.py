"""Other programs' sounds are lowered while the coach speaks, where the system offers it, and always given back.

protocol    what a session needs of it, and the honest Null
streams     what programs play, and which of it may be lowered
pactl       the streams of a PulseAudio or PipeWire server, read and set through its command
windows     the audio sessions of Windows, through pycaw
ledger      what was lowered, kept in a file, so that a crash of ours leaves nothing lowered
background  when to lower and when to give back, in a thread of its own
lowering    a voice's output that lowers others while it speaks
choose      which of these this machine has
"""
