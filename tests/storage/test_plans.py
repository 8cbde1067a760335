"""What runs every turn finds its rows by an index made for it, however much has been done."""

from __future__ import annotations

from typing import Any

from storage import inbox, outbox
from storage.database import Database
from storage.tx import Tx
from storage.vault import Vault
from tests.storage.families import TOWN, draft, meet, message
from tests.storage.statements import noted


async def _plans(tx: Tx, work: Any) -> list[str]:
    """How SQLite runs each SELECT of this piece of work."""
    with noted(tx) as seen:
        await work
    found = []
    for statement, values in seen:
        if statement.lstrip().startswith("SELECT"):
            rows = await tx.conn.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values)
            found.append("\n".join(row[-1] for row in rows))
    assert found
    return found


async def test_choosing_whose_turn_it_is_reads_waiting_rows_only(
    sqlite_url: str, vault: Vault
) -> None:
    database = await Database.open(sqlite_url, vault)
    async with database.writing() as tx:
        await inbox.receive(tx, [message("a", "1")], TOWN)
        (plan,) = await _plans(tx, inbox.claim(tx, 50))
    await database.close()
    assert "ix_inbox_waiting" in plan
    assert "SCAN inbox\n" not in plan
    assert "SCAN conversations" not in plan


async def test_choosing_what_to_send_reads_unsent_rows_only(sqlite_url: str, vault: Vault) -> None:
    database = await Database.open(sqlite_url, vault)
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await outbox.put(tx, [draft(parent, "1")])
        (plan,) = await _plans(tx, outbox.claim(tx, "telegram", 5.0, 10, [99]))
    await database.close()
    assert "SEARCH outbox USING COVERING INDEX ix_outbox_waiting (channel=?)" in plan
    assert "SCAN outbox" not in plan
