"""When she hears from a person: what was agreed or promised, and never more than that."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.service import talks, wording
from bot.service.work import Work
from dialogs.model import Text
from storage import handoffs, promises
from storage.handoffs import Handoff
from storage.promises import Promise

ASKS_AGAIN = {"vraagt": "ja"}  # her people must know: nothing ahead says when


async def next_contact(work: Work) -> dict[str, str]:
    """The sentence for somebody without a talk ahead; whether her people are told that she asks."""
    found = await handoffs.of_family(work.tx, work.conversation.family_id)
    handoff = next((one for one in reversed(found) if one.state != "closed"), None)
    if handoff is None:
        return _said(work, wording.NOT_SENT)
    waiting = await promises.waited_for(work.tx, [handoff.id])
    ahead = [one for one in waiting if one.due_at > work.at.timestamp()]
    if ahead:
        return _said(work, wording.HEARD_BY.filled(moment=_moment(work, ahead[0])))
    if waiting:
        broken = wording.WAS_BROKEN.filled(moment=_moment(work, waiting[-1]))
        return _said(work, broken) | ASKS_AGAIN
    return _said(work, wording.WE_HAVE_IT.filled(**names(work, handoff))) | ASKS_AGAIN


def _said(work: Work, text: Text) -> dict[str, str]:
    return {"wanneer_zin": work.house.wording.plain(text, work.session.form)}


def _moment(work: Work, promise: Promise) -> str:
    return work.house.calendar.full(datetime.fromtimestamp(promise.due_at, UTC), work.at)


def names(work: Work, handoff: Handoff) -> dict[str, str]:
    """The names of her two people, for a sentence."""
    both = (handoff.neighbourhood_worker, handoff.consultant)
    return {f"naam{n}": talks.name(work.house, person) for n, person in enumerate(both, 1)}
