"""The only place where parts are joined: folders, catalogue, store, sound, desktop. Nothing global.

Each part is made when it is first asked for, so that `posture-coach list` opens no database and no sound device.
"""

from coach.wiring.machine import Given
from coach.wiring.parts import Parts, build

__all__ = ["Given", "Parts", "build"]
