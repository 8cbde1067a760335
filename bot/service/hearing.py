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
    found = await handoff(work)
    if found is None:
        return _said(work, wording.NOT_SENT)
    waiting = await promises.waited_for(work.tx, [found.id])
    ahead = [one for one in waiting if one.due_at > work.at.timestamp()]
    if ahead:
        return _said(work, wording.HEARD_BY.filled(moment=_moment(work, ahead[0])))
    if waiting:
        broken = wording.WAS_BROKEN.filled(moment=_moment(work, waiting[-1]))
        return _said(work, broken) | ASKS_AGAIN
    return _said(work, wording.WE_HAVE_IT.filled(**names(work, found))) | ASKS_AGAIN


def _said(work: Work, text: Text) -> dict[str, str]:
    return {"wanneer_zin": work.house.wording.plain(text, work.session.form)}


def _moment(work: Work, promise: Promise) -> str:
    return work.house.calendar.full(datetime.fromtimestamp(promise.due_at, UTC), work.at)


async def handoff(work: Work) -> Handoff | None:
    """Her newest open handoff."""
    found = await handoffs.of_family(work.tx, work.conversation.family_id)
    return next((one for one in reversed(found) if one.state != "closed"), None)


def names(work: Work, of: Handoff | None) -> dict[str, str]:
    """The names of her two people, for a sentence; the team's and the service's without them."""
    if of is None:
        town = work.house.municipality
        return {"naam1": town.team, "naam2": town.service}
    both = (of.neighbourhood_worker, of.consultant)
    return {f"naam{n}": talks.name(work.house, person) for n, person in enumerate(both, 1)}


async def first(work: Work) -> str:
    """The first of her two people, for a sentence; the team without them."""
    return names(work, await handoff(work))["naam1"]
