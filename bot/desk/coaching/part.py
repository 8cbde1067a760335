"""Coaching on the family's own page: whether it runs, and the small goal."""

from __future__ import annotations

from bot.desk.gate import Call
from bot.service.programmes.coaching.desk import Sheet


async def of_family(call: Call) -> Sheet | None:
    """How it stands; None where the town has no coaching, and for a colleague who only looks in."""
    if call.looks_in:
        return None
    sheet = await call.desk.programmes.coaching.sheet(call.handoff.id, call.me, noted=False)
    return sheet if sheet.counter or sheet.state else None
