"""A creditor's list of signals, as a file: what can be taken from it and what is wrong. Pure.

Columns by their Dutch or English name, in any order: reference, kind and the day it began; a name,
an address and a telephone number if they are there. Amounts, and whatever else, are not read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from casework.arrears import STANDING, Kind
from casework.arrears_words import BY_NAME, BY_WORD, COLUMNS
from casework.cells import harmless
from casework.creditors import plain
from casework.phones import e164
from dialogs.language.guard import mask

MOST_ROWS = 20_000
LARGEST = 5 * 1024 * 1024  # bytes
LONGEST: Mapping[str, int] = {
    "creditor": 60,
    "reference": 40,
    "name": 80,
    "address": 160,
    "phone": 24,
}
NEEDED = ("reference", "kind", "began")
_SIGNS = ";,\t"  # between two cells
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WORDS = frozenset(("creditor", "reference", "name", "address"))  # kept as they are
_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(?::00(?:\.0+)?)?$")  # a day that Excel wrote as a moment
_SIGN = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)  # Excel's own first line
_NOTHING = frozenset("-–—")  # what people type in a cell that they leave empty
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_OWN = re.compile(  # a creditor's own letters at nine digits: that is no BSN
    r"(?=.*[a-hj-km-np-z])(?!.*(?:bsn|sofi|burger))(?:[a-z]{2,10}[-_/.]?\d{9}|\d{9}[-_/.]?[a-z]{2,10})",
    re.IGNORECASE | re.ASCII,
)
_SPACES = " \u00a0"
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Wrong(StrEnum):
    """What is wrong with a row or a file."""

    MISSING = "missing"  # nothing stands there
    LONG = "long"
    KIND = "kind"
    DAY = "day"
    FUTURE = "future"
    OLD = "old"
    PHONE = "phone"
    NUMBER = "number"  # it looks like a BSN or an account: it is not kept
    ODD = "odd"  # a line break or another sign that does not belong there
    CELLS = "cells"  # more or fewer cells than the first row
    FORMULA = "formula"  # a spreadsheet would calculate it
    TWICE = "twice"  # an earlier row says the same
    DIFFERS = "differs"  # an earlier row has this reference, and says something else
    COLUMN = "column"  # the file lacks this column
    DOUBLED = "doubled"  # the file has this column twice
    EMPTY = "empty"
    SHEET = "sheet"  # a spreadsheet, not a CSV
    QUOTES = "quotes"  # a quotation mark that nobody closed
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Row:
    """One signal. `phone` is E.164; what was not given is empty.

    `creditor` tells two of a kind apart that use the same reference; no letter names it.
    """

    reference: str
    kind: Kind
    began: date
    name: str = ""
    address: str = ""
    phone: str = ""
    creditor: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong; `row` counts from 1, with the names of the columns; 0 is the file."""

    row: int
    column: str
    wrong: Wrong
    first: int = 0  # of one that stands there twice: the row that counts


@dataclass(frozen=True, slots=True)
class Read:
    """All that came of a file. `ignored`: columns that were not read."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    ignored: tuple[str, ...] = ()


def read(
    body: bytes, today: date, whose: str = "", spelled: Mapping[str, str] | None = None
) -> Read:
    """What this file says, row by row; a bad row leaves the others as they are.

    `whose`: the creditor of rows that name none; `spelled`: what to call a creditor instead.
    """
    if body.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return Read(faults=(Fault(0, "", Wrong.SHEET),))
    lines = _lines(_text(body))
    try:
        _, header = next(lines)
    except StopIteration:
        return Read(faults=(Fault(0, "", Wrong.EMPTY),))
    except csv.Error:
        return Read(faults=(Fault(1, "", Wrong.QUOTES),))
    names = [BY_NAME.get(_plain(cell), "") for cell in header]
    ignored = tuple(cell.strip() for cell, name in zip(header, names, strict=True) if not name)
    if lacking := _lacking(names):
        return Read(faults=lacking, ignored=ignored)
    known = spelled or {}

    def named(one: Row) -> Row:
        name = one.creditor or whose
        return replace(one, creditor=known.get(name, name))

    rows, faults = _rows(lines, names, today, named)
    return Read(tuple(rows), tuple(faults), tuple(filter(None, ignored)))


def _text(body: bytes) -> str:
    """UTF-8, UTF-16 as Excel writes it, or else what Windows makes of it."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line with the number at which it begins; empty ones are left out."""
    said = _SIGN.match(text)
    before = 1 if said else 0  # lines
    rest = text[said.end() :] if said else text
    first = rest.partition("\n")[0]
    sign = said[1] if said and said[1] in _SIGNS else max(_SIGNS, key=first.count)
    found = csv.reader(io.StringIO(rest, newline=""), delimiter=sign, strict=True)
    begins = before + 1
    for cells in found:
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = before + found.line_num + 1


def _plain(cell: str) -> str:
    return re.sub(r"[\s_-]+", "_", cell.strip().casefold())


def _lacking(names: Sequence[str]) -> tuple[Fault, ...]:
    lacking = [Fault(1, name, Wrong.COLUMN) for name in NEEDED if name not in names]
    return (*lacking, *(Fault(1, n, Wrong.DOUBLED) for n in COLUMNS if names.count(n) > 1))


def _rows(
    lines: Iterator[tuple[int, list[str]]],
    names: Sequence[str],
    today: date,
    named: Callable[[Row], Row],
) -> tuple[list[Row], list[Fault]]:
    rows: dict[tuple[Kind, str, str], tuple[int, Row]] = {}
    faults: list[Fault] = []
    number = 1
    try:
        for number, cells in lines:
            if len(rows) >= MOST_ROWS:
                faults.append(Fault(number, "", Wrong.MANY))
                break
            found = _row(number, cells, names, today)
            if isinstance(found, Row):
                one = named(found)
                key = (one.kind, plain(one.creditor), same(one.reference))
                found = _twice(number, one, rows.setdefault(key, (number, one)))
            faults += found
    except csv.Error:  # what follows cannot be told apart any more
        faults.append(Fault(number + 1, "", Wrong.QUOTES))
    return [one for _, one in rows.values()], faults


def _twice(number: int, row: Row, kept: tuple[int, Row]) -> list[Fault]:
    """Of rows with one reference the first one counts, whatever the others say."""
    first, one = kept
    if first == number:
        return []
    alike = replace(row, creditor=one.creditor, reference=one.reference) == one
    return [Fault(number, "reference", Wrong.TWICE if alike else Wrong.DIFFERS, first)]


def _row(number: int, cells: list[str], names: Sequence[str], today: date) -> Row | list[Fault]:
    if any(cell.strip() for cell in cells[len(names) :]) or len(cells) < len(names):
        return [Fault(number, "", Wrong.CELLS)]
    # No other space is taken off: what begins with a tab is told, and never kept.
    given = {name: cell.strip(_SPACES) for name, cell in zip(names, cells, strict=False) if name}
    found = row(given, today)
    return found if isinstance(found, Row) else [Fault(number, *one) for one in found.items()]


def row(given: Mapping[str, str], today: date) -> Row | dict[str, Wrong]:
    """One signal of these texts, or what is wrong by column. Also for the form at the desk."""
    given = {name: _seen(text) for name, text in given.items()}
    wrong = {name: why for name in COLUMNS if (why := _unfit(name, given.get(name, "")))}
    kind, began = BY_WORD.get(_plain(given.get("kind", ""))), day(given.get("began", ""))
    phone = e164(given["phone"]) if given.get("phone") else ""
    if kind is None:
        wrong.setdefault("kind", Wrong.KIND)
    if phone is None:
        wrong.setdefault("phone", Wrong.PHONE)
    if why := _untimely(began, today):
        wrong.setdefault("began", why)
    if wrong or kind is None or began is None:
        return wrong
    name, address, creditor = (given.get(it, "") for it in ("name", "address", "creditor"))
    return Row(given["reference"], kind, began, name, address, phone or "", creditor)


def same(reference: str) -> str:
    """The reference as it is compared: `a-1` is `A-1`."""
    return reference.casefold()


def _seen(text: str) -> str:
    """What people see in a cell: no invisible signs, and nothing where they drew a dash."""
    bare = _INVISIBLE.sub("", text)
    return "" if set(bare) <= _NOTHING else bare


def fits(name: str, text: str) -> str:
    """This text, or "" when it cannot stand in that column."""
    return "" if _unfit(name, text) else text


def _unfit(name: str, text: str) -> Wrong | None:
    """Why this text cannot stand in that column, whatever it means."""
    if not text:
        return Wrong.MISSING if name in NEEDED else None
    if _ODD.search(text):
        return Wrong.ODD
    if name in _WORDS and harmless(text) != text:
        return Wrong.FORMULA  # it would not leave as it came: nobody could match it again
    if mask(text) != text and not (name == "reference" and _OWN.fullmatch(text)):
        return Wrong.NUMBER
    return Wrong.LONG if len(text) > LONGEST.get(name, 40) else None


def day(text: str) -> date | None:
    """`2026-10-01` or `1-10-2026`, also at midnight; None for what is no day."""
    text = _MIDNIGHT.sub("", text)
    found = _DAY_FIRST.fullmatch(text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text)
    except ValueError:
        return None


def _untimely(began: date | None, today: date) -> Wrong | None:
    if began is None:
        return Wrong.DAY
    if began > today:
        return Wrong.FUTURE
    return Wrong.OLD if today - began > timedelta(days=STANDING) else None


def written(rows: Sequence[Sequence[str]]) -> bytes:
    """These rows as a CSV that Excel reads as it is: UTF-8 with its mark, and `;`."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
