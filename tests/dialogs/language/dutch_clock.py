"""How Dutch says the time, by its rules, and how a thumb spoils a sentence: for tests only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time

from dialogs.language.wordlist import listed

UNITS = listed("""
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien
zestien zeventien achttien negentien twintig
""")
HALF_DAY = 720
SLIPS = ("drop", "double", "swap", "near", "glue")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEAR = {
    letter: "".join(
        _ROWS[r][c]
        for r in (row - 1, row, row + 1)
        for c in (place - 1, place, place + 1)
        if 0 <= r < 3 and 0 <= c < len(_ROWS[r]) and (r, c) != (row, place)
    )
    for row, keys in enumerate(_ROWS)
    for place, letter in enumerate(keys)
}


def in_words(number: int) -> str:
    """0..29 in Dutch."""
    return UNITS[number] if number <= 20 else f"{UNITS[number - 20]}entwintig"


def phrases(minute: int) -> Iterator[str]:
    """The natural ways to say this minute of a 12-hour dial (0..719), in figures and in words."""
    hour, past = divmod(minute, 60)
    for say in (str, in_words):
        now, then = say((hour - 1) % 12 + 1), say(hour % 12 + 1)
        for body in _bodies(past, now, then, say):
            yield body
            yield f"om {body}"


def _bodies(past: int, now: str, then: str, say: Callable[[int], str]) -> Iterator[str]:
    if past in (0, 15, 30, 45):
        yield {0: f"{now} uur", 15: f"kwart over {now}", 30: f"half {then}",
               45: f"kwart voor {then}"}[past]  # fmt: skip
        return
    if past < 30:
        yield f"{say(past)} over {now}"
    if past > 30:
        yield f"{say(60 - past)} voor {then}"
        yield f"{say(60 - past)} minuten voor {then}"
    if 15 < past < 30:
        yield f"{say(30 - past)} voor half {then}"
    if 30 < past < 45:
        yield f"{say(past - 30)} over half {then}"


def meant(minute: int) -> time:
    """The convention: 1:00–6:59 is after noon, the rest stays."""
    after_noon = minute < 7 * 60
    return time(*divmod(minute + HALF_DAY * after_noon, 60))


def slipped(text: str, slip: str, at: int, other: int) -> str:
    """The text with one slip of the thumb at its at-th letter; as it was when that cannot be."""
    letters = [place for place, sign in enumerate(text) if sign.lower() in NEAR]
    spaces = [place for place, sign in enumerate(text) if sign == " "]
    if not letters:
        return text
    place = letters[at % len(letters)]
    match slip:
        case "drop":
            return text[:place] + text[place + 1 :]
        case "double":
            return text[:place] + text[place] + text[place:]
        case "swap":
            return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]
        case "glue" if spaces:
            gap = spaces[at % len(spaces)]
            return text[:gap] + text[gap + 1 :]
    near = NEAR[text[place].lower()]
    return text[:place] + near[other % len(near)] + text[place + 1 :]
