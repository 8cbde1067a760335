"""How the ways out that carry no conversation do: what waits, what did not arrive, once more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, case, func, select, update

from storage.schema import outbox
from storage.sql import several, word
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Way:
    """One channel. `oldest` is when the oldest of what waits was made; UTC seconds."""

    channel: str
    sent: int
    waiting: int
    failed: int
    oldest: float | None


_o = outbox.c
_ours = (_o.conversation_id.is_(None), _o.channel.in_(several("channels")))
_waits = _o.state.in_([word("new"), word("sending")])
_over = _o.state.in_([word("failed"), word("unsure")])
_WAYS = (
    select(
        _o.channel,
        func.sum(case((_o.state == word("sent"), 1), else_=0)),
        func.sum(case((_waits, 1), else_=0)),
        func.sum(case((_over, 1), else_=0)),
        func.min(case((_waits, _o.created_at))),
    )
    .where(*_ours)
    .group_by(_o.channel)
    .order_by(_o.channel)
)
_LATE = (
    select(_o.channel, func.count())
    .where(*_ours, _waits, _o.created_at < bindparam("before"))
    .group_by(_o.channel)
)
_AGAIN = (
    update(outbox)
    .where(_o.conversation_id.is_(None), _o.channel == bindparam("way"), _over)
    .values(state="new", not_before=0.0, error=None)
)


async def ways(tx: Tx, channels: Collection[str]) -> list[Way]:
    """What these channels did and have still to do; those that never had anything are left out."""
    return [Way(*row) for row in await tx.all(_WAYS, {"channels": list(channels)})]


async def late(tx: Tx, channels: Collection[str], before: float) -> dict[str, int]:
    """How many messages of each channel wait since before then; only channels that have some."""
    values = {"channels": list(channels), "before": before}
    return {row[0]: int(row[1]) for row in await tx.all(_LATE, values)}


async def again(tx: Tx, channel: str) -> int:
    """Let what did not arrive go once more; tells how many."""
    return (await tx.execute(_AGAIN, {"way": channel})).rowcount
