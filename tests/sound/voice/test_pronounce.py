"""Words that the voice gets wrong: which are marked, and what the engine is handed."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.content.kinds.pronunciations import SIGNS
from coach.content.library import load
from coach.content.library_files import Folders
from coach.content.model import Pronunciation
from coach.sound.voice.choose import Choice
from coach.sound.voice.hibari_engine import why_not
from coach.sound.voice.pronounce import Pronounce, engine_phonemes
from coach.sound.voice.read_aloud import spoken

ROOT = Path(__file__).parents[3]
ENTRIES = (
    Pronunciation("serratus", ("sɛˈreɪtəs",), "ser-raytus"),
    Pronunciation("close", ("kloʊz",), "cloze", "to shut", ("close your", "open, close")),
    Pronunciation("close your mind", ("kloʊs", "jʊr", "maɪnd")),
    Pronunciation("Pallof press", ("ˈpælɒf", "prɛs")),
    Pronunciation("it's", say="it is"),
    Pronunciation("bow", ("baʊ",), within=(". bow",)),
    Pronunciation("bow pose", ("boʊ", "poʊz")),
    Pronunciation("cat-cow", ("ˈkætkaʊ",)),
)


@pytest.mark.parametrize(
    ("text", "marked", "spelt"),
    [
        ("Serratus, then rest.", "[Serratus](/sɛɹˈAtəs/), then rest.", "ser-raytus, then rest."),
        ("The SERRATUS's job", "The SERRATUS's job", "The SERRATUS's job"),
        ("preserratus serratusy", "preserratus serratusy", "preserratus serratusy"),
        ("'serratus'.", "'[serratus](/sɛɹˈAtəs/)'.", "'ser-raytus'."),
        ("Stay close to it.", "Stay close to it.", "Stay close to it."),
        ("Close your eyes.", "[Close](/klˈOz/) your eyes.", "cloze your eyes."),
        ("Open, close, open, close.", "Open, [close](/klˈOz/), open, [close](/klˈOz/).", "Open, cloze, open, cloze."),
        ("close your mind", "[close](/klOs/) [your](/jʊɹ/) [mind](/mInd/)", "close your mind"),
        ("The pallof  press", "The [pallof](/pˈælɑf/)  [press](/pɹɛs/)", "The pallof  press"),
        ("It’s Cat-cow, it's so.", "it is [Cat-cow](/kˈætkW/), it is so.", "it is Cat-cow, it is so."),
        ("An [author's](/ɑ/) serratus", "An [author's](/ɑ/) [serratus](/sɛɹˈAtəs/)", "An author's ser-raytus"),
        ("[serratus](/ɑ/)", "[serratus](/ɑ/)", "serratus"),
        (
            "Pallof preſſ, SERRATUſ",
            "[Pallof](/pˈælɑf/) [preſſ](/pɹɛs/), [SERRATUſ](/sɛɹˈAtəs/)",
            "Pallof preſſ, ser-raytus",
        ),
        ("Bow. Bow low: bow, bow.", "[Bow](/bˈW/). [Bow](/bˈW/) low: [bow](/bˈW/), bow.", "Bow. Bow low: bow, bow."),
        (
            "Bow pose. The bow. Elbow. 'Bow'",
            "[Bow](/bO/) [pose](/pOz/). The bow. Elbow. 'Bow'",
            "Bow pose. The bow. Elbow. 'Bow'",
        ),
        ("", "", ""),
    ],
)
def test_what_is_handed_to_an_engine(text, marked, spelt):
    assert Pronounce(ENTRIES, phonemes=True)(text) == marked
    assert Pronounce(ENTRIES, phonemes=False)(text) == spelt


def test_without_entries_nothing_changes():
    assert Pronounce(phonemes=True)("Close your eyes.") == "Close your eyes."


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("kənˈtrækt", "kəntɹˈækt"),
        ("kəntɹˈækt", "kəntɹˈækt"),
        ("ˈɔltərˌneɪt", "ˈɔltəɹnˌAt"),
        ("tʃɪn", "ʧɪn"),
        ("ˈdʒɔɪstɪk", "ʤˈYstɪk"),
        ("bɜːrd", "bɜɹd"),
        ("ɡəʊ", "ɡO"),
    ],
)
def test_the_engines_own_signs(written, known):
    assert engine_phonemes(written) == known


LIBRARY = load(Folders(ROOT / "routines", ROOT / "media"))


@pytest.mark.skipif(why_not() is not None, reason=str(why_not()))
def test_the_network_knows_every_sign_that_may_be_written():
    import json

    import hibari

    vocabulary = json.loads(Path(hibari.__file__).with_name("assets").joinpath("vocab.json").read_text("utf-8"))
    said = {sign for one in SIGNS for sign in engine_phonemes(one)}
    assert said | {"ˈ", "ˌ"} <= set(vocabulary)


SENSES = [
    ("Close.", "klˈOz"),
    ("Close gently.", "klˈOz"),
    ("Close slowly.", "klˈOz"),
    ("Close one eye.", "klˈOz"),
    ("Close each hand.", "klˈOz"),
    ("Breathe out and close.", "klˈOz"),
    ("Stand tall and close to the wall.", "klˈOs"),
    ("Stay close.", "klˈOs"),
    ("Keep your elbows close.", "klˈOs"),
    ("Come as close as you can.", "klˈOs"),
    ("Close to the wall, stand tall.", "klˈOs"),
    ("Close, open, close.", "ˈOpᵊn, klˈOz"),
    ("Let your eyes close.", "klˈOz"),
    ("Keep your eyes close to the wall.", "klˈOs"),
    ("Close-grip row.", "klˈOs"),
    ("Bow.", "bˈW"),
    ("Bow at the hips.", "bˈW"),
    ("Bow gently.", "bˈW"),
    ("Bow with a long back.", "bˈW"),
    ("Bow pose.", "bˈO"),
    ("Draw the bow.", "bˈO"),
    ("Bow-legged.", "bˈO"),
    ("Contract.", "kəntɹˈækt"),
    ("Contract each side.", "kəntɹˈækt"),
    ("Contract only the left.", "kəntɹˈækt"),
    ("Contract again.", "kəntɹˈækt"),
    ("Contract, then relax.", "kəntɹˈækt"),
    ("Sign a contract.", "kˈɑntɹækt"),
    ("Alternate.", "ˈɔltəɹnAt"),
    ("Alternate slowly.", "ˈɔltəɹnAt"),
    ("On alternate days.", "ˈɔltəɹnət"),
    ("Alternate days.", "ˈɔltəɹnət"),
    ("Progress.", "pɹəɡɹˈɛs"),
    ("Progress each week.", "pɹəɡɹˈɛs"),
    ("Progress at your pace.", "pɹəɡɹˈɛs"),
    ("Progress takes time.", "pɹˈɑɡɹəs"),
    ("Slow progress.", "pɹˈɑɡɹəs"),
    ("A minute adjustment.", "mInˈut"),
    ("Minute circles.", "mInˈut"),
    ("A minute rest.", "mˈɪnət"),
    ("Wind it round your hand.", "wˈInd"),
    ("The band is wound round the foot.", "wˈWnd"),
    ("An open wound.", "wˈund"),
    ("Lead with your heel.", "lˈid"),
    ("Do not tear the band.", "tˈɛɹ"),
    ("If the band has a tear, throw it away.", "tˈɛɹ"),
    ("It feels as if something tears.", "tˈɛɹz"),
    ("Read the text.", "ɹˈid"),
    ("Use your legs.", "jˈuz"),
    ("The use of a band.", "jˈus"),
    ("Hold an object in your hand.", "ˈɑbʤəkt"),
    ("Present your chest.", "pɹizˈɛnt"),
    ("If pain is present, stop.", "pɹˈɛzᵊnt"),
    ("Hold for a second.", "sˈɛkənd"),
    ("Separate your feet.", "sˈɛpəɹˌAt"),
    ("Separate gently.", "sˈɛpəɹAt"),
    ("Keep your feet separate.", "sˈɛpəɹət"),
    ("It need not be perfect.", "pˈɜɹfəkt"),
    ("Perfect your form.", "pəɹfˈɛkt"),
    ("Refuse to shrug.", "ɹəfjˈuz"),
    ("Row with one arm.", "ɹˈO"),
    ("Excuse me.", "ɪkskjˈuz"),
    ("Insert a towel.", "ɪnsˈɜɹt"),
    ("Contract your glutes.", "kəntɹˈækt"),
    ("Alternate sides.", "ˈɔltəɹnAt"),
    ("Progress slowly.", "pɹəɡɹˈɛs"),
    ("Your progress when you rest", "pɹˈɑɡɹɛs"),
    ("Live tall.", "lˈɪv"),
    ("Wind down.", "wˈInd"),
    ("Against the wind up the hill", "wˈɪnd"),
    ("Bow forward.", "bˈW"),
    ("Open, close, open, close.", "klˈOz"),
    ("Feet close together", "klˈOs"),
    ("Stay close to the wall", "klˈOs"),
    ("House your shoulder blades", "hˈWz"),
    ("A minute movement", "mInˈut"),
    ("One minute, please", "mˈɪnət"),
    ("Live music", "lˈIv"),
    ("The serratus and the rectus abdominis.", "sɛɹˈAtəs"),
    ("The serratus and the rectus abdominis.", "æbdˈɑmɪnɪs"),
    ("Myofascial release of the suboccipitals.", "mˌIOfˈæʃiəl"),
    ("Myofascial release of the suboccipitals.", "sˌʌbɑksˈɪpɪtəlz"),
    ("Costovertebral joints and multifidi.", "mʌltˈɪfɪdI"),
    ("Sacroiliitis, Behçet's disease.", "sˌAkɹOˌɪliˈItɪs, bˈɛʧɛts"),
    ("A Theraband.", "θˈɛɹəbˌænd"),
]


@pytest.mark.slow
@pytest.mark.skipif(why_not() is not None, reason=str(why_not()))
def test_the_shipped_entries_are_heard():
    from hibari.g2p import G2P

    phonemes, pronounce = G2P(), Pronounce(LIBRARY.pronunciations.values(), phonemes=True)
    wrong = [(text, said) for text, word in SENSES if word not in (said := phonemes(pronounce(spoken(text))))]
    assert wrong == []


@pytest.mark.parametrize(("engine", "knows"), [("hibari", True), ("system", False), (None, False)])
def test_which_voice_is_handed_phonemes(engine, knows):
    assert Choice(engine, "e", "a voice").knows_phonemes is knows
