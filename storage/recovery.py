"""After a restart: what was on its way when the process died."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.schema import alerts, conversations, outbox
from storage.sql import several, word
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Recovered:
    """Ids of outbox rows: sent again once, and those nobody can be sure of."""

    again: tuple[int, ...]
    unsure: tuple[int, ...]


_o = outbox.c
_stuck = (_o.state == word("sending"), _o.sending_at <= bindparam("before"))
_AGAIN = (
    update(outbox)
    .where(*_stuck, _o.kind != word("reminder"))
    .values(state="new", attempts=_o.attempts + 1, sending_at=None)
    .returning(_o.id)
)
_UNSURE = (
    update(outbox)
    .where(*_stuck, _o.kind == word("reminder"))
    .values(state="unsure", error="restart")
    .returning(_o.id, _o.conversation_id)
)
_FAMILIES = select(conversations.c.id, conversations.c.family_id).where(
    conversations.c.id.in_(several("ids"))
)


async def recover(tx: Tx, now: float, *, stale_for: float = 0.0) -> Recovered:
    """Free what was `sending`: replies are sent again (and may arrive twice), reminders are not.

    Those become `unsure`, each with an alert for the tandem. With several processes on one
    database, `stale_for` seconds spare what another process is sending right now.
    """
    values = {"before": now - stale_for}
    again = tuple(row.id for row in await tx.all(_AGAIN, values))
    unsure = await tx.all(_UNSURE, values)
    if unsure:
        ids = {"ids": list({row.conversation_id for row in unsure})}
        family: dict[int, str] = {row.id: row.family_id for row in await tx.all(_FAMILIES, ids)}
        await tx.add(alerts, [_alert(row, family.get(row.conversation_id), now) for row in unsure])
    return Recovered(again, tuple(row.id for row in unsure))


def _alert(row: Any, family_id: str | None, now: float) -> dict[str, Any]:
    return {
        "key": f"unsure:{row.id}",
        "kind": "unsure",
        "family_id": family_id,
        "ref": f"outbox:{row.id}",
        "created_at": now,
    }
