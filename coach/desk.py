"""The reminders at the desk: joins the pure engine with the clocks, the machine, the library and the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.clock import Clock
from coach.content.model import Position, Reminder, Text
from coach.desk_foretold import Foretold
from coach.desk_log import DeskLog
from coach.desk_needs import DeskLibrary, as_they_come
from coach.desk_screen import OnScreen
from coach.desk_senses import Senses
from coach.desktop.protocol import Idle, Lock, Quiet
from coach.progress.desk_store import DeskStore
from coach.progression.barred import Barred
from coach.reminders import answers
from coach.reminders.decision import Decision, Happening, What
from coach.reminders.desk_hours import DeskHours
from coach.reminders.engine import decide
from coach.reminders.exercising import Exercising
from coach.reminders.explain import explain
from coach.reminders.handed import HandedDesk, handed
from coach.reminders.nudge import Nudge, Offer, nudge_of
from coach.reminders.policy import Observation, Policy
from coach.reminders.position import as_it_comes, asked_beside, position_after, position_of, taking
from coach.reminders.reasons import is_due, is_worth_noting
from coach.reminders.state import State
from coach.reminders.status import DeskStatus, status_of
from coach.reminders.waking import next_wake
from coach.reminders.why import Counted, Length
from coach.settings import DESK_HOURS, REMINDERS_ENABLED, REMINDERS_STATE
from coach.values import replace
from coach.words import desk as desk_words
from coach.words.language import ENGLISH, Language
from coach.words.nudge import with_others

KEEP_SECONDS = 120.0  # how old what is kept of the counting may be when the program is killed


class Desk:
    """Ask it at `next_wake()` what to show: `tick()`. Everything that happens is logged in the store with its reason, a
    sentence of the person's language.

    `idle.seconds()` is None where it cannot be known. Before a locked screen nobody is, from the first moment on; how
    long that counts as a break is told by `idle` alone.
    """

    def __init__(
        self,
        clock: Clock,
        library: DeskLibrary,
        store: DeskStore,
        idle: Idle,
        quiet: Quiet,
        lock: Lock | None = None,
        handed: HandedDesk | None = None,
        language: Language = ENGLISH,
    ) -> None:
        """`handed` is what another program gave just now; without it the desk is as a new start finds it."""
        self._clock, self._library, self._store, self._language = clock, library, store, language
        self._senses = Senses(clock, idle, quiet, lock)
        self._exercising = Exercising(None if handed is None else handed.leases)
        self._log = DeskLog(clock, library, store, language)
        self.events = self._log.events
        """What happens here, for whoever watches; in whichever thread."""
        kept = store.get(REMINDERS_ENABLED)
        self._switches = dict(kept)
        self._state = store.get(REMINDERS_STATE) if handed is None else handed.state
        self._kept_at = clock.monotonic()
        self._observation = self._observe(self.barred)
        self._foretold = Foretold(clock)
        self.screen = OnScreen(store)
        if handed is None:
            self._note(self.screen.left())
        self._look(may_show=False)

    # --- what comes when ---

    def tick(self) -> list[Nudge]:
        """What is to be shown now: nothing, or one nudge."""
        decision = self._look()
        return [] if decision.show is None else [self._nudge(decision)]

    def next_wake(self) -> float:
        """Seconds until `tick` is worth calling again; more than zero."""
        now = self._observe_again().monotonic
        wake = next_wake(self._policy, self._state, self._observation) - (now - self._observation.monotonic)
        lapse = self._exercising.leases.first_end
        return max(0.05, wake if lapse is None else min(wake, lapse - now))

    def now(self, reminder_id: str | None = None) -> Nudge | None:
        """This reminder, or the next one, whatever is against it; None where there is none.

        KeyError for an unknown id.
        """
        if reminder_id is None:
            following = self.status().next
            reminder_id = following.reminder_id if following else next(iter(self._library.reminders), None)
        if reminder_id is None:
            return None
        self._look(may_show=False)
        reminder = self._library.reminders[reminder_id]
        state, decision = answers.asked_for(self._policy, self._state, self._observation, reminder, self.barred)
        self._become(state, shown=reminder_id)
        self._note(decision.happened)
        return self._nudge(decision)

    @property
    def seen(self) -> tuple[Policy, State, Observation]:
        """What a look at the machine shows now, for what else is asked at the desk; nothing comes by it."""
        self._look(may_show=False)
        return self._policy, self._state, self._observation

    @property
    def held(self) -> tuple[object, ...]:
        """The ids of what is due and has not come, the reasons to be quiet, and whether nobody is there; or nothing."""
        due = frozenset(one.id for one in self._policy.in_order() if is_due(one, self._state.of(one.id)))
        return (due, self._observation.quiet, self._state.away_for > 0) if due or self._state.away_for else ()

    def fitting(self, reminder: Reminder) -> Offer | None:
        """What it would offer this person now; None where they may begin nothing of it."""
        return self._library.offer(reminder)

    @property
    def barred(self) -> Barred:
        """The exercises that no reminder may ask for or show now."""
        return self._library.barred

    # --- what the person answers ---

    @property
    def open(self) -> str | None:
        """The reminder that waits for an answer, of several told in one nudge the first; None where none does. A nudge
        is on the screen no longer than this.
        """
        return self._state.open

    def offered(self, reminder_id: str | None = None) -> Offer | None:
        """What the open nudge offers, which an answer of now is for; None for nothing. NotOpenError."""
        return self._first_offer(self._answered(reminder_id))

    def done(self, reminder_id: str | None = None) -> None:
        """The person did it. Without an id, here and below: the one that is open. NotOpenError where none waits."""
        self._taken(reminder_id, "done")

    def started(self, reminder_id: str | None = None) -> None:
        """The person took the offer."""
        self._taken(reminder_id, "started")

    def skip(self, reminder_id: str | None = None) -> None:
        """Not this time."""
        self._taken(reminder_id, "skipped")

    def take_position(self, position: Position) -> None:
        """The person sits or stands from now on, whatever they were asked; what is open and asked for it was done,
        else skipped. NoPositionError where no reminder asks for one.
        """
        self._look(may_show=False)
        now = position_of(self.reminders, self._state)
        if now is None:
            raise answers.NoPositionError
        told = [one.id for one in self._known(self._state.told) if one.begins is not None]
        what: What = "skipped" if position == now else "done"
        after = Length("answered-after", self._state.open_for)
        self._moved_to(position)
        self._note(tuple(Happening(one, what, after) for one in told))
        self._keep()

    def snooze(self, reminder_id: str | None, seconds: float) -> None:
        """Again in `seconds`. ValueError for more than 30 days, and for what is no length of time."""
        answers.judge_length(seconds)
        chosen = self._answered(reminder_id)
        for one in chosen:
            self._become(answers.snoozed(self._state, one, seconds), is_answered=True)
        self._note(tuple(Happening(one, "snoozed", Length("snoozed-for", seconds)) for one in chosen))

    def expired(self, reminder_id: str, why: str = "") -> None:
        """It left the screen and nobody answered: it is over, and nothing waits for it any more. `why`, where something
        else than its time was the matter.
        """
        self._look(may_show=False)
        if why and reminder_id == self._state.open:
            self._log.add(reminder_id, "missed", why)
        self._become(answers.put_away(self._state, reminder_id), why=why)

    def put_away(self) -> None:
        """What is open goes without an answer: something else begins."""
        self._become(answers.put_away(self._state))

    def pause(self, seconds: float | None) -> None:
        """Quiet for `seconds`, or (None) until resumed. What falls due waits. ValueError as for `snooze`."""
        if seconds is not None:
            answers.judge_length(seconds)
        self._look(may_show=False)
        if self._state.paused:  # told here: that another length began, shows in nothing else
            self._state = answers.resumed(self._state)
        self._become(answers.paused(self._state, seconds), is_answered=True)
        self._keep()

    def resume(self) -> None:
        """No longer paused; what waited comes after a short grace."""
        self._look(may_show=False)
        self._become(answers.resumed(self._state))
        self._look(may_show=False)  # the grace begins now
        self._keep()

    def enable(self, reminder_id: str, on: bool) -> None:
        """Switch a reminder on or off, whatever its file says."""
        self._look(may_show=False)
        self._switches[reminder_id] = on
        self._store.keep(REMINDERS_ENABLED, self._switches)
        if not on:
            self._become(answers.put_away(self._state, reminder_id))
        self._look(may_show=False)

    def set_hours(self, hours: DeskHours | None) -> None:
        """When the person sits at the desk, from now on and kept; None: as the reminders' files have it."""
        self._look(may_show=False)
        self._store.keep(DESK_HOURS, None if hours is None else hours.as_json())
        self._look(may_show=False)

    @property
    def reminders(self) -> tuple[Reminder, ...]:
        """All reminders as they come for this person: switched on or off, and at their hours."""
        return as_they_come(self._library, self._switches, self._store.get(DESK_HOURS))  # others may have set them

    def session_running(self, runs: bool, exercised_seconds: float | None = None) -> None:
        """Somebody exercises from now on, or nobody does any more: nothing comes meanwhile, and it may be a break.

        With the end comes how long was really exercised; None where it was all the time in between.
        """
        self._look(may_show=False)
        now = self._observation.monotonic
        if runs:
            self._exercising.begins(now)
        elif (seconds := self._exercising.ends(now, exercised_seconds)) is not None:
            self._moved(seconds)
        self._look(may_show=False)

    def session_elsewhere(self, name: str, runs: bool, exercised_seconds: float) -> bool:
        """As `session_running`, said by another program of its session `name`; whether one begins that was not known.

        It holds for LEASE_SECONDS, then it has to be said again, each time with the seconds exercised so far: where it
        is not, the session has ended, and those that were told count.
        """
        self._look(may_show=False)
        begins = runs and not self._exercising.is_known(name)
        if runs:
            self._exercising.renewed(name, self._observation.monotonic, exercised_seconds)
        else:
            self._moved(self._exercising.ended(name, exercised_seconds))
        self._look(may_show=False)
        return begins

    def _moved(self, seconds: float) -> None:
        policy = self._policy
        counts = {r.id for r in policy.reminders if is_worth_noting(policy, r, self._state.of(r.id))}
        state, moved = answers.exercised(policy, self._state, seconds)
        self._become(state, is_answered=True)
        session = Length("session-counted", seconds)
        self._note(tuple(Happening(i, "natural-break", session) for i in moved if i in counts))

    # --- another program goes on with it ---

    def hand_over(self) -> dict[str, Any]:
        """All that is known now, as JSON values, for another program's desk (`HandedDesk`); it is kept, too."""
        self._look(may_show=False)
        self._keep()
        self.events.let_go()
        return handed(self._state, self._exercising.leases, self._clock.awake())

    # --- why did nothing come? ---

    def status(self) -> DeskStatus:
        """The desk now. Cheap: the machine is not asked again, only the clock is read."""
        policy, observation = self._policy, self._observe_again()
        state, _ = decide(policy, self._state, observation, may_show=False)
        lines = explain(policy, state, observation, self._foretold.now(policy, self._state, state, observation))
        return status_of(
            policy,
            state,
            observation,
            lines,
            log=self._log.today(),
            idle_is_known=self._senses.idle_is_told,
            local=self._clock.local,
        )

    def as_json(self) -> dict[str, Any]:
        """The status as JSON values (`remind status --json`)."""
        return desk_words.as_json(self.status())

    # --- inside ---

    @property
    def _policy(self) -> Policy:
        return Policy(tuple(as_it_comes(one, self._state) for one in self.reminders))

    def _observe(self, barred: Barred) -> Observation:
        locked = self._library.asking_for_a_test if barred.locked else frozenset()
        return self._senses.look(exercises=self._exercising.goes_on, locked=locked)

    def _observe_again(self) -> Observation:
        """The last look at the machine, at the present time."""
        return self._senses.again(self._observation, is_away=self._state.absent >= self._policy.away_counts)

    def _look(self, *, may_show: bool = True) -> Decision:
        for seconds in self._exercising.lapsed(self._clock.awake()):
            self._moved(seconds)
        barred = self.barred
        self._observation = self._observe(barred)
        state, decision = decide(self._policy, self._state, self._observation, may_show=may_show, barred=barred)
        self._become(state, shown=decision.show)
        self._note(decision.happened)
        return decision

    def _note(self, happened: tuple[Happening, ...]) -> None:
        for happening in happened:
            self._log.happened(happening, self._state)
        if happened or self._clock.monotonic() - self._kept_at >= KEEP_SECONDS:
            self._keep()

    def _become(self, state: State, *, shown: str | None = None, is_answered: bool = False, why: str = "") -> None:
        before, self._state = self._state, state
        self.screen.keep(state.told)
        self._log.changed(before, state, shown=shown, is_answered=is_answered, why=why)

    def _keep(self) -> None:
        self._kept_at = self._clock.monotonic()
        self._store.keep(REMINDERS_STATE, self._state.as_json())
        if not self._exercising.goes_on:  # beside a session nothing may wait for the disk
            self._store.bring_home()

    def _taken(self, reminder_id: str | None, what: What) -> None:
        chosen = self._answered(reminder_id)
        after = Length("answered-after", self._state.open_for)
        for one in chosen:
            self._become(answers.taken(self._state, one), is_answered=True)
        self._note(tuple(Happening(one, what, after) for one in chosen))
        if what == "done":
            self._moved_to(position_after(self._known(chosen), self._state))
        for one in chosen if what != "skipped" else ():
            state, others = answers.covered(self._policy, self._state, one)
            self._become(state, is_answered=True)
            titles = {r.id: self._said(r.title) for r in self._policy.reminders}  # without one whose file is gone
            why = Counted(titles.get(one, one))
            self._note(tuple(Happening(other, "natural-break", why) for other in others if other not in chosen))

    def _moved_to(self, position: Position | None) -> None:
        if position is not None:
            self._become(taking(self._library.reminders.values(), self._state, position), is_answered=True)

    def _answered(self, reminder_id: str | None) -> tuple[str, ...]:
        """All reminders of the open nudge, whichever of them an answer names. NotOpenError."""
        self._look(may_show=False)
        told = self._state.told
        if not told or reminder_id not in (None, *told):
            known = {ident: self._said(reminder.title) for ident, reminder in self._library.reminders.items()}
            raise answers.NotOpenError(reminder_id, known, self._log.today())
        return told

    def _nudge(self, decision: Decision) -> Nudge:
        reminders, tag = self._known(decision.told), self._library.language
        nudge = nudge_of(decision, reminders[0], self._first_offer(decision.told), tag)
        others = [(asked_beside(one, self._state, self.barred) or one.title).in_language(tag) for one in reminders[1:]]
        message, is_first = with_others(nudge.message, others, self._language), self._log.is_first(decision.happened)
        return self.screen.shows(replace(nudge, message=message, is_first_today=is_first))

    def _said(self, text: Text) -> str:
        return text.in_language(self._language.tag)

    def _known(self, told: Sequence[str]) -> list[Reminder]:
        return [self._library.reminders[one] for one in told if one in self._library.reminders]

    def _first_offer(self, told: Sequence[str]) -> Offer | None:
        offers = (self._library.offer(one) for one in self._known(told))
        return next((one for one in offers if one is not None), None)
