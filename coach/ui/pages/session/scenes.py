"""What stands on the stage and in the room when a session is paused, and what it asks. Values only."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.session.player import View
from coach.ui.pages.session.ask import Question
from coach.ui.pages.session.room import RoomScene
from coach.ui.words.common import LANGUAGE, roughly_in_words
from coach.ui.words.session import StageWords, is_still
from coach.ui.words.stage_scene import StageScene
from coach.values import replace
from coach.words import keys


class Scenes(QObject):
    """Scenes and questions of a session."""

    def paused(self, reason: str | None, gap_seconds: float) -> StageScene:
        """Why it stands still, and how it goes on."""
        hint = self.tr("{key} goes on, after three seconds to get ready.")
        hint = hint.format(key=keys.cap("session", "pause", LANGUAGE))
        if reason == "gap":
            return StageScene(
                overline=self.tr("Paused"),
                title=self.tr("The session waited for you."),
                lines=(self._gap_sentence(gap_seconds), hint),
                is_numbered=False,
            )
        if reason == "device":
            title, line = self.tr("The sound went away."), self.tr("It goes on with words on the screen.")
            return StageScene(self.tr("Paused"), title, (line, hint), is_numbered=False)
        if reason == "hurts":
            title, line = self.tr("Go on gently, or stop."), self.tr("Make the movement smaller, or skip this one.")
            return StageScene(self.tr("Paused"), title, (line, hint), is_numbered=False)
        return StageScene(self.tr("Paused"), self.tr("Take your time."), (hint,), is_numbered=False)

    def standing(self, pause: StageScene, scene: StageScene, *, keeps_steps: bool) -> StageScene:
        """What stands on the stage in a pause: why, and the steps, for it is now that one reads how it goes.

        Where the session paused by itself, the reason takes their place, unless they were asked for.
        """
        if keeps_steps and scene.lines and scene.is_numbered:
            return replace(scene, overline=pause.overline, title=pause.title)
        return replace(pause, chip=scene.chip)

    def _gap_sentence(self, seconds: float) -> str:
        if seconds < 1:
            return self.tr("The computer slept or stood still.")
        return self.tr("The computer slept or stood still for {0}.").format(roughly_in_words(seconds))

    def room(self, words: StageWords, view: View, caption: str, *, gap_seconds: float = 0.0) -> RoomScene:
        """The same moment for the room view."""
        share, number, word = words.ring(view)
        count, over = words.phase_count(view), words.over(view)
        action = words.action(view) if view.state == "running" else None
        pause = keys.cap("session", "pause", LANGUAGE)
        plate, icon = "", "stop"
        if action:
            word, icon = action
            is_hold = view.interval.open == "max"
            plate = self.tr("Lost it? Any key") if is_hold else self.tr("{0}: any key").format(word)
        name = words.title(view)
        if view.state == "paused":
            scene = self.paused(view.pause_reason, gap_seconds)
            name, caption, plate, icon = scene.overline, scene.title, keys.goes_on("session", LANGUAGE), "play"
            word = "" if over else word
        elif view.interval.kind in ("rest", "between", "prepare", "switch"):
            caption = caption or words.subtitle(view)
        elif view.interval.kind == "say" and view.interval.text:
            name, caption = (words.title(view), view.interval.text)
        now = (view.repetition or 0, view.repetitions or 0) if view.repetition else (0, 0)
        after = self._after(words, view)
        hint = "" if plate else self.tr("{key} pauses").format(key=pause)
        part = words.subtitle(view) if view.interval.kind == "work" else words.position(view)
        pips = now if now[1] <= 8 else (0, 0)
        return RoomScene(
            name, caption, share, number, word, plate, icon, part, pips,
            count=count, over=over, is_still=is_still(view), hint=hint, after=after,
            is_copied=True,
        )  # fmt: skip

    def _after(self, words: StageWords, view: View) -> str:
        """What comes next, while it is not told large."""
        if view.interval.kind != "work":
            return ""
        return self.tr("Next: {what}").format(what=words.next_line(view)[1])

    # --- questions -----------------------------------------------------------------------------------------------

    def ask_pain(self) -> Question:
        """How much something hurts."""
        return Question(
            "pain",
            self.tr("How much does it hurt?"),
            self.tr("Sharp, shooting or spreading pain, dizziness, tingling or weakness: stop, whatever the number."),
            (("answer", self.tr("Confirm")), ("stop", self.tr("Stop the session")), ("nothing", self.tr("By mistake"))),
            "nothing",
            scale=self.tr("Pain"),
            ends=(self.tr("0 none"), self.tr("10 the worst")),
        )

    def ask_gently(self, pain: int, *, easier: str = "", keeps: bool = False, gentle: str = "") -> Question:
        """How to go on after a pain that allows it: with the easier exercise of this title, where there is one, or a
        routine of that title, which is gentler. `keeps`: it may be easier the next times, too.
        """
        answers = [("on", self.tr("Go on gently")), ("skip", self.tr("Skip this exercise"))]
        if easier:
            answers.insert(0, ("easier", self.tr("Easier: {exercise}").format(exercise=easier)))
        if gentle:
            answers.append(("instead", self.tr("{routine} instead").format(routine=gentle)))
        tick = self.tr("The easier one the next times, too") if easier else self.tr("Easier the next times")
        return Question(
            "gently",
            self.tr("A {0}: make it easier, or stop for today.").format(pain),
            self.tr("Smaller and slower is fine. It should settle within a day. Stopping is a good choice too."),
            (*answers, ("stop", self.tr("Stop"))),
            "wait",
            tick=tick if keeps else "",
        )

    def ask_end(self) -> Question:
        """Whether to end before the end."""
        return Question(
            "end",
            self.tr("End the session here?"),
            self.tr("What you have done is kept."),
            (("on", self.tr("Go on")), ("end", self.tr("End it"))),
            "on",
        )
