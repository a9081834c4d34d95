"""Before the first session: the disclaimer, the stop rules and the questions that may mean "not today"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TextIO

from coach.clock import Clock
from coach.content.model import Safety, SafetyQuestion, Tier
from coach.progression.past import ConditionsTold
from coach.safety_answers import Answers, SafetyAnswers
from coach.terminal.ask import Asker
from coach.today.safety import is_emergency
from coach.today.standing import Remembered, standing_of
from coach.words import asking, library
from coach.words import safety as words
from coach.words.language import ENGLISH, Language


def yes_no(language: Language) -> tuple[tuple[str, str], tuple[str, str]]:
    """The answers to most questions, with their keys."""
    return ("y", asking.yes(language)), ("n", asking.no(language))


def opening(safety: Safety, language: Language = ENGLISH) -> list[str]:
    """The disclaimer and the stop rules, a paragraph each."""
    rules = [f"- {library.say(rule, language)}" for rule in safety.stop]
    head = [library.say(safety.disclaimer, language)] if safety.disclaimer else []
    return [*head, *([asking.stop_at_once(language)] if rules else []), *rules]


class Store(Answers, Remembered, Protocol):
    """The part of the store that is asked for here."""

    def conditions(self) -> tuple[ConditionsTold, ...]:
        """All that was told of conditions."""
        ...

    def add_conditions(self, told: Iterable[str], cleared: Iterable[str] = ()) -> None:
        """Note which conditions are true of the person now, and which of them a professional has cleared."""
        ...


def ask_first(asker: Asker, safety: Safety, store: Store, clock: Clock) -> bool:
    """Whether the session may begin; the questions are asked where they are due. While the last answers lock, that is
    said, and the person may answer again. Left where they go.
    """
    language, title = asker.language, asking.before_you_begin(asker.language)
    standing = standing_of(safety, store, clock.wall())
    if standing.may_begin:
        return True
    if standing.due is None:
        way_out = words.way_out(language, is_emergency=standing.is_emergency)
        asker.read(
            words.heading(language, is_emergency=standing.is_emergency), [words.locked(language, standing), way_out]
        )
        if asker.choose(title, asking.again(language), yes_no(language)) == "n":
            return False
    if not ask(asker, safety, store):
        return False
    if safety.conditions and not store.conditions() and _is_so(asker, asking.first_conditions(language)):
        ask_conditions(asker, safety, store)
    return True


def ask(asker: Asker, safety: Safety, store: Answers) -> bool:
    """Whether a session may begin after these answers, which are kept. Left where the person goes.

    First whether there is pain, then the questions of all tiers, the gravest first, as in the window. The first yes
    that stands in a tier that locks decides and says what to do instead; after one in another the advice is read, and
    the person says whether to begin.
    """
    language, title = asker.language, asking.before_you_begin(asker.language)
    asker.read(title, opening(safety, language))
    answers = SafetyAnswers(safety)
    if answers.pain is not None:
        answers.has_pain = asker.choose(title, library.say(answers.pain, language), yes_no(language)) == "y"
    for tier in answers.tiers:
        for question in answers.questions(tier):
            _ask(asker, question, answers)
            if not answers.may_begin:
                answers.keep(store)
                _advise(asker, tier, answers, safety)
                return False
    answers.keep(store)
    advised = answers.deciding()
    if advised is not None:
        _advise(asker, advised, answers, safety)
        if asker.choose(title, asking.begin(language), yes_no(language)) == "n":
            return False
    return True


class Conditions(Protocol):
    """The part of the store that conditions are written to."""

    def add_conditions(self, told: Iterable[str], cleared: Iterable[str] = ()) -> None:
        """Note which conditions are true of the person now, and which of them a professional has cleared."""
        ...


def ask_conditions(asker: Asker, safety: Safety, store: Conditions) -> None:
    """What is true of the person, and what of it a professional has cleared; kept at the end. Left where they go."""
    asked = {ident: library.say(question, asker.language) for ident, question in safety.conditions.items()}
    told = [ident for ident, question in asked.items() if _is_so(asker, question)]
    cleared = [ident for ident in told if _is_so(asker, asking.is_cleared(asker.language), asked[ident])]
    store.add_conditions(told, cleared)


def _is_so(asker: Asker, question: str, note: str = "") -> bool:
    return asker.choose(asking.true_of_you(asker.language), question, yes_no(asker.language), note=note) == "y"


def _advise(asker: Asker, tier: Tier, answers: SafetyAnswers, safety: Safety) -> None:
    """What the tier says, the questions that brought it up with their notes, and the way out of a lock."""
    language, standing = asker.language, answers.standing(tier)
    title = asking.before_you_begin(language)
    urgent = is_emergency(safety, tier, [question.id for question in standing])
    said = [f"- {words.answer(language, question, answers.facts(question))}" for question in standing]
    notes = [library.say(question.note, language) for question in standing if question.note and not urgent]
    way_out = [words.way_out(language, is_emergency=urgent)] if tier.lock else []
    asker.read(title, [library.say(tier.say, language), f"{words.said_yes_to(language)}:", *said, *notes, *way_out])


def _ask(asker: Asker, question: SafetyQuestion, answers: SafetyAnswers) -> None:
    language, title = asker.language, asking.before_you_begin(asker.language)
    note, ask = library.say(question.note, language) if question.note else "", library.say(question.ask, language)
    if question.any_of:
        asked = "\n".join(part for part in (ask, words.how_many(language, question)) if part)
        none = words.none_of_these(language)
        for fact in asker.tick(title, asked, [library.say(one, language) for one in question.any_of], none, note=note):
            answers.set_fact(question, fact, is_true=True)
    else:
        answers.set_yes(question.id, is_yes=asker.choose(title, ask, yes_no(language), note=note) == "y")
    if answers.needs_check(question):
        is_checked = asker.choose(title, f"{ask}\n{asking.is_checked(language)}", yes_no(language), note=note) == "y"
        answers.set_checked(question.id, is_checked=is_checked)


def print_first(out: TextIO, safety: Safety, store: Store, clock: Clock, language: Language = ENGLISH) -> None:
    """Where nobody can answer: the disclaimer and the stop rules, while the questions are due."""
    if standing_of(safety, store, clock.wall()).due is None:
        return
    out.writelines(paragraph + "\n" for paragraph in opening(safety, language))
    out.flush()
