"""She hears by herself that what she asked is a step further, at a decent hour."""

from __future__ import annotations

from bot.service.beginning import begin
from bot.service.house import House
from bot.service.plans import CHILD_TOLD
from storage.requests import Request
from storage.tx import Tx

SCRIPT = "child_status"


async def tell(tx: Tx, house: House, request: Request) -> None:
    """Let her hear the state as it is when she hears it; a family without a chat hears nothing."""
    topic = f"child_told:{request.id}"
    facts = {
        "script": SCRIPT,
        "entry": CHILD_TOLD,
        "topic": topic,
        "request": str(request.id),
    }
    await begin(tx, house, request.family_id, f"{topic}:{request.version}:{request.state}", facts)
