"""How messages to one family went: what did not surely arrive, what waits, what was sent last."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, case, func, select

from storage.schema import conversations, outbox
from storage.sql import word
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Troubled:
    """A message to her that failed, or of which nobody knows whether it arrived."""

    outbox_id: int
    kind: str  # reply, reminder
    state: str  # unsure, failed
    created_at: float


@dataclass(frozen=True, slots=True)
class Deliveries:
    """The state of a family's messages. Times in UTC seconds."""

    troubled: tuple[Troubled, ...]  # newest first
    waiting: int
    last_sent_at: float | None


_o = outbox.c
_OURS = outbox.join(conversations, conversations.c.id == _o.conversation_id)
_hers = conversations.c.family_id == bindparam("family")
_TROUBLED = (
    select(_o.id, _o.kind, _o.state, _o.created_at)
    .select_from(_OURS)
    .where(
        _hers,
        _o.state.in_([word("unsure"), word("failed")]),
        _o.kind.in_([word("reply"), word("reminder")]),  # closing old buttons concerns nobody
        _o.created_at >= bindparam("since"),
    )
    .order_by(_o.id.desc())
)
_REST = (
    select(
        func.coalesce(
            func.sum(case((_o.state.in_([word("new"), word("sending")]), 1), else_=0)), 0
        ),
        func.max(_o.sent_at),
    )
    .select_from(_OURS)
    .where(_hers, _o.kind.in_([word("reply"), word("reminder")]))
)


async def of_family(tx: Tx, family_id: str, since: float = 0.0) -> Deliveries:
    """This family's messages; troubled ones only when made since then."""
    troubled = await tx.all(_TROUBLED, {"family": family_id, "since": since})
    waiting, last = (await tx.all(_REST, {"family": family_id}))[0]
    return Deliveries(tuple(Troubled(*row) for row in troubled), int(waiting), last)
