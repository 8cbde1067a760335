"""A message as words: lower case, no accents, no stretched letters, with its sentence ends."""

from __future__ import annotations

import re
import unicodedata

from dialogs.values import value_class

_LONGEST = 4096  # characters of a message of Telegram; of what is over twice as long, both ends
_APOSTROPHE = re.compile(r"(?<=\w)['’‘`´](?=\w)")
_PIECE = re.compile(r"[\w$@]*\w[\w$@]*|\.{2,}|…|[.!?;]|[^\x00-\x7f\s]")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "\ufe0f": None, "\u200d": None})
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_LEET = str.maketrans("013457$@", "oieastsa")
_MIXED = re.compile(r"[a-z][a-z0-9$@]*[0-9$@][a-z0-9$@]*[a-z]|[$@][a-z]{2,}")
_DOTTED = re.compile(r"(?<=\b[a-z])[.\-](?=[a-z]\b)")  # "d.o.o.d", "a.u.b."
_COUNTED = re.compile(r"(?<!\w)(\d+)(?=[a-z]{2})")  # "13jaar"
_STARRED = re.compile(r"(?<=[a-z])[*_]+(?=[a-z])")


@value_class(frozen=True, slots=True)
class Token:
    """A word, or an emoji; `fresh`: a sentence ended before it."""

    text: str
    fresh: bool


def tokens(text: str) -> list[Token]:
    """The words of a message, in order."""
    if len(text) > 2 * _LONGEST:
        text = f"{text[:_LONGEST]}. {text[-_LONGEST:]}"
    bare = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text).casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c)).translate(_LETTERS)
    found: list[Token] = []
    fresh = False
    bare = _COUNTED.sub(r"\1 ", _DOTTED.sub("", _STARRED.sub("", bare)).replace("_", " "))
    for piece in _PIECE.findall(bare):
        if piece[0] in ".!?;…":
            fresh = fresh or (len(piece) == 1 and piece != "…")
        else:
            found.append(Token(_plain(piece), fresh))
            fresh = False
    return found


def _plain(piece: str) -> str:
    """ "d00d" → "dood", "doooood" → "dood"."""
    if _MIXED.fullmatch(piece):
        piece = piece.translate(_LEET)
    return _STRETCHED.sub(r"\1\1", piece)
