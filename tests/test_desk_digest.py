"""What the desk has to know, in brief: the same as of the whole library, and nothing else is taken for it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from coach.desk_digest import Digest, Kept, digest_of
from coach.wiring.digest import digest
from tests.ui.parts import FakeParts, shipped


def test_the_brief_says_what_the_whole_library_says():
    parts = FakeParts()
    known, whole = digest_of(json.loads(json.dumps(digest(parts).as_json()))), parts.desk_library
    assert known.reminders == dict(whole.reminders)
    assert known.asking_for_a_test == whole.asking_for_a_test
    for one in whole.reminders.values():
        assert known.offer(one) == whole.offer(one)
        assert known.is_yours(one.id) is whole.is_yours(one.id)
        for message in one.messages:
            assert (message.exercise in known.barred) is (message.exercise in whole.barred)
    assert known.start is not None
    assert known.start[0] == "desk-reset"


def test_what_fits_the_person_comes_with_it_and_until_when_that_is_so():
    parts = FakeParts()
    own = {
        "mine": replace(shipped().reminders["desk-reset"], id="mine", offer=("gentle-recovery", "focus")),
        "put": replace(shipped().reminders["desk-reset"], id="put", offer="focus"),
    }
    parts.library.catalogue = replace(shipped(), reminders=own)
    parts.tested(days_ago=1, hold=20)
    known = digest_of(json.loads(json.dumps(digest(parts).as_json())))
    assert known.reminders == own
    assert {ident: offer.id for ident, offer in known.offers.items()} == {"mine": "focus", "put": "focus"}
    assert known.until is None
    parts.finish("desk-reset", pain=5)
    sore = digest_of(json.loads(json.dumps(digest(parts).as_json())))
    assert {ident: offer.id for ident, offer in sore.offers.items()} == {"mine": "gentle-recovery", "put": "focus"}
    assert sore.until is not None
    parts.clock.set_wall(sore.until + timedelta(seconds=1))
    assert digest(parts).offers == known.offers
    assert digest(parts).until is None


def test_while_the_answers_lock_it_offers_nothing():
    parts = FakeParts()
    parts.store.add_safety({"infection"})
    known = digest(parts)
    assert (known.barred.locked, known.offers, known.start) == (True, {}, None)


def test_what_is_kept_follows_the_last_one():
    parts = FakeParts()
    kept = Kept(Digest())
    assert (kept.reminders, kept.barred.locked, kept.asking_for_a_test) == ({}, False, frozenset())
    kept.digest = digest(parts)
    one = kept.reminders["desk-reset"]
    assert kept.offer(one) == parts.desk_library.offer(one)
    assert not kept.is_yours(one.id)


@pytest.mark.parametrize("value", [None, [], {}, {"reminders": [{}]}, {**Digest().as_json(), "start": []}])
def test_what_is_no_digest_is_refused(value):
    with pytest.raises(ValueError, match="no digest"):
        digest_of(value)
