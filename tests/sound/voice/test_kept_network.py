"""The network that is kept ready: taken where it is whole and of this very voice, made anew where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.sound.voice import hibari_engine, kept_network


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def kept(folder: Path, mark: str = "v1", content: bytes = b"network") -> Path:
    kept_network.keep(folder, mark, lambda path: path.write_bytes(content))
    found = kept_network.find(folder, mark)
    assert found is not None
    return found


def test_what_is_kept_is_found(tmp_path):
    assert kept_network.find(tmp_path, "v1") is None
    assert kept(tmp_path).read_bytes() == b"network"
    assert kept_network.find(tmp_path, "v2") is None
    assert kept_network.find(tmp_path / "gone", "v1") is None


def test_another_version_takes_its_place(tmp_path):
    (tmp_path / "network.part").write_bytes(b"of one that was killed")
    old = kept(tmp_path)
    assert files(tmp_path) == [old.name]
    assert files(tmp_path) != [kept(tmp_path, "v2").name]
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("content", [b"", b"netwurk", b"network and more"])
def test_a_broken_one_is_not_taken(tmp_path, content):
    kept(tmp_path).write_bytes(content)
    assert kept_network.find(tmp_path, "v1") is None
    assert kept(tmp_path).read_bytes() == b"network"
    assert len(files(tmp_path)) == 1


def test_what_cannot_be_written_leaves_nothing(tmp_path):
    def fails(path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        kept_network.keep(tmp_path, "v1", fails)
    with pytest.raises(FileNotFoundError):
        kept_network.keep(tmp_path / "gone", "v1", lambda path: path.write_bytes(b""))
    assert files(tmp_path) == []


TABLE_BYTES = 4096


def without_table(network: bytes, size: int) -> bytes:
    """The last of `size` bytes without the first TABLE_BYTES: there onnxruntime lists operators in the order of a hash
    table, another one each time, whose gaps may come to some bytes more or less. The rest is written from the end.
    """
    assert abs(len(network) - size) < 64
    return network[TABLE_BYTES - size :]


@pytest.mark.slow
@pytest.mark.skipif(hibari_engine.why_not() is not None, reason=str(hibari_engine.why_not()))
def test_the_kept_network_says_the_same_to_the_last_bit(tmp_path):
    words = "Upper-back strength. First: Cat-cow. 8 repetitions, hold 1 second."
    plain = hibari_engine.HibariEngine(tmp_path)
    wanted = plain.make(words, 1.1).tobytes()
    plain.rest()
    (network,) = tmp_path.iterdir()
    first = network.read_bytes()
    again = hibari_engine.HibariEngine(tmp_path)
    assert Path(again._speech.model_path) == network
    assert again.make(words, 1.1).tobytes() == wanted

    network.unlink()
    kept_network.keep(tmp_path, hibari_engine._mark(), lambda path: path.write_bytes(b"no network, but whole"))
    third = hibari_engine.HibariEngine(tmp_path)
    assert third.make(words, 1.1).tobytes() == wanted
    third.rest()
    (network,) = tmp_path.iterdir()
    assert without_table(network.read_bytes(), len(first)) == first[TABLE_BYTES:]
    fourth = hibari_engine.HibariEngine(tmp_path)
    assert Path(fourth._speech.model_path) == network, "a good one took its place"
    assert fourth.make(words, 1.1).tobytes() == wanted
