"""The libraries that are compared, called as their manuals say, each with the same rows."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from rapidfuzz import fuzz, process, utils

from bench.sets import Missing, Row
from bench.typed import Reader, moment, same

ENOUGH = 80  # rapidfuzz: of 100
SHAPES = {"date": "%Y-%m-%d", "time": "%H:%M", "datetime": "%Y-%m-%dT%H:%M"}


def library(name: str) -> Any:
    """A library that only the bench needs."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise Missing(f"no {error.name}: make bench-language installs it") from error


def dateparser() -> Reader:
    """dateparser in Dutch, from the given moment, preferring the future."""
    parser = library("dateparser")

    def read(row: Row) -> object:
        settings = {
            "RELATIVE_BASE": moment(row), "PREFER_DATES_FROM": "future", "DATE_ORDER": "DMY",
        }  # fmt: skip
        found = parser.parse(row["text"], languages=["nl"], settings=settings)
        return found and afternoon(row, found.strftime(SHAPES[row["kind"]]))

    return read


def afternoon(row: Row, value: str) -> str:
    """The wanted value when only twelve hours differ: our reading of "2 uur" is not theirs."""
    if row["kind"] == "date" or row["want"] is None:
        return value
    day, clock = value[:-5], value[-5:]
    other = f"{day}{(int(clock[:2]) + 12) % 24:02d}{clock[2:]}"
    return other if same(row["kind"], row["want"], other) else value


def rapidfuzz() -> Reader:
    """The whole text against each whole button."""

    def read(row: Row) -> object:
        found = process.extract(
            row["text"], row["options"], scorer=fuzz.WRatio, processor=utils.default_process,
            score_cutoff=ENOUGH, limit=None,
        )  # fmt: skip
        texts = [text for text, *_ in found]
        if row["kind"] == "option":
            return texts[0] if texts else None
        return texts or None

    return read


def flesch_douma() -> Callable[[str], float]:
    """How hard textstat finds a Dutch text: its Flesch-Douma score, turned round."""
    textstat = library("textstat")
    textstat.set_lang("nl")
    return lambda text: -float(textstat.flesch_reading_ease(text))
