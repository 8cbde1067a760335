"""A family's way to two people: opening a handoff, putting work on it, telling the team.

The team hears that there is something, never what or about whom.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from bot.service import letters, notices, posts, wording
from bot.service.house import House
from bot.service.ports import TEAM_TELEGRAM
from casework import tallies as codes
from casework.tandems import NoTandem, choose
from dialogs.model import Text
from storage import absences, childcare, handoffs, outbox, promises, sessions, tallies, tasks
from storage.handoffs import Handoff
from storage.tx import Tx

INTAKE = handoffs.INTAKE


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody must look. `key` is the same at a replay."""

    family_id: str
    reason: str
    key: str
    district: str = ""
    checked: bool = False  # she looked at her own summary
    promised_by: datetime | None = None
    news: bool = True  # the team hears that something was added to a handoff it knows


async def bring(tx: Tx, house: House, why: Reason, at: datetime) -> Handoff:
    """The family's open handoff, made if there is none; the team is told of a new one.

    One family is one line on the desk: an intake that she finishes after asking for a call goes
    on in the same handoff, with the people who know her already.
    Raises casework.tandems.NoTandem when the municipality's file names nobody for a role.
    """
    known = [one for one in await handoffs.of_family(tx, why.family_id) if one.state != "closed"]
    found = known[-1] if known else None
    if why.checked and known:
        await handoffs.checked(tx, why.family_id)
    if found is not None and why.reason == INTAKE != found.reason:
        await handoffs.finished(tx, found.id, why.district or found.district)
        await tallies.count_for(tx, why.family_id, codes.INTAKE, at.timestamp())
    if found is None:
        found = await _known_before(tx, house, why, at) or await _create(tx, house, why, at)
        key = f"team:new:{found.id}:{why.key}"[:120]
        await tell_team(tx, house, found.id, wording.NEW_HANDOFF, key, at)
    elif why.news:
        await tell_team(tx, house, found.id, wording.NEWS, f"team:news:{why.key}", at)
    if why.promised_by:
        due = why.promised_by.timestamp()
        await handoffs.promise(tx, found.id, due)
        await promises.make(tx, found.id, due, at.timestamp(), key=f"{found.id}:{why.key}"[:120])
    return found


async def _known_before(tx: Tx, house: House, why: Reason, at: datetime) -> Handoff | None:
    """She came back after it was closed: the same two people, if they still work here."""
    people = {person.id for person in house.municipality.people}
    for one in reversed(await handoffs.of_family(tx, why.family_id)):
        both = {one.neighbourhood_worker, one.consultant}
        if both <= people and await handoffs.again(tx, one.id, why.reason):
            today = at.astimezone(house.calendar.zone).date()
            await absences.cover(tx, one.id, today.isoformat(), at.timestamp())
            await _count_again(tx, house, why, at.timestamp())
            return await handoffs.get(tx, one.id)
    return None


async def _count_again(tx: Tx, house: House, why: Reason, at: float) -> None:
    await reopened(tx, house, why.family_id, at)
    if why.reason == INTAKE:
        await tallies.count_for(tx, why.family_id, codes.INTAKE, at)


async def reopened(tx: Tx, house: House, family_id: str, at: float) -> None:
    """Count it: her people go on with her, and she waits again for what she waited for."""
    await tallies.count_for(tx, family_id, codes.REOPENED, at)
    await childcare.waits_again(tx, family_id, places(house), at)


def places(house: House) -> list[str]:
    """The ways to pay for childcare that take a place out of a programme."""
    return [way.id for way in house.municipality.funding if way.programme]


async def _create(tx: Tx, house: House, why: Reason, at: datetime) -> Handoff:
    worker, consultant = await _owners(tx, house, why, at)
    handoff = Handoff(
        id=secrets.token_hex(16),
        family_id=why.family_id,
        municipality=house.municipality.id,
        reason=why.reason,
        district=why.district,
        neighbourhood_worker=worker,
        consultant=consultant,
        state="new",
        claimed_by=None,
        claimed_at=None,
        promised_by=None,
        checked_by_parent=why.checked,
        created_at=at.timestamp(),
    )
    await handoffs.create(tx, handoff)
    return handoff


async def _owners(tx: Tx, house: House, why: Reason, at: datetime) -> tuple[str, str]:
    """One of each kind: of her district, and then whoever has the fewest families."""
    town = house.municipality
    today = at.astimezone(house.calendar.zone).date()
    load = await handoffs.load(tx, town.id)
    try:
        pair = choose(town.people, why.district, load, today)
    except NoTandem:  # all are away: better somebody who comes back than nobody
        back = [replace(person, away_until=None) for person in town.people]
        pair = choose(back, why.district, load, today)
    stand_in = await absences.standing_in(tx, today.isoformat())
    both = (pair.neighbourhood_worker.id, pair.consultant.id)
    worker, consultant = (stand_in.get(one, one) for one in both)
    return worker, consultant


async def tell_team(
    tx: Tx, house: House, handoff_id: str, text: Text, key: str, at: datetime
) -> None:
    """A line in the team's chat with a link to the desk, and what else tells colleagues."""
    await notices.tell(tx, house, handoff_id, _what(text), key, at)
    if not house.team_bot:
        return
    letter = letters.Letter(
        house.wording.note(text, "je"),
        link=(house.wording.plain(wording.OPEN_DESK), desk_link(house, handoff_id)),
        claim=handoff_id if text is wording.NEW_HANDOFF else "",
    )
    draft = outbox.Draft(
        key=key,
        conversation_id=None,
        family_id=None,
        address_id=None,
        channel=TEAM_TELEGRAM,
        kind=letters.TEAM,
        body=letters.dump(letter),
        at=at.timestamp(),
    )
    await outbox.put(tx, [draft])


def _what(text: Text) -> str:
    if text is wording.NEW_HANDOFF:
        return posts.OPENED
    return posts.URGENT if text in (wording.ALARM, wording.ALARM_AGAIN) else posts.CHANGED


def desk_link(house: House, handoff_id: str) -> str:
    """Where the tandem reads this handoff."""
    return f"{house.address}/werkplek/overdracht/{handoff_id}"


async def apologise(
    tx: Tx, house: House, conversation_id: int, where: tuple[str, int | None], key: str,
    at: datetime,
) -> None:  # fmt: skip
    """After a message we could not deal with: no parent ends in silence."""
    found = await sessions.conversation(tx, conversation_id)
    if found is None:
        return
    channel, address_id = where
    if address_id is None:  # it came from the clock or the desk
        channel, address_id = found.reply_channel or "", found.reply_address_id
    if not channel:
        return
    note = house.wording.note(wording.SORRY, house.municipality.form)
    draft = outbox.Draft(
        key=key,
        conversation_id=conversation_id,
        family_id=found.family_id,
        address_id=address_id,
        channel=channel,
        kind=letters.REPLY,
        body=letters.dump(letters.Letter(note)),
        at=at.timestamp(),
    )
    await outbox.put(tx, [draft])


async def add_task(
    tx: Tx, handoff: Handoff, kind: str, key: str, at: datetime, *,
    words: str = "", due: datetime | None = None,
) -> None:  # fmt: skip
    """Something a person must do for this family; `words` are hers."""
    row = tasks.NewTask(
        key=key,
        handoff_id=handoff.id,
        family_id=handoff.family_id,
        kind=kind,
        body={"words": words} if words else None,
        due_at=due.timestamp() if due else None,
    )
    await tasks.put(tx, [row], at.timestamp())
