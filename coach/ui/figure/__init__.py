"""The moving figure as it is painted."""

import os

# Qt's raster engine hands any larger gradient or scaled picture to helper threads in strips and waits for them: for a
# figure's small parts the waking costs more than the painting (measured: up to 80 switches a frame, and on a busy machine
# several frames' time). Qt reads this once, before it first fills.
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
