"""Every cue of a timeline: the automatic ones of coaching.yaml, the steps' own, and the exercises' form cues.

Every event stands where the reference (`posture-coach schema coaching`) puts it, and a step's cues are added to them.
Descriptions, form cues and counting give way: a description that would overlap what the step itself says is left out,
a form cue where it would overlap another sentence. A count is said before a cue or a description that begins with its
repetition ("2. Ribs down."), and left out where any other sentence is being said.
All other sentences that come at one moment are said one behind the other; where there is no time for all, the rank
(RANKS) tells the voice which one to say (rooms.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from coach.session.arriving import arrivals, comes_up_from
from coach.session.automatic import automatic_cues, done_cues
from coach.session.counting import Counts, described, needed_seconds
from coach.session.form import form_cues
from coach.session.layout import Piece
from coach.session.rooms import with_rooms
from coach.session.script import Script
from coach.session.speech import COUNT_SECONDS, spoken_seconds, voiced_seconds
from coach.session.steps import step_cues
from coach.session.timeline import TimedCue
from coach.values import replace

RANKS: Mapping[str, int] = {
    "say": 40,
    "prepare": 40,
    "next": 40,
    "note": 40,
    "wait": 40,
    "cue": 30,
    "form": 10,
    "count": 5,
}
_GIVE_WAY = ("describe", "count", "rep-rest")
_APART_SECONDS = 0.5  # a beat has so much room to each side
OTHER_RANK = 20  # half, last-rep, switch, rest, stop, done and what else coaching.yaml says


def all_cues(pieces: Sequence[Piece], seconds: float, script: Script) -> tuple[TimedCue, ...]:
    """The cues of the placed pieces in order of time, at one moment sounds before sentences; `seconds`: the end."""
    cues: list[TimedCue] = []
    known: set[str] = set()
    new = arrivals(pieces, script.phrases, script.at_hand)
    for index, piece in enumerate(pieces):
        working = {piece.run.exercise.id} if piece.run is not None and piece.interval.kind == "work" else set[str]()
        cues.extend(automatic_cues(pieces, index, script, is_new=bool(working - known), arrival=new[index]))
        known |= working
        cues.extend(step_cues(pieces, index, script.language))
    cues.extend(done_cues(seconds, script, comes_up_from(pieces)))
    cues = _with_counts(list(_with_beats_apart(cues)), pieces, script)
    ranked = [replace(cue, rank=RANKS.get(cue.event, OTHER_RANK)) for cue in cues]
    placed = with_rooms(sorted(ranked, key=_order), [piece.interval for piece in pieces])
    return tuple(_with_rows(placed))


def _with_counts(cues: Sequence[TimedCue], pieces: Sequence[Piece], script: Script) -> list[TimedCue]:
    """All cues: those that give way are there where there is room for them, and each repetition has its number."""
    yielding = [cue for cue in cues if cue.event in _GIVE_WAY and cue.say is not None]
    told = [cue for cue in cues if cue.event not in _GIVE_WAY or cue.say is None]
    counts = Counts((cue for cue in yielding if cue.event == "count"), told, pieces)
    speech = _Speech(told)
    telling: list[tuple[float, float]] = []  # from a description's first word to its last
    busy: list[tuple[float, float]] = []  # while one of its parts is being said
    for cue in yielding:
        if cue.event == "describe":
            plain = list(described(cue, pieces, _after_note(cue, told)))
            parts = [counts.numbered(part) for part in plain]
            if parts and all(speech.is_free(part.at, part.at + spoken_seconds(part.say or "")) for part in parts):
                _tell(parts, counts, told)
                busy += [(part.at, part.at + needed_seconds(part.say or "")) for part in plain]
                telling.append((parts[0].at, busy[-1][1]))
    own = [cue for cue in told if _takes_a_number(cue, pieces)]
    told = [cue for cue in told if not _takes_a_number(cue, pieces)]
    for cue in sorted(own, key=lambda cue: cue.at):
        _tell([counts.numbered(cue)], counts, told)
    told.extend(form_cues(pieces, script, _Speech(told, telling), counts, own))
    speech = _Speech(told, busy)
    rests = (cue for cue in yielding if cue.event == "rep-rest")
    told.extend(cue for cue in rests if speech.is_free(cue.at, cue.at + spoken_seconds(cue.say or "")))
    told.extend(_in_time(counts.left, speech))
    return told


def _takes_a_number(cue: TimedCue, pieces: Sequence[Piece]) -> bool:
    """Whether it begins with a number in a set: a step's cue, and the side where no time parts it from the other."""
    is_side = cue.event == "switch" and pieces[cue.interval].interval.kind == "work"
    return cue.say is not None and (cue.event == "cue" or is_side)


def _with_beats_apart(cues: Sequence[TimedCue]) -> Iterator[TimedCue]:
    """The cues without the beats at which another sound is due."""
    others = sorted(cue.at for cue in cues if cue.sound is not None and cue.event != "beat")
    for cue in cues:
        near = bisect_left(others, cue.at - _APART_SECONDS) if cue.event == "beat" and cue.sound else len(others)
        if near == len(others) or others[near] > cue.at + _APART_SECONDS:
            yield cue


def _in_time(counts: Iterable[TimedCue], speech: _Speech) -> Iterator[TimedCue]:
    """Those that nobody speaks over; where there is no time to tell whose turn it is, the number alone."""
    for cue in counts:
        if cue.count and speech.is_free(cue.at, cue.at + voiced_seconds(cue.say or "")):
            yield replace(cue, count="")
        elif speech.is_free(cue.at, cue.at + COUNT_SECONDS):
            yield replace(cue, say=cue.count or cue.say, count="")


def _after_note(cue: TimedCue, told: Iterable[TimedCue]) -> float:
    """When a description may begin: behind the note that is said at the same moment, which takes nobody's place."""
    notes = (note for note in told if note.event == "note" and (note.interval, note.at) == (cue.interval, cue.at))
    return cue.at + sum(spoken_seconds(note.say or "") for note in notes)


def _tell(cues: Iterable[TimedCue], counts: Counts, told: list[TimedCue]) -> None:
    for cue in cues:
        counts.take(cue)
        told.append(cue)


def _order(cue: TimedCue) -> tuple[float, bool, float]:
    return cue.at, cue.say is not None, cue.interval if cue.interval >= 0 else float("inf")


class _Speech:
    """When somebody speaks already."""

    def __init__(self, cues: Sequence[TimedCue], kept_free: Sequence[tuple[float, float]] = ()) -> None:
        said = [(cue.at, cue.at + spoken_seconds(cue.say)) for cue in cues if cue.say is not None]
        spoken = sorted([*said, *kept_free])
        self._starts = [start for start, _ in spoken]
        self._latest_end = list(accumulate((end for _, end in spoken), max))

    def is_free(self, start: float, end: float) -> bool:
        """Whether no sentence is under way between `start` and `end`."""
        before = bisect_left(self._starts, end)
        return before == 0 or self._latest_end[before - 1] <= start


def _with_rows(cues: Sequence[TimedCue]) -> Iterator[TimedCue]:
    """The cues with `row` and `left` set on sounds."""
    sounds: dict[str, dict[tuple[int, float], int]] = {}
    for i, cue in enumerate(cues):
        if cue.sound is not None:  # a second one like it at the same moment will not be heard
            sounds.setdefault(cue.sound, {}).setdefault((cue.interval, cue.at), i)
    rows: dict[int, tuple[int, int]] = {}
    for alike in sounds.values():
        for row in _in_a_row(cues, list(alike.values())):
            rows.update((i, (len(row), len(row) - place)) for place, i in enumerate(row))
    for i, cue in enumerate(cues):
        yield replace(cue, row=rows[i][0], left=rows[i][1]) if i in rows else cue


def _in_a_row(cues: Sequence[TimedCue], alike: Sequence[int]) -> Iterator[list[int]]:
    """The sounds (indices) in groups of those that follow one another by a second."""
    row = [alike[0]]
    for i in alike[1:]:
        if not _follows(cues[i], cues[row[-1]]):
            yield row
            row = []
        row.append(i)
    yield row


def _follows(cue: TimedCue, before: TimedCue) -> bool:
    same_place = (before.interval, before.from_end) == (cue.interval, cue.from_end)
    return same_place and abs(cue.at - before.at - 1.0) < 1e-6
