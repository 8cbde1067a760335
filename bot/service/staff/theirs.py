"""Whose a handoff is, for whoever acts; the storage side looks once more, whatever the page did."""

from __future__ import annotations

from bot.service import wording
from bot.service.house import House
from bot.service.not_done import Changed
from dialogs import codec
from storage import handoffs, requests, sessions
from storage.handoffs import Handoff
from storage.requests import Request
from storage.tx import Tx


async def theirs(tx: Tx, house: House, handoff_id: str, person: str) -> Handoff:
    """The handoff. Raises PermissionError when this person is not one of its two owners."""
    found = await handoffs.get(tx, handoff_id)
    if found is None or person not in (found.neighbourhood_worker, found.consultant):
        raise PermissionError(house.wording.plain(wording.NOT_YOURS))
    return found


async def their_request(
    tx: Tx, house: House, found: Handoff, programme: str, number: int, seen: int
) -> Request:
    """What was asked of this programme for this family.

    Raises PermissionError for another family's, and Changed when `seen` is its version no more.
    """
    one = await requests.get(tx, number)
    if one is None or one.family_id != found.family_id or one.programme != programme:
        raise PermissionError(house.wording.plain(wording.NOT_YOURS))
    if one.version != seen:
        raise Changed
    return one


async def form_of(tx: Tx, house: House, family_id: str) -> str:
    """How she is addressed: je or u."""
    talk = await sessions.by_family(tx, family_id)
    if talk is None or talk.session is None:
        return house.municipality.form
    return codec.load(talk.session).form
