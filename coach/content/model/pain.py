"""The bands of pain, 0 to 10, as leaflets name them (docs/evidence.md, section 6).

What follows from each is our choice, and stands where it follows.
"""

from __future__ import annotations

SAFE_PAIN = 3
"""Up to here pain is safe."""

AMBER_PAIN = 4
"""From here on pain is acceptable if it settles within a day."""

RED_PAIN = 6
"""From here on pain is too much."""
