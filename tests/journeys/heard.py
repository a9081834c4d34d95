"""What somebody who cannot see does with the program, from its first start on, and what they have to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.safety_answers import SafetyAnswers
from coach.words.durations import in_words
from coach.words.library import say
from tests.journeys.by_reader import GoneError, Node, Reader
from tests.journeys.orca import Orca, times

TENSION = {"neck": (2, 3), "shoulders-top": (4, 1), "between-blades": (6, 5)}
"""What is said of an area, left and right; of the others nothing."""
PAIN, EFFORT, PAIN_AT_THE_END = 3, 4, 1
PATIENCE = 5.0
"""Seconds that a screen reader has for its words before the next key is pressed anyway."""
MOST_TABS = 60
STEPS = ("Tick what you say yes to", "What do you want it for?", "What do you have at hand?", "When does it suit you?")
"""The steps of the welcome behind the safety questions."""


@dataclass
class Part:
    """A part of the journey: what has to be heard in it, each once, and what was."""

    name: str
    once: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def table(self) -> list[tuple[int, str]]:
        """How often each was said; 1 is right."""
        return [(times(self.words, sentence), sentence) for sentence in self.once]


class Journey:
    """Goes through the program with `reader`, and waits for `orca` to say what comes, where one runs."""

    def __init__(self, reader: Reader, orca: Orca | None = None) -> None:
        self.reader, self.orca = reader, orca
        self.catalogue: Catalogue = load(Folders(resources.routines(), resources.media()))
        self.parts: list[Part] = []

    def goes(self) -> None:
        """All of it, from the first start to a changed setting."""
        steps: list[Callable[[], None]] = [
            self.is_asked,
            self.tests,
            self.is_asked_again,
            self.is_told_the_result,
            self.trains,
            self.asks_where_it_stands,
            self.goes_on_and_is_in_pain,
            self.finishes,
            self.is_reminded,
            self.is_reminded_on_a_page,
            self.changes_a_setting,
        ]
        with self.reader.program():
            for step in steps:
                with self._part(step.__name__.replace("_", " ")):
                    step()

    @contextmanager
    def _part(self, name: str) -> Iterator[None]:
        self.parts.append(Part(name))
        before = len(self._words)
        try:
            yield
        finally:
            self.parts[-1].words = self._words[before:]
            self._before = len(self._words)

    @property
    def _words(self) -> list[str]:
        return self.orca.words if self.orca is not None else []

    _before = 0
    """Where the words of this part begin."""

    # --- hearing and pressing

    def hears(self, *sentences: str) -> None:
        """Each of these has to be said, once in this part. Where a screen reader runs they are waited for."""
        self.parts[-1].once += sentences
        for sentence in sentences:
            self.waits_for(sentence)  # what is missing is told in the end, with all that is

    def waits_for(self, sentence: str) -> None:
        """So fast nobody goes on: a screen reader that is behind leaves out what is over."""
        if self.orca is not None:
            with suppress(AssertionError):
                self.reader.wait(sentence, partial(self._times, sentence), PATIENCE)

    def _times(self, sentence: str) -> int:
        """How often it was said in this part so far."""
        return times(self._words[self._before :], sentence)

    def _is_past(self, words: int) -> bool:
        return len(self._words) > words

    def tabs_to(self, name: str) -> Node:
        """Tab after Tab until what begins so has the focus; each stop is heard before the next."""
        for _ in range(MOST_TABS):
            with suppress(GoneError):
                here = [self.reader.focused, *self.reader.all(f"{name}...", "", "focused")]
                for node in here:
                    if node is not None and node.name.startswith(name):
                        return node
            before = len(self._words)
            self.reader.key("Tab")
            if self.orca is not None:
                with suppress(AssertionError):
                    self.reader.wait("a word", partial(self._is_past, before + 1), PATIENCE)
        raise AssertionError(f"no Tab comes to {name!r}\n{self.reader.read()}")

    # --- the parts

    def is_asked(self) -> None:
        """The welcome, and in it the safety questions, fact by fact."""
        reader, safety = self.reader, self.catalogue.safety
        reader.press("Begin")
        self.hears("A few safety questions", *[say(rule) for rule in safety.stop])
        reader.press("Begin")
        assert safety.pain is not None
        self.hears(say(safety.pain))
        self.tabs_to("Yes, pain")
        reader.key("Down")  # Tab stops at one of the two, as at every row of radio buttons
        reader.find("No pain", "radio button", "focused")
        self.hears("No pain")
        reader.key("space")
        reader.press("Go on")
        answers = SafetyAnswers(safety)
        answers.has_pain = False
        for tier in answers.tiers:
            asked = answers.questions(tier)
            facts = [say(fact) for question in asked for fact in question.any_of or (question.ask,)]
            reader.find(facts[0])
            number, count = 2 + answers.tiers.index(tier), 1 + len(answers.tiers)
            self.hears(f"Questions {number} of {count}. Tick what is true of you")
            self.tabs_to("None of these apply")
            reader.key("space")
            self.hears(*facts)
            reader.press("Go on")
        self.hears("You can begin.")
        reader.press("Go on")
        for step, heading in enumerate(STEPS, 2):
            reader.find(f"{step} of {1 + len(STEPS)}")
            self.hears(heading)
            reader.press("Skip")
        self.hears("Next: the wall test")
        reader.press("To the wall test")
        self.waits_for("Wall test")

    def tests(self) -> None:
        """The wall test, from its first word to its result."""
        reader = self.reader
        (test,) = self.catalogue.tests.values()
        reader.press("Start the test")
        self.hears("Stand with your back to the wall, heels close to it")
        reader.key("Return")
        points = [point for step in test.steps for point in getattr(step, "points", ())]
        for point in points:
            reader.find(say(point.title), "label")
            self.hears(f"{say(point.title)}. {say(point.ask)}")
            reader.key("1")
        self.hears("Keep that shape and take one step forward")
        reader.key("Return")
        reader.find("Shape lost?...")
        reader.key("a")
        self.hears("Step back to the wall just as you are")

    def is_asked_again(self) -> None:
        """The same points once more, the tension of three areas, and the result."""
        reader = self.reader
        (test,) = self.catalogue.tests.values()
        for point in [point for step in test.steps for point in getattr(step, "points", ())]:
            reader.find(say(point.title), "label")
            self.hears(f"{say(point.title)}. {say(point.ask)}")
            reader.key("1")
        for area, sides in TENSION.items():
            for side, value in zip(("left", "right"), sides, strict=True):
                name = f"{say(self.catalogue.areas[area].title)}, {side}"
                scale = self.tabs_to(name)
                self.hears(name)
                scale.set_value(value)
                reader.wait(f"{name} at {value}", partial(_stands_at, scale, value))
        self.tabs_to("Go on")
        reader.key("Return")
        self.hears("measure the gap between the back of your skull and the wall")
        self.tabs_to("Leave it out")
        reader.key("Return")
        # Qt waits for Orca with a key, and not with a shortcut: the next one would come first
        reader.wait("the result", lambda: not reader.all("Leave it out", "push button"))

    def is_told_the_result(self) -> None:
        """How long the shape held, as it was said when it was lost, and where the tension was."""
        reader = self.reader
        hold = reader.find("Hold: ...").name
        seconds = int(hold.removeprefix("Hold: ").split()[0])
        held = in_words(seconds) if seconds else "Less than a second"
        self.parts[1].once.append(f"{held}. Step back to the wall just as you are")
        strongest = sorted(TENSION, key=lambda area: max(TENSION[area]), reverse=True)[:2]
        areas = [f"{say(self.catalogue.areas[area].title)}: {max(TENSION[area])}" for area in strongest]
        self.hears(f"Shape lost after {seconds} s", "points of 14", "contacts of 7", "Two focus areas", *areas)

    def trains(self) -> None:
        """A session, to its first exercise; the sound is switched off and on."""
        reader = self.reader
        reader.key("ctrl+3")
        self.waits_for("Routines")
        reader.press("Desk reset. ...")
        reader.wait("its page", lambda: any("Desk reset" in window.name for window in reader.windows))
        self.waits_for("Desk reset")
        reader.press("Start...")
        self.hears("First: Chin tuck")
        reader.find("Chin tuck. Repetition 1 of 5...")
        self.hears("Chin tuck. Repetition 1 of 5")
        reader.key("m")
        self.hears("Sound off")
        reader.key("m")
        self.hears("Sound on")

    def asks_where_it_stands(self) -> None:
        """In a pause, of which that is told, too."""
        reader = self.reader
        reader.press("Pause")
        self.hears("Paused")
        reader.key("w")
        self.hears("Paused. Chin tuck", "Next: Shoulder-blade squeeze", "Exercise 1 of 4")
        self.parts[-1].once.remove("Paused")  # it was said, and is part of where it stands

    def goes_on_and_is_in_pain(self) -> None:
        """The pause is over, something hurts, and the rest is gone through."""
        reader = self.reader
        reader.press("Go on")
        self.hears("Goes on")
        reader.find("Pause")
        reader.press("This hurts")
        self.hears("How much does it hurt?", "stop, whatever the number", "not chosen yet")
        reader.set("Pain...", PAIN)
        reader.press("Confirm")
        self.hears("Ready")
        for name in ("Shoulder-blade squeeze", "Seated cat-cow", "Seated rotation"):
            reader.press("Skip")
            self.hears(f"Next: {name}")
            reader.press("Skip")
            self.hears(f"{name}. Repetition 1")
        reader.press("Skip")

    def finishes(self) -> None:
        """The questions at the end of it."""
        reader = self.reader
        self.hears("That counts too.", "0 of 4 exercises", "How hard was it?")
        self.tabs_to("Effort")
        reader.set("Effort...", EFFORT)
        self.tabs_to("Pain")
        self.hears("Pain, 0 to 10")
        reader.set("Pain...", PAIN_AT_THE_END)
        reader.press("Save")
        reader.wait("its page", lambda: any("Desk reset" in window.name for window in reader.windows))

    def is_reminded(self) -> None:
        """A reminder that came by itself, answered on its card."""
        reader = self.reader
        assert reader.desktop.command("remind", "now", "change-position").returncode == 0
        self.hears("Change position. Your next posture is your best posture.")
        reader.press("Done...")
        reader.wait("its end", lambda: not reader.all("Change position...", "notification"))

    def is_reminded_on_a_page(self) -> None:
        """One that still waits, answered on its row on the page of reminders."""
        reader = self.reader
        assert reader.desktop.command("remind", "now", "change-position").returncode == 0
        self.waits_for("Change position")
        reader.key("ctrl+4")
        reader.find("Done", "push button")
        self.waits_for("Reminders")
        answer = self.tabs_to("Done")
        self.hears("Done")
        reader.key("Return")
        reader.wait("the answer", partial(_is_gone, answer))

    def changes_a_setting(self) -> None:
        """The theme, which shows at once, and which stays."""
        reader = self.reader

        def is_there() -> bool:
            reader.key("ctrl+comma")  # again where the keyboard was just on its way
            return any("Settings" in window.name for window in reader.windows)

        reader.wait("the page", is_there)
        reader.press("Theme: Dark")
        reader.find("Theme: Dark", "", "checked")


def _is_gone(node: Node) -> bool:
    with suppress(GoneError):
        return "showing" not in node.states
    return True


def _stands_at(scale: Node, value: float) -> bool:
    return scale.value == value


def kept(folder: Path, journey: Journey) -> None:
    """What was heard, as a table to read: one file for each part."""
    for number, part in enumerate(journey.parts, 1):
        lines = [f"{count} x  {sentence}" for count, sentence in part.table]
        told = [*lines, "", *part.words]
        (folder / f"{number}-{part.name.replace(' ', '-')}.txt").write_text("\n".join(told) + "\n", "utf-8")
