"""A dose in words: "2 sets of 8", "2 times 30 seconds", "8 repetitions, hold 5 seconds"; and what an exercise needs.

The words come from `phrases` in coaching.yaml; where a file is silent, the English ones below serve.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import reduce

from coach.content.model import KIT, Dose, Exercise, Phrase, Text


def _counted(one: str, other: str) -> Phrase:
    return Phrase(Text(one), Text(other))


def _plain(text: str) -> Phrase:
    return Phrase(Text(text), Text(text))


DEFAULTS: Mapping[str, Phrase] = {
    "repetitions": _counted("{n} repetition", "{n} repetitions"),
    "sets-of": _counted("{sets} set of {reps}", "{sets} sets of {reps}"),
    "times": _counted("{n} time {time}", "{n} times {time}"),
    "each-side": _plain("{dose} each side"),
    "left-first": _plain("{dose}"),  # coaching.yaml says it; whoever has phrases of their own may not want it
    "one-side": _plain("{dose} on the {side} side"),
    "hold": _plain("hold {time}"),
    "seconds": _counted("{n} second", "{n} seconds"),
    "minutes": _counted("{n} minute", "{n} minutes"),
    "as-long-as-you-can": _plain("as long as you can, up to {time}"),
    "own-pace": _plain("at your own pace"),
    "joined": _plain("{first}, {second}"),
    "decimal": _plain("{whole}.{part}"),
    "left": _plain("left"),
    "right": _plain("right"),
    "needs": _plain("You need {kit}."),
    "round": _plain("Round {n} of {rounds}."),
    "and": _plain("{first} and {second}"),
    "first": _plain("First:"),
    "come-up": _plain("Rest a moment, and come up slowly."),
    "come-up-lying": _plain("Roll to your side, rest, and come up slowly."),
    "come-up-side": _plain("Rest on your side, and come up slowly."),
    "take-off": _plain("Take the band off."),
    "wall": _plain("a wall"),
    "chair": _plain("a chair"),
    "mat": _plain("a mat"),
    "band": _plain("a band"),
    "doorway": _plain("a doorway"),
    "foam-roller": _plain("a foam roller"),
    "towel": _plain("a towel"),
    "desk": _plain("a desk"),
    "anchor": _plain("an anchor"),
    "step": _plain("a step"),
    **{f"care-{name}": _plain("") for name in KIT},  # coaching.yaml says some of them
    "standing": _plain("Standing."),
    "sitting": _plain("Sitting."),
    "kneeling": _plain("Kneeling."),
    "all-fours": _plain("On hands and knees."),
    "prone": _plain("Lying face down."),
    "supine": _plain("Lying on your back."),
    "side-lying": _plain("Lying on your side."),
}

_COMING_UP = {"prone": "come-up-lying", "supine": "come-up-lying", "side-lying": "come-up-side"}
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


def fill(template: str, values: Mapping[str, object]) -> str:
    """`template` with each {name} that `values` knows put in its place; what it does not know stays as it is.

    One pass, so that braces inside a value are never taken for a placeholder.
    """
    return _PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), template)


def number(value: float) -> str:
    """A number as it is said: `30`, `1.5`, never `30.0`."""
    return f"{round(value, 3):g}"


class Phrases:
    """The phrases of one coaching file in one `language`, over the built-in ones."""

    def __init__(self, phrases: Mapping[str, Phrase], language: str = "en") -> None:
        self._phrases = {**DEFAULTS, **phrases}
        self._texts: dict[tuple[str, float | None], str] = {}  # a session asks for the same ones at every repetition
        self._doses: dict[Dose, str] = {}
        self.language = language

    def words(self, name: str, count: float | None = None, **values: object) -> str:
        """The phrase `name`, in the form that stands beside `count`; `count` is also its {n}."""
        text = self._texts.get((name, count))
        if text is None:
            text = self._texts[name, count] = self._phrases[name].in_language(self.language, count)
        counted = {} if count is None else {"n": self.number(count)}
        return fill(text, {**counted, **values})

    def number(self, value: float) -> str:
        """A number as this language writes it: `30`, `1.5`."""
        whole, point, part = number(value).partition(".")
        if not point:
            return whole
        return fill(self._phrases["decimal"].in_language(self.language), {"whole": whole, "part": part})

    def time(self, seconds: float) -> str:
        """A length of time: "45 seconds", "2 minutes", "1 minute 30 seconds"."""
        minutes, rest = divmod(round(seconds, 3), 60)
        parts = [self.words("minutes", minutes)] if minutes else []
        if rest or not minutes:
            parts.append(self.words("seconds", rest))
        return " ".join(parts)

    def kit(self, names: Sequence[str]) -> str:
        """Things to have at hand, at least one: "a band", "a band and a mat", "a band, a mat and a towel"."""
        *before, last = (self.words(name) for name in names)
        if not before:
            return last
        return self.words("and", first=reduce(self._joined, before), second=last)

    def needs(self, names: Sequence[str]) -> str:
        """The sentence that says what to have at hand; empty where that is nothing."""
        return self.words("needs", kit=self.kit(names)) if names else ""

    def fetch(self, names: Sequence[str], set_ups: Sequence[Text] = ()) -> str:
        """What to have at hand, with what to take care of in it, and how it is made ready. An anchor is cared for
        where something is fixed to it.
        """
        cares = (self.words(f"care-{name}") for name in KIT if name in names and name != "anchor")
        ready = (text.in_language(self.language) for text in set_ups)
        return " ".join(filter(None, (self.needs(names), *cares, *ready)))

    def fix(self, set_up: Text | None) -> str:
        """How something is fixed to an anchor, with what to take care of; empty where nothing is known of it."""
        told = set_up.in_language(self.language) if set_up else ""
        return " ".join(filter(None, (told, self.words("care-anchor"))))

    def make_ready(self, exercise: Exercise) -> str:
        """All that is to be fetched, made ready and fixed for an exercise by itself."""
        if "anchor" in exercise.needs:
            return " ".join(filter(None, (self.fetch(exercise.needs), self.fix(exercise.set_up))))
        return self.fetch(exercise.needs, () if exercise.set_up is None else (exercise.set_up,))

    def round(self, number: int, of: int) -> str:
        """The sentence that says which of several rounds begins."""
        return self.words("round", number, rounds=of)

    def come_up(self, position: str) -> str:
        """The sentence that says how to come up from the floor: who lies comes up by the side."""
        return self.words(_COMING_UP.get(position, "come-up"))

    def _joined(self, first: str, second: str) -> str:
        return self.words("joined", first=first, second=second)

    def dose(self, dose: Dose) -> str:
        """The whole dose as `{dose}` reads (docs/format.md, kind: coaching)."""
        told = self._doses.get(dose)
        if told is None:
            told = self._repeated(dose, dose.reps) if dose.reps is not None else self._lasting(dose)
            self._doses[dose] = told
        return told

    def _repeated(self, dose: Dose, reps: int) -> str:
        several, both_sides = dose.sets > 1, dose.sides in ("both", "alternate")
        words = self.number(reps) if several or both_sides else self.words("repetitions", reps)
        if both_sides:
            words = self._sided(words, dose)
        if several:
            words = self.words("sets-of", dose.sets, sets=dose.sets, reps=words, dose=words)
        if not both_sides:
            words = self._sided(words, dose)
        if dose.own_pace:
            return self._joined(words, self.words("own-pace"))
        if dose.hold:
            return self._joined(words, self.words("hold", time=self.time(dose.hold)))
        return words

    def _lasting(self, dose: Dose) -> str:
        if dose.as_long_as_possible:
            words = self.words("as-long-as-you-can", time=self.time(dose.up_to))
        else:
            words = self.time(dose.for_seconds or 0.0)
        if dose.sets > 1:
            words = self.words("times", dose.sets, sets=dose.sets, time=words, dose=words)
        return self._sided(words, dose)

    def _sided(self, words: str, dose: Dose) -> str:
        """What is done, and on which side; of two sides, which one begins."""
        if dose.sides in ("left", "right"):
            return self.words("one-side", dose=words, side=self.words(dose.sides))
        if dose.sides in ("both", "alternate"):
            return self.words("left-first", dose=self.words("each-side", dose=words))
        return words
