"""The safety questions as lists to tick: facts, whether there is pain, what was said earlier; as in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.content.model import SafetyQuestion, Text
from coach.safety_answers import SafetyAnswers
from coach.terminal.ask import Asker
from coach.terminal.safety import ask
from coach.terminal.screen import Screen
from coach.today.standing import standing_of
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.safety_list import PainList, QuestionList
from coach.ui.widgets.advice import AdviceCard
from coach.ui.widgets.labels import Label
from tests.fakes import FakeClock
from tests.stores import memory_store
from tests.terminal.stage import CLASSIC, FakeKeys, Out
from tests.ui.parts import FakeParts
from tests.ui.session_parts import SAFETY

CHEST = SafetyQuestion("chest", Text("Your chest"), "emergency", any_of=(Text("Pain."), Text("Pressure.")))
NIGHT = SafetyQuestion(
    "night",
    Text("At night"),
    "urgent",
    Text("Get it checked."),
    checkable=True,
    any_of=(Text("It wakes you."), Text("It is worse.")),
    only_with="pain",
)
LUMP = SafetyQuestion("lump", Text("Is there a lump?"), "urgent", checkable=True)
OLD = SafetyQuestion("old", Text("Of old"), "soon", any_of=tuple(map(Text, ("A.", "B.", "C."))), at_least=2)
FACTUAL = replace(SAFETY, pain=Text("Pain now, or in the last six weeks?"), questions=(CHEST, NIGHT, LUMP, OLD))


@pytest.fixture
def parts():
    made = FakeParts()
    made.library.catalogue = replace(made.library.catalogue, safety=FACTUAL)
    made.store.add_conditions(())
    yield made
    made.store.close()


def shown(qtbot, parts, look) -> SafetyPage:
    page = SafetyPage(parts, look)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    page.next_button.click()
    return page


@pytest.fixture
def page(qtbot, parts, look) -> SafetyPage:
    return shown(qtbot, parts, look)


def words(page: SafetyPage) -> str:
    return " ".join(label.text() for label in page._scroll.widget().findChildren(Label))


def tell_pain(page: SafetyPage, *, has_pain: bool) -> None:
    (page.list.yes if has_pain else page.list.none_row).click()
    page.next_button.click()


def none(page: SafetyPage) -> None:
    page.list.none_row.click()
    page.next_button.click()


def test_pain_is_asked_first_and_is_one_of_two(page):
    assert isinstance(page.list, PainList)
    assert "Pain now, or in the last six weeks?" in words(page)
    rows = page.list.yes, page.list.none_row
    assert [row.accessibleName() for row in rows] == ["Yes, pain", "No pain"]
    assert not page.next_button.isEnabled()
    for row, other, said in ((page.list.yes, page.list.none_row, True), (page.list.none_row, page.list.yes, False)):
        row.click()
        row.click()
        assert (row.isChecked(), other.isChecked(), page.answers.has_pain) == (True, False, said)
    assert page.next_button.isEnabled()


@pytest.mark.parametrize(("has_pain", "asked"), [(True, ["night", "lump"]), (False, ["lump"])])
def test_without_pain_the_list_is_shorter(page, has_pain, asked):
    tell_pain(page, has_pain=has_pain)
    assert list(page.list.fact_rows) == ["chest"], "what may be an emergency is asked of everybody"
    none(page)
    assert [*page.list.fact_rows, *page.list.rows] == asked
    page.back_button.click()
    page.back_button.click()
    assert (page.list.yes.isChecked(), page.list.none_row.isChecked()) == (has_pain, not has_pain)


def test_facts_stand_under_what_they_are_about_with_their_note(page):
    tell_pain(page, has_pain=True)
    none(page)
    told = words(page)
    assert told.index("At night") < told.index("Get it checked.")
    rows = page.list.fact_rows["night"]
    assert [(row.text(), row.accessibleDescription(), row.toolTip()) for row in rows] == [
        ("It wakes you.", "At night", ""),
        ("It is worse.", "At night", ""),
    ]


def test_one_fact_is_a_yes_and_its_check_stands_below_it(page, parts):
    tell_pain(page, has_pain=True)
    none(page)
    check = page.list.checked_rows["night"]
    assert check.isHidden()
    page.list.fact_rows["night"][1].click()
    assert not check.isHidden()
    page.next_button.click()
    told = words(page)
    assert told.index("You said yes to") < told.index("At night: It is worse.") < told.index("Get it checked.")
    page.back_button.click()
    page.list.checked_rows["night"].click()
    parts.clock.pass_time(60)
    page.next_button.click()
    none(page)
    kept = parts.store.safety()[-1]
    assert (kept.yes, kept.checked) == ({"night"}, {"night"})


def test_none_takes_facts_back_and_a_fact_takes_none_back(page):
    tell_pain(page, has_pain=True)
    first, second = page.list.fact_rows["chest"]
    first.click()
    second.click()
    page.list.none_row.click()
    assert [first.isChecked(), second.isChecked()] == [False, False]
    assert page.answers.yes == set()
    second.click()
    assert not page.list.none_row.isChecked()
    assert page.answers.yes == {"chest"}


@pytest.mark.parametrize(("ticked", "yes"), [((0,), set()), ((0, 2), {"old"}), ((0, 1, 2), {"old"})])
def test_facts_are_counted_where_it_takes_several(page, parts, ticked, yes):
    tell_pain(page, has_pain=False)
    none(page)
    none(page)
    assert "2 or more together count." in words(page)
    for number in ticked:
        page.list.fact_rows["old"][number].click()
    assert page.next_button.isEnabled()
    page.next_button.click()
    assert parts.store.safety()[-1].yes == yes
    assert bool(page.findChildren(AdviceCard)) is bool(yes)


def test_an_earlier_yes_stands_until_it_is_taken_back(qtbot, parts, look):
    parts.store.add_safety({"night"})
    page = shown(qtbot, parts, look)
    tell_pain(page, has_pain=True)
    none(page)
    before = page.list.rows["night"]
    assert (before.isChecked(), before.text()) == (True, "Still as you said last time")
    assert not any(row.isChecked() for row in page.list.fact_rows["night"])
    assert not page.list.checked_rows["night"].isHidden()
    before.click()
    assert page.list.checked_rows["night"].isHidden()
    assert page.answers.may_begin
    before.click()
    page.list.checked_rows["night"].click()
    parts.clock.pass_time(60)
    page.next_button.click()
    none(page)
    assert (parts.store.safety()[-1].yes, parts.store.safety()[-1].checked) == ({"night"}, {"night"})
    assert standing_of(FACTUAL, parts.store, parts.clock.wall()).may_begin


def test_whoever_has_no_pain_any_more_is_not_kept_by_what_was_said_with_it(qtbot, parts, look):
    parts.store.add_safety({"night"})
    page = shown(qtbot, parts, look)
    parts.clock.pass_time(60)
    tell_pain(page, has_pain=False)
    for _ in range(3):
        none(page)
    assert parts.store.safety()[-1].yes == set()
    assert standing_of(FACTUAL, parts.store, parts.clock.wall()).may_begin


def test_with_keys_alone(page, parts):
    for row in (lambda: page.list.yes, lambda: page.list.fact_rows["chest"][0]):
        row().setFocus()
        QTest.keyClick(row(), Qt.Key.Key_Space)
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert parts.store.safety()[-1].yes == {"chest"}


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 2.0), ("contrast", 2.0)])
def test_every_row_has_its_room(qtbot, parts, theme, scale):
    look = WindowLook(theme, scale, reduced_motion=True)
    for has_pain in (True, False):
        answers = SafetyAnswers(FACTUAL)
        answers.has_pain = has_pain
        for tier in answers.tiers:
            card = QuestionList(look, answers, tier)
            qtbot.addWidget(card)
            card.resize(500, card.heightForWidth(500) if card.hasHeightForWidth() else card.sizeHint().height())
            card.show()
            rows = [*card.rows.values(), *(row for some in card.fact_rows.values() for row in some), card.none_row]
            assert all(row.height() >= row.heightForWidth(row.width()) for row in rows)
            assert all(row.accessibleName() for row in rows)


# --- as in the terminal ---------------------------------------------------------------------------------------------


class Listening(Asker):
    """Answers no to everything but pain, and remembers what it was asked."""

    asked: list[list[str]]
    has_pain: bool

    def choose(self, title: str, question: str, options: Sequence[tuple[str, str]], **more: object) -> str:
        self.asked.append([question])
        return "y" if self.has_pain and len(self.asked) == 1 else "n"

    def tick(self, title: str, question: str, facts: Sequence[str], none: str, **more: object) -> frozenset[int]:
        self.asked.append([question.splitlines()[0], *facts])
        return frozenset()

    def read(self, title: str, paragraphs: Sequence[str]) -> None:
        pass


@pytest.mark.parametrize("has_pain", [True, False])
def test_window_and_terminal_ask_the_same_in_the_same_order(qtbot, look, has_pain):
    parts = FakeParts()
    safety = parts.library.catalogue.safety
    asker = Listening(FakeKeys(FakeClock(), []), Screen(Out(), lambda: CLASSIC))
    object.__setattr__(asker, "asked", [])
    object.__setattr__(asker, "has_pain", has_pain)
    assert ask(asker, safety, memory_store(FakeClock()))
    page = shown(qtbot, parts, look)
    seen = [[str(safety.pain)]]
    tell_pain(page, has_pain=has_pain)
    while page.list is not None:
        asked = {one.id: str(one.ask) for one in safety.questions}
        seen += [[asked[ident], *(row.text() for row in rows)] for ident, rows in page.list.fact_rows.items()]
        none(page)
    assert seen == asker.asked
    parts.store.close()
