"""The menu: what Today says, and what there is to start."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.content.model import WEEKDAYS, Plan, PlanItem, PlanWeeks, Text
from coach.progression.focus import FOCUS
from coach.settings import ASK_AFTERWARDS, KIT_MISSING
from coach.terminal.menu import choices, head, menu
from tests.terminal.sitting import Sitting, TerminalParts
from tests.terminal.stage import picture

DAY = 24 * 3600.0


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


@pytest.fixture
def parts(catalogue: Catalogue) -> TerminalParts:
    return TerminalParts(catalogue)


def follow(parts: TerminalParts, *items: PlanItem, days_ago: int = 0) -> None:
    plan = Plan("spring", Text("Spring"), (PlanWeeks(1, 8, items),))
    parts.library.catalogue = replace(parts.library.catalogue, plans={"spring": plan})
    parts.store.start_plan("spring", parts.clock.wall().date() - timedelta(days=days_ago))


def every_day(routine: str, times: int = 1, if_sore: str | None = None) -> PlanItem:
    return PlanItem(WEEKDAYS, routine, times=times, if_sore=if_sore)


def done(parts: TerminalParts, routine: str, pain: int | None = None) -> None:
    session = parts.store.begin_session("routine", routine, routine, 60, 1)
    parts.store.finish_session(session, "finished")
    parts.store.rate_session(session, 3, pain)


def listed(parts: TerminalParts) -> list[str]:
    return [choice.text for choice in choices(parts, parts.today())]


def said(parts: TerminalParts) -> list[str]:
    return list(head(parts, parts.today()))


def test_the_menu_offers_tests_routines_and_reminders(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "space", "r", "space", "q")
    assert menu(sitting.parts, "There is no display here.", sitting.terminal) == 0
    written = sitting.out.getvalue()
    for words in ("1  30-second wall test", "Desk reset, 2 minutes", "r  Reminders", "There is no display here."):
        assert words in written
    assert "Change position: on" in written


def test_every_choice_of_the_menu_is_on_one_of_its_pages(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "space", "space", "q")
    assert menu(sitting.parts, "", sitting.terminal) == 0
    written = sitting.out.getvalue()
    for routine in catalogue.routines.values():
        assert f"{routine.title}, " in written
    assert "space more (1 of 2)" in written
    assert "space more (2 of 2)" in written


def test_the_menu_starts_a_session_and_comes_back(catalogue: Catalogue) -> None:
    routines = list(catalogue.routines)
    key = "23456789acd"[routines.index("desk-reset")]
    sitting = Sitting(catalogue, key, "q", "y", "q", "space", "q")
    assert menu(sitting.parts, "", sitting.terminal) == 0
    assert "Desk reset: Ended early." in sitting.out.getvalue()
    assert picture(sitting.out.getvalue())


def test_somebody_new_finds_the_test_first_then_what_is_offered(parts: TerminalParts) -> None:
    first, second, *_ = listed(parts)
    assert first.startswith("30-second wall test")
    assert second == "Anti-slouch daily, about 11 minutes: a good start"
    assert len(said(parts)) == 1


def test_the_plan_comes_first_with_its_reason_each_once(parts: TerminalParts) -> None:
    follow(parts, every_day("desk-reset", 3), every_day("deep-neck-flexors"))
    done(parts, "desk-reset")
    assert listed(parts)[:2] == [
        "Desk reset, 2 minutes 12 seconds: in your plan for this day",
        "Deep neck flexors, about 2 minutes: in your plan for this day",
    ]
    assert sum(text.startswith("Desk reset, ") for text in listed(parts)) == 1
    assert said(parts)[0].endswith(". Spring, week 1 of eight. 1 of 4 done.")
    assert said(parts)[1] == "Done today: Desk reset."


def test_a_plan_that_is_done_is_said_so(parts: TerminalParts) -> None:
    follow(parts, every_day("desk-reset"))
    done(parts, "desk-reset")
    assert said(parts)[-1] == "Done for today. What you did today counts. The rest of the day is yours."
    assert listed(parts)[0].startswith("30-second wall test"), "and nothing of it is asked for"


def test_when_sore_the_gentler_one_stands_first_with_what_it_is_for(parts: TerminalParts) -> None:
    follow(parts, every_day("anti-slouch-daily", if_sore="gentle-recovery"))
    done(parts, "desk-reset", pain=5)
    assert listed(parts)[0] == "Gentle recovery, about 9 minutes: in place of Anti-slouch daily"
    assert said(parts)[2].startswith("Your last pain was 5 of 10: something gentler is offered")
    assert any(text.startswith("Anti-slouch daily") for text in listed(parts)[1:]), "either does it"


def test_where_little_was_done_something_small_is_offered(parts: TerminalParts) -> None:
    follow(parts, every_day("anti-slouch-daily"), days_ago=20)
    assert listed(parts)[1].endswith(": two full weeks behind you: something small counts, too")


def test_how_it_goes_stands_below(parts: TerminalParts) -> None:
    follow(parts, every_day("desk-reset"))
    for _ in range(3):
        done(parts, "desk-reset")
        parts.clock.pass_time(DAY)
    assert said(parts)[-1] == "3 of 3 done since the plan began. 3 days in a row."


def test_after_a_test_the_routine_for_its_areas_is_listed(parts: TerminalParts) -> None:
    parts.store.add_test("wall-test", {"test_id": "wall-test", "focus": ["neck"], "tension": {"neck": 5}})
    assert FOCUS in [choice.id for choice in choices(parts, parts.today())]


def test_while_the_answers_lock_only_the_way_out_is_there(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "s", "space", "n", "q")
    sitting.parts.clock.pass_time(DAY)  # after the answers that it begins with
    sitting.parts.store.add_safety({"infection"})
    assert menu(sitting.parts, "", sitting.terminal) == 0
    assert choices(sitting.parts, sitting.parts.today()) == []
    assert "Contact a doctor" in said(sitting.parts)[1]
    assert "Do you want to answer the questions again now?" in sitting.out.getvalue()


def test_questions_that_are_due_can_be_answered_before_anything_else(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "s", "q", has_answered=False)
    assert menu(sitting.parts, "", sitting.terminal) == 0
    assert "The safety questions come before the first session." in said(sitting.parts)
    assert "does not diagnose" in sitting.out.getvalue()


def test_the_advice_to_see_somebody_is_given(parts: TerminalParts) -> None:
    for _ in range(2):
        done(parts, "desk-reset", pain=6)
    assert any(line.startswith("Your last two sessions hurt") for line in said(parts))


def test_what_somebody_has_not_got_is_said_of_a_routine(parts: TerminalParts) -> None:
    parts.store.keep(KIT_MISSING, ["band"])
    told = [text for text in listed(parts) if "needs a band, which you do not have" in text]
    needed = [one for one in parts.library.catalogue.routines if parts.lacks(one)]
    assert len(told) == len(needed) > 0


def test_where_nothing_can_be_done_the_menu_says_what_would_be_offered(parts: TerminalParts) -> None:
    done(parts, "desk-reset")
    parts.clock.pass_time(DAY)
    everything = {thing for one in parts.library.catalogue.exercises.values() for thing in one.needs}
    parts.store.keep(KIT_MISSING, sorted(everything))
    catalogue = parts.library.catalogue
    needy = {ident: one for ident, one in catalogue.routines.items() if parts.lacks(ident)}
    parts.library.catalogue = replace(catalogue, routines=needy)
    assert any("which you said you do not have" in line for line in said(parts))


def test_when_a_test_asks_is_chosen_in_the_menu_and_remembered(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, "space", "z", "space", "q")
    assert menu(sitting.parts, "", sitting.terminal) == 0
    assert sitting.parts.store.get(ASK_AFTERWARDS)
    written = sitting.out.getvalue()
    assert "z  Questions of a wall test: at the wall (press to change)" in written
    assert "afterwards, from memory (press to change)" in written
