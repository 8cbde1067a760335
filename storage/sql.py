"""Pieces of statements that several modules need.

State words stand in the SQL as literals, not as parameters: SQLite uses a partial index only
when it can read the condition while it prepares the statement.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any

import orjson
from sqlalchemy import Column, ColumnElement, Executable, Table, bindparam, literal_column
from sqlalchemy.sql.elements import BindParameter


def word(value: str) -> ColumnElement[str]:
    """A fixed word as an SQL literal. Only for words written in this package."""
    if not value.replace("_", "").isalpha():
        raise ValueError("not a plain word")
    return literal_column(f"'{value}'")


def several(name: str) -> BindParameter[Any]:
    """A parameter that takes a list, for IN."""
    return bindparam(name, expanding=True)


def columns_of(record: type[Any], table: Table) -> list[Column[Any]]:
    """The table's columns in the order of the dataclass's fields, so that `record(*row)` fits."""
    return [table.c[field.name] for field in fields(record)]


@cache
def inserting(dialect: str) -> Callable[[Table], Any]:
    """The dialect's own INSERT, which knows ON CONFLICT. Imported late: it costs start time."""
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as on_sqlite

        return on_sqlite
    from sqlalchemy.dialects.postgresql import insert as on_postgresql

    return on_postgresql


@cache
def insert_new(dialect: str, table: Table) -> Executable:
    """INSERT that ignores rows whose unique key is there already."""
    statement: Executable = inserting(dialect)(table).on_conflict_do_nothing()
    return statement


@cache
def insert_new_returning(dialect: str, table: Table, *columns: Column[Any]) -> Executable:
    """As `insert_new`, returning columns of the rows that were new."""
    statement: Executable = inserting(dialect)(table).on_conflict_do_nothing().returning(*columns)
    return statement


def pack(body: object) -> bytes:
    """JSON bytes of a body about to be sealed."""
    return orjson.dumps(body)


def unpack(data: bytes) -> dict[str, Any]:
    """The JSON object of an opened body."""
    body: dict[str, Any] = orjson.loads(data)
    return body
