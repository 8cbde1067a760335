"""What she took back: "niet maandag maar dinsdag", "3 uur, nee wacht, 4 uur"."""

from __future__ import annotations

import re

from dialogs.language.wordlist import listed

_GROUP = r"[DTR]\d+(?: [DTR]\d+)*"
_TURN = r"(?:nee|wacht|toch|sorry|oeps|bedoel|of nee|dus)"


def settled(marked: str) -> str:
    """The marks without what she took back: "niet D0 maar D1" → "D1", "D0 nee D1" → "D1"."""
    bare = " ".join(word for word in marked.split() if word not in _SILENT)
    for pattern, to in _CONTRASTS:
        bare = pattern.sub(to, bare)
    return _corrected(bare)


_SILENT = frozenset(listed("_ # op om in de ook ofzo is s dag uur klokslag"))
_CONTRASTS = [
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), to)
    for pattern, to in (
        (r"(?<!niet )voor (D\d+ T\d+)", r"\1"),
        (r"afspraak(?: voor)?", ""),
        (r"D\d+ niet (?:maar )?(D\d+) wel", r"\1"),
        (rf"(?:nee )?(?:niet|geen) ({_GROUP}) (?:maar wel|maar|wel|toch|nee) ({_GROUP})", r"\2"),
        (rf"({_GROUP}) (?:niet maar|niet wel|niet maar wel) ({_GROUP})", r"\2"),
        (rf"({_GROUP}) niet ({_GROUP}) wel", r"\2"),
        (rf"(?:wel )?({_GROUP}) wel (?:maar )?({_GROUP}) niet", r"\1"),
        (rf"wel ({_GROUP}) (?:maar )?niet ({_GROUP})", r"\1"),
        (rf"({_GROUP}) ipv ({_GROUP})", r"\1"),
        (rf"ipv ({_GROUP}) ({_GROUP})", r"\2"),
        (rf"(.*[DTR]\d+) ({_GROUP}) bedoel", r"\1 bedoel \2"),
        (rf"({_GROUP}) (?:wacht )?(?:nee )?niet ({_GROUP}) bedoel", r"\1"),
    )
]


def _corrected(bare: str) -> str:
    """What stood before the last "nee", "bedoel" or "dus" goes when it is said anew after it."""
    turns = list(_TURNS.finditer(bare))
    if not turns or not re.search(r"[DTR]\d", bare[: turns[-1].start()]):
        return bare
    before, after = _corrected(bare[: turns[-1].start()]), bare[turns[-1].end() :]
    anew = {mark[0] for mark in re.findall(r"(?<!\S)[DTR]\d+", after)}
    if not anew:
        return bare
    kept = re.sub(_UNSAID.format("".join(anew)), "", before)
    kept = kept if re.search(r"[DTR]\d", kept) else ""
    return " ".join([*kept.split(), *after.split()])


_UNSAID = r"(?<!\S)(?:(?:niet|geen|na|voor|tot|over|pas|tussen|en|of) )*[{}]\d+(?: niet)?(?!\S)"
_TURNS = re.compile(rf"(?<!\S){_TURN}(?: {_TURN})*(?= .*[DTR]\d)")
