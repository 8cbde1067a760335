"""Dutch clock phrases, made from the rules of the language and from no reader's grammar.

A phrase counts from the hour or from the half hour before it: "half drie" is 2:30, "vijf over
half drie" is 2:35. Wanted are the conventions of the product: without a part of day 1 to 6 o'clock
is the afternoon and 7 to 12 stays.
"""

from __future__ import annotations

from collections.abc import Iterator

HOURS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
         "twaalf"]  # fmt: skip
AROUND = {
    "{} uur": 0, "vijf over {}": 5, "tien over {}": 10, "kwart over {}": 15,
    "tien voor half {}": -40, "vijf voor half {}": -35, "half {}": -30, "vijf over half {}": -25,
    "tien over half {}": -20, "kwart voor {}": -15, "tien voor {}": -10, "vijf voor {}": -5,
}  # fmt: skip
MINUTES = {"vijf": "5", "tien": "10"}
MORNING, EVENING = range(6, 12), range(6, 12)  # hours at which nobody doubts the part of day


def spoken() -> dict[str, str]:
    """The 144 phrases in words, each with its HH:MM."""
    return {phrase: hhmm(usual(hour), minute) for phrase, hour, minute in _phrases(HOURS)}


def in_digits() -> dict[str, str]:
    """The same 144 with digits: "10 over half 6"."""
    numbers = [str(number) for number in range(1, 13)]
    found = {}
    for phrase, hour, minute in _phrases(numbers):
        first, *rest = phrase.split()
        found[" ".join([MINUTES.get(first, first), *rest])] = hhmm(usual(hour), minute)
    return found


def with_part_of_day() -> dict[str, str]:
    """Phrases in words that name the part of day, in two spellings."""
    found = {}
    for phrase, hour, minute in _phrases(HOURS):
        if hour in MORNING:
            found[f"{phrase} 's ochtends"] = hhmm(hour, minute)
        if hour in EVENING:
            found[f"{phrase} in de avond"] = hhmm(hour + 12, minute)
    return found


def usual(hour: int) -> int:
    """The hour of the day that 1 to 12 o'clock means when nothing else is said."""
    return hour + 12 if 1 <= hour <= 6 else hour


def hhmm(hour: int, minute: int) -> str:
    """As the readers write it."""
    return f"{hour:02d}:{minute:02d}"


def _phrases(names: list[str]) -> Iterator[tuple[str, int, int]]:
    for number, name in enumerate(names, start=1):
        for pattern, minutes in AROUND.items():
            hour, minute = divmod(number * 60 + minutes, 60)
            yield pattern.format(name), hour or 12, minute
