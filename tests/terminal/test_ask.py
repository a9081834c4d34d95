"""Questions on the full terminal, and those before the first session."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import Safety, SafetyQuestion, Text, Tier
from coach.terminal.ask import Asker, Left
from coach.terminal.keys import HANG_UP
from coach.terminal.safety import ask, ask_conditions, ask_first, print_first
from coach.terminal.screen import Screen, Size
from tests.fakes import FakeClock
from tests.stores import memory_store
from tests.terminal.stage import CLASSIC, FakeKeys, Out, picture, typed

OPTIONS = [("1", "Easily"), ("2", "With effort")]


def asker(*keys: str, out: Out | None = None, size: Size = CLASSIC) -> Asker:
    return Asker(FakeKeys(FakeClock(), typed(*keys)), Screen(out or Out(), lambda: size))


@pytest.mark.parametrize(
    ("keys", "back", "chosen"),
    [
        ("1", False, "1"),
        ("7 x 2", False, "2"),
        ("b 1", False, "1"),
        ("b 1", True, "b"),
        ("left", True, "b"),
    ],
)
def test_one_of_several(keys: str, back: bool, chosen: str) -> None:
    assert asker(*keys.split()).choose("Test", "Does it touch?", OPTIONS, back=back) == chosen


@pytest.mark.parametrize("key", ["q", "escape", HANG_UP])
def test_a_question_can_be_left(key: str) -> None:
    with pytest.raises(Left):
        asker(key).choose("Test", "Does it touch?", OPTIONS)


def test_ctrl_c_leaves_the_program() -> None:
    with pytest.raises(KeyboardInterrupt):
        asker("ctrl-c").choose("Test", "Does it touch?", OPTIONS)


@pytest.mark.parametrize(
    ("keys", "skip", "value"),
    [("7 enter", True, 7), ("enter", True, None), ("enter 3 enter", False, 3), ("9 9 enter 1 enter", True, 1)],
)
def test_a_number(keys: str, skip: bool, value: int | None) -> None:
    assert asker(*keys.split()).number("Done", "How hard?", 0, 10, skip=skip) == value


def test_a_question_shows_what_was_typed_and_what_may_be() -> None:
    out = Out()
    with pytest.raises(Left):
        asker("4", "q", out=out).number("Done", "How hard was it?", 0, 10, skip=True)
    text = "\n".join(picture(out.getvalue()))
    for words in ("Done", "How hard was it?", "> 4_", "A number from 0 to 10, then Enter.", "Enter skips   q leave"):
        assert words in text


def test_a_long_text_is_read_page_by_page_and_nothing_is_left_out() -> None:
    out = Out()
    paragraphs = [f"Paragraph {number}." for number in range(20)]
    asker(*["space"] * 10, out=out, size=Size(40, 10)).read("Read this", paragraphs)
    assert all(text in out.getvalue() for text in paragraphs)


def test_what_goes_on_meanwhile_is_kept_going() -> None:
    calls: list[int] = []
    keys = FakeKeys(FakeClock(), [(3.0, "1")])
    Asker(keys, Screen(Out(), lambda: CLASSIC), lambda: calls.append(1)).choose("Test", "?", OPTIONS)
    assert len(calls) == 12  # four times a second


FACTS = ["It is new.", "It is old.", "It is blue."]


@pytest.mark.parametrize(
    ("keys", "true"),
    [
        ("n", set()),
        ("1 enter", {0}),
        ("enter 3 1 enter", {0, 2}),
        ("1 1 enter 2 enter", {1}),
        ("1 2 n", set()),
        ("9 4 0 x 2 enter", {1}),
    ],
)
def test_facts_are_ticked_by_their_number(keys: str, true: set[int]) -> None:
    assert asker(*keys.split()).tick("Test", "How is it?", FACTS, "none") == true


def test_ticked_facts_are_seen_and_how_to_go_on() -> None:
    out = Out()
    with pytest.raises(Left):
        asker("2", "q", out=out).tick("Test", "How is it?", FACTS, "none of them", note="A word more.")
    text = "\n".join(picture(out.getvalue()))
    for words in ("1  [ ] It is new.", "2  [x] It is old.", "n  none of them", "A word more.", "Enter goes on"):
        assert words in text


@pytest.mark.parametrize("size", [CLASSIC, Size(30, 12), Size(20, 9)])
def test_facts_that_have_no_room_come_on_the_next_page_and_none_is_left_out(size: Size) -> None:
    facts = [f"F{number} is the fact that is meant." for number in range(12)]
    out = Out()
    assert asker(*["n"] * len(facts), out=out, size=size).tick("Test", "?", facts, "none") == set()
    assert [fact for fact in facts if fact.split()[0] not in out.getvalue()] == []


def test_each_page_of_facts_is_answered() -> None:
    facts = [f"Fact {number}." for number in range(12)]
    assert asker("1", "enter", "1", "enter").tick("Test", "?", facts, "none") == {0, 9}
    assert asker("1", "enter", "n").tick("Test", "?", facts, "none") == {0}
    with pytest.raises(Left):
        asker("n", "enter", "q").tick("Test", "?", facts, "none")


def test_nobody_answers_for_facts_that_a_smaller_window_no_longer_shows() -> None:
    size = [CLASSIC]

    class Shrinking(FakeKeys):
        def wait(self, seconds: float) -> str | None:
            size[0] = Size(40, 11)
            return super().wait(seconds)

    keys = Shrinking(FakeClock(), typed("n", "1", "enter", "n", "n"))
    assert Asker(keys, Screen(Out(), lambda: size[0])).tick("Test", "?", FACTS * 3, "none") == {0}


# --- before the first session -----------------------------------------------------------------------------------------

SAFETY = Safety(
    tiers={
        "emergency": Tier("emergency", Text("Stop. Call for help."), lock=True),
        "urgent": Tier("urgent", Text("Contact a doctor today."), lock=True),
        "soon": Tier("soon", Text("Book before starting.")),
    },
    questions=(
        SafetyQuestion("known", Text("A known condition?"), "soon"),
        SafetyQuestion("fever", Text("A fever?"), "urgent", note=Text("Get it checked.")),
        SafetyQuestion("upper-back-unchecked", Text("Pain nobody looked at?"), "urgent", checkable=True),
        SafetyQuestion("chest", Text("Chest pain?"), "emergency"),
    ),
    disclaimer=Text("General exercise information."),
    stop=(Text("Dizziness."), Text("Pain of 6 or more.")),
)


@pytest.mark.parametrize(
    ("answers", "passes", "said"),
    [
        ("n n n n", True, None),
        ("y", False, "Stop. Call for help."),
        ("n n y n", False, "Contact a doctor today."),
        ("n n y y n", True, None),
        ("n y", False, "Contact a doctor today."),
    ],
)
def test_a_yes_to_a_grave_question_means_not_today(answers: str, passes: bool, said: str | None) -> None:
    out, store = Out(), memory_store(FakeClock())
    assert ask_first(asker("space", *answers.split(), "space", out=out), SAFETY, store, FakeClock()) is passes
    [told] = store.safety()
    assert bool(told.yes) is ("y" in answers)
    for words in ("General exercise information.", "- Dizziness.", "Chest pain?"):
        assert words in out.getvalue()
    assert ("A known condition?" in out.getvalue()) is passes
    if said:
        assert said in out.getvalue()


@pytest.mark.parametrize(("begin", "passes"), [("y", True), ("n", False)])
def test_a_yes_that_only_advises_is_answered_with_its_advice(begin: str, passes: bool) -> None:
    out, store = Out(), memory_store(FakeClock())
    keys = ("space", "n", "n", "n", "y", "space", begin)
    assert ask_first(asker(*keys, out=out), SAFETY, store, FakeClock()) is passes
    assert "Book before starting." in out.getvalue()
    [told] = store.safety()
    assert told.yes == {"known"}


def test_the_questions_are_asked_until_they_were_passed() -> None:
    store = memory_store(FakeClock())
    with pytest.raises(Left):
        ask_first(asker("space", "q"), SAFETY, store, FakeClock())
    assert ask_first(asker("space", "n", "n", "n", "n"), SAFETY, store, FakeClock())
    out = Out()
    assert ask_first(asker(out=out), SAFETY, store, FakeClock())
    assert out.getvalue() == ""


def test_they_can_be_asked_again_and_what_was_answered_is_a_record() -> None:
    clock = FakeClock()
    store = memory_store(clock)
    ask_first(asker("space", "n", "n", "n", "n"), SAFETY, store, FakeClock())
    clock.pass_time(60)
    assert not ask(asker("space", "n", "n", "y", "n", "space"), SAFETY, store)
    assert [(sorted(one.yes), sorted(one.checked)) for one in store.safety()] == [
        ([], []),
        (["upper-back-unchecked"], []),
    ]
    clock.pass_time(60)
    assert ask(asker("space", "n", "n", "y", "y", "n"), SAFETY, store)
    assert store.safety()[-1].checked == {"upper-back-unchecked"}


FACTUAL = replace(
    SAFETY,
    pain=Text("Pain now?"),
    questions=(
        SafetyQuestion("chest", Text("Your chest"), "emergency", any_of=(Text("Pressure."), Text("Pain."))),
        SafetyQuestion(
            "night",
            Text("At night"),
            "urgent",
            any_of=(Text("It wakes you."),),
            only_with="pain",
            checkable=True,
            note=Text("Get it checked."),
        ),
        SafetyQuestion("old", Text("Of old"), "soon", any_of=(*map(Text, ("A.", "B.", "C.")),), at_least=2),
    ),
)


@pytest.mark.parametrize(
    ("keys", "yes", "checked", "passes"),
    [
        ("n n n", set(), set(), True),
        ("y n n n", set(), set(), True),
        ("n 2 enter space", {"chest"}, set(), False),
        ("y n 1 enter n space", {"night"}, set(), False),
        ("y n 1 enter y n", {"night"}, {"night"}, True),
        ("y n n 1 enter", set(), set(), True),
        ("n n 1 3 enter space y", {"old"}, set(), True),
        ("n n 1 3 enter space n", {"old"}, set(), False),
    ],
)
def test_facts_are_counted_and_without_pain_less_is_asked(
    keys: str, yes: set[str], checked: set[str], passes: bool
) -> None:
    store = memory_store(FakeClock())
    assert ask(asker("space", *keys.split()), FACTUAL, store) is passes
    [told] = store.safety()
    assert (told.yes, told.checked) == (yes, checked)


def test_the_advice_names_what_was_ticked_and_the_way_out() -> None:
    out = Out()
    ask(asker("space", "y", "n", "1", "enter", "n", "space", out=out), FACTUAL, memory_store(FakeClock()))
    text = " ".join(" ".join(picture(out.getvalue())).split())
    for words in ("Contact a doctor today.", "At night: It wakes you.", "Get it checked.", "Once it was checked"):
        assert words in text


def test_conditions_and_what_a_professional_cleared_of_them() -> None:
    conditions = {"bone": Text("Osteoporosis?"), "wrist": Text("Sore wrists?"), "eye": Text("Glaucoma?")}
    store, out = memory_store(FakeClock()), Out()
    ask_conditions(asker("y", "n", "y", "n", "y", out=out), Safety({}, (), conditions), store)
    [told] = store.conditions()
    assert (told.told, told.cleared) == ({"bone", "eye"}, {"eye"})
    assert "Sore wrists?" in out.getvalue()
    with pytest.raises(Left):
        ask_conditions(asker("y", "q"), Safety({}, (), conditions), store)
    assert len(store.conditions()) == 1


def test_conditions_are_asked_once_after_the_questions_and_may_be_skipped() -> None:
    safety = Safety({}, (), {"bone": Text("Osteoporosis?")})
    clock = FakeClock()
    store = memory_store(clock)
    assert ask_first(asker("n"), safety, store, clock)
    assert store.conditions() == ()
    clock.pass_time(30 * 86400)
    assert ask_first(asker("y", "y", "n"), safety, store, clock)
    assert store.conditions()[-1].told == {"bone"}
    clock.pass_time(30 * 86400)
    assert ask_first(asker(), safety, store, clock), "what was told is not asked again"


def test_where_nobody_can_answer_disclaimer_and_stop_rules_are_printed() -> None:
    out, store = Out(), memory_store(FakeClock())
    print_first(out, SAFETY, store, FakeClock())
    assert out.getvalue().splitlines() == [
        "General exercise information.",
        "Stop at once with any of these:",
        "- Dizziness.",
        "- Pain of 6 or more.",
    ]
    store.add_safety(())
    print_first(out, SAFETY, store, FakeClock())
    assert len(out.getvalue().splitlines()) == 4


def test_a_library_without_safety_asks_nothing() -> None:
    out = Out()
    assert ask_first(asker(out=out), Safety({}, ()), memory_store(FakeClock()), FakeClock())
    print_first(out, Safety({}, ()), memory_store(FakeClock()), FakeClock())
    assert out.getvalue() == ""
