"""Asking something for a child: by the parent in her chat, by her people, or by who refers her.

One request per child. It says nothing of income, and nobody is told "you earn too much".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.service import handoffs
from bot.service.house import House
from bot.service.work import Work
from casework.effects import AskChildPackage, AskChildPackageAgain
from casework.funds import BANDS
from casework.requests import begins, ended
from dialogs.model import Answer, Status
from storage import requests, tasks
from storage.handoffs import Handoff
from storage.requests import PARENT, NewRequest, Request
from storage.tx import Tx

PROGRAMME = "child_package"
REASON = "for_child"  # of a handoff
WISH, AGAIN = "child_package", "child_package_again"  # kinds of task
CHILDREN, TIMES, PLACE = "intake.children", "intake.contact_times", "intake.contact_place"
TOLD = ("band", "words", "club", "helps", "asker", "times", "place")  # facts that she tells
LONGEST = 500  # characters of one fact


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for one child; "" for what was not told. No name of the child."""

    wish: str = ""  # of casework.funds.WISHES
    band: str = ""  # of casework.funds.BANDS
    words: str = ""  # the wish in her own words
    club: str = ""
    helps: str = ""  # who or what helps already
    asker: str = ""  # parent, carer, helper
    times: str = ""  # when somebody may talk with her: ids, with ", " between them
    place: str = ""  # home, office, phone, any

    def facts(self) -> dict[str, str]:
        """What is known, by name."""
        return {name: text[:LONGEST] for name in TOLD if (text := getattr(self, name).strip())}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to be, by whom, for which family. A repeat of `key` is void."""

    family_id: str
    wanted: Wanted
    by: str  # PARENT, or the id of a person
    key: str
    more: Mapping[str, str] = field(default_factory=dict)  # facts of who refers her


async def ask(tx: Tx, house: House, asked: Asked, at: datetime) -> Request:
    """Ask it for the next child of this family: it is on the desk of her two people.

    For the parent and for who refers her alike. Raises casework.tandems.NoTandem.
    """
    by = house.calendar.promised_by(at, house.municipality.promise)
    why = handoffs.Reason(asked.family_id, REASON, asked.key, promised_by=by)
    handoff = await handoffs.bring(tx, house, why, at)
    request = await add(tx, house, handoff, asked, at.timestamp())
    await handoffs.add_task(tx, handoff, WISH, task_key(request), at, due=by)
    return request


async def add(tx: Tx, house: House, handoff: Handoff, asked: Asked, at: float) -> Request:
    """The request itself, for the next child of this family; a repeat gives what was asked."""
    child_ = str(await _next_child(tx, asked))
    facts = {"child": child_, **asked.wanted.facts(), **asked.more}
    return await requests.add(tx, _new(house, handoff, asked, facts, asked.wanted.wish), at)


async def told_again(tx: Tx, house: House, request: Request, key: str, at: datetime) -> None:
    """Somebody added to it: her people hear that, and have it to look at."""
    why = handoffs.Reason(request.family_id, REASON, key)
    handoff = await handoffs.bring(tx, house, why, at)
    by = house.calendar.promised_by(at, house.municipality.promise)
    await handoffs.add_task(tx, handoff, WISH, task_key(request), at, due=by)


async def of_family(tx: Tx, family_id: str) -> list[Request]:
    """What was asked for her children, the first first."""
    found = await requests.of_family(tx, family_id)
    return [one for one in found if one.programme == PROGRAMME]


async def _next_child(tx: Tx, asked: Asked) -> int:
    """Children are numbered as they are asked for; two people at once get two numbers."""
    await requests.alone(tx, asked.family_id)
    known = await of_family(tx, asked.family_id)
    return max((child(one) for one in known), default=0) + 1


def task_key(request: Request) -> str:
    """The key of the task that says it was asked."""
    return f"task:child:{request.id}"


def year_key(request: Request) -> str:
    """The key of the task to ask for it again, almost a year later."""
    return f"task:child:year:{request.id}"


async def settle(tx: Tx, handoff_id: str, key: str, by: str, at: float) -> None:
    """What this task asked for was done."""
    for task in await tasks.waiting(tx, [handoff_id]):
        if task.key == key:
            await tasks.done(tx, task.id, by, at)


async def under_way(tx: Tx, old: Request) -> bool:
    """Whether something newer stands open for the same child."""
    asked = await of_family(tx, old.family_id)
    newer = [one for one in asked if one.id > old.id and child(one) == child(old)]
    return any(not ended(PROGRAMME, one.state) for one in newer)


def child(request: Request) -> int:
    """Which child it is for: kind 1, kind 2 …"""
    return int(request.facts["child"])


def _new(
    house: House, handoff: Handoff, asked: Asked, facts: Mapping[str, str], kind: str
) -> NewRequest:
    return NewRequest(
        key=f"{PROGRAMME}:{asked.key}"[:120],
        municipality=house.municipality.id,
        programme=PROGRAMME,
        family_id=asked.family_id,
        state=begins(PROGRAMME),
        brought_by=asked.by,
        kind=kind,
        handoff_id=handoff.id,
        facts=facts,
    )


# --- what she does in her chat -----------------------------------------------------------


async def wished(work: Work, deed: AskChildPackage) -> None:
    """She told what this child would like."""
    answers = work.session.answers
    bands = bands_of(answers)
    wanted = Wanted(
        wish=deed.wish,
        band=deed.band or (bands[0] if len(bands) == 1 else ""),
        words=deed.words,
        club=deed.club,
        helps=deed.helps or _said(answers.get("intake.strengths")),
        asker=deed.asker,
        times=_values(answers.get(TIMES)),
        place=_values(answers.get(PLACE)),
    )
    asked = Asked(work.conversation.family_id, wanted, PARENT, work.key())
    await ask(await work.direct(), work.house, asked, work.at)


async def once_more(work: Work, deed: AskChildPackageAgain) -> None:
    """Almost a year later: the same for the same child. She tells nothing anew."""
    tx = await work.direct()
    old = await hers(tx, work, deed.request)
    if old is None:
        return
    facts = {name: str(old.facts[name]) for name in ("child", *TOLD) if name in old.facts}
    why = handoffs.Reason(old.family_id, REASON, work.key())
    handoff = await handoffs.bring(tx, work.house, why, work.at)
    asked = Asked(old.family_id, Wanted(), PARENT, f"again:{old.id}")
    new = _new(work.house, handoff, asked, facts, old.kind)
    request = await requests.add(tx, new, work.at.timestamp())
    by = work.house.calendar.promised_by(work.at, work.house.municipality.promise)
    await handoffs.add_task(tx, handoff, WISH, task_key(request), work.at, due=by)
    await settle(tx, handoff.id, year_key(old), PARENT, work.at.timestamp())


async def hers(tx: Tx, work: Work, request_id: int) -> Request | None:
    """The request with this id, if it is of this family."""
    found = await requests.get(tx, request_id)
    mine = found is not None and found.family_id == work.conversation.family_id
    return found if found and mine and found.programme == PROGRAMME else None


def bands_of(answers: Mapping[str, Answer]) -> Sequence[str]:
    """How old her children are, as far as she told."""
    told = answers.get(CHILDREN)
    given = told.value if told and told.status is Status.ANSWERED else ()
    return [band for band in given if band in BANDS]


def _said(answer: Answer | None) -> str:
    return answer.words or ", ".join(answer.value) if answer else ""


def _values(answer: Answer | None) -> str:
    return ", ".join(answer.value) if answer and answer.status is Status.ANSWERED else ""
