"""How many chunks SDL's mixer has mixed: the only clock of the device that can be read without waiting for it.

The mixer tells that only to a function which it calls in its own thread, and one of Python's would have to wait for
Python there, while the sound stands still. Two of SDL's own can be called in its place, with (argument, chunk, length):
SDL_AtomicSetPtr keeps the address of the chunk, which is always the same, and SDL_AtomicAdd then adds it (its lower
half) to a number each time. How often it was added is worked out here.
"""

from __future__ import annotations

import ctypes

_BITS = 32
_ADDRESS, _SUM = ctypes.c_void_p(0), ctypes.c_int(0)
for _one in (_ADDRESS, _SUM):  # the mixer's thread may write there as long as the process lives, whoever let go of it
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(_one))
_NEEDED = ("Mix_SetPostMix", "SDL_AtomicSetPtr", "SDL_AtomicAdd")


class ChunkCounter:
    """Of the one mixer, which is open in `library`; it counts from the second look on, and not at all where that is
    not the mixer's library.
    """

    def __init__(self, library: ctypes.CDLL | None) -> None:
        self._step = 0
        self._library = library if library is not None and all(hasattr(library, name) for name in _NEEDED) else None
        if self._library is not None:
            _ADDRESS.value, _SUM.value = 0, 0
            self._call(self._library.SDL_AtomicSetPtr, _ADDRESS)

    def count(self) -> int | None:
        """How many chunks have been mixed since it began to count; None where that is not known (yet)."""
        if self._library is None:
            return None
        if not self._step:
            self._step = (_ADDRESS.value or 0) % (1 << _BITS)
            if self._step:
                self._call(self._library.SDL_AtomicAdd, _SUM)
            return None
        return times_added(self._step, _SUM.value)

    def close(self) -> None:
        """Count no more, before the mixer is closed."""
        if self._library is not None:
            self._library.Mix_SetPostMix(None, None)
            self._library = None

    def _call(self, function: object, argument: ctypes.c_void_p | ctypes.c_int) -> None:
        assert self._library is not None
        self._library.Mix_SetPostMix(
            ctypes.cast(function, ctypes.c_void_p),  # type: ignore[arg-type]
            ctypes.c_void_p(ctypes.addressof(argument)),
        )


def times_added(step: int, total: int) -> int | None:
    """How often `step` was added to zero where 32 bits of the sum are `total`, both not 0: the least such number.

    None where no number of times gives that.
    """
    zeros = (step & -step).bit_length() - 1
    total %= 1 << _BITS
    if total % (1 << zeros):
        return None
    modulus = 1 << (_BITS - zeros)
    return (total >> zeros) * pow(step >> zeros, -1, modulus) % modulus
