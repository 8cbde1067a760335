"""Typed answers: how often a reader finds what was meant, something else, or asks again."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from time import perf_counter
from typing import Any

from bench.sets import Missing, Row

KINDS = (
    "option", "options_multi", "date", "birthdate", "time", "datetime", "number", "amount", "ages",
    "phone", "postcode", "bsn", "iban",
)  # fmt: skip
Reader = Callable[[Row], object]


@dataclass(frozen=True, slots=True)
class Score:
    """How a reader did on some rows. `pace` is the median of its calls, in ms."""

    kind: str
    count: int
    right: float  # %, and so are the next two
    wrong: float  # a value that was not wanted, also where nothing was wanted
    asked: float  # nothing where there was a value
    pace: float
    misses: tuple[tuple[Row, object], ...]


def stapje() -> Reader:
    """The reader behind `stapje language read`."""
    try:
        answer = importlib.import_module("dialogs.language.answer")
    except ModuleNotFoundError as error:
        raise Missing(f"no {error.name}") from error

    def read(row: Row) -> object:
        return answer.read(row["kind"], row["text"], row.get("options", ()), moment(row))

    return read


def moment(row: Row) -> datetime | None:
    """The local time at which she typed it."""
    return datetime.fromisoformat(row["now"]) if "now" in row else None


def judge(row: Row, value: object) -> str:
    """`right`, `wrong` or `asked`: the three add up to everything."""
    if same(row["kind"], row["want"], value):
        return "right"
    return "asked" if nothing(row["kind"], value) else "wrong"


def same(kind: str, want: object, value: object) -> bool:
    """Whether two values mean the same; the order of a list means nothing."""
    if want is None or nothing(kind, value):
        return want is None and nothing(kind, value)
    if isinstance(want, int | float):
        return type(value) in (int, float) and abs(want - float(str(value))) < 1e-9
    if isinstance(want, list):
        return isinstance(value, list | tuple) and sorted(map(str, map(_plain, want))) == sorted(
            map(str, map(_plain, value))
        )
    return bool(want == value)


def nothing(kind: str, value: object) -> bool:
    """Whether a reader said that it found no value."""
    return value is None or (kind in {"bsn", "iban"} and not value)


def _plain(item: Any) -> object:
    return sorted(item.items()) if isinstance(item, dict) else item


def score(kind: str, found: Sequence[Row], read: Reader) -> Score:
    """Read all rows of one kind."""
    tally = {"right": 0, "wrong": 0, "asked": 0}
    misses, paces = [], []
    for row in found:
        began = perf_counter()
        value = read(row)
        paces.append((perf_counter() - began) * 1000)
        verdict = judge(row, value)
        tally[verdict] += 1
        if verdict != "right":
            misses.append((row, value))
    share = {name: 100 * number / max(1, len(found)) for name, number in tally.items()}
    pace = median(paces) if paces else 0.0
    return Score(
        kind, len(found), share["right"], share["wrong"], share["asked"], pace, tuple(misses)
    )


def per_kind(found: Sequence[Row], read: Reader, kinds: Sequence[str] = KINDS) -> list[Score]:
    """A score for each kind, in the order of the issue."""
    return [score(kind, [row for row in found if row["kind"] == kind], read) for kind in kinds]


def clock_rows(phrases: dict[str, str]) -> list[Row]:
    """Generated clock phrases as rows of kind `time`."""
    now = "2026-11-24T10:15"
    return [
        {"kind": "time", "text": text, "now": now, "want": want} for text, want in phrases.items()
    ]
