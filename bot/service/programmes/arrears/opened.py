"""She opens the link of a letter: what was brought for her is hers from then on, once.

A signal waits under a family that has said nothing. Opening its link moves it, sealed with her own
key, to the family of the conversation that opened it, new or not; the empty one is erased.
"""

from __future__ import annotations

from bot.service import codes
from bot.service.work import Work
from casework.arrears import PROGRAMME
from casework.requests import ended
from dialogs.events import Started
from storage import erasure, links, requests, sessions
from storage.requests import Request

SCRIPT = "early_arrears"


class Moved(RuntimeError):
    """A colleague changed the signal just now: the turn is taken again."""


async def opened(work: Work) -> Started | None:
    """What the code she came with begins; None when she has none of ours."""
    if not work.item.code.lower().startswith(codes.LETTER):
        return None
    signal = await _taken(work)
    if signal is None and await _hers(work):
        return Started(work.item.at, SCRIPT)  # she took up the letter again: on where she was
    facts = {"nieuw": "nee" if work.session.frames else "ja", "werkt": "ja" if signal else "nee"}
    topic = f"{SCRIPT}:{signal.id if signal else 0}"
    return Started(work.item.at, SCRIPT, facts=facts, topic=topic)


async def _hers(work: Work) -> bool:
    """Whether she opened this link before, and what it brought is not over."""
    request_id = await links.was(work.tx, work.item.code.lower())
    signal = await requests.get(work.tx, request_id) if request_id else None
    if signal is None or ended(PROGRAMME, signal.state):
        return False
    return signal.family_id == work.conversation.family_id


async def _taken(work: Work) -> Request | None:
    tx, at = await work.direct(), work.at.timestamp()
    request_id = await links.take(tx, work.item.code.lower(), at)
    signal = await requests.get(tx, request_id) if request_id else None
    if signal is None or ended(PROGRAMME, signal.state):
        return None
    if signal.family_id != work.conversation.family_id:
        if not await requests.move(tx, signal, work.conversation.family_id):
            raise Moved(signal.id)
        if await sessions.by_family(tx, signal.family_id) is None:
            await erasure.erase(tx, signal.family_id, at)
    return signal
