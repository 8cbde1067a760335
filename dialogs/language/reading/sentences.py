"""A message in sentences and words, as a reader meets them."""

from __future__ import annotations

import re

from dialogs.language.wordlist import listed

# A question or exclamation mark, a point (perhaps with a closing quote) and a space; a line break;
# a colon. No point after one letter ("i.v.m. de", "o.a. een") or a short form that has its own.
_SHORT = "".join(rf"(?<!\b{form}\.)" for form in (r"\w", *listed("nr dhr mw ca evt bijv art")))
_END = re.compile(rf"(?:[!?…]|\.{_SHORT})[.!?…\"'”’)*]*\s+|:[*]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’\-./][^\W_]+)*")
_FILLED = re.compile(r"{[^{}]*}")
_LETTERS = re.compile(r"[^\W\d_]")
_NAME = "Iemand"  # what stands for a {placeholder}: one plain word


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; marks of bold and empty pieces are left out."""
    pieces = _END.split(text.replace("**", ""))
    return tuple(piece for piece in map(str.strip, pieces) if _WORD.search(piece))


def words(sentence: str) -> list[str]:
    """The words of a sentence as they stand, numbers included; a {placeholder} is one word."""
    return _WORD.findall(_FILLED.sub(_NAME, sentence))


def filled(text: str) -> str:
    """The text with one plain word in place of each {placeholder}."""
    return _FILLED.sub(_NAME, text)


def is_word(word: str) -> bool:
    """Whether this is a word and not a number or an address ("113.nl")."""
    return bool(_LETTERS.search(word)) and "." not in word
