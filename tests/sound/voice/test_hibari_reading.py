"""hibari's dictionaries, read where they are asked: what they answer is what hibari's own reading answers."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.sound.voice.hibari_engine import why_not
from coach.sound.voice.hibari_reading import Sorted, Tables, reader
from coach.sound.voice.utterances import sentence, utterances_of
from coach.wiring import build

GOLD = {
    "'s": "s",
    "chin": "ʧˈɪn",
    "live": {"ADJ": "lˈIv", "DEFAULT": "lˈɪv"},
    "read": {"DEFAULT": "ɹˈid", "None": None, "VBD": "ɹˈɛd"},
    "that": {"DEFAULT": None},
    "used": {"DEFAULT": "jˈuzd", "VBD": "jˈust"},
    "wall": "wˈɔl",
    "élan": "Alˈɑn",
}
SILVER = {"chin": "ʧˈɪn", "chin tuck": "ʧˈɪn tˈʌk", "wall": "wˈɔl", "wall's": "wˈɔlz"}
TAGGER = {
    "tags": ["NN", ":", "``"],
    "tagdict": {"weights": "NN"},
    "vocab": ["weights", "wall"],
    "weights": {"b": {"NN": -1.5, ":": 2.0}, "w=:{": {"``": 1.0}, "s3=é\\": {"NN": 0.5}, "none": {}},
}


def written(data: object, **options: object) -> str:
    return json.dumps(data, **{"ensure_ascii": False, "separators": (",", ":")} | options)


def weights(**options: object) -> str:
    return written(TAGGER["weights"], **options)[1:-1]


@pytest.mark.parametrize("data", [GOLD, SILVER, {"a": "A"}])
def test_a_dictionary_is_searched(data):
    words = Sorted(written(data).encode())
    assert dict(words) == data
    assert [words[word] for word in [*data, *data]] == [*data.values()] * 2
    assert len(words) == len(data)
    absent = ("", "A", "DEFAULT", "VBD", "None", "wal", "zz", "ʧˈɪn", 'n":"', ",", "\udc80")
    assert [word for word in absent if word in words] == []


def test_tables_are_read_one_by_one():
    tables = Tables(weights().encode())
    assert dict(tables) == TAGGER["weights"]
    assert (tables.get("b"), tables.get("c"), len(tables)) == ({"NN": -1.5, ":": 2.0}, None, 4)


@pytest.mark.parametrize(
    "text",
    [
        written(SILVER, ensure_ascii=True),
        json.dumps(SILVER, ensure_ascii=False),
        written({"wall": "wˈɔl", "chin": "ʧˈɪn"}),
        written({"chin": "ʧˈɪn,", "wall": "wˈɔl"}),
        written({"chin": 1, "wall": "wˈɔl"}),
        written(["wall"]),
        written({'"': "kwˈOt"}),
    ],
)
def test_a_dictionary_written_otherwise_is_refused(text):
    with pytest.raises(ValueError, match="written in another way"):
        Sorted(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        weights(ensure_ascii=True),
        weights(separators=(", ", ": ")),
        written({"b": 1, "w=wall": {"NN": 1}})[1:-1],
        written({"b": {"NN": {"x": 1}}})[1:-1],
        written({'w="': {"NN": 1}})[1:-1],
    ],
)
def test_tables_written_otherwise_are_refused(text):
    with pytest.raises(ValueError, match=r"another way|zip"):
        Tables(text.encode())


class Module(SimpleNamespace):
    """Stands in for hibari.g2p: its reader tells which kinds of things it was made of."""

    def __init__(self, folder: Path, **files: str) -> None:
        def load(name: str) -> object:
            return json.loads(gzip.decompress((folder / name).read_bytes()))

        for name, text in files.items():
            (folder / f"{name}.json.gz").write_bytes(gzip.compress(text.encode()))
        super().__init__(ASSETS=str(folder), _load_json=load, G2P=self.made)

    def made(self) -> list[object]:
        silver, tagger = self._load_json("lexicon_us_silver.json.gz"), self._load_json("tagger.json.gz")
        gold = self._load_json("lexicon_us_gold.json.gz")
        return [(type(part).__name__, part == whole) for part, whole in self.parts(gold, silver, tagger)]

    @staticmethod
    def parts(gold: object, silver: dict[str, str], tagger: dict[str, object]) -> list[tuple[object, object]]:
        table = tagger["weights"]
        rest = {name: tagger[name] for name in ("tags", "tagdict", "vocab")}
        return [
            (gold, GOLD),
            (silver, SILVER),
            (table, TAGGER["weights"]),
            (rest, {name: value for name, value in TAGGER.items() if name != "weights"}),
        ]


def module(folder: Path, **files: str) -> Module:
    usual = {
        "exceptions": "{}",
        "lexicon_us_gold": written(GOLD),
        "lexicon_us_silver": written(SILVER),
        "tagger": written(TAGGER),
    }
    return Module(folder, **usual | files)


def test_only_the_large_files_are_read_in_the_quick_way(tmp_path):
    g2p = module(tmp_path)
    loader = g2p._load_json
    assert reader(g2p) == [("Sorted", True), ("Sorted", True), ("Tables", True), ("dict", True)]
    assert g2p._load_json is loader


def test_a_file_that_is_not_as_expected_is_read_as_hibari_reads_it(tmp_path):
    g2p = module(
        tmp_path,
        lexicon_us_gold=written(GOLD, ensure_ascii=True),
        lexicon_us_silver=json.dumps(SILVER),
        tagger=written(TAGGER, sort_keys=True, indent=1),
    )
    assert reader(g2p) == [("dict", True)] * 4


def test_another_hibari_is_left_alone(tmp_path):
    """It has no such loader, or cannot be made of such things."""
    g2p = module(tmp_path)
    g2p.G2P, loader = lambda: "another way", g2p._load_json
    del g2p._load_json
    assert reader(g2p) == "another way"

    def needs_dictionaries() -> str:
        if g2p._load_json is not loader:
            raise TypeError("not a dict")
        return "hibari's own way"

    g2p.G2P, g2p._load_json = needs_dictionaries, loader
    assert reader(g2p) == "hibari's own way"


def test_what_is_wrong_with_hibari_is_told(tmp_path):
    g2p = module(tmp_path)
    (tmp_path / "tagger.json.gz").unlink()
    with pytest.raises(FileNotFoundError):
        reader(g2p)


@pytest.mark.slow
@pytest.mark.skipif(why_not() is not None, reason=str(why_not()))
def test_every_shipped_sentence_has_the_same_phonemes(tmp_path):
    from hibari import g2p

    quick, plain = reader(g2p), g2p.G2P()
    for made, whole in (
        (quick.lexicon.golds.d, plain.lexicon.golds.d),
        (quick.lexicon.silvers.d, plain.lexicon.silvers.d),
    ):
        assert isinstance(made, Sorted)
        some = [*whole][::97]
        assert [
            word for word in some if made[word] != whole[word] or made.get(f"{word}zz") != whole.get(f"{word}zz")
        ] == []
    assert dict(quick.tagger.weights) == plain.tagger.weights
    assert isinstance(quick.tagger.weights, Tables)
    parts = build({"POSTURE_COACH_HOME": str(tmp_path)}, sound=False)
    catalogue = parts.library.catalogue
    timelines = [parts.timeline("routine", name) for name in catalogue.routines]
    timelines += [parts.timeline("test", name) for name in catalogue.tests]
    said = {sentence(line, "hibari", 1.0).words for timeline in timelines for line in utterances_of(timeline)}
    assert [words for words in sorted(said) if quick(words) != plain(words)] == []
    parts.close()
