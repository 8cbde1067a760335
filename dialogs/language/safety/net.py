"""The net beneath the patterns: a linear model over groups of letters and words, learned from examples.

    words → features (hashed) → a weight for each category → how likely danger is, and which

Patterns say *now* and name their rule; they know only wordings that somebody thought of. The net has
seen thousands of example messages and hears what is like them; it only ever says *check*. It holds
no words, cannot be read back, and works the same everywhere: integers, no chance. `training/`
makes it from `dialogs/safety/voorbeelden/`.
"""

from __future__ import annotations

import math
import re
import struct
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from dialogs.language.safety.signal import CATEGORIES, Signal, Tier

CLASSES = ("none", *CATEGORIES)
BUCKETS = 1 << 16
SCALE = 16.0  # a weight of 1.0 is kept as 16
LETTERS = (3, 4, 5)  # lengths of groups of letters
WORDS = 3  # longest group of words
RULE = "net"
MOST = 1_200  # characters that are looked at: a long message says it more than once
_HEAD = struct.Struct("<4sd11d")  # mark, threshold, bias of each class
_MARK = b"net1"
_APOSTROPHE = re.compile(r"['’‘`´]")
_NUMBER = re.compile(r"\d+")
_OTHER = re.compile(r"[^\w\s]|_")
_STRETCHED = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Net:
    """Weights by bucket and class, a bias per class, and from which likelihood it says *check*."""

    weights: bytes  # BUCKETS × classes, signed, in SCALE
    bias: tuple[float, ...]
    threshold: float


class NetError(ValueError):
    """These bytes are no net of this version."""


def load(data: bytes) -> Net:
    """The net in a file that `training` wrote. Raises NetError."""
    if len(data) != _HEAD.size + BUCKETS * len(CLASSES) or not data.startswith(_MARK):
        raise NetError("not a danger net of this version; make it anew with: make danger-net")
    _, threshold, *bias = _HEAD.unpack_from(data)
    return Net(data[_HEAD.size :], tuple(bias), threshold)


def dump(net: Net) -> bytes:
    """What `load` reads."""
    return _HEAD.pack(_MARK, net.threshold, *net.bias) + net.weights


def hears(text: str, net: Net) -> Signal | None:
    """*check* when the message is like examples of danger; the category it is most like."""
    chances = likelihoods(text, net)
    if 1.0 - chances[0] < net.threshold:
        return None
    best = max(range(1, len(CLASSES)), key=chances.__getitem__)
    return Signal(Tier.CHECK, CLASSES[best], RULE)


def likelihoods(text: str, net: Net) -> list[float]:
    """How likely each class is, in the order of CLASSES; together 1."""
    found = buckets(text)
    scores = list(net.bias)
    width = len(CLASSES)
    if found:
        rows = [net.weights[at * width : (at + 1) * width] for at in found]
        share = 1.0 / (SCALE * math.sqrt(len(found)))
        for place, column in enumerate(zip(*rows, strict=True)):
            scores[place] += share * sum(value - 256 if value > 127 else value for value in column)
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


def buckets(text: str) -> Sequence[int]:
    """The bucket of every feature in a message, each once, in order."""
    return sorted({crc32(feature.encode()) % BUCKETS for feature in features(text)})


def features(text: str) -> Iterator[str]:
    """Groups of one to three words, and of three to five letters within a word."""
    words = plain(text).split()
    for count in range(1, WORDS + 1):
        for start in range(len(words) - count + 1):
            yield " ".join(words[start : start + count])
    for word in words:
        edged = f"_{word}_"
        for length in LETTERS:
            for start in range(len(edged) - length + 1):
                yield edged[start : start + length] + "~"


def plain(text: str) -> str:
    """Lower case, no accents, no signs, no stretched letters; every number is 0."""
    bare = unicodedata.normalize("NFKD", text[:MOST].casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    bare = _OTHER.sub(" ", _NUMBER.sub("0", _APOSTROPHE.sub("", bare)))
    return _STRETCHED.sub(r"\1\1", bare)
