"""A link into the chat for a family that others brought, on a page to print."""

from __future__ import annotations

from starlette.responses import Response

from bot.desk.acting.handling import once
from bot.desk.acting.page import deeds
from bot.desk.gate import Call
from bot.desk.printed import print_ready
from bot.desk.web import see
from bot.service.not_done import Changed


async def letter(call: Call) -> Response:
    """The letter: its code stands here and nowhere else."""
    here = f"/overdracht/{call.handoff.id}"
    try:
        made = await deeds(call).welcoming.link(call.handoff.id, call.me, once(call))
    except Changed:
        return see(f"{here}?na=heeft-chat")
    return print_ready(call, [made], here)
