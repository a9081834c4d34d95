"""Where every sound and sentence of a session lies when nobody presses a key: the session as it is rendered to a file.

The player itself walks the timeline, and the rules of the running session decide who speaks, so that both are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from coach.session.events import Say, Sound
from coach.session.player import Player
from coach.session.timeline import Timeline
from coach.sound.countdown import CLIP, CLIP_SECONDS_MORE, Countdown
from coach.sound.voice.amount import Amount
from coach.sound.voice.turns import Turns, behind_cue, patience
from coach.sound.voice.utterances import spoken_text
from coach.values import dataclass, field, replace

Seconds = Callable[[str], float | None]
"""How long a cue sound or a sentence is; None where there is none of that name or text."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cue sound or a sentence, from `start` on, in seconds of the timeline; exactly one of the two is set.

    `lowered` are the stretches of a sentence over which cues sound: it is softer there.
    """

    start: float
    seconds: float
    sound: str | None = None
    text: str | None = None
    lowered: tuple[tuple[float, float], ...] = field(default=())

    @property
    def end(self) -> float:
        """When it has died away or is said, in seconds of the timeline."""
        return self.start + self.seconds


def score(timeline: Timeline, cue_seconds: Seconds, speech_seconds: Seconds, amount: Amount) -> tuple[Placed, ...]:
    """Everything that is heard, in order. Open parts last as long as their estimate."""
    placed: list[tuple[float, Placed]] = []  # when it is due, and where it comes to lie
    spans: list[tuple[float, float]] = []  # as the running session lowers speech: a clip of three is one span
    turns, countdown = Turns(), Countdown()
    for event in _events(timeline):
        if isinstance(event, Sound):
            seconds = cue_seconds(event.name)
            if seconds is None:
                continue
            placed.append((event.due, Placed(event.due, seconds, sound=event.name)))
            played = countdown.sound(event)
            if played is not None:
                spans.append((event.due, event.due + seconds + (CLIP_SECONDS_MORE if played == CLIP else 0.0)))
            continue
        text = spoken_text(event.event, event.text, event.brief, amount)
        length = None if text is None else speech_seconds(text)
        if length is None:
            continue
        until = None if event.room is None else event.due + event.room
        began, ended = spans[-1] if spans else (float("-inf"), 0.0)
        wait = behind_cue(event.due - began, ended - began)
        start = turns.begin(event.due, length, until, wait, patience(event.event, is_joined=event.joined))
        if start is not None:
            placed.append((event.due, Placed(start, length, text=text)))
    return tuple(sorted((_lowered(one, due, spans) for due, one in placed), key=lambda one: one.start))


def delayed(placed: Iterable[Placed], seconds: float) -> tuple[Placed, ...]:
    """The same, begun this much later."""
    return tuple(
        replace(
            one,
            start=one.start + seconds,
            lowered=tuple((began + seconds, ended + seconds) for began, ended in one.lowered),
        )
        for one in placed
    )


def _events(timeline: Timeline) -> Iterator[Sound | Say]:
    """The sounds and sentences of the whole session, each with its place in `due`."""
    player = Player(timeline, has_keyboard=False, gap_after=float("inf"))
    for event in player.start(0.0) + player.advance(timeline.seconds + 1.0):
        if isinstance(event, Sound | Say):
            yield event


def _lowered(one: Placed, due: float, spans: list[tuple[float, float]]) -> Placed:
    """A sentence that was `due` then, with the cues that begin while it is being said, or while it waits to be."""
    if one.text is None:
        return one
    return replace(one, lowered=tuple(span for span in spans if due < span[0] < one.end))
