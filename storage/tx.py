"""One transaction and what belongs to it; every storage function takes it first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Column, Executable, Row, Table

from storage.direct import DirectConnection
from storage.sql import insert_new, insert_new_returning
from storage.vault import Vault

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

AnyRow = Row[*tuple[Any, ...]]
Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Result(Protocol):
    """What a statement brought: rows to read by name or place, or how many rows it changed."""

    @property
    def rowcount(self) -> int:
        """How many rows a change met."""

    def all(self) -> Sequence[AnyRow]:
        """Every row."""

    def first(self) -> AnyRow | None:
        """The first row, or None."""

    def one(self) -> AnyRow:
        """The only row. Raises NoResultFound."""

    def scalar(self) -> Any:
        """The first column of the first row, or None."""

    def scalar_one(self) -> Any:
        """The first column of the only row. Raises NoResultFound."""


@dataclass(frozen=True, slots=True)
class Tx:
    """An open transaction, the vault, and which database it is (`sqlite` or `postgresql`).

    `afterwards` are called when a writing transaction is over, with whether it was committed;
    `posted` are the channels that got a message in it. `sealed` is what it sealed, by place and
    ciphertext: who reads that back in it need not open it.
    """

    conn: AsyncConnection | DirectConnection
    vault: Vault
    dialect: str
    afterwards: list[Callable[[bool], None]] = field(default_factory=list)
    posted: set[str] = field(default_factory=set)
    sealed: dict[tuple[str, bytes], Any] = field(default_factory=dict)

    async def execute(self, statement: Executable, rows: Rows | None = None) -> Result:
        """Run one statement: once, or once per row of a list in one round trip."""
        return await self.conn.execute(statement, rows)

    async def all(self, statement: Executable, rows: Rows | None = None) -> Sequence[AnyRow]:
        """Every row of the result."""
        return (await self.execute(statement, rows)).all()

    async def add(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows; repeats of a unique key are void."""
        if rows:
            await self.execute(insert_new(self.dialect, table), rows)

    async def add_one(self, table: Table, row: Mapping[str, Any]) -> bool:
        """Insert one row. False when its unique key was there already."""
        return bool(await self.add_returning(table, [row], *table.primary_key.columns))

    async def add_returning(
        self, table: Table, rows: Sequence[Mapping[str, Any]], *columns: Column[Any]
    ) -> Sequence[AnyRow]:
        """Insert rows; repeats of a unique key are void. Returns these columns of the new ones."""
        if not rows:
            return []
        return await self.all(insert_new_returning(self.dialect, table, *columns), rows)
