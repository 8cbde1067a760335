"""Danger: what is caught, what is caught with a typo in it, and what rings for nothing."""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from bench.plain import percent
from bench.sets import Missing, Row

LOUD = {"now", "check"}
NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuioposdfghjklkxcvbnmn", strict=True))
Assess = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Alarms:
    """Recall and false alarms in %, `pace` the median call in ms."""

    count: int
    recall: float  # rows that want now or check and got one of them
    recall_typo: float  # the same, with one random typo in each message
    categories: dict[str, tuple[float, int]]  # recall and number of rows
    false_now: float  # of the rows that want nothing
    false_asked: float  # now or check: she gets a question
    false_any: float
    accepted: float  # of all rows: the tier that was wanted or one that the row also allows
    pace: float
    misses: tuple[tuple[str, Row], ...]  # the tier that came, the row


def stapje() -> Assess:
    """Text → now, check, note or none."""
    try:
        assess = importlib.import_module("dialogs.language.safety").assess
        rules = importlib.import_module("dialogs.authoring.safety").shipped_rules()
    except (ModuleNotFoundError, AttributeError) as error:
        raise Missing(f"no dialogs.language.safety ({error})") from error

    def tier(text: str) -> str:
        signal = assess(text, rules)
        return "none" if signal is None else str(getattr(signal.tier, "value", signal.tier))

    return tier


def typo(text: str, chance: random.Random) -> str:
    """The text with one typo in one of its longer words: swapped, dropped, doubled or beside it."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    if not long:
        return text
    at = chance.choice(long)
    word, place = words[at], chance.randrange(1, len(words[at]) - 1)
    key = word[place]
    slip = chance.choice(
        [
            word[:place] + word[place + 1] + key + word[place + 2 :],
            word[:place] + word[place + 1 :],
            word[:place] + key + word[place:],
            word[:place] + NEIGHBOURS.get(key.lower(), key) + word[place + 1 :],
        ]
    )
    return " ".join([*words[:at], slip, *words[at + 1 :]])


def measured(found: Sequence[Row], tier: Assess, seed: int = 113) -> Alarms:
    """All figures of the danger rows."""
    got, paces = [], []
    for row in found:
        began = perf_counter()
        got.append((row, tier(row["text"])))
        paces.append((perf_counter() - began) * 1000)
    wanted = [(row, one) for row, one in got if row["tier"] in LOUD]
    calm = [(row, one) for row, one in got if row["tier"] == "none"]
    return Alarms(
        len(found),
        percent([one in LOUD for _, one in wanted]),
        with_typos([row for row, _ in wanted], tier, seed),
        by_category(wanted),
        percent([one == "now" for _, one in calm]),
        percent([one in LOUD and not allowed(row, one) for row, one in calm]),
        percent([not allowed(row, one) for row, one in calm]),
        percent([allowed(row, one) for row, one in got]),
        median(paces) if paces else 0.0,
        tuple((one, row) for row, one in got if not allowed(row, one)),
    )


def allowed(row: Row, tier: str) -> bool:
    """Whether this is the tier that was wanted, or one that the row calls as good."""
    return tier == row["tier"] or tier in row.get("also", ())


def with_typos(found: Sequence[Row], tier: Assess, seed: int) -> float:
    """Recall in % when each message gets one more slip of the thumb; the same ones each run."""
    chance = random.Random(seed)
    plain = [row["text"] for row in found if "typo" not in row]
    return percent([tier(typo(text, chance)) in LOUD for text in plain])


def by_category(got: Sequence[tuple[Row, str]]) -> dict[str, tuple[float, int]]:
    """Recall in % and the number of rows, for each category that rows want."""
    names = sorted({row["category"] for row, _ in got})
    hits = {name: [one in LOUD for row, one in got if row["category"] == name] for name in names}
    return {name: (percent(some), len(some)) for name, some in hits.items()}
