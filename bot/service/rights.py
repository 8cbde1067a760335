"""What she may know and decide about her own data: the look-ups behind the everywhere script."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.service import erasing, wording
from bot.service.house import House
from bot.service.ports import WEB
from bot.service.work import Work
from casework.municipality import Role
from dialogs.language.dates import day
from storage import copies, handoffs, look_ins, reads
from storage.look_ins import LookIn
from storage.reads import Read
from storage.tx import Tx

LINK_FOR = timedelta(hours=1)  # a link to her copy works so long, and once
MOST_READERS = 4  # in the chat; all of them stand in her copy
LINK = "copy-link"  # what the keyed hash of such a link's token is for


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who looked at her data on one local day; `why` when it was not one of her people."""

    name: str
    role: str
    on: date
    what: tuple[str, ...]
    why: tuple[str, ...] = ()


async def may_erase(work: Work) -> dict[str, str]:
    """Whether her data may be erased now, and what her people keep."""
    own, form = work.conversation.family_id, work.session.form
    held = await erasing.blocked(work.tx, own)
    brought = await handoffs.of_family(work.tx, own)
    people = work.house.wording.plain(wording.PEOPLE_KEEP, form) if brought else ""
    return {"mag": "nee" if held else "ja", "mensen_zin": people}


async def erased(work: Work) -> dict[str, str]:
    """Whether her yes was carried out."""
    return {"gewist": "ja" if work.writes.partings else "nee"}


async def readers(work: Work) -> dict[str, str]:
    """Who looked, the newest first: a sentence each."""
    found = await all_readers(work.tx, work.house, work.conversation.family_id)
    lines = [_sentence(work, one) for one in found[:MOST_READERS]]
    return {"lezers": "\n" + "\n".join(lines)} if lines else {}


def _sentence(work: Work, one: Reader) -> str:
    facts = {"naam": one.name, "rol": one.role, "dag": day(one.on, work.at.date())}
    said = wording.LOOKED.filled(**facts)
    if one.why:
        said = wording.LOOKED_IN.filled(**facts, reden="; ".join(one.why))
    return work.house.wording.plain(said, work.session.form)


async def all_readers(tx: Tx, house: House, family_id: str) -> list[Reader]:
    """Everybody who looked at her data, and why, if she is none of her people."""
    looks = await reads.of_family(tx, family_id)
    return looked(house, looks, await look_ins.of_family(tx, family_id))


def looked(house: House, found: Iterable[Read], why: Iterable[LookIn] = ()) -> list[Reader]:
    """These looks, one line for each person and day, the newest first."""
    days: dict[tuple[str, date], set[str]] = {}
    for one in found:
        days.setdefault((one.actor, _day(house, one.at)), set()).add(one.what)
    reasons: dict[tuple[str, date], list[str]] = {}
    for look in why:
        reasons.setdefault((look.actor, _day(house, look.begun_at)), []).append(look.reason)
    newest = sorted(days, key=lambda who: (who[1], who[0]), reverse=True)
    return [
        Reader(*person(house, actor), on, tuple(sorted(days[actor, on])),
               tuple(dict.fromkeys(reasons.get((actor, on), ()))))
        for actor, on in newest
    ]  # fmt: skip


def _day(house: House, at: float) -> date:
    return house.calendar.wall(datetime.fromtimestamp(at, UTC)).date()


def person(house: House, actor: str) -> tuple[str, str]:
    """Name and role, as she knows them."""
    town = house.municipality
    found = next((one for one in town.people if one.id == actor), None)
    if found is None:
        return actor, town.team
    if found.role is Role.NEIGHBOURHOOD_WORKER:
        return found.name, town.team
    return found.name, town.service if found.role is Role.CONSULTANT else town.name


async def own_copy(work: Work) -> dict[str, str]:
    """Where she reads all that is kept of her: her own page, or a link that works once."""
    form, base = work.session.form, work.house.address
    if work.row.channel == WEB:
        how = work.house.wording.plain(wording.COPY_HERE, form)
        return {"link": f"{base}/mijn/chat", "hoe_zin": how}
    token = secrets.token_urlsafe(32)
    until = work.at + LINK_FOR
    digest = work.tx.vault.hash(LINK, token)
    await copies.put(await work.direct(), work.conversation.family_id, digest, until.timestamp())
    how = work.house.wording.plain(wording.COPY_ONCE, form)
    return {"link": f"{base}/mijn/k/{token}", "hoe_zin": how}
