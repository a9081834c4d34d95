"""What numpy's arrays hold in this room, for mypy alone: import it under TYPE_CHECKING. Shapes stand in docstrings."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int_]
Pixels: TypeAlias = NDArray[np.uint32]
Flags: TypeAlias = NDArray[np.bool_]
