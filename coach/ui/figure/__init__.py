"""The painted figure: flesh on the bones of coach.figure, in the look of the program. numpy is loaded only with it."""

import os

# Qt's raster engine hands any larger gradient or scaled picture to helper threads in strips and waits for them: for a
# figure's small parts the waking costs more than the painting (measured: up to 80 switches a frame, and several frames'
# time on a busy machine). Qt reads this once, before it first fills.
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
