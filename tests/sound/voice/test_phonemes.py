"""What the neural voice makes of the words: every number as a word, nothing spelled, nothing left out."""

from __future__ import annotations

import pytest

from coach.sound.voice.hibari_engine import why_not
from coach.sound.voice.read_aloud import spoken

pytestmark = [pytest.mark.slow, pytest.mark.skipif(why_not() is not None, reason=str(why_not()))]


@pytest.fixture(scope="module")
def phonemes():
    from hibari.g2p import G2P

    return G2P()


@pytest.mark.parametrize(
    ("written", "sounds"),
    [
        ("2x30 s", "tˈu tˈImz θˈɜɹTi sˈɛkəndz"),
        ("Hold 1:30.", "hˈOld wˈʌn mˈɪnət θˈɜɹTi sˈɛkəndz."),
        ("8-10 reps", "ˈAt tə tˈɛn ɹˌɛpətˈɪʃənz"),
        ("Pain 5/10", "pˈAn fˈIv ˈWt ʌv tˈɛn"),
        ("90°", "nˈIndi dəɡɹˈiz"),
        ("1.5 cm", "wˈʌn pYnt fˈIv sˈɛntəmˌiTəɹz"),
        ("12.", "twˈɛlv."),
        ("90/90 stretch", "nˈIndi nˈIndi stɹˈɛʧ"),
        ("5-sec hold", "fˈIv sˈɛkənd hˈOld"),
        ("80/20", "ˈATi twˈɛnti"),
        ("3x/week", "θɹˈi tˈImz ɐ wˈik"),
        ("6 min/km", "sˈɪks mˈɪnəts ɐ kəlˈɑməTəɹ"),
        ("1½ reps", "wˈʌn ænd ɐ hˈæf ɹˌɛpətˈɪʃənz"),
        ("5/5", "fˈIv ˈWt ʌv fˈIv"),
        ("Grade C", "ɡɹˈAd sˈi"),
        ("Prone T. 2 sets", "pɹˈOn tˈi: tˈu sˈɛts"),
        ("Ts and Ws", "tˈiz ænd dˈʌbᵊljuz"),
        ("Answer yes or no.", "ˈænsəɹ jˈɛs ɔɹ nˈO!"),
        ("If it hurts, no. Stop", "ˌɪf ɪt hˈɜɹts, nˈO! stˈɑp"),
        ("No. 5", "nˈO! fˈIv"),
        ("4-7-8", "fˌɔɹsˈɛvənˈAt"),
    ],
)
def test_numbers_and_units(phonemes, written, sounds):
    assert phonemes(spoken(written)) == sounds
