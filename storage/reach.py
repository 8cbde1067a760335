"""Where a family would get a message now: the address she wrote from last."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from storage.schema import addresses, conversations
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Reach:
    """`channel` "": she never wrote, so there is no address. `works` False: nothing arrives."""

    channel: str = ""
    works: bool = False


_SELECT = (
    select(addresses.c.channel, addresses.c.reachable)
    .select_from(conversations.join(addresses, addresses.c.id == conversations.c.reply_address_id))
    .where(conversations.c.family_id == bindparam("family"))
)


async def of_family(tx: Tx, family_id: str) -> Reach:
    """How this family can be reached in a chat."""
    row = (await tx.execute(_SELECT, {"family": family_id})).first()
    return Reach() if row is None else Reach(row.channel, bool(row.reachable))
