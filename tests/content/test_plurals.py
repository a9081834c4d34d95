"""Forms of number, judged by the samples that CLDR gives beside its rules."""

from __future__ import annotations

import pytest

from coach.content.plurals import FORMS, Form, form_of, forms_of

SAMPLES: dict[str, dict[Form, tuple[float, ...]]] = {
    "ja": {"other": (0, 1, 2, 15, 100, 1.5)},
    "en": {"one": (1,), "other": (0, 2, 16, 101, 0.5, 1.5)},
    "hu": {"one": (1,), "other": (0, 2, 16, 1.5)},
    "fr": {"one": (0, 1, 0.5, 1.5), "other": (2, 17, 100, 2.5)},
    "hi": {"one": (0, 1, 0.5), "other": (2, 17, 1.5)},
    "pa": {"one": (0, 1), "other": (2, 0.5, 1.5)},
    "si": {"one": (0, 1, 0.1), "other": (2, 0.2, 1.5)},
    "da": {"one": (1, 0.1, 1.6), "other": (0, 2, 3.4)},
    "is": {"one": (1, 21, 101, 0.1, 10.1), "other": (0, 2, 11, 16, 111)},
    "mk": {"one": (1, 21, 101, 0.1, 2.1), "other": (0, 2, 11, 0.2, 1.7)},
    "fil": {"one": (0, 1, 3, 5, 7, 20, 0.3, 1.5), "other": (4, 6, 9, 14, 104, 0.4, 1.6)},
    "lv": {"zero": (0, 10, 11, 20, 100), "one": (1, 21, 0.1, 2.1), "other": (2, 9, 22, 102, 0.2, 1.9)},
    "he": {"one": (1,), "two": (2,), "other": (0, 3, 17, 20, 100, 1.5)},
    "se": {"one": (1,), "two": (2,), "other": (0, 3, 17, 1.5)},
    "ro": {"one": (1,), "few": (0, 2, 16, 102, 1.5), "other": (20, 35, 100)},
    "sr": {"one": (1, 21, 101, 0.1), "few": (2, 4, 22, 102, 0.2, 10.2), "other": (0, 5, 11, 19, 100, 0.5)},
    "gd": {"one": (1, 11), "two": (2, 12), "few": (3, 10, 13, 19), "other": (0, 20, 34, 100, 1.1)},
    "sl": {"one": (1, 101, 1001), "two": (2, 102), "few": (3, 4, 103, 1.5, 0.5), "other": (0, 5, 19, 100)},
    "hsb": {"one": (1, 101, 0.1), "two": (2, 102, 1.2), "few": (3, 4, 104, 0.3), "other": (0, 5, 19, 0.5)},
    "cs": {"one": (1,), "few": (2, 4), "many": (0.5, 1.5), "other": (0, 5, 19, 100)},
    "pl": {"one": (1,), "few": (2, 4, 22, 62, 102), "many": (0, 5, 12, 19, 21, 100, 112), "other": (0.5, 1.5)},
    "ru": {"one": (1, 21, 101), "few": (2, 4, 22, 62), "many": (0, 5, 11, 14, 19, 100), "other": (0.5, 1.5)},
    "be": {"one": (1, 21, 101), "few": (2, 4, 22, 62), "many": (0, 5, 11, 14, 19, 100), "other": (0.1, 1.7)},
    "lt": {"one": (1, 21, 101), "few": (2, 9, 22), "many": (0.1, 1.7), "other": (0, 10, 11, 20, 100)},
    "mt": {"one": (1,), "few": (0, 2, 10, 102), "many": (11, 19, 117), "other": (20, 35, 100, 1.5)},
    "ga": {"one": (1,), "two": (2,), "few": (3, 6), "many": (7, 10), "other": (0, 11, 25, 100, 1.5)},
    "br": {"one": (1, 21, 81), "two": (2, 22, 82), "few": (3, 4, 9, 23, 103), "other": (0, 5, 11, 19, 71, 100, 0.5)},
    "ar": {
        "zero": (0,),
        "one": (1,),
        "two": (2,),
        "few": (3, 10, 103),
        "many": (11, 26, 111),
        "other": (100, 102, 0.5),
    },
    "cy": {"zero": (0,), "one": (1,), "two": (2,), "few": (3,), "many": (6,), "other": (4, 5, 7, 20, 100, 1.5)},
}


@pytest.mark.parametrize("tag", SAMPLES)
def test_each_language_counts_as_cldr_says(tag: str) -> None:
    assert set(forms_of(tag)) == set(SAMPLES[tag])
    for form, counts in SAMPLES[tag].items():
        assert {count: form_of(tag, count) for count in counts} == dict.fromkeys(counts, form)


def test_what_is_not_known_counts_as_english_and_a_country_changes_nothing() -> None:
    assert forms_of("xx") == forms_of("en") == ("one", "other")
    assert forms_of("pl-PL") == forms_of("pl")
    assert form_of("pl-PL", 3) == "few"


def test_every_form_is_some_languages() -> None:
    assert {form for forms in SAMPLES.values() for form in forms} == set(FORMS)
