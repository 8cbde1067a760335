"""Reading level: does the measure tell plain texts from bureaucratic ones?"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from bench.sets import Missing, Row


@dataclass(frozen=True, slots=True)
class Plainness:
    """The figures of one measure; AUCs 0–1, flags in %, `pace` the median call in ms."""

    auc: float
    auc_pairs: float  # only the texts that have a twin of equal length
    pace: float
    flagged_simple: float = 0.0
    flagged_hard: float = 0.0
    misses: tuple[tuple[str, str], ...] = ()  # why, text


def auc(lower: Sequence[float], higher: Sequence[float]) -> float:
    """The chance that one of the second scores above one of the first; ties count half."""
    wins = sum((high > low) + (high == low) / 2 for low in lower for high in higher)
    return wins / max(1, len(lower) * len(higher))


def measured(found: Sequence[Row], difficulty: Callable[[str], float]) -> Plainness:
    """Any measure of difficulty on the rows."""
    scores, paces = [], []
    for row in found:
        began = perf_counter()
        scores.append((row, difficulty(row["text"])))
        paces.append((perf_counter() - began) * 1000)
    pairs = [(row, value) for row, value in scores if "pair" in row]
    return Plainness(_apart(scores), _apart(pairs), median(paces))


def _apart(scores: Sequence[tuple[Row, float]]) -> float:
    simple, hard = ([value for row, value in scores if row["hard"] is it] for it in (False, True))
    return auc(simple, hard)


def stapje(found: Sequence[Row]) -> Plainness:
    """Our own measure, with its flags."""
    try:
        reading = importlib.import_module("dialogs.language.reading")
        level = reading.level
    except (ModuleNotFoundError, AttributeError) as error:
        raise Missing(f"no dialogs.language.reading.level ({error})") from error
    figures = measured(found, lambda text: float(level(text).difficulty))
    flagged = [(row, level(row["text"]).flags) for row in found]
    simple = [bool(flags) for row, flags in flagged if not row["hard"]]
    hard = [bool(flags) for row, flags in flagged if row["hard"]]
    misses = tuple(
        (f"flags {list(flags)}", row["text"])
        for row, flags in flagged
        if bool(flags) != row["hard"]
    )
    return Plainness(
        figures.auc, figures.auc_pairs, figures.pace, percent(simple), percent(hard), misses
    )


def percent(hits: Sequence[bool]) -> float:
    """How many of these are true, in %."""
    return 100 * sum(hits) / max(1, len(hits))
