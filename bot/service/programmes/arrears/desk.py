"""What her people do about signals: bring them in, invite, note what came of it, tell the creditor.

A signal without a handoff is for every caseworker; once there is one, for her two people only.
All deeds may be sent twice and count once; they raise PermissionError for what is not this
person's, and Changed when a colleague was faster.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.service import codes, paper, wording
from bot.service.house import House
from bot.service.not_done import Changed, NotToday
from bot.service.paper import Letter
from bot.service.programmes.arrears import bringing, keeping
from bot.service.programmes.arrears.bringing import Taken
from bot.service.programmes.arrears.keeping import Outside
from bot.service.programmes.arrears.letter import WORDS
from casework import arrears
from casework.arrears import PROGRAMME, Clock, Kind, Outcome, Phase, Todo
from casework.arrears_file import Row
from casework.municipality import CASEWORKERS
from casework.phones import spoken
from casework.requests import ended, following
from storage import handoffs, links, reads, requests
from storage.database import Database
from storage.requests import Request, Step
from storage.tx import Tx

INVITABLE = ("signal", "invited", "later")  # states in which a letter may go out
SHORTEST = timedelta(days=30)  # a letter that goes out late still works for so long


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal on the list: no name, no address. `by`: who brought it in or looks after it."""

    id: int
    version: int
    kind: Kind
    reference: str
    state: str
    clock: Clock
    todo: Todo
    by: str
    handoff_id: str | None
    invited_on: date | None
    outcome: str
    creditor: str
    brought_at: float  # the same for all of one file

    @property
    def invitable(self) -> bool:
        """Whether a letter may go out together with others: nobody looks after it yet."""
        return self.state in INVITABLE and self.handoff_id is None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One signal whole: where its people live, what may come next, and what was."""

    signal: Signal
    contact: Mapping[str, str]  # name, address, phone: as far as the creditor gave them
    next: Sequence[str]
    steps: Sequence[Step]
    outside: Sequence[Outside] = ()  # letters on another day than those of the town


@dataclass(frozen=True, slots=True)
class Batch:
    """Letters to print at once, and the ids of signals for which none was made."""

    letters: list[Letter] = field(default_factory=list)
    missed: list[int] = field(default_factory=list)  # somebody was faster
    early: list[int] = field(default_factory=list)  # the first day has yet to come
    over: list[int] = field(default_factory=list)  # the last day has been


class Arrears:
    """The desk's side."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    @property
    def runs(self) -> bool:
        """Whether this municipality does it now."""
        found = self._house.municipality.offers(PROGRAMME)
        return found is not None and found.runs(self._house.today())

    async def signals(self) -> list[Signal]:
        """Those that somebody must still do something about, the nearest end first."""
        async with self._database.reading() as tx:
            found = await requests.of_programme(tx, self._town, PROGRAMME)
        kept = [self._signal(one) for one in found if not ended(PROGRAMME, one.state)]
        return sorted(kept, key=lambda one: (one.clock.last, one.id))

    async def take(self, person: str, rows: Sequence[Row]) -> Taken:
        """Keep these signals; a reference that is known changes nothing."""
        return await bringing.take(self._database, self._house, person, rows)

    async def foreseen(self, rows: Sequence[Row]) -> Taken:
        """What `take` would do with these now; nothing is kept."""
        return await bringing.foreseen(self._database, self._house, rows)

    async def all_creditors(self) -> list[str]:
        """Every creditor of whom a signal is kept, by name."""
        return await bringing.creditors(self._database, self._house)

    async def sheet(self, number: int, person: str) -> Sheet:
        """The signal with this id; the look is noted."""
        async with self._database.writing() as tx:
            one = await self._theirs(tx, number, person)
            steps = await requests.steps(tx, one.id)
            await reads.log(tx, one.family_id, person, "signal", self._now())
        told = (keeping.NAME, keeping.ADDRESS, keeping.PHONE)
        contact = {name: spoken(str(one.facts[name])) for name in told if name in one.facts}
        after = following(PROGRAMME, one.state)
        return Sheet(self._signal(one), contact, after, steps, keeping.outside(one))

    async def letter(self, number: int, person: str, once: str, seen: int, why: str = "") -> Letter:
        """A letter with a link that works once; an earlier letter no longer does.

        The same form sent twice is the same letter. Raises NotToday outside the days of the town,
        unless somebody says why it cannot wait.
        """
        async with self._database.writing() as tx:
            one = await self._theirs(tx, number, person)
            its_code = codes.made(codes.LETTER, tx.vault.hash("letter", f"{one.id}:{once}"))
            ends = self._house.municipality.arrears.ends(keeping.began(one))
            until = max(ends, self._house.today() + SHORTEST)
            if await links.find(tx, its_code, self._now()) != one.id:
                await self._invite(tx, one, person, seen, why)
                end = self._house.calendar.utc(datetime.combine(until, time(23, 59)))
                at = self._now()
                await links.make(tx, one.id, its_code, person, at, end.timestamp())
            await reads.log(tx, one.family_id, person, "signal", self._now())
        name, address = (str(one.facts.get(it, "")) for it in (keeping.NAME, keeping.ADDRESS))
        return paper.written(self._house, WORDS, its_code, until, name=name, address=address)

    async def letters(self, versions: Mapping[int, int], person: str, once: str) -> Batch:
        """A letter for each of these signals (id → version that stood on the page).

        The same form sent twice is the same letters. One that a colleague changed is left out,
        and so is one outside the days of the town.
        """
        batch = Batch()
        for number, seen in versions.items():
            try:
                batch.letters.append(await self.letter(number, person, once, seen))
            except (Changed, PermissionError):
                batch.missed.append(number)
            except NotToday as refused:
                (batch.over if refused.late else batch.early).append(number)
        return batch

    async def _invite(self, tx: Tx, one: Request, person: str, seen: int, why: str) -> None:
        if one.version != seen or one.state not in INVITABLE:
            raise Changed
        clock = self._clock(one)
        if not clock.runs and not why:
            raise NotToday(late=clock.phase is Phase.OVER)
        facts = keeping.invited(one, self._house.today(), person, "" if clock.runs else why)
        state = "invited" if one.state == "signal" else one.state
        now = replace(one, state=state, person=person, facts=facts)
        if not await requests.save(tx, now, person, self._now(), was=one.state):
            raise Changed

    async def become(
        self, number: int, person: str, state: str, seen: int, outcome: Outcome | None = None
    ) -> None:
        """They spoke, she said no at the door, or it is closed with a code for the creditor."""
        if state not in ("reached", "declined", "closed") or (state == "closed") is not bool(
            outcome
        ):
            raise ValueError(state)
        if state == "declined":
            outcome = Outcome.DECLINED
        async with self._database.writing() as tx:
            one = await self._theirs(tx, number, person)
            if one.state == state:
                return
            fits = one.version == seen
            at = self._now()
            if not fits or not await keeping.become(tx, one, state, person, at, outcome=outcome):
                raise Changed

    async def creditors(self) -> list[str]:
        """Who brought signals that are over, by name; "" for those from before names were kept."""
        return sorted({keeping.creditor(one) for one in await self._over()}, key=str.casefold)

    async def outcomes(self, creditor: str = "") -> list[tuple[str, str, str]]:
        """Reference, code and day of all of this creditor's that is over: nothing else leaves."""
        over = [one for one in await self._over() if keeping.creditor(one) == creditor]
        return [
            (str(one.facts[keeping.REFERENCE]), str(one.facts[keeping.OUTCOME]), self._day(one))
            for one in over
        ]

    async def _over(self) -> list[Request]:
        async with self._database.reading() as tx:
            found = await requests.of_programme(tx, self._town, PROGRAMME)
        return [one for one in found if ended(PROGRAMME, one.state)]

    async def of_handoff(self, handoff_id: str) -> list[Signal]:
        """The signals that these two people look after."""
        async with self._database.reading() as tx:
            found = await requests.of_handoff(tx, handoff_id)
        return [self._signal(one) for one in found if one.programme == PROGRAMME]

    async def _theirs(self, tx: Tx, number: int, person: str) -> Request:
        one = await requests.get(tx, number)
        refused = PermissionError(self._house.wording.plain(wording.NOT_YOURS))
        role = self._house.municipality.person(person).role
        if one is None or one.programme != PROGRAMME or role not in CASEWORKERS:
            raise refused
        found = await handoffs.get(tx, one.handoff_id) if one.handoff_id else None
        if found and person not in (found.neighbourhood_worker, found.consultant):
            raise refused
        return one

    def _signal(self, one: Request) -> Signal:
        clock = self._clock(one)
        invited = one.facts.get(keeping.INVITED)
        return Signal(
            id=one.id,
            version=one.version,
            kind=keeping.kind(one),
            reference=str(one.facts[keeping.REFERENCE]),
            state=one.state,
            clock=clock,
            todo=arrears.todo(one.state, clock),
            by=one.person or one.brought_by,
            handoff_id=one.handoff_id,
            invited_on=date.fromisoformat(str(invited)) if invited else None,
            outcome=str(one.facts.get(keeping.OUTCOME, "")),
            creditor=keeping.creditor(one),
            brought_at=one.created_at,
        )

    def _clock(self, one: Request) -> Clock:
        window = self._house.municipality.arrears
        return arrears.clock(keeping.began(one), self._house.today(), window)

    def _day(self, one: Request) -> str:
        moment = datetime.fromtimestamp(one.changed_at, self._house.calendar.zone)
        return moment.date().isoformat()

    @property
    def _town(self) -> str:
        return self._house.municipality.id

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
