"""What is the matter with a history file, in words."""

from __future__ import annotations

from typing import Literal, assert_never

from coach.progress.notices import Notice
from coach.progress.portable.wrong import (
    FileProblem,
    LeftOut,
    Missing,
    OfFile,
    OneOf,
    UnknownType,
    Unusable,
    Wanted,
    Whole,
    Wrong,
    WrongPart,
    WrongSetting,
    WrongUid,
    WrongValue,
)
from coach.words import data_file
from coach.words.language import Language
from coach.words.sentences import comma_list
from coach.words.unfit import unfit


def problem(language: Language, of: FileProblem) -> str:
    """Why nothing was written, or taken in."""
    match of:
        case OfFile():
            return _of_file(language, of.what).format(path=of.path, detail=of.detail)
        case Unusable(notice):
            return unusable(language, notice)
        case _:
            return data_file.notice(language, of)


def unusable(language: Language, notice: Notice | None) -> str:
    """That the data file cannot be used, by the last that is known of it."""
    if notice is None:
        return language.translate("HistoryFile", "the data file cannot be used")
    return data_file.notice(language, notice)


def _of_file(language: Language, what: Literal["not-written", "not-read", "too-large", "no-history", "newer"]) -> str:
    match what:
        case "not-written":
            return language.translate(
                "HistoryFile", "{path} cannot be written ({detail}); name a file in a folder of yours"
            )
        case "not-read":
            return language.translate("HistoryFile", "{path} cannot be read ({detail}); name a file that is there")
        case "too-large":
            return language.translate(
                "HistoryFile", "{path} is larger than a history can be; name a file that 'data export' wrote"
            )
        case "no-history":
            return language.translate("HistoryFile", "{path}: not a history of Posture Coach")
        case "newer":
            return language.translate("HistoryFile", "{path}: made by a newer version of Posture Coach")


def left_out(language: Language, line: LeftOut) -> str:
    """`line 4 has no uid; it is left out`."""
    told = language.translate("HistoryFile", "line {number} {why}; it is left out")
    return told.format(number=line.number, why=wrong(language, line.why))


def wrong(language: Language, what: Wrong) -> str:
    """What is wrong with a record, in words that go behind what tells where it stands."""
    match what:
        case "no-json":
            return language.translate("HistoryFile", "is not JSON")
        case "no-object":
            return language.translate("HistoryFile", "is not a JSON object")
        case UnknownType(shown, known):
            told = language.translate("HistoryFile", "has the type {shown}; known are {known}")
            return told.format(shown=shown, known=comma_list(known, language))
        case WrongUid(uid):
            told = language.translate("HistoryFile", "has the uid {uid}; that of a setting is setting: and its key")
            return told.format(uid=uid)
        case Missing(key):
            return language.translate("HistoryFile", "has no {key}").format(key=key)
        case WrongPart(key, inner):
            told = language.translate("HistoryFile", "has in {key} a part that {why}")
            return told.format(key=key, why=wrong(language, inner))
        case WrongSetting():
            return _wrong_setting(language, what)
        case WrongValue(key, wanted):
            told = language.translate("HistoryFile", "has a wrong {key}; it is {wanted}")
            return told.format(key=key, wanted=_wanted(language, wanted))
        case _:
            assert_never(what)


def _wrong_setting(language: Language, wrong: WrongSetting) -> str:
    if wrong.unfit is None:
        return language.translate("HistoryFile", "has a wrong value of {key}").format(key=wrong.key)
    told = language.translate("HistoryFile", "has a wrong value of {key}; it is {unfit}")
    return told.format(key=wrong.key, unfit=unfit(language, wrong.unfit))


def _wanted(language: Language, wanted: Wanted) -> str:
    match wanted:
        case Whole(least, most):
            told = language.translate("HistoryFile", "a whole number from {least} to {most}")
            return told.format(least=least, most=most)
        case OneOf(words):
            return language.translate("HistoryFile", "one of {words}").format(words=comma_list(words, language))
        case "time":
            return language.translate("HistoryFile", "a time such as {example}").format(
                example="2026-12-01T08:00:00+01:00"
            )
        case "date":
            return language.translate("HistoryFile", "a date such as {example}").format(example="2026-12-01")
        case "text":
            return language.translate("HistoryFile", "a text")
        case "name":
            return language.translate("HistoryFile", "a text that is not empty")
        case "seconds":
            return language.translate("HistoryFile", "a number of seconds")
        case "list":
            return language.translate("HistoryFile", "a list")
        case "map":
            return language.translate("HistoryFile", "a map")
        case "result":
            return language.translate("HistoryFile", "a test's result as it is stored")
        case _:
            assert_never(wanted)
