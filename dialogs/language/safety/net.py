"""The net beneath the patterns: a linear model over groups of letters and words.

    words → features (hashed) → weights → how likely danger is, and of which kind

Patterns say *now* and name their rule; they know only wordings that somebody thought of. The net
has learned from thousands of example messages and hears what is like them; by itself it only ever
says *check*. It holds no words, cannot be read back, and gives the same answer everywhere: whole
numbers and no chance. `training/` makes it from `dialogs/safety/voorbeelden/`.
"""

from __future__ import annotations

import math
import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from dialogs.language.safety.signal import CATEGORIES

BUCKETS = 1 << 20  # for danger or none; with 2^17 too many features share one
KINDS = 1 << 17  # for which kind; a bucket of one is a bucket of the other, folded
WIDTH = len(CATEGORIES)
SCALE = 12.0  # a weight of 1.0 is kept as 12
LETTERS = (3, 4, 5)  # lengths of groups of letters
WORDS = 3  # longest group of words
APART = (2, 3)  # of two words with others between them
GROWN_UP = 18  # "ik ben 12" is another message than "ik ben 34"
RULE = "net"
MOST = 1_200  # characters that are looked at: a long message says it more than once
_HEAD = struct.Struct(f"<4sd{1 + WIDTH}d")  # mark, threshold, a bias for danger and each kind
_MARK = b"net4"
_APOSTROPHE = re.compile(r"['’‘`´]")
_NUMBER = re.compile(r"\d+")
_OTHER = re.compile(r"[^\w\s]|_")
_STRETCHED = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Net:
    """Weights by bucket, a bias for each kind, and the chance from which it says *check*."""

    danger: bytes  # BUCKETS, signed, in SCALE
    kinds: bytes  # KINDS × WIDTH, too
    bias: tuple[float, ...]
    threshold: float


@dataclass(frozen=True, slots=True)
class Heard:
    """How much a message is like examples of danger, and of which kind most."""

    chance: float  # 0 to 1
    category: str


class NetError(ValueError):
    """These bytes are no net of this version."""


def load(data: bytes) -> Net:
    """The net in a file that `training` wrote. Raises NetError."""
    after = _HEAD.size + BUCKETS
    if len(data) != after + KINDS * WIDTH or not data.startswith(_MARK):
        raise NetError("not a danger net of this version; make it anew with: make danger-net")
    _, threshold, *bias = _HEAD.unpack_from(data)
    return Net(data[_HEAD.size : after], data[after:], tuple(bias), threshold)


def dump(net: Net) -> bytes:
    """What `load` reads."""
    return _HEAD.pack(_MARK, net.threshold, *net.bias) + net.danger + net.kinds


def hear(text: str, net: Net) -> Heard:
    """What the net makes of a message."""
    danger, *kinds = net.bias
    if found := buckets(text):
        danger += _share(found) * _sum(net.danger[at] for at in found)
        folded = fold(found)
        share = _share(folded)
        rows = [net.kinds[at * WIDTH : (at + 1) * WIDTH] for at in folded]
        for place, column in enumerate(zip(*rows, strict=True)):
            kinds[place] += share * _sum(column)
    best = max(range(WIDTH), key=kinds.__getitem__)
    return Heard(1.0 / (1.0 + math.exp(-danger)), CATEGORIES[best])


def _share(found: Sequence[int]) -> float:
    return 1.0 / (SCALE * math.sqrt(len(found)))


def _sum(column: Iterable[int]) -> int:
    return sum(value - 256 if value > 127 else value for value in column)


def buckets(text: str) -> Sequence[int]:
    """The bucket of every feature in a message, each once, in order."""
    return sorted({crc32(feature.encode()) % BUCKETS for feature in features(text)})


def fold(found: Iterable[int]) -> Sequence[int]:
    """The same for the weights of kinds."""
    return sorted({at % KINDS for at in found})


def features(text: str) -> Iterator[str]:
    """Groups of words, whole or with one or two left out, and of letters within a word."""
    words = plain(text).split()
    for apart in APART:
        for first, last in zip(words, words[apart:], strict=False):
            yield f"{first} {'*' * (apart - 1)} {last}"
    for count in range(1, WORDS + 1):
        for start in range(len(words) - count + 1):
            yield " ".join(words[start : start + count])
    for word in words:
        edged = f"_{word}_"
        for length in LETTERS:
            for start in range(len(edged) - length + 1):
                yield edged[start : start + length] + "~"


def plain(text: str) -> str:
    """Lower case, no accents, no signs, no stretched letters; a number above childhood is 0."""
    bare = unicodedata.normalize("NFKD", text[:MOST].casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    bare = _OTHER.sub(" ", _NUMBER.sub(_number, _APOSTROPHE.sub("", bare)))
    return _STRETCHED.sub(r"\1\1", bare)


def _number(found: re.Match[str]) -> str:
    digits = found.group()
    return digits if len(digits) < 3 and int(digits) < GROWN_UP else "0"
