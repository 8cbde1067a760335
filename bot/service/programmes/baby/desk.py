"""What her people do about a package: refer her themselves, give one, post it, take it back.

A person decides; over the quota nothing is given before people talked with the foundation. Every
deed may be sent twice and counts once; all raise PermissionError for what is not this person's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.service import wording
from bot.service.house import House
from bot.service.not_done import Changed, NoSuch
from bot.service.programmes import counted, further
from bot.service.programmes.baby.following import follow, turned
from bot.service.programmes.outside import new_code
from bot.service.staff.theirs import their_request, theirs
from casework import baby_package as rules
from casework.baby_package import PROGRAMME, Phase
from casework.budget import Grant, Refusal, Standing
from casework.municipality import Person
from casework.programmes import Programme, Referrer
from casework.requests import WITHDRAWN, following
from storage import grants, handoffs, reads, requests, sessions
from storage.database import Database
from storage.grants import NewGrant
from storage.handoffs import Handoff
from storage.requests import NewRequest, Request, Step
from storage.tx import Tx

GRANTED, POSTED, REFERRED = "granted", "posted", "referred"
ALERTS = ("packages_nearly_full", "packages_full")  # nearly full, full


@dataclass(frozen=True, slots=True)
class Sheet:
    """One request as her people see it. Moments are UTC seconds."""

    id: int
    version: int
    phase: str  # "" while nobody knows
    state: str
    facts: Mapping[str, str]
    brought_by: str
    helper: Person | None  # who can put in a word
    steps: Sequence[Step]
    due_on: date | None  # the day for the second package
    next: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The programme now, and what was asked for this family."""

    programme: Programme
    standing: Standing
    sheets: Sequence[Sheet]
    refers: bool  # her people may refer themselves
    chat: bool  # she talks with us herself


class Packages:
    """The desk's side. `wake` is called when a turn waits."""

    def __init__(
        self, database: Database, house: House, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._wake = database, house, wake

    @property
    def programme(self) -> Programme | None:
        """The packages of this town; None where there are none."""
        return self._house.municipality.offers(PROGRAMME)

    async def shelf(self, handoff_id: str, person: str, *, noted: bool = True) -> Shelf:
        """What was asked; the look is noted, unless that was done already."""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if noted:
                await reads.log(tx, found.family_id, person, "baby_package", self._at())
            offered = self._offered()
            mine = [await self._sheet(tx, one) for one in await self._requests(tx, found)]
            refers = Referrer.MUNICIPALITY in offered.referrers
            chat = await sessions.by_family(tx, found.family_id) is not None
            return Shelf(
                offered, await counted.standing(tx, self._house, offered), mine, refers, chat
            )

    async def begin(self, handoff_id: str, person: str, phase: str, once: str) -> None:
        """Her own people ask for her; that is a referral where the municipality may refer."""
        async with self._database.writing() as tx:
            found = await self._claimed(tx, handoff_id, person)
            offered = self._running()
            ours = Referrer.MUNICIPALITY in offered.referrers
            helper = rules.linked(self._house.municipality, "")
            new = NewRequest(
                key=f"baby:{once}"[:120],
                municipality=self._house.municipality.id,
                programme=PROGRAMME,
                family_id=found.family_id,
                state=REFERRED if ours else "asked",
                brought_by=person,
                kind=_phase(phase),
                handoff_id=found.id,
                person=person if ours or helper is None else helper.id,
                facts=self._by_us() if ours else {"code": new_code()},
            )
            request = await requests.add(tx, new, self._at())
            await follow(tx, self._house, request, person, self._now())

    async def refer(self, handoff_id: str, person: str, number: int, phase: str, seen: int) -> None:
        """The municipality puts in a word itself. Raises NoSuch where it may not."""
        async with self._database.writing() as tx:
            request = await self._request(tx, handoff_id, person, number, seen)
            if Referrer.MUNICIPALITY not in self._running().referrers:
                raise NoSuch(REFERRED)
            chosen = replace(request, kind=_phase(phase))
            await self._turn(tx, chosen, REFERRED, person, **self._by_us(), code="")

    async def grant(self, handoff_id: str, person: str, number: int, seen: int) -> Refusal | None:
        """Give this package out of the quota; why not, if it does not fit."""
        async with self._database.writing() as tx:
            request = await self._request(tx, handoff_id, person, number, seen)
            offered = self._offered()
            if not offered.runs(self._house.today()) or offered.amount is None:
                return Refusal.OFF
            if not request.kind:
                raise NoSuch(request.kind)
            if GRANTED not in following(PROGRAMME, request.state):
                raise Changed
            wrong = await grants.give(tx, self._grant(request, person), offered, self._at())
            if wrong is None:
                await self._turn(tx, request, GRANTED, person)
                await self._warn(tx, offered)
            return wrong

    async def move(
        self, handoff_id: str, person: str, number: int, state: str, seen: int, why: str = ""
    ) -> None:
        """Posted, or stopped: then what was given is free again. `why`: what she hears of it."""
        async with self._database.writing() as tx:
            request = await self._request(tx, handoff_id, person, number, seen)
            if state not in (POSTED, WITHDRAWN) or why not in ("", *rules.Why):
                raise NoSuch(f"{state} {why}")
            if state == WITHDRAWN:
                for one in await grants.of_request(tx, request.id):
                    await grants.shorten(tx, one.id, 0, self._at())
                request = replace(request, due_on=None)
            await self._turn(tx, request, state, person, why=why if state == WITHDRAWN else "")

    async def remind(
        self, handoff_id: str, person: str, number: int, day: date | None, seen: int
    ) -> None:
        """Choose the day for the second package of the same child; None takes it back."""
        async with self._database.writing() as tx:
            request = await self._request(tx, handoff_id, person, number, seen)
            if request.kind != Phase.BABY or request.state not in (GRANTED, POSTED):
                raise NoSuch(request.state)
            if day is not None and not 0 < (day - self._house.today()).days <= rules.LONGEST:
                raise NoSuch(day.isoformat())
            after = replace(request, due_on=day.isoformat() if day else None)
            if not await requests.save(tx, after, person, self._at(), was=request.state):
                raise Changed

    async def _turn(
        self, tx: Tx, request: Request, state: str, person: str, **facts: object
    ) -> None:
        if state not in following(PROGRAMME, request.state):
            raise Changed  # a colleague did this, or something else, just now
        after = await turned(tx, request, state, person, self._now(), **facts)
        if after is None:
            raise Changed
        await follow(tx, self._house, after, person, self._now())
        await further.tell(tx, self._house, after)
        self._wake()

    def _grant(self, request: Request, person: str) -> NewGrant:
        today, offered = self._house.today(), self._offered()
        assert offered.amount is not None
        key = rules.grant_key(request.kind, str(request.facts.get("referrer", "")), request.id)
        what = Grant((today.year, today.month), 1, offered.amount.cents)
        town = self._house.municipality.id
        return NewGrant(key, town, request.family_id, None, what, person, request.id)

    async def _warn(self, tx: Tx, offered: Programme) -> None:
        """Everybody on the desk sees once that packages of this run run out."""
        stand = await counted.standing(tx, self._house, offered)
        once = f"{offered.since}:{offered.quota}"
        await counted.warn(tx, self._house, offered, stand, ALERTS, once)

    async def _request(
        self, tx: Tx, handoff_id: str, person: str, number: int, seen: int
    ) -> Request:
        found = await self._claimed(tx, handoff_id, person)
        return await their_request(tx, self._house, found, PROGRAMME, number, seen)

    async def _claimed(self, tx: Tx, handoff_id: str, person: str) -> Handoff:
        """Who does something about it has taken it up."""
        found = await theirs(tx, self._house, handoff_id, person)
        await handoffs.claim(tx, found.id, person, self._at())
        return found

    async def _requests(self, tx: Tx, found: Handoff) -> list[Request]:
        every = await requests.of_family(tx, found.family_id)
        return [one for one in every if one.programme == PROGRAMME]

    async def _sheet(self, tx: Tx, one: Request) -> Sheet:
        people = self._house.municipality.people
        return Sheet(
            id=one.id,
            version=one.version,
            phase=one.kind,
            state=one.state,
            facts=one.facts,
            brought_by=one.brought_by,
            helper=next((person for person in people if person.id == one.person), None),
            steps=await requests.steps(tx, one.id),
            due_on=date.fromisoformat(one.due_on) if one.due_on else None,
            next=following(PROGRAMME, one.state),
        )

    def _by_us(self) -> dict[str, str]:
        referrer = Referrer.MUNICIPALITY.value
        return {"referrer": referrer, "referred_on": self._house.today().isoformat()}

    def _offered(self) -> Programme:
        if self.programme is None:
            raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
        return self.programme

    def _running(self) -> Programme:
        """The programme, if it runs today. Raises NoSuch."""
        offered = self._offered()
        if not offered.runs(self._house.today()):
            raise NoSuch(offered.id)
        return offered

    def _now(self) -> datetime:
        return self._house.clock.now()

    def _at(self) -> float:
        return self._now().timestamp()


def _phase(text: str) -> str:
    if text not in frozenset(Phase):
        raise NoSuch(text)
    return text
