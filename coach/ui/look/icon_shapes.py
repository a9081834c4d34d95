"""The icons as SVG shapes on a grid of 24, outlines of round strokes; `fill` marks the few filled parts."""

from __future__ import annotations

ICONS: dict[str, str] = {
    "today": (
        '<circle cx="12" cy="12" r="4"/>'
        '<path d="M12 3v1.6M12 19.4V21M3 12h1.6M19.4 12H21M5.6 5.6l1.2 1.2M17.2 17.2l1.2 1.2M5.6'
        ' 18.4l1.2-1.2M17.2 6.8l1.2-1.2"/>'
    ),
    "wall": (
        '<path d="M5 3v18"/><circle cx="11.5" cy="5.6" r="2.4"/>'
        '<path d="M9 20.5v-8.2c0-1.6 1.1-2.8 2.6-2.8s2.6 1.2 2.6 2.8V15M9.2 15.2h4.4l.6 5.3"/>'
    ),
    "routines": (
        '<rect x="4" y="8.5" width="16" height="11.5" rx="3"/><path d="M6.5 5.2h11"/>'
        '<path d="M10.6 11.9v4.7l3.9-2.35z" fill="FILL"/>'
    ),
    "reminders": (
        '<path d="M6.2 16.2V11a5.8 5.8 0 0 1 11.6 0v5.2l1.5 1.6H4.7z"/>'
        '<path d="M10.2 20.6c.5.5 1.1.8 1.8.8s1.3-.3 1.8-.8"/>'
    ),
    "progress": (
        '<path d="M4 20h16"/><path d="M5 15.2l4.3-4.6 3.6 3 6-7.2"/><circle cx="19" cy="6.2" r="1.1" fill="FILL"/>'
    ),
    "learn": (
        '<path d="M12 6.6C10.2 5.2 7.7 4.7 4 4.9V18.3c3.7-.2 6.2.3 8 1.7 1.8-1.4 4.3-1.9'
        ' 8-1.7V4.9c-3.7-.2-6.2.3-8 1.7zM12 6.6V20"/>'
    ),
    "settings": (
        '<path d="M4 7h8M16.5 7H20M4 12h3M11.5 12H20M4 17h9.5M18 17h2"/><circle cx="14.2" cy="7" r="2.1"/>'
        '<circle cx="9.2" cy="12" r="2.1"/><circle cx="15.7" cy="17" r="2.1"/>'
    ),
    "play": '<path d="M8 5.6v12.8L18.6 12z" fill="FILL"/>',
    "pause": '<path d="M8.5 6v12M15.5 6v12" stroke-width="3"/>',
    "prev": '<path d="M17.5 6.4v11.2L9 12z" fill="FILL"/><path d="M6.5 6.4v11.2"/>',
    "next": '<path d="M6.5 6.4v11.2L15 12z" fill="FILL"/><path d="M17.5 6.4v11.2"/>',
    "speaker": ('<path d="M4.5 9.7v4.6h3l4 3.4V6.3l-4 3.4zM15 9.2a4 4 0 0 1 0 5.6M17.6 6.8a7.4 7.4 0 0 1 0 10.4"/>'),
    "mute": ('<path d="M4.5 9.7v4.6h3l4 3.4V6.3l-4 3.4zM15.5 9.5l5 5M20.5 9.5l-5 5"/>'),
    "hurt": (
        '<path d="M12 20s-7.5-4.4-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.6-7.5 10-7.5 10z"/>'
        '<path d="M12.8 9.2l-2.2 3h2.9l-2.2 3"/>'
    ),
    "full": '<path d="M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15"/>',
    "room": '<rect x="3.5" y="5" width="17" height="11" rx="2.5"/><path d="M9 20h6M12 16v4"/>',
    "close": '<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>',
    "check": '<path d="M5.5 12.5l4.3 4.3 8.7-9.3"/>',
    "clock": '<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>',
    "chair": '<path d="M7.5 4v9h9M7.5 13l-.8 7M16.5 13l.8 7"/>',
    "mat": '<path d="M3.5 18.5h13a5 5 0 1 0-5-5c0 1.7 1.3 3 3 3s2.6-1.2 2.6-2.6"/>',
    "roller": (
        '<ellipse cx="6.6" cy="12" rx="2.6" ry="4.8"/>'
        '<path d="M6.6 7.2h10.8c1.4 0 2.6 2.1 2.6 4.8s-1.2 4.8-2.6 4.8H6.6"/>'
    ),
    "band": '<path d="M4 6.5h4.5M15.5 6.5H20M6.3 6.5c0 7.5 1.8 11 5.7 11s5.7-3.5 5.7-11"/>',
    "hook": (
        '<path d="M4 4v16M4 9.5h3.5"/><circle cx="10" cy="9.5" r="2.5"/><path d="M12.3 10.5L20 13.5M11.5 11.5l7 6"/>'
    ),
    "stair": '<path d="M3.5 19.5v-4.2h5.7v-4.2h5.6V7h5.7"/><path d="M3.5 19.5h17V7"/>',
    "door": '<path d="M6.5 20.5v-17h11v17M4 20.5h16M14.3 12v.6"/>',
    "towel": '<rect x="5" y="7" width="14" height="11" rx="2.5"/><path d="M5 14.5h14M9 7V5.5h6V7"/>',
    "brick": '<path d="M4 5h16v14H4zM4 9.7h16M4 14.3h16M10 5v4.7M15.5 9.7v4.6M9 14.3V19"/>',
    "search": '<circle cx="11" cy="11" r="5.8"/><path d="M15.4 15.4L20 20"/>',
    "heart": (
        '<path d="M12 19.5s-7.5-4.3-7.5-9.8A4.2 4.2 0 0 1 12 7.1a4.2 4.2 0 0 1 7.5 2.6c0 5.5-7.5 9.8-7.5 9.8z"/>'
    ),
    "heartf": (
        '<path d="M12 19.5s-7.5-4.3-7.5-9.8A4.2 4.2 0 0 1 12 7.1a4.2 4.2 0 0 1 7.5 2.6c0 5.5-7.5 9.8-7.5'
        ' 9.8z" fill="FILL"/>'
    ),
    "audio": (
        '<path d="M4.5 13.5V12a7.5 7.5 0 0 1 15 0v1.5"/><rect x="3.8" y="13" width="4" height="6.5" rx="2"/>'
        '<rect x="16.2" y="13" width="4" height="6.5" rx="2"/>'
    ),
    "print": (
        '<path d="M7.5 9V4.5h9V9M7.5 17H5a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 5 9h14a1.5 1.5 0 0 1 1.5'
        ' 1.5v5A1.5 1.5 0 0 1 19 17h-2.5"/><rect x="7.5" y="14" width="9" height="6" rx="1"/>'
    ),
    "calendar": ('<rect x="4" y="5.5" width="16" height="14.5" rx="3"/><path d="M4 10h16M8.5 3.5v3.5M15.5 3.5v3.5"/>'),
    "edit": '<path d="M5 19l.9-4L15.7 5.2a1.7 1.7 0 0 1 2.4 0l.7.7a1.7 1.7 0 0 1 0 2.4L9 18.1z"/>',
    "chev": '<path d="M9.5 6l6 6-6 6"/>',
    "chevd": '<path d="M6 9.5l6 6 6-6"/>',
    "chevu": '<path d="M6 14.5l6-6 6 6"/>',
    "chevl": '<path d="M14.5 6l-6 6 6 6"/>',
    "arrow": '<path d="M5 12h13.5M13 6.5l5.5 5.5-5.5 5.5"/>',
    "grip": (
        '<g fill="FILL" stroke="none"><circle cx="9" cy="6.5" r="1.4"/><circle cx="15" cy="6.5" r="1.4"/>'
        '<circle cx="9" cy="12" r="1.4"/><circle cx="15" cy="12" r="1.4"/><circle cx="9" cy="17.5" r="1.4"/>'
        '<circle cx="15" cy="17.5" r="1.4"/></g>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "minus": '<path d="M5 12h14"/>',
    "repeat": (
        '<path d="M5 11.5V10a3 3 0 0 1 3-3h10M15.3 4.2L18 7l-2.7 2.8M19 12.5V14a3 3 0 0 1-3 3H6M8.7 14.2L6'
        ' 17l2.7 2.8"/>'
    ),
    "rest": (
        '<path d="M5 15.5c2.3 0 2.3-1.6 4.7-1.6s2.3 1.6 4.6 1.6 2.4-1.6 4.7-1.6M5 10c2.3 0 2.3-1.6'
        ' 4.7-1.6S12 10 14.3 10s2.4-1.6 4.7-1.6"/>'
    ),
    "say": (
        '<path d="M5 6.5h14a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-7.5L7.5 20v-3.5H5A1.5 1.5 0 0 1'
        ' 3.5 15V8A1.5 1.5 0 0 1 5 6.5z"/>'
    ),
    "warn": '<path d="M12 4.5l8.5 14.8h-17z"/><path d="M12 10v4.3M12 16.8v.1"/>',
    "info": '<circle cx="12" cy="12" r="8"/><path d="M12 11v5M12 8v.1"/>',
    "camera": '<rect x="3.5" y="7" width="11.5" height="10" rx="2.5"/><path d="M15 11l5.5-3v8L15 13z"/>',
    "screen": '<rect x="3.5" y="5" width="17" height="11.5" rx="2"/><path d="M8.5 20h7"/>',
    "moon": '<path d="M19.5 14.2A8 8 0 1 1 9.8 4.5a6.3 6.3 0 0 0 9.7 9.7z"/>',
    "snooze": '<path d="M5 6.5h6l-6 7h6M14 11h5l-5 6.5h5"/>',
    "walk": (
        '<circle cx="13" cy="4.8" r="1.9"/>'
        '<path d="M9 20.5l2.3-5.5M12.2 8.5l-1.7 5 3.5 2.5 1 4.5M8 12.5l1.2-3 3-1 2.3 2.7 2.7.8"/>'
    ),
    "undo": '<path d="M8 5.5L4.5 9 8 12.5M5 9h9a5 5 0 0 1 0 10h-3"/>',
    "shield": '<path d="M12 3.8l7 2.6v5.3c0 4.3-3 7-7 8.6-4-1.6-7-4.3-7-8.6V6.4z"/>',
    "file": (
        '<path d="M7 3.5h7l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5zM14'
        ' 3.5V8h4.5"/>'
    ),
    "table": '<rect x="4" y="5" width="16" height="14" rx="2.5"/><path d="M4 10h16M4 14.5h16M10 10v9"/>',
    "lock": ('<rect x="5.5" y="10.5" width="13" height="9.5" rx="2.5"/><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>'),
    "ten": '<path d="M12 5a7.5 7.5 0 1 1-7.3 5.8M12 5l-3 -2.5M12 5L9 7.7"/>',
    "desk": '<path d="M3.5 12h17M5.5 12v7.5M18.5 12v7.5M8 12V6h8v6"/>',
    "steps": '<path d="M10 6.5h9.5M10 12h9.5M10 17.5h9.5M4.5 6.5h.9M4.5 12h.9M4.5 17.5h.9"/>',
    "turn": (
        '<path d="M19.6 9.8C18.3 8.1 15.4 7 12 7c-4.6 0-8 2-8 4.5S7.4 16 12 16M9.6 13.3L12.3 16l-2.7 2.7M20'
        ' 13.5c-.6 1-1.8 1.8-3.4 2.3"/>'
    ),
    "stop": '<rect x="6.5" y="6.5" width="11" height="11" rx="2.5" fill="FILL"/>',
    "key": (
        '<rect x="3.5" y="6.5" width="17" height="11" rx="2.5"/>'
        '<path d="M7 10.5h.1M10.3 10.5h.1M13.7 10.5h.1M17 10.5h.1M8.5 14h7"/>'
    ),
    "swap": '<path d="M5 9h13M15 5.5L18.5 9 15 12.5M19 15.5H6M9 12l-3.5 3.5L9 19"/>',
}
