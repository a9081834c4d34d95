"""What is said while the answers to the safety questions keep somebody from exercising. Kind, with the way out."""

from __future__ import annotations

from collections.abc import Sequence

from coach.content.model import Safety, SafetyQuestion, Text
from coach.progression.past import ConditionsTold
from coach.today.standing import Standing
from coach.words import dates, library
from coach.words.language import Language


def heading(language: Language, *, is_emergency: bool) -> str:
    """Help at once reads unlike an appointment."""
    if is_emergency:
        return language.translate("Safety", "Get help now.")
    return language.translate("Safety", "Have this checked first.")


def answer(language: Language, question: SafetyQuestion, facts: Sequence[Text] = ()) -> str:
    """A question with a yes, in words: `How it hurts: It is constant.` With the facts that are known to be true; where
    none is, with all of them, of which some are.
    """
    ask = library.say(question.ask, language)
    if not question.any_of:
        return ask
    told = " ".join(library.say(fact, language) for fact in facts or question.any_of)
    if facts or len(question.any_of) == 1:
        return f"{ask} {told}" if ask.endswith(_ENDS) else f"{ask}: {told}"
    least = question.at_least
    some = language.translate("Safety", "%n or more of these: {facts}", "One or more of these: {facts}", least)
    told = some.format(facts=told)
    return f"{ask} {told}" if ask.endswith(_ENDS) else f"{ask}. {told}"


_ENDS = (".", "?", "!", ":")


def ask_first_if(language: Language) -> str:
    """What stands above the conditions that an exercise names."""
    return language.translate("Safety", "Ask a professional first if you say yes to:")


def how_many(language: Language, question: SafetyQuestion) -> str:
    """How many of a question's facts count; empty where one does."""
    if question.at_least == 1:
        return ""
    return language.translate("Safety", "Tick all that are true. {n} or more together count.").format(
        n=question.at_least
    )


def none_of_these(language: Language) -> str:
    """The answer that nothing of what stands above it is so."""
    return language.translate("Safety", "None of these apply")


def checked(language: Language) -> str:
    """The answer that somebody who can judge it has looked at it."""
    return language.translate("Safety", "A professional has checked this")


def said_yes_to(language: Language) -> str:
    """What stands above the questions that brought an advice up."""
    return language.translate("Safety", "You said yes to")


def locked(language: Language, standing: Standing) -> str:
    """`By your answers of 14 May: Do not exercise. Contact a doctor today.` Empty where nothing locks."""
    if standing.locked is None or standing.answered is None:
        return ""
    told = language.translate("Safety", "By your answers of {date}: {what_to_do}")
    date = dates.short_date(standing.answered, language)
    return told.format(date=date, what_to_do=library.say(standing.locked.say, language))


def stop_rules(language: Language, safety: Safety) -> str:
    """The rules by which to stop, one after the other; empty where the library has none."""
    return " ".join(library.say(one, language) for one in safety.stop)


def stop_if(language: Language, safety: Safety) -> str:
    """The same as it stands by itself: `Stop if you notice: Dizziness.`"""
    rules = stop_rules(language, safety)
    return language.translate("Safety", "Stop if you notice: {rules}").format(rules=rules) if rules else ""


def stop_aloud(language: Language, safety: Safety) -> tuple[str, ...]:
    """The same as it is said: a sentence for each; none where the library has no rule."""
    rules = tuple(library.say(one, language) for one in safety.stop)
    return (language.translate("Safety", "Stop if you notice one of these."), *rules) if rules else ()


def before_you_begin(language: Language) -> str:
    """What is told before a session, as the title of that part."""
    return language.translate("Safety", "Before you begin")


def way_out(language: Language, *, is_emergency: bool) -> str:
    """How exercises come back."""
    if is_emergency:
        return language.translate("Safety", "Once you were seen and it is over, answer the questions again.")
    return language.translate("Safety", "Once it was checked, say so here: each question can be answered again.")


def where(language: Language) -> str:
    """Where to answer again."""
    return language.translate("Safety", "That is under Safety in Settings, or 'posture-coach safety ask'.")


def unasked(language: Language) -> str:
    """Of a sound file, where nobody has answered the questions."""
    return language.translate(
        "Safety", "The safety questions are not answered yet, and this file does not say when to stop."
    )


def unasked_at_a_terminal(language: Language) -> str:
    """The same, and what to write there."""
    then = language.translate(
        "Safety", "With --intro it begins with that; 'posture-coach safety ask' asks the questions."
    )
    return f"{unasked(language)} {then}"


def refusal(language: Language, standing: Standing) -> str:
    """Why nothing begins and nothing is exported now, and what to do."""
    parts = (locked(language, standing), way_out(language, is_emergency=standing.is_emergency), where(language))
    return " ".join(parts)


def conditions(language: Language, told: Sequence[ConditionsTold]) -> str:
    """How many conditions were told last, and what that does; `told` is empty where nothing was."""
    if not told:
        return language.translate("Safety", "Not told yet. Exercises that should be looked at first are left out then.")
    count, cleared = len(told[0].told), len(told[0].told & told[0].cleared)
    if not count:
        return language.translate("Safety", "Nothing on the list is true of you.")
    if not cleared:
        return language.translate("Safety", "%n of the list are true of you.", "1 of the list is true of you.", count)
    sentence = language.translate(
        "Safety",
        "%n of the list are true of you, {n} cleared by a professional.",
        "1 of the list is true of you, {n} cleared by a professional.",
        count,
    )
    return sentence.format(n=cleared)
