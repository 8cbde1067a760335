"""Statements that SQLAlchemy writes once and SQLite's own driver runs ever after.

Preparing an execution through SQLAlchemy takes ten times as long as SQLite takes to run it, so on
SQLite we keep the text and the order of its values (why: docs/adr/0007-sqlite-where-it-is.md).
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any
from weakref import WeakKeyDictionary

import orjson
from sqlalchemy import Boolean, Column, Dialect, Executable
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.exc import NoResultFound
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

DIALECT: Dialect = dialect()
Given = Mapping[str, Any]
_Known = dict[tuple[str, ...], "Prepared"]
_known: WeakKeyDictionary[Any, _Known] = WeakKeyDictionary()


class Found:
    """What a statement brought: named tuples, all read already."""

    __slots__ = ("_rows", "rowcount")

    def __init__(self, rows: Sequence[Any], rowcount: int = -1) -> None:
        """`rowcount` is how many rows a change met; -1 for a SELECT."""
        self._rows, self.rowcount = rows, rowcount

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def all(self) -> Sequence[Any]:
        """Every row."""
        return self._rows

    def first(self) -> Any:
        """The first row, or None."""
        return self._rows[0] if self._rows else None

    def one(self) -> Any:
        """The only row. Raises NoResultFound when there is none or more than one."""
        if len(self._rows) != 1:
            raise NoResultFound(f"{len(self._rows)} rows")
        return self._rows[0]

    def scalar(self) -> Any:
        """The first column of the first row, or None."""
        return self._rows[0][0] if self._rows else None

    def scalar_one(self) -> Any:
        """The first column of the only row. Raises NoResultFound."""
        return self.one()[0]


class Prepared:
    """The text of one statement for values of these names, and the shape of what it brings."""

    __slots__ = ("_brings", "_fixed", "_flags", "_lists", "_names", "_order", "_shape", "sql")

    def __init__(self, statement: ClauseElement, given: tuple[str, ...]) -> None:
        """`given` are the names of the values that come with each run."""
        compiled = statement.compile(dialect=DIALECT, column_keys=list(given))
        assert isinstance(compiled, SQLCompiler)
        self._lists = tuple(compiled.bind_names[one] for one in compiled.post_compile_params)
        self.sql = compiled.string
        for name in self._lists:
            self.sql = self.sql.replace(f"__[POSTCOMPILE_{name}]", "SELECT value FROM json_each(?)")
        self._names: tuple[str, ...] = tuple(compiled.positiontup or ())
        fixed = compiled.params | {c.key: _default(c) for c in compiled.insert_prefetch}
        self._fixed = {name: fixed[name] for name in self._names if name not in given}
        self._order = _in_order(self._names)
        self._shape: Callable[[Any], Any] | None = None
        self._brings = " RETURNING " in self.sql
        columns = getattr(statement, "exported_columns", ())
        self._flags = tuple(n for n, c in enumerate(columns) if isinstance(c.type, Boolean))

    def values(self, given: Given) -> tuple[Any, ...]:
        """The values in the order of the text. Raises KeyError when one is missing."""
        if self._fixed:
            given = self._fixed | dict(given)
        if self._lists:
            given = dict(given) | {n: orjson.dumps(list(given[n])).decode() for n in self._lists}
        return self._order(given)

    def run(self, driver: sqlite3.Connection, given: Given | Sequence[Given] | None) -> Found:
        """Run it: once, or once per row. Raises sqlite3.Error."""
        if not isinstance(given, Sequence):
            return self._once(driver, given or {})
        if len(given) == 1:
            return self._once(driver, given[0])
        if self._brings:  # the driver has no way to read what many runs bring
            runs = [self._once(driver, row) for row in given]
            return Found([row for run in runs for row in run], sum(run.rowcount for run in runs))
        return Found((), driver.executemany(self.sql, map(self.values, given)).rowcount)

    def _once(self, driver: sqlite3.Connection, given: Given) -> Found:
        cursor = driver.execute(self.sql, self.values(given))
        if self._shape is None and cursor.description is not None:
            self._shape = _shape([one[0] for one in cursor.description], self._flags)
        return _read(cursor, self._shape)


def found(cursor: sqlite3.Cursor) -> Found:
    """What a statement brought that was run as it stands."""
    names = [one[0] for one in cursor.description or ()]
    return _read(cursor, _shape(names, ()) if names else None)


def prepared(statement: Executable, given: tuple[str, ...]) -> Prepared:
    """This statement for values of these names; made once."""
    known: _Known = _known.setdefault(statement, {})
    found = known.get(given)
    if found is None:
        assert isinstance(statement, ClauseElement)
        found = known[given] = Prepared(statement, given)
    return found


def _read(cursor: sqlite3.Cursor, shape: Callable[[Any], Any] | None) -> Found:
    if shape is None:
        return Found((), cursor.rowcount)
    rows = [*map(shape, cursor)]  # to the end: only then a change has met all its rows
    return Found(rows, cursor.rowcount)


def _default(column: Column[Any]) -> Any:
    """A plain value; the schema has no others."""
    assert column.default is not None
    return column.default.arg  # type: ignore[attr-defined]  # of ScalarElementColumnDefault


def _in_order(names: tuple[str, ...]) -> Callable[[Given], tuple[Any, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda given: tuple(given[name] for name in names)


def _shape(names: list[str], flags: tuple[int, ...]) -> Callable[[Any], Any]:
    """Makes a named tuple of a row; columns in `flags` are truths, kept as 0 and 1."""
    record: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # names of a query
    make: Callable[[Any], Any] = record._make
    if not flags:
        return make

    def with_flags(row: tuple[Any, ...]) -> Any:
        whole = list(row)
        for n in flags:
            whole[n] = None if row[n] is None else bool(row[n])
        return make(whole)

    return with_flags
