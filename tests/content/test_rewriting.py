"""A file changed in a key: what else is in it, down to blanks and line ends, stays."""

from __future__ import annotations

import pytest

from coach.content.comments import comments_of, lost
from coach.content.rewriting import NotRewritableError, rewritten

ORDER = ("kind", "id", "title", "every", "at", "days", "messages", "snooze", "show")
FILE = """\
kind: reminder

# its name
title:  Mine   # really
messages:
  - One.
  # two
  - Two.
show: nudge
"""


def test_a_value_changes_in_its_line_and_nothing_else_does() -> None:
    assert rewritten(FILE, {"show": "notification"}, ORDER) == FILE.replace("nudge", "notification")
    assert rewritten(FILE, {"title": "Yours"}, ORDER) == FILE.replace("title:  Mine ", "title: Yours ")


def test_a_new_key_stands_where_one_would_write_it() -> None:
    assert "really\nevery: 30m\nmessages:" in rewritten(FILE, {"every": "30m"}, ORDER)
    assert "  - Two.\nsnooze: [5m, 10m]\nshow: nudge\n" in rewritten(FILE, {"snooze": ["5m", "10m"]}, ORDER)
    assert rewritten("show: nudge", {"title": "Mine"}, ORDER) == "show: nudge\ntitle: Mine\n"


def test_a_key_that_goes_leaves_its_comment() -> None:
    assert rewritten(FILE, {"title": None}, ORDER) == FILE.replace("title:  Mine   # really\n", "# really\n")
    assert rewritten(FILE, {"show": None}, ORDER) == FILE.replace("show: nudge\n", "")


@pytest.mark.parametrize(
    ("messages", "lines"),
    [
        (["Two.", "One."], "  # two\n  - Two.\n  - One.\n"),
        (["One.", "Two.", "Three: 3."], '  - One.\n  # two\n  - Two.\n  - "Three: 3."\n'),
        (["Two."], "  # two\n  - Two.\n"),
        (["One."], "  - One.\n  # two\n"),
        (["One.", "Two, again."], '  - One.\n  # two\n  - "Two, again."\n'),
        (["Quite another thing", "Two."], "  - Quite another thing\n  # two\n  - Two.\n"),
        (["Zip", "Zap"], "  - Zip\n  - Zap\n  # two\n"),
    ],
)  # fmt: skip
def test_items_take_what_stands_above_them_along(messages: list[str], lines: str) -> None:
    expected = FILE.replace("  - One.\n  # two\n  - Two.\n", lines)
    assert rewritten(FILE, {"messages": messages}, ORDER) == expected


def test_the_line_ends_and_the_mark_of_another_system_stay() -> None:
    windows = "\ufeff" + FILE.replace("\n", "\r\n")
    found = rewritten(windows, {"messages": ["One.", "2 m"], "every": "5m"}, ORDER)
    assert found.startswith("\ufeffkind: reminder\r\n")
    assert found.count("\n") == found.count("\r\n")
    assert '  - "2 m"\r\n' in found
    assert rewritten(FILE.replace("\n", "\r"), {"show": "notification"}, ORDER).startswith("kind: reminder\r\r# its")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tabs_at_the_ends_of_lines_stay_and_stop_nothing(end: str) -> None:
    lines = [
        "every: 30m\t# often",
        "title: Tea\t",
        "messages:\t# many",
        "\t",
        "  - One.\t# first",
        "  - Two.",
        "\t# end",
        "",
    ]
    before = "kind: reminder\t# kind\nformat: 1\nid: tea\n" + "\n".join(lines)
    after = rewritten(before.replace("\n", end), {"title": "Coffee", "messages": ["One.", "Three."]}, ORDER)
    wanted = before.replace("title: Tea\t", "title: Coffee").replace("Two", "Three")
    assert after.replace(end, "\n") == wanted


def test_quotes_stay_as_they_were() -> None:
    file = "title: 'It''s mine'\nmessages: [\"One\", 'Two']\n"
    found = rewritten(file, {"title": "It's yours", "messages": ["One, two", "Two!"]}, ORDER)
    assert found == "title: 'It''s yours'\nmessages: [\"One, two\", 'Two!']\n"
    assert rewritten(file, {"title": "two\nlines"}, ORDER).startswith('title: "two\\nlines"\n')


def test_a_file_in_braces_or_after_a_dash_is_written_as_a_whole() -> None:
    assert rewritten("{title: Mine, every: 5m}\n", {"title": "a, b"}, ORDER) == '{title: "a, b", every: 5m}\n'
    found = rewritten("{title: Mine, every: 5m} # all\n", {"every": None, "show": "nudge"}, ORDER)
    assert comments_of(found) == ["# all"]
    assert "every" not in found
    assert "# x\n" in rewritten("{title: Mine, # x\n every: 5m}\n", {"title": "Yours"}, ORDER)
    assert (
        rewritten("--- # d\n  # e\n  title: Mine\n...\n", {"title": "A"}, ORDER) == "--- # d\n  # e\n  title: A\n...\n"
    )
    assert "title: A" in rewritten("--- {title: Mine}\n", {"title": "A"}, ORDER)
    assert "'title': A" in rewritten("'title': Mine\n", {"title": "A"}, ORDER)


def test_keys_that_stand_further_in_stay_there() -> None:
    file = "  title: Mine\n  messages:\n  - One\n  -\n    Two\n  # end\n"
    found = rewritten(file, {"messages": ["Two", "One!"], "show": "nudge"}, ORDER)
    assert found == "  title: Mine\n  messages:\n  -\n    Two\n  - One!\n  # end\n  show: nudge\n"


def test_an_empty_line_between_items_that_stand_further_in_stays_empty() -> None:
    file = "  messages:\n    - One\n\n    - Two\n"
    assert rewritten(file, {"messages": ["One", "Two", "Three"]}, ORDER) == file + "    - Three\n"


def test_a_comment_within_brackets_is_not_lost() -> None:
    found = rewritten("snooze: [5m, # soon\n  10m]  # late\n", {"snooze": ["5m", "20m"]}, ORDER)
    assert comments_of(found) == ["# soon", "# late"]


def test_texts_by_language_are_changed_one_by_one() -> None:
    file = "title:\n  en: Mine # E\n  de: 'Meins' # D\n"
    assert rewritten(file, {"title": {"en": "Yours", "fr": "x: y"}}, ORDER).splitlines() == [
        "# D", "title:", "  en: Yours # E", '  fr: "x: y"'
    ]  # fmt: skip


def test_a_word_that_is_also_a_truth_is_told_from_it() -> None:
    assert rewritten("show: true\n", {"show": "true"}, ORDER) == 'show: "true"\n'
    assert rewritten("show: 1\n", {"show": True}, ORDER) == "show: true\n"
    assert rewritten("show: 'no'\n", {"show": "no"}, ORDER) == "show: 'no'\n"


@pytest.mark.parametrize("file", ["", "a: [", "- a\n", "a: 1\na: 2\n", "a: &x 1\n"])
def test_a_broken_file_is_left_alone(file: str) -> None:
    with pytest.raises(NotRewritableError, match="cannot-be-read"):
        rewritten(file, {"title": "A"}, ORDER)


def test_what_our_reader_would_read_otherwise_is_not_handed_on() -> None:
    with pytest.raises(NotRewritableError, match="cannot-be-changed"):
        rewritten("title: A\n", {"title": "\x07"}, ORDER)


def test_comments_are_what_stands_between_the_tokens() -> None:
    text = "a: 'x # no' # yes\n# and\nb: |\n  # no\n"
    assert comments_of(text) == ["# yes", "# and"]
    assert lost(text, "a: 1 # yes\n") == ["# and"]
    assert lost("# a\n# a\nb: 1\n", "# a\nb: 1\n") == ["# a"]
