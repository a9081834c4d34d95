"""The colours of the window by theme and name; `Theme` has them as Qt paints them. Light, dark and high contrast carry
the same names.
"""

from __future__ import annotations

# fmt: off
UI = {
    "light": {
        "paper": "#FAF6EF", "card": "#FFFFFF", "stage": "#F4EDE2", "floor": "#E9DFD0", "sunk": "#F1E9DC",
        "line": "#E7DDCE", "edge": "#8C8475", "ink": "#1B2A29", "ink2": "#475654", "ink3": "#5F6B68",
        "accent": "#CB4315", "on": "#FFFFFF", "atext": "#B0380E", "asoft": "#FDE7DB", "aglow": "#F2672F",
        "pine": "#2F6560", "psoft": "#DCE8E3", "pmid": "#67938B", "onpine": "#FFFFFF", "track": "#EADFCF",
        "warn": "#8A5A00", "wsoft": "#FBEFD2", "focus": "#1B2A29", "shadow": "#193C2C14",
    },
    "dark": {
        "paper": "#111918", "card": "#1A2423", "stage": "#1F2A29", "floor": "#2B322F", "sunk": "#0C1312",
        "line": "#2D3A38", "edge": "#6F7F7B", "ink": "#EEF3F0", "ink2": "#B7C3BF", "ink3": "#93A29D",
        "accent": "#FF8554", "on": "#2A1006", "atext": "#FF9A70", "asoft": "#3B241A", "aglow": "#FF7A45",
        "pine": "#8CC0B6", "psoft": "#223733", "pmid": "#4F908A", "onpine": "#0C1C1A", "track": "#2B3836",
        "warn": "#F0C067", "wsoft": "#352B16", "focus": "#EEF3F0", "shadow": "#59000000",
    },
    "contrast": {
        "paper": "#000000", "card": "#000000", "stage": "#000000", "floor": "#000000", "sunk": "#000000",
        "line": "#FFFFFF", "edge": "#FFFFFF", "ink": "#FFFFFF", "ink2": "#FFFFFF", "ink3": "#E6E6E6",
        "accent": "#FFB000", "on": "#000000", "atext": "#FFC233", "asoft": "#332300", "aglow": "#FFB000",
        "pine": "#FFFFFF", "psoft": "#1F1F1F", "pmid": "#9FB3AF", "onpine": "#000000", "track": "#3A3A3A",
        "warn": "#FFD666", "wsoft": "#332A00", "focus": "#FFFFFF", "shadow": "#00000000",
    },
}
# fmt: on
