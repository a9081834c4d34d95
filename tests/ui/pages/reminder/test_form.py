"""The form: whatever a file may say, it gives back as it was until somebody changes it, and then that alone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from coach.content.model import Reminder
from coach.content.reminder_file import Fault, keys_of
from coach.ui.pages.reminder.form import Form
from coach.ui.pages.reminder.messages import in_own_words, with_words
from coach.ui.words import common
from tests.content.reminding import reminders
from tests.ui.parts import FakeParts, shipped

MANY = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def parts() -> FakeParts:
    return FakeParts()


@MANY
@given(one=reminders())
def test_what_is_not_touched_is_given_back_as_it_was(qapp, parts, look, one: Reminder) -> None:
    assert Form(parts, look, keys_of(one)).keys() == keys_of(one)


@MANY
@given(one=reminders())
def test_one_change_changes_one_key(qapp, parts, look, one: Reminder) -> None:
    form = Form(parts, look, keys_of(one))
    form.snoozes.chips[3600].click()
    form.enabled.click()
    changed = {key for key, value in form.keys().items() if value != keys_of(one)[key]}
    assert changed == {"snooze", "enabled"}


def test_what_stands_nowhere_in_the_form_is_told_above_it(qapp, parts, look) -> None:
    form = Form(parts, look, keys_of(shipped().reminders["desk-reset"]))
    first = form.tell(
        [Fault("figure", None, "wlak is not known; did you mean walk?"), Fault("", None, "kind is missing")]
    )
    assert first is None
    assert form.fault.text() == (
        "The file does not go with it. In English: figure: wlak is not known; did you mean walk?\n"
        "The file does not go with it. In English: kind is missing"
    )
    form.tell([])
    assert form.fault.text() == ""


def test_a_text_in_several_languages_is_changed_in_the_persons_own(monkeypatch) -> None:
    monkeypatch.setattr(common, "language", lambda: "de")
    both = {"en": "Stand up", "de": "Steh auf", "fr": "Debout"}
    assert in_own_words(both) == "Steh auf"
    assert with_words(both, "Hoch") == {"en": "Stand up", "de": "Hoch", "fr": "Debout"}
    assert with_words({"en": "Stand up"}, "Hoch") == {"en": "Stand up", "de": "Hoch"}
    assert with_words("Stand up", "Hoch") == "Hoch"
    assert in_own_words("two\nlines ") == "two lines"
