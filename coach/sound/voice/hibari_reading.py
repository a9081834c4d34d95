"""hibari's way from words to phonemes, loaded in half the time: the first sentence waits for it.

Two of its files are large, and a sentence hardly uses them: the weights that tell a word's part of speech (80,000 small
tables, of which it needs a hundred) and the silver dictionary (asked where the golden one has no answer). They are
handed over as mappings that read what they are asked for. A file that is not as expected is read as hibari reads it.
Only the helper process imports this.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

_LOADER = "_load_json"  # how hibari.g2p reads each of its files, given the name
_WEIGHTS = b'"weights":{'
_BETWEEN = b"\0"  # no JSON has it


def reader(g2p: ModuleType) -> Callable[[str], str]:
    """What `G2P()` of the module hibari.g2p is: from a sentence to its phonemes, the same ones. Raises as it does."""
    whole: Callable[[str], Any] | None = getattr(g2p, _LOADER, None)
    if whole is None:
        return _made(g2p)

    def load(name: str) -> Any:
        try:
            return _QUICK[name](gzip.decompress(Path(g2p.ASSETS, name).read_bytes()))
        except (KeyError, OSError, ValueError):
            return whole(name)

    setattr(g2p, _LOADER, load)
    try:
        return _made(g2p)
    except Exception:  # noqa: BLE001, S110 - another version's ways; if it is something else, the plain way tells it
        pass
    finally:
        setattr(g2p, _LOADER, whole)
    return _made(g2p)


class Strings(Mapping[str, str]):
    """The members of a JSON object of strings, each looked for in the text when it is asked for.

    ValueError where the text is something else, or written with spaces or escapes.
    """

    def __init__(self, text: bytes) -> None:
        if not text.startswith(b'{"') or text.count(b"{") > 1 or b"\\" in text or b'": ' in text:
            raise ValueError("this dictionary is written in another way")
        self._text = text
        self._known: dict[str, str | None] = {}

    def __getitem__(self, key: str) -> str:
        if key not in self._known:
            name = _quoted(key) + b':"'
            begin = self._text.find(name) + len(name)
            end = self._text.find(b'"', begin)
            self._known[key] = self._text[begin:end].decode() if begin >= len(name) else None
        found = self._known[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(json.loads(self._text))

    def __len__(self) -> int:
        return len(json.loads(self._text))


class Tables(Mapping[str, Any]):
    """The members of a JSON object whose values are flat objects, each read when it is asked for.

    `text` is what stands between the object's braces. ValueError where it is something else, or written with spaces.
    """

    def __init__(self, text: bytes) -> None:
        # Each step is one call for all of them: a loop over 80,000 would take longer than the rest together.
        parts = text.removesuffix(b"}").replace(b'":{', _BETWEEN).replace(b'},"', _BETWEEN).split(_BETWEEN)
        self._texts = dict(zip([parts[0].removeprefix(b'"'), *parts[2::2]], parts[1::2], strict=True))
        is_escaped = text.isascii() and b"\\u" in text
        if is_escaped or _BETWEEN in text or b'"' in b"".join(self._texts) or b"{" in b"".join(self._texts.values()):
            raise ValueError("these tables are written in another way")

    def __getitem__(self, key: str) -> Any:
        return json.loads(b"{" + self._texts[_quoted(key)[1:-1]] + b"}")

    def __iter__(self) -> Iterator[str]:
        return (json.loads(b'"' + name + b'"') for name in self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def _quoted(key: str) -> bytes:
    return json.dumps(key, ensure_ascii=False).encode()


def _tagger(text: bytes) -> dict[str, Any]:
    """What the tagger is made of."""
    head, _, weights = text.partition(_WEIGHTS)
    rest: dict[str, Any] = json.loads(head + _WEIGHTS + b"}}")
    return rest | {"weights": Tables(weights.removesuffix(b"}}"))}


def _made(g2p: ModuleType) -> Callable[[str], str]:
    made: Callable[[str], str] = g2p.G2P()
    return made


_QUICK: dict[str, Callable[[bytes], Any]] = {"lexicon_us_silver.json.gz": Strings, "tagger.json.gz": _tagger}
