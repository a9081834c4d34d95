"""How many examples a property is tried with: every day a third of them, which are others each day; all where a change
lands, for which .ci/run sets `POSTURE_COACH_ALL_EXAMPLES`.
"""

from __future__ import annotations

import os

_ALL = bool(os.environ.get("POSTURE_COACH_ALL_EXAMPLES"))


def examples(count: int) -> int:
    """Of so many as many as are tried now."""
    return count if _ALL else count // 3
