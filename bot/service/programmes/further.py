"""She hears by herself that what she asked is a step further, at a decent hour."""

from __future__ import annotations

from bot.service.beginning import begin
from bot.service.house import House
from bot.service.plans import CHILD_TOLD
from storage.requests import Request
from storage.tx import Tx

SCRIPT = "child_status"


async def tell(tx: Tx, house: House, request: Request, once: str = "") -> None:
    """Let her hear the state as it is when she hears it; a family without a chat hears nothing.

    `once`: a repeat of it is void; without it each new state is told once.
    """
    topic = f"child_told:{request.id}"
    facts = {
        "script": SCRIPT,
        "entry": CHILD_TOLD,
        "topic": topic,
        "request": str(request.id),
    }
    key = f"{topic}:{once or f'{request.version}:{request.state}'}"
    await begin(tx, house, request.family_id, key, facts)
