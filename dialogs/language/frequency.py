"""How common a Dutch word is, on the Zipf scale: 3 is once in a million words, 6 a thousand times.

The figures are the small Dutch list of wordfreq (CC BY-SA 4.0, 29,000 words). Its file is read
straight, at first use: importing wordfreq itself costs 0.3 seconds and 55 MB for other languages,
reading this one list 0.03 seconds. What stays of it is ten bytes a word: the hash of the word, and
its figure (that a word which is not there seems to be has a chance of one in 10^14). Its large list
says which words people write at all.
"""

from __future__ import annotations

import gzip
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgpack

_SMALL, _LARGE = "data/small_nl.msgpack.gz", "data/large_nl.msgpack.gz"
_BITS = 10  # that hold how far down the list a word is
_ONE_IN_ONE = 900  # centibels: a word that is every word; its Zipf value is 9


def zipf(word: str) -> float:
    """The Zipf value of a lower-case word, 3.0 to about 7.5; 0.0 when the list does not have it."""
    hashes, downs = _kept()
    at = bisect_left(hashes, known := hash(word))
    there = at < len(hashes) and hashes[at] == known
    return (_ONE_IN_ONE - downs[at]) / 100 if there else 0.0


def listed() -> Iterator[tuple[str, float]]:
    """Every word of the list with its Zipf value. Raises OSError without the list."""
    return ((word, (_ONE_IN_ONE - down) / 100) for word, down in _read())


@cache
def _kept() -> tuple[array[int], array[int]]:
    """The hashes of all words in order, and beside each how far it is down the list."""
    words = sorted((hash(word) << _BITS) + down for word, down in _read())
    downs = array("H", (word & ((1 << _BITS) - 1) for word in words))
    return array("q", (word >> _BITS for word in words)), downs


def _read() -> Iterator[tuple[str, int]]:
    """Each word, and how many centibels it is below a word that is every word."""
    _header, *groups = msgpack.unpackb(gzip.decompress(_file(_SMALL).read_bytes()))
    return ((word, down) for down, group in enumerate(groups) for word in group)


def written(least: float) -> Iterator[tuple[float, list[str]]]:
    """The large list (311,000 words from 1.0) by Zipf value, downwards, as far as this value.

    To 2.2 that is 80,000 words and 0.04 seconds. Below about 2 most of what the list has are
    typing errors. Raises OSError without the list.
    """
    unpacker = msgpack.Unpacker(None, max_buffer_size=0)
    unpacker.feed(gzip.decompress(_file(_LARGE).read_bytes()))
    groups = unpacker.read_array_header() - 1
    unpacker.skip()  # the header of the list
    for down in range(min(groups, round(_ONE_IN_ONE - least * 100) + 1)):
        yield (_ONE_IN_ONE - down) / 100, unpacker.unpack()


def _file(name: str) -> Path:
    found = find_spec("wordfreq")  # finds its folder and runs nothing of it
    places = found.submodule_search_locations if found else None
    if not places:
        raise OSError("wordfreq is not installed")
    return Path(places[0]) / name
