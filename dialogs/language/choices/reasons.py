"""An answer with its reason: "met de fiets want de auto is stuk" is about the bicycle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogs.language.wordlist import listed

_BECAUSE = re.compile(
    r"[\s,.;]+(?:want|omdat|aangezien|doordat|zodat|ivm|i\.v\.m\.|vanwege|wegens)\s", re.IGNORECASE
)
_MIDWAY = re.compile(
    r"[\s,]+(?:want|omdat|aangezien|doordat)\s[^,.;]+(?=[,.;]\s*\S)", re.IGNORECASE
)
_REASON = re.compile(r"[\s,.;]+(?:want|omdat|aangezien|doordat|zodat|anders|dan)\s", re.IGNORECASE)
_SO_NOT = re.compile(  # "…, dan kan ik niet"
    r"[\s,.;]+dan\s+(?:dus )?(?:(?:kan|lukt|mag|wil|gaat)(?: (?:ik|het|dat))?(?: dus)? )?niet\b",
    re.IGNORECASE,
)
_BUSY = re.compile(  # "…, savonds werk ik": when she cannot
    r"[,.;]\s*(?:maar )?(?!.*\b(?:kan|mag|wil|graag|liever|goed|beter|past|lukt|ook)\b)"
    r"[^,.;]*\b(?:(?:werk|slaap|sport) ik|ik (?:werk|slaap)|(?:moet|heb) ik|slaapt|slapen ze)\b.*$",
    re.IGNORECASE,
)
SAYS = frozenset(listed("zegt zei zeggen zeiden vindt vond vinden vonden"))
_GOES_ON = SAYS | frozenset(  # "meer dan …", "school zegt dat …": what follows belongs to it
    listed("""
meer minder langer vaker ouder jonger later beter liever eerder dan maar of
""")
)
_ENDS_OPEN = _GOES_ON | {"en"}
_TELLER = frozenset(
    listed("""
ik mijn hij ze zij we wij het er die dat me onze ons zo dan de mijne heb ben zit sta
""")
)
_TURNS = frozenset(listed("of maar behalve tenzij alleen liever wel toch nee niet geen | anders"))
_LEAST = 3  # words of a story
_HEAD = 4  # words, at most, of an answer before it


def because(text: str) -> str:
    """What stands before a reason; "" when there is none."""
    found = _BECAUSE.search(text) or _BUSY.search(text)
    return text[: found.start()].strip() if found else ""


def adds(text: str) -> bool:
    """Whether the reason names one more: "opvang want dan kan ik werken, dat dus ook"."""
    found = _BECAUSE.search(text)
    return bool(found and re.search(r"\book\W*$|\ben ook\b", text[found.end() :].casefold()))


def around(text: str) -> str:
    """What stands before and after a reason half-way; "" when there is none."""
    said = _MIDWAY.sub("", text, count=1)
    return said if said != text else ""


def without(text: str) -> str:
    """What stands before a reason, or before what would be else; "" when there is none."""
    found = _REASON.search(text)
    if found and _SO_NOT.match(text, found.start()):
        return ""
    head = text[: found.start()].strip() if found else ""
    return "" if _ENDS_OPEN.intersection(head.lower().split()[-1:]) else head


def stories(said: str) -> Iterator[tuple[str, str]]:
    """Each way to part plain words into a short answer and a story of three words or more.

    A story begins with a break or with who it is about, and turns nothing round.
    """
    words = said.split()
    for end in range(1, min(_HEAD, len(words) - _LEAST) + 1):
        tale = [w for w in words[end:] if w != "|"]
        opens = words[end] == "|" or words[end] in _TELLER
        opens = opens and words[end - 1] not in _TURNS - {"|", "nee", "niet"}
        opens = opens and words[end - 1] not in _GOES_ON and "maar" not in words[:end]
        if opens and len(tale) >= _LEAST and tale[0] not in _TURNS and _TELLER & set(tale):
            yield " ".join(words[:end]), " ".join(tale)
