"""Whether a family may get a place: some are only for who takes part in another programme."""

from __future__ import annotations

from bot.service.programmes.coaching import kept
from casework.budget import Refusal
from casework.programmes import Programme
from storage.tx import Tx


async def refused(tx: Tx, programme: Programme | None, family_id: str) -> Refusal | None:
    """Why this family gets no place of this programme; None when nothing stands in the way."""
    if programme is None or not programme.participants_of:
        return None
    mine = await kept.takes_part(tx, family_id)
    return None if mine is not None and mine.state == kept.STARTED else Refusal.PARTICIPANTS
