"""The test sets themselves: well formed, big enough, and the sealed third is not the open one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import phonenumbers
import pytest
from stdnum import iban
from stdnum.nl import bsn, postcode

HERE = Path(__file__).parent
OPEN, SEALED = HERE / "sets", HERE / "held_out"
FEWEST = {
    "option": 80, "options_multi": 60, "date": 55, "birthdate": 20, "time": 60, "datetime": 45,
    "number": 35, "amount": 25, "ages": 45, "phone": 25, "postcode": 15, "bsn": 10, "iban": 10,
}  # fmt: skip
MOMENTS: dict[str, Callable[[str], object]] = {
    "date": date.fromisoformat, "birthdate": date.fromisoformat,
    "time": time.fromisoformat, "datetime": datetime.fromisoformat,
}  # fmt: skip
SHAPES = {
    "date": r"\d{4}-\d\d-\d\d",
    "time": r"\d\d:\d\d",
    "datetime": r"\d{4}-\d\d-\d\dT\d\d:\d\d",
}
Row = dict[str, Any]


def rows(folder: Path, name: str) -> list[Row]:
    """The rows of one set."""
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text().splitlines()]


def well_formed(row: Row) -> bool:
    """Whether a wanted value is one that its kind can have."""
    kind, want = row["kind"], row["want"]
    if want is None:
        return True
    if kind in MOMENTS:
        shape = SHAPES["date" if kind == "birthdate" else kind]
        return bool(re.fullmatch(shape, want)) and bool(MOMENTS[kind](want))
    return bool(CHECKS[kind](want, row))


CHECKS: dict[str, Callable[[Any, Row], object]] = {
    "option": lambda want, row: want in row["options"],
    "options_multi": lambda want, row: want and want == [o for o in row["options"] if o in want],
    "number": lambda want, _: isinstance(want, int | float) and want >= 0,
    "amount": lambda want, _: isinstance(want, int | float) and want >= 0,
    "ages": lambda want, _: want and all(map(an_age, want)),
    "phone": lambda want, _: phonenumbers.is_valid_number(phonenumbers.parse(want)),
    "postcode": lambda want, _: postcode.validate(want) == want,
    "bsn": lambda want, _: want and all(map(bsn.is_valid, want)),
    "iban": lambda want, _: want and all(map(iban.is_valid, want)),
}


def an_age(age: Row) -> bool:
    return set(age) == {"value", "unit", "pregnant"} and age["unit"] in {"year", "month", "week"}


@pytest.mark.parametrize(("folder", "share"), [(OPEN, 1.0), (SEALED, 0.4)])
def test_understanding_set_is_well_formed_and_big_enough(folder: Path, share: float) -> None:
    found = rows(folder, "understanding")
    counts = Counter(row["kind"] for row in found)
    assert set(counts) == set(FEWEST)
    assert not {kind: n for kind, n in counts.items() if n < FEWEST[kind] * share}
    assert [row for row in found if not well_formed(row)] == []
    assert [row for row in found if ("options" in row) != row["kind"].startswith("option")] == []
    assert {datetime.fromisoformat(row["now"]).tzinfo for row in found if "now" in row} == {None}


@pytest.mark.parametrize("folder", [OPEN, SEALED])
def test_a_fifth_must_be_asked_again(folder: Path) -> None:
    found = rows(folder, "understanding")
    assert 0.15 <= sum(row["want"] is None for row in found) / len(found) <= 0.25


def test_understanding_has_no_doubles() -> None:
    seen = Counter(
        (row["kind"], row["text"].casefold().strip(), tuple(row.get("options", ())), row.get("now"))
        for folder in (OPEN, SEALED)
        for row in rows(folder, "understanding")
    )
    assert [key for key, n in seen.items() if n > 1] == []
    texts = [
        {(r["kind"], r["text"].casefold()) for r in rows(f, "understanding")}
        for f in (OPEN, SEALED)
    ]
    assert texts[0] & texts[1] == set()


@pytest.mark.parametrize(("folder", "fewest", "pairs"), [(OPEN, 150, 25), (SEALED, 75, 12)])
def test_reading_set_is_half_hard_and_has_pairs_of_equal_length(
    folder: Path, fewest: int, pairs: int
) -> None:
    found = rows(folder, "reading")
    assert len(found) >= fewest
    assert 0.45 <= sum(row["hard"] for row in found) / len(found) <= 0.55
    lengths: dict[int, dict[bool, tuple[int, int]]] = {}
    for row in found:
        if "pair" in row:
            sentences = re.split(r"(?<=[.?!])\s+", row["text"])
            length = (len(sentences), len(row["text"].split()))
            lengths.setdefault(row["pair"], {})[row["hard"]] = length
    assert len(lengths) >= pairs
    assert {n: both for n, both in lengths.items() if both[True] != both[False]} == {}


def test_no_text_of_the_reading_sets_stands_twice() -> None:
    texts = Counter(row["text"].casefold() for f in (OPEN, SEALED) for row in rows(f, "reading"))
    assert [text for text, n in texts.items() if n > 1] == []
