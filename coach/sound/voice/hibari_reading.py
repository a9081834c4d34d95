"""hibari's way from words to phonemes, loaded in a third of the time: the first sentence waits for it.

Its large files are hardly used by a sentence: two dictionaries of 90,000 words, and the weights that tell a word's part
of speech, 80,000 small tables. They are handed over as mappings that read what they are asked for. A file that is not
as expected is read as hibari reads it. Only the helper process imports this.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

_LOADER = "_load_json"  # how hibari.g2p reads each of its files, given the name
_WEIGHTS = b'"weights":{'
_BETWEEN = b"\0"  # no JSON has it
_TRIED = 200  # places at which a dictionary is looked at before it is believed to be sorted


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


class Sorted(Mapping[str, Any]):
    """The members of a JSON object with sorted names, each found by halving when it is asked for.

    Their values are strings, or flat objects. ValueError where they are not, or are written with spaces or escapes.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._known: dict[str, Any | None] = {}
        self._is_flat = text.count(b"{") == 1
        between = sum(map(text.count, (b'","', b'},"', b'null,"')))
        some = [self._name(self._begin(at)) for at in range(0, len(text), len(text) // _TRIED + 1)]
        is_plain = text.startswith(b'{"') and b"\\" not in text and b'": ' not in text
        if not is_plain or text.count(b',"') != between or some != sorted(some):
            raise ValueError("this dictionary is written in another way")

    def __getitem__(self, key: str) -> Any:
        if key not in self._known:  # the same few are asked for again and again
            self._known[key] = self._found(key.encode(errors="replace"))
        value = self._known[key]
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(json.loads(self._text))

    def __len__(self) -> int:
        return len(json.loads(self._text))

    def _found(self, name: bytes) -> Any | None:
        begin = self._begin(bisect_left(range(len(self._text)), name, key=lambda at: self._name(self._begin(at))))
        if self._name(begin) != name:
            return None
        value = begin + len(name) + 3  # its quotes and the colon
        end = self._text.index(b"}" if self._text.startswith(b"{", value) else b'"', value + 1)
        return json.loads(self._text[value : end + 1])

    def _begin(self, at: int) -> int:
        """Where the first member at or behind `at` begins; the text's end if there is none."""
        if at <= 1:
            return 1
        comma = self._text.find(b',"', at - 1)
        if not self._is_flat and self._text.rfind(b"{", 1, comma) > self._text.rfind(b"}", 1, comma):
            comma = self._text.find(b"}", comma) + 1  # it was inside a value
        return comma + 1 if self._text.startswith(b",", comma) else len(self._text)

    def _name(self, begin: int) -> bytes:
        """Of the member that begins there; behind the last one, what is behind every name."""
        if begin == len(self._text):
            return b"\xff"
        return self._text[begin + 1 : self._text.find(b'"', begin + 1)]


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


_QUICK: dict[str, Callable[[bytes], Any]] = {
    "lexicon_us_gold.json.gz": Sorted,
    "lexicon_us_silver.json.gz": Sorted,
    "tagger.json.gz": _tagger,
}
