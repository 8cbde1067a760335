"""She asks for a package herself: it is on the desk, and nothing is promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.service.programmes.baby.following import brought, follow
from bot.service.programmes.outside import new_code
from bot.service.work import Work
from casework import baby_package as rules
from casework.baby_package import PROGRAMME, Phase
from casework.effects import AskBabyPackage
from casework.programmes import Referrer
from dialogs.language import dates
from dialogs.model import Option
from storage import requests
from storage.handoffs import Handoff
from storage.requests import PARENT, NewRequest, Request

_PHASES = frozenset(Phase)


async def ask(work: Work, deed: AskBabyPackage) -> None:
    """Her wish, with whom she can be referred by; told again it is the same wish, as it is now."""
    town = work.house.municipality
    programme = town.offers(PROGRAMME)
    if programme is None:
        return
    tx = await work.direct()
    by = work.house.calendar.promised_by(work.at, town.promise)
    handoff = await brought(tx, work.house, work.conversation.family_id, work.key(), work.at, by)
    told = {"child": deed.month, "helps": deed.helps, "reach": deed.reach}
    told |= {"size": deed.size if deed.size in rules.SIZES else "", "colour": deed.colour}
    facts = {key: value for key, value in told.items() if value}
    open_ = await _open(work, deed)
    if open_ is not None:
        again = replace(open_, kind=_kind(deed), facts={**open_.facts, **facts})
        await requests.save(tx, again, PARENT, work.at.timestamp(), was=open_.state)
        await follow(tx, work.house, replace(again, version=again.version + 1), PARENT, work.at)
        return
    counts = Referrer.PARENT in programme.referrers
    new = _new(work, deed, handoff, facts | _referred(work) if counts else facts, counts=counts)
    request = await requests.add(tx, new, work.at.timestamp())
    await follow(tx, work.house, request, PARENT, work.at)


def _new(
    work: Work, deed: AskBabyPackage, handoff: Handoff, facts: Mapping[str, str], *, counts: bool
) -> NewRequest:
    town = work.house.municipality
    helper = rules.linked(town, deed.helps)
    return NewRequest(
        key=f"baby:{work.key()}",
        municipality=town.id,
        programme=PROGRAMME,
        family_id=work.conversation.family_id,
        state="referred" if counts else "asked",
        brought_by=PARENT,
        kind=_kind(deed),
        handoff_id=handoff.id,
        person=helper.id if helper else handoff.neighbourhood_worker,
        facts=facts if counts else {**facts, "code": new_code()},
    )


def _referred(work: Work) -> dict[str, str]:
    return {"referrer": Referrer.PARENT.value, "referred_on": work.today.isoformat()}


def _kind(deed: AskBabyPackage) -> str:
    return deed.phase if deed.phase in _PHASES else ""


async def _open(work: Work, deed: AskBabyPackage) -> Request | None:
    """What she asked for before and nobody referred yet."""
    hers = await requests.of_family(work.tx, work.conversation.family_id)
    waiting = (one for one in hers if one.programme == PROGRAMME and one.state == "asked")
    same = ("", _kind(deed))
    return next((one for one in waiting if one.kind in same), None)


async def due_months(work: Work, _args: Mapping[str, str]) -> tuple[Option, ...]:
    """The months in which a baby can come."""
    found = rules.months(work.today)
    return tuple(Option(f"{y}-{m:02}", f"{dates.MONTHS[m - 1]} {y}") for y, m in found)
